/** Words that a reader selects in a text lead to a proposal, a remark or a comment about them. Without this each unit has its links. */
const bar = document.querySelector('[data-select-words]');
/** As many characters as the address of the form takes. */
const longest = 1000;

/** The unit that holds the whole selection, and its words; null where there are none. */
function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  const unit = element?.closest('.act')?.contains(element) ? element.closest('[id^="j"]') : null;
  const words = selection.toString().replace(/\s+/g, ' ').trim();
  return unit && /^j\d+$/.test(unit.id) && words !== '' && words.length <= longest
    ? { code: unit.id.slice(1), words, range }
    : null;
}

function show() {
  // Somebody goes through the bar with the keyboard: it stays.
  if (bar.contains(document.activeElement)) return;
  const found = selected();
  bar.hidden = found === null;
  if (!found) return;
  for (const link of bar.querySelectorAll('a')) {
    const asked = new URLSearchParams({ ...(link.dataset.op ? { op: link.dataset.op } : {}), cytat: found.words });
    link.href = `${bar.dataset.base}${found.code}/${link.dataset.page}?${asked}`;
  }
  place(found.range);
}

/** A finger has the menu of the browser above the words: the bar stands at the foot of the screen there. */
function place(range) {
  const isTouched = window.matchMedia('(pointer: coarse)').matches || window.innerWidth < 640;
  const { bottom, left } = range.getBoundingClientRect();
  const top = Math.min(Math.max(bottom + 8, 8), window.innerHeight - bar.offsetHeight - 8);
  bar.style.top = isTouched ? '' : `${top}px`;
  bar.style.left = isTouched ? '' : `${Math.min(Math.max(left, 8), window.innerWidth - bar.offsetWidth - 8)}px`;
  bar.classList.toggle('select-words--foot', isTouched);
}

if (bar) {
  for (const hint of document.querySelectorAll('[data-select-hint]')) hint.hidden = false;
  let waiting = 0;
  const later = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(show, 120);
  };
  document.addEventListener('selectionchange', later);
  document.addEventListener('scroll', later, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') bar.hidden = true;
    // Browsers disagree on where a selection lets Tab go on: from the words it leads to what can be done with them.
    if (event.key !== 'Tab' || event.shiftKey || bar.hidden || document.activeElement !== document.body) return;
    event.preventDefault();
    bar.querySelector('a').focus();
  });
}
