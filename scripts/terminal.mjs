/** Progress on a terminal: one line per step, with the seconds it took; plain lines where there is no terminal. */
const live = process.stdout.isTTY && !process.env.CI;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work `note` shows how far it is
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  let detail = '';
  let turn = 0;
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const draw = () =>
    process.stdout.write(
      `\r\u001b[K${frames[turn++ % frames.length]} ${title}${detail && ` – ${detail}`} (${seconds()})`,
    );
  const timer = live ? setInterval(draw, 100) : null;
  if (!live) console.log(`… ${title}`);
  try {
    const result = await work((text) => {
      detail = text;
      if (!live) console.log(`  ${text}`);
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
  function finish(sign) {
    if (timer) clearInterval(timer);
    console.log(`${live ? '\r\u001b[K' : ''}${sign} ${title} (${seconds()})`);
  }
}
