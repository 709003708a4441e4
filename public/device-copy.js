/**
 * Long text fields keep a copy in this browser until the server has taken the form: a closed window or an empty battery loses no word. The
 * copy belongs to one account, one form and one address, is offered and never put in by itself, and goes when the form was taken, at the
 * sign-out, after two weeks and when the reader says so. Somebody without an account has it for as long as the window is open.
 */
export const longestDays = 14;
/** Characters of one copy and of all of one account: the oldest make room. */
const most = { one: 100_000, all: 1_000_000 };
const day = 86_400_000;

/** Hidden fields that tell apart forms which are sent to the same address. */
const tellingApart = ['id', 'parent', 'replyId', 'indicator'];
/** Hidden fields that name what the words were written against. */
const writtenAgainst = ['version', 'revision', 'beforeRevision'];

/** A form by the address it goes to, whatever the language and what the page was asked for. */
export function placeOf(path, hidden) {
  const told = tellingApart.filter((name) => hidden[name]).map((name) => `${name}=${hidden[name]}`);
  return [path.replace(/^\/en(?=\/|$)/, '') || '/', ...told].join('|');
}

export function versionOf(hidden) {
  const name = writtenAgainst.find((each) => hidden[each]);
  return name ? `${name}=${hidden[name]}` : null;
}

/** Windows and servers disagree about line ends, and blanks around words are no words. */
const plain = (text) => text.replaceAll('\r\n', '\n').trim();

const isSame = (a, b) => a.place === b.place && a.field === b.field && a.page === b.page;

/** What may still be kept, newest first. */
export function pruned(copies, now) {
  let room = most.all;
  return copies
    .filter(({ at, text }) => now - at < longestDays * day && at <= now + day && plain(text) !== '')
    .sort((a, b) => b.at - a.at)
    .filter(({ text }) => (room -= text.length) >= 0);
}

/** With the words of a field as they stand; without them when there are none, or those that the server has. Too many change nothing. */
export function kept(copies, copy, { original, now }) {
  if (copy.text.length > most.one) return pruned(copies, now);
  const others = copies.filter((each) => !isSame(each, copy));
  const isWorth = plain(copy.text) !== '' && plain(copy.text) !== plain(original);
  return pruned(isWorth ? [copy, ...others] : others, now);
}

/** Copies of other windows and days that say something else than the field does, newest first. */
export function offered(copies, { place, field, page, value }) {
  return copies.filter(
    (copy) =>
      copy.place === place && copy.field === field && copy.page !== page && plain(copy.text) !== plain(value ?? ''),
  );
}

/** Whose words go along with a form: their copies, to be dropped once the form was taken. */
export function sentWith(copies, { place, fields }) {
  return copies.filter(
    (copy) => copy.place === place && fields.some(([name, value]) => name === copy.field && plain(value) === plain(copy.text)),
  );
}

/**
 * Whether a form was taken, by the page that came of it: who takes one sends the browser on. Complaints, previews and failures are the
 * answer itself, and who has to sign in or confirm an address first is told so. `waited` is the time from the form to the beginning of
 * what brought this page: a link that is followed later says nothing about the form.
 */
export function wasTaken({ redirects, waited, path, search }) {
  const info = new URLSearchParams(search).get('info') ?? '';
  const isAnswer = redirects > 0 && Math.abs(waited) < 5000;
  return isAnswer && !/^(?:\/en)?\/logowanie/.test(path) && !['form-kept', 'form-lost', 'confirm-first'].includes(info);
}

/** Forms after which nothing of this account stays in this browser: signing out, here or everywhere, and closing the account. */
export function endsReading(action, intent) {
  return /^(?:\/en)?\/(?:wyloguj|konto\/zamkniecie)$/.test(action) || intent === 'end-all';
}

const frame = globalThis.document?.querySelector('[data-device-copy]');
const switchKey = 'paragraf-copies';
const copiesKey = 'paragraf-copies:';
const pendingKey = 'paragraf-sent';

function parsed(text) {
  try {
    const copies = JSON.parse(text ?? '[]');
    return Array.isArray(copies) ? pruned(copies, Date.now()) : [];
  } catch {
    return [];
  }
}

