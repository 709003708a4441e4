/**
 * Says in good time that the session of this browser ends, with a button that makes it go on. The time is the one the server gave: what
 * this device holds for the hour does not count. Another window may have used the session meanwhile, so the server is asked before.
 */
const warnSeconds = 300;
const lookEvery = 15_000;

/** What to say, so many seconds before the end: nothing, that it comes, that it comes whatever is done, or that it was. */
export function stageOf({ seconds, most }) {
  if (seconds <= 0) return 'over';
  if (seconds > warnSeconds) return 'quiet';
  return most - seconds > 60 ? 'ending' : 'last';
}

/** What is left of it after a while. */
export const later = ({ seconds, most }, passed) => ({ seconds: seconds - passed, most: most - passed });

const line = globalThis.document?.querySelector('[data-session-end]');

function start() {
  const words = JSON.parse(line.dataset.words);
  let known = { seconds: Number(line.dataset.seconds), most: Number(line.dataset.most) };
  // When the answer with the time was asked for: what is left is never thought longer than it is.
  let since = performance.timeOrigin;
  let shown = 'quiet';

  async function ask(longer) {
    const asked = Date.now();
    const answer = await fetch(`${line.dataset.address}${longer ? '?dluzej=1' : ''}`, { cache: 'no-store' });
    if (!answer.ok) return;
    known = await answer.json();
    since = asked;
  }

  const stage = () => stageOf(later(known, (Date.now() - since) / 1000));

  async function look() {
    if (stage() === shown && shown !== 'ending') return;
    // No answer is no news: the time that was known before holds.
    if (stage() !== 'quiet') await ask(false).catch(() => undefined);
    show(stage());
  }

  function show(next) {
    if (next === shown) return;
    shown = next;
    line.replaceChildren();
    if (next === 'quiet') return;
    const said = document.createElement('p');
    said.textContent = words[next];
    const answers = document.createElement('p');
    answers.className = 'actions';
    if (next === 'ending') {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn--small';
      button.textContent = words.stay;
      button.addEventListener('click', async () => {
        await ask(true).catch(() => undefined);
        const now = stage();
        const isLonger = now === 'quiet';
        show(now);
        if (isLonger) {
          // Said until the next look, and then gone.
          const done = document.createElement('p');
          done.textContent = words.stayed;
          line.replaceChildren(done);
          window.setTimeout(() => done.remove(), 8000);
        }
      });
      answers.append(button);
    }
    const box = document.createElement('div');
    box.className = 'page';
    box.append(said, answers);
    line.append(box);
  }

  window.setInterval(look, lookEvery);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  // A page out of the memory of the browser has old times.
  window.addEventListener('pageshow', ({ persisted }) => persisted && ask(false).catch(() => undefined).then(look));
}

if (line) start();
