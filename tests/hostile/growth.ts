/** CPU that cannot hide a square: at the sizes of these tests the square of the length is far above it. */
const trifle = 250;

/**
 * Why the work does not grow with the size of what it reads, or null when it does. Four times the size may cost nine times the
 * work (a square would be sixteen); measured in time of the processor, and only where there is any. What looks like growth is
 * measured again, the least of three runs.
 */
export async function outgrows(size: number, work: (size: number) => unknown): Promise<string | null> {
  const first = await cost(size, work);
  if (first < trifle) return null;
  const fourth = Math.min(await cost(size / 4, work), await cost(size / 4, work));
  if (first <= 9 * fourth) return null;
  const [large, small] = [
    Math.min(first, await cost(size, work), await cost(size, work)),
    Math.min(fourth, await cost(size / 4, work)),
  ];
  return large < trifle || large <= 9 * small
    ? null
    : `${size} cost ${large.toFixed()} ms, a fourth of it ${small.toFixed()} ms`;
}

/** Milliseconds of the processor. */
async function cost(size: number, work: (size: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work(size);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
