// Sheets typed by keyboard alone: Enter leads to the next field and from the last one sends; Alt+N leads to why a sheet is invalid.
const list = document.querySelector('[data-keyed]');
const form = list?.closest('form');
const fields = list ? [...list.querySelectorAll('input, textarea')] : [];

for (const field of fields) {
  const row = field.closest('li');
  field.addEventListener('focus', () => row.classList.add('here'));
  field.addEventListener('blur', () => row.classList.remove('here'));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const next = fields[fields.indexOf(field) + 1];
    if (next) next.focus();
    else form.requestSubmit(form.querySelector('button[value="save"]'));
  });
}

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.code !== 'KeyN') return;
  const reasons = document.getElementById('niewazny');
  if (!reasons) return;
  event.preventDefault();
  reasons.open = true;
  reasons.querySelector('input')?.focus();
});

if (fields.length > 0 && !document.querySelector('[autofocus]')) fields[0].focus();
