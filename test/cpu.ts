/** What this thread has spent so far, in milliseconds of CPU: it tells how dear something is on a busy machine too. */
export function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The same of all threads of this process. */
export function spentByAllMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
