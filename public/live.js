/**
 * Follows what happens on a page with a live line: parts are renewed in place, a new card is put where it belongs, and what was typed is never
 * touched. A form on a bad line waits in this browser and is sent once, for it carries a key by which the server knows it again.
 */
const frame = document.querySelector('[data-live]');

/** Longer than the server lets a line lie still. */
const stillMs = 40_000;
const pollMs = 3_000;

if (frame) follow(frame);

/** Also where the page came over an open network, which has no `randomUUID`. */
function uuid() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function follow(frame) {
  const words = JSON.parse(frame.dataset.words);
  const says = frame.querySelector('[data-live-says]');
  const isQuick = frame.dataset.quick !== undefined;
  const dirty = new WeakSet();
  let n = Number(frame.querySelector('[data-live-n]')?.dataset.liveN ?? 0);
  let line = null;
  let still = 0;
  let polling = 0;
  let renewing = 0;
  let lostAt = null;

  frame.addEventListener('input', ({ target }) => {
    const part = target.closest('[data-live-part]');
    if (part) dirty.add(part);
  });

  const say = (text) => {
    if (says.textContent !== text) says.textContent = text;
    says.classList.toggle('notice', text !== '');
    says.classList.toggle('notice--warn', text !== '' && lostAt !== null);
  };
  const lost = () => {
    if (lostAt) return;
    lostAt = new Date();
    const time = lostAt.toLocaleTimeString(frame.dataset.locale === 'pl' ? 'pl-PL' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
    say(words.waiting.replace('{time}', time) + (waiting().length > 0 ? ` ${words.kept}` : ''));
  };
  const back = () => {
    if (!lostAt) return;
    lostAt = null;
    say(words.sent);
    setTimeout(() => say(''), 4_000);
    void sendWaiting();
  };

  /** Takes over every part that nobody is typing in. */
  const takeOver = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    for (const part of frame.querySelectorAll('[data-live-part]')) {
      const next = fresh.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
      if (!next || dirty.has(part) || part.contains(document.activeElement) || next.innerHTML === part.innerHTML) continue;
      const open = [...part.querySelectorAll('details')].map((each) => each.open);
      part.replaceChildren(...document.adoptNode(next).childNodes);
      part.querySelectorAll('details').forEach((each, at) => (each.open = open[at] ?? each.open));
    }
    n = Math.max(n, Number(frame.querySelector('[data-live-n]')?.dataset.liveN ?? 0));
  };
  const renew = async () => {
    renewing = 0;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, cache: 'no-store' });
      if (answer.ok) takeOver(await answer.text());
    } catch {
      lost();
    }
  };
  /** Phones take turns: three hundred that ask at once would wait for each other. */
  const renewSoon = (afterMs) => {
    if (renewing) return;
    renewing = setTimeout(renew, isQuick ? 60 : afterMs * (0.5 + Math.random()));
  };

  const put = (card) => {
    const cell = frame.querySelector(`[data-live-cell="${card.view}:${card.kind}"]`);
    if (!cell || frame.querySelector(`#k-${card.number}`)) return;
    const slip = document.createElement('li');
    slip.className = 'slip slip--new';
    slip.id = `k-${card.number}`;
    const text = document.createElement('p');
    text.textContent = card.text;
    text.lang = 'pl';
    const by = document.createElement('p');
    by.className = 'by';
    const fresh = document.createElement('b');
    fresh.textContent = words.fresh;
    by.append(fresh, `, ${card.signature || words.unsigned}`);
    slip.append(text, by);
    cell.prepend(slip);
  };
  const changed = ({ n: newest, shown }) => {
    if (newest <= n) return;
    const isNext = newest === n + 1;
    n = newest;
    if (shown && isNext && !isQuick) {
      put(shown);
      // Numbers around it follow when it is quiet.
      renewSoon(8_000);
    } else renewSoon(1_500);
  };

  const listen = () => {
    line?.close();
    line = new EventSource(`${frame.dataset.live}?od=${n}`);
    line.addEventListener('changed', ({ data }) => {
      alive();
      changed(JSON.parse(data));
    });
    line.addEventListener('beat', alive);
    line.addEventListener('error', () => {
      lost();
      poll();
    });
    alive.start();
  };
  function alive() {
    clearTimeout(polling);
    polling = 0;
    alive.start();
    back();
  }
  alive.start = () => {
    clearTimeout(still);
    still = setTimeout(() => {
      lost();
      poll();
      listen();
    }, stillMs);
  };
  /** While no line is open the counter is asked for; what a network does to events it does not do to pages. */
  const poll = () => {
    if (polling) return;
    polling = setTimeout(async () => {
      polling = 0;
      try {
        const answer = await fetch(`${frame.dataset.live}?stan`, { cache: 'no-store' });
        if (answer.ok) {
          changed(await answer.json());
          back();
        }
      } catch {
        lost();
      }
      // A line that gave up is begun again; one that tries by itself is left to it.
      if (line.readyState === EventSource.CLOSED) listen();
      else if (line.readyState !== EventSource.OPEN) poll();
    }, pollMs);
  };

  const key = `paragraf-live ${frame.dataset.live}`;
  const waiting = () => JSON.parse(localStorage.getItem(key) ?? '[]');
  const keep = (all) => (all.length > 0 ? localStorage.setItem(key, JSON.stringify(all)) : localStorage.removeItem(key));

  const send = (fields) =>
    fetch(location.pathname, { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'text/html' } });
  const sendWaiting = async () => {
    for (const fields of waiting()) {
      try {
        const answer = await send(fields);
        if (answer.status >= 500 || answer.status === 429) return;
        if (answer.ok) takeOver(await answer.text());
        // What is refused is shown by the form itself, when the person sends it again.
        keep(waiting().filter((each) => JSON.stringify(each) !== JSON.stringify(fields)));
        if (!answer.ok) putBack(fields);
      } catch {
        return;
      }
    }
  };
  const putBack = (fields) => {
    const form = frame.querySelector('[data-live-send] form');
    const field = form?.elements.namedItem('text');
    const typed = fields.find(([name]) => name === 'text')?.[1] ?? '';
    if (!field || field.value !== '') return;
    for (const [name, value] of fields) {
      const control = form.elements.namedItem(name);
      if (control) control.value = value;
    }
    field.value = typed;
  };

  for (const form of frame.querySelectorAll('[data-live-send] form'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      const clear = () => {
        form.elements.namedItem('text').value = '';
        form.elements.namedItem('once').value = uuid();
      };
      try {
        const answer = await send(fields);
        if (answer.ok) {
          takeOver(await answer.text());
          clear();
          say('');
          form.elements.namedItem('text').focus();
        } else form.submit();
      } catch {
        keep([...waiting(), fields]);
        clear();
        lostAt ??= new Date();
        say(words.kept);
        poll();
      }
    });
  addEventListener('online', () => {
    listen();
    void sendWaiting();
  });
  addEventListener('offline', lost);
  listen();
  void sendWaiting();
}
