// Loaded into the program before all else: its machine's clock can be set from outside.

const machineNow = Date.now;
let byMs = Number(process.env.CHAOS_CLOCK_MS ?? 0);

Date.now = () => machineNow() + byMs;
process.on('message', (message: { byMs: number }) => {
  byMs += message.byMs;
});
process.channel?.unref();
