/** A line of the log as people read it on a terminal: time, level, what happened, then the rest as name=value. */
export function readableLine(json: string): { text: string; isTrouble: boolean } {
  const { time, level, msg, stack, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const pairs = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const head = [String(time ?? '').slice(11, 19), String(level ?? '').padEnd(5), String(msg ?? ''), ...pairs]
    .join(' ')
    .trim();
  return {
    text: typeof stack === 'string' ? `${head}\n${stack}` : head,
    isTrouble: level === 'warn' || level === 'error' || level === 'fatal',
  };
}