/** The storage of this reader; null where a browser keeps nothing. What is too old goes, whoever wrote it. */
function openStore({ reader }) {
  try {
    const { localStorage, sessionStorage } = window;
    for (const key of Object.keys(localStorage))
      if (key.startsWith(copiesKey)) write(localStorage, key, parsed(localStorage.getItem(key)));
    const [storage, key] = [reader ? localStorage : sessionStorage, copiesKey + (reader || 'guest')];
    return {
      read: () => parsed(storage.getItem(key)),
      write: (copies) => write(storage, key, copies),
      isOn: () => localStorage.getItem(switchKey) !== 'off',
      setOn: (on) => localStorage.setItem(switchKey, on ? 'on' : 'off'),
    };
  } catch {
    return null;
  }
}

/** What went along with the form before this page, once. */
function pendingOf(storage) {
  try {
    const { at, copies } = JSON.parse(storage.getItem(pendingKey));
    return Number.isFinite(at) && Array.isArray(copies) ? { at, copies } : null;
  } catch {
    return null;
  } finally {
    storage.removeItem(pendingKey);
  }
}

function write(storage, key, copies) {
  try {
    if (copies.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(copies));
  } catch {
    // No room in this browser: the words are in the field, and nowhere else.
  }
}

function hiddenOf(form) {
  return Object.fromEntries(
    [...form.elements].filter((field) => field.type === 'hidden' && field.name).map(({ name, value }) => [name, value]),
  );
}

const placeOfForm = (form) => placeOf(new URL(form.getAttribute('action') || '', document.baseURI).pathname, hiddenOf(form));

function button(words, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn--quiet btn--small';
  made.textContent = words;
  made.addEventListener('click', press);
  return made;
}

function paragraph(words, className = '') {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = words;
  return made;
}

const isKept = (field) =>
  field instanceof HTMLTextAreaElement && 'device' in field.dataset && field.name !== '' && !field.readOnly && field.form?.getAttribute('method') === 'post';

