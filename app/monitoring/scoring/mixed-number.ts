/** "4/3" as „1 1/3": exact, and still something a person can add. */
export function mixed(exact: string): string {
  const [n = '0', d] = exact.split('/');
  if (!d) return n;
  const whole = Math.floor(Number(n) / Number(d));
  const rest = `${Number(n) - whole * Number(d)}/${d}`;
  return whole > 0 ? `${whole}\u00a0${rest}` : rest;
}
