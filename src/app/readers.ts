/** Whoever reads what we write may go away, as `| head -1` does, or their disk may be full. A service goes on, for posts
 *  matter more than a log; a command has nobody left to talk to, and ends. What is told on the way, on standard error,
 *  keeps nobody from their work. */
export function outliveReaders(what: 'service' | 'command'): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', leave);

  function leave({ message }: Error): void {
    process.stdout.off('error', leave).on('error', () => {});
    if (what === 'command') process.exit();
    process.stderr.write(`The log cannot be written any more (${message}); the bot goes on.\n`);
  }
}
