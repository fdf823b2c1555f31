export type Deadline = {
  signal: AbortSignal;
  /** Rejects when the deadline passes. */
  passed: Promise<never>;
  clear(): void;
};

/** `AbortSignal.timeout` would hold on to every request for as long as it might have taken. */
export function startDeadline(ms: number): Deadline {
  const { promise: passed, reject } = Promise.withResolvers<never>();
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
    reject(controller.signal.reason);
  }, ms);
  return { signal: controller.signal, passed, clear: () => clearTimeout(timer) };
}