const beginning = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function start(store, words) {
  /** This page, among the windows of this browser. */
  const page = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  const fields = [...document.querySelectorAll('form[method="post"] textarea[data-device]')].filter(isKept);
  const waiting = new Map();
  /** Fields whose words the server has seen and not taken. */
  const returned = new Set();
  /** By form, what says whether there is a copy. */
  const lines = new Map();

  dropTaken();
  for (const field of fields) {
    adopt(field);
    offer(field);
  }
  for (const form of new Set(fields.map(({ form: of }) => of))) tell(form);
  document.addEventListener('input', ({ target }) => {
    if (!isKept(target)) return;
    window.clearTimeout(waiting.get(target));
    waiting.set(target, window.setTimeout(() => keep(target), 400));
  });
  document.addEventListener('submit', sent);
  window.addEventListener('pagehide', keepAll);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll());

  function keepAll() {
    for (const field of waiting.keys()) keep(field);
  }

  function keep(field) {
    window.clearTimeout(waiting.get(field));
    waiting.delete(field);
    lines.get(field.form)?.();
    if (!store.isOn()) return;
    const now = Date.now();
    const copy = { place: placeOfForm(field.form), field: field.name, page, text: field.value, at: now, version: versionOf(hiddenOf(field.form)) };
    store.write(kept(store.read(), copy, { original: returned.has(field) ? '' : field.defaultValue, now }));
  }

  /** A form that came back has its words: their copy is this page's from now on. */
  function adopt(field) {
    const place = placeOfForm(field.form);
    const copies = store.read();
    const same = copies.filter(
      (copy) => copy.place === place && copy.field === field.name && plain(copy.text) === plain(field.value),
    );
    if (same.length === 0) return;
    returned.add(field);
    store.write([{ ...same[0], page }, ...copies.filter((copy) => !same.includes(copy))]);
  }

  function offer(field) {
    const place = placeOfForm(field.form);
    const [copy] = offered(store.read(), { place, field: field.name, page, value: field.value });
    if (!copy) return;
    const box = document.createElement('div');
    box.className = 'notice device-offer';
    box.setAttribute('role', 'status');
    const language = document.documentElement.lang === 'en' ? 'en-GB' : 'pl';
    const at = new Date(copy.at);
    const time = at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
    const said = words.offer
      .replace('{day}', at.toLocaleDateString(language, { day: 'numeric', month: 'long' }))
      .replace('{time}', language === 'pl' ? time.replace(':', '.') : time);
    const version = versionOf(hiddenOf(field.form));
    const isOlder = copy.version !== null && version !== null && copy.version !== version;
    const drop = () => {
      box.remove();
      store.write(store.read().filter((each) => !isSame(each, copy)));
    };
    const insert = button('', () => {
      drop();
      field.focus();
      field.select();
      // So that the reader can take it back, where the browser knows how.
      if (!document.execCommand('insertText', false, copy.text)) field.value = copy.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      keep(field);
    });
    // What stands in the field by now is never replaced without saying so.
    const name = () => (insert.textContent = plain(field.value) === '' ? words.insert : words.replace);
    field.addEventListener('input', name);
    name();
    const answers = paragraph('', 'actions');
    answers.append(
      insert,
      button(words.remove, () => {
        drop();
        offer(field);
        field.focus();
      }),
    );
    box.append(paragraph(said));
    if (isOlder) box.append(paragraph(words.older));
    box.append(paragraph(beginning(copy.text), 'device-text'), answers);
    field.before(box);
  }

  /** Says what is kept and where it is switched off, once in a form. */
  function tell(form) {
    const first = fields.find((field) => field.form === form);
    const line = document.createElement('p');
    line.className = 'hint device-note';
    function press() {
      const on = !store.isOn();
      store.setOn(on);
      if (!on) {
        store.write([]);
        for (const box of document.querySelectorAll('.device-offer')) box.remove();
      }
      for (const each of lines.values()) each();
    }
    const told = document.createElement('span');
    told.id = `device-note-${fields.indexOf(first)}`;
    const choice = button('', press);
    line.append(told, ' ', choice);
    const show = () => {
      const on = store.isOn();
      const isTooLong = fields.some((field) => field.form === form && field.value.length > most.one);
      told.textContent = on ? (isTooLong ? words.tooLong : words.note) : words.noteOff;
      choice.textContent = on ? words.off : words.on;
    };
    show();
    lines.set(form, show);
    first.after(line);
    const described = first.getAttribute('aria-describedby');
    first.setAttribute('aria-describedby', [described, told.id].filter(Boolean).join(' '));
  }

  function sent({ target: form, submitter, defaultPrevented }) {
    if (defaultPrevented) return;
    const action = new URL(submitter?.getAttribute('formaction') || form.getAttribute('action') || '', document.baseURI).pathname;
    const data = new FormData(form, submitter);
    if (endsReading(action, data.get('intent'))) {
      for (const timer of waiting.values()) window.clearTimeout(timer);
      waiting.clear();
      store.write([]);
      return;
    }
    keepAll();
    const values = [...data].filter(([, value]) => typeof value === 'string');
    const going = sentWith(store.read(), { place: placeOf(action, hiddenOf(form)), fields: values });
    const copies = going.map(({ place, field, page: of }) => ({ place, field, page: of }));
    if (copies.length > 0) window.sessionStorage.setItem(pendingKey, JSON.stringify({ at: Date.now(), copies }));
  }

  function dropTaken() {
    const pending = pendingOf(window.sessionStorage);
    const [navigation] = performance.getEntriesByType('navigation');
    const { pathname: path, search } = window.location;
    if (!pending) return;
    const waited = performance.timeOrigin - pending.at;
    if (!wasTaken({ redirects: navigation?.redirectCount ?? 0, waited, path, search })) return;
    store.write(store.read().filter((copy) => !pending.copies.some((each) => isSame(each, copy))));
  }
}

if (frame) {
  const store = openStore(frame.dataset);
  const begin = () => store && start(store, JSON.parse(frame.dataset.words));
  // React takes over the page as it was sent: nothing is put into it before.
  if (window.__remixContext && !('started' in document.documentElement.dataset))
    document.addEventListener('paragraf:started', begin, { once: true });
  else begin();
}
