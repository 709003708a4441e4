// A kiosk clears itself: after 45 seconds without a touch it asks, after 60 it begins anew, so that nobody sees another person's answers.
const kiosk = document.querySelector('[data-kiosk]');
const asking = document.querySelector('[data-kiosk-asking]');

if (kiosk) {
  let touched = Date.now();
  const start = kiosk.dataset.kiosk;
  const again = () => {
    touched = Date.now();
    if (asking && !asking.hidden) asking.hidden = true;
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) document.addEventListener(kind, again, { passive: true });
  document.querySelector('[data-kiosk-clear]')?.addEventListener('click', () => location.replace(start));
  setInterval(() => {
    const idle = Date.now() - touched;
    if (idle >= Number(kiosk.dataset.seconds ?? 60) * 1000) location.replace(start);
    else if (asking && idle >= (Number(kiosk.dataset.seconds ?? 60) - 15) * 1000 && asking.hidden) {
      asking.hidden = false;
    }
  }, 500);
  for (const form of document.querySelectorAll('form')) form.setAttribute('autocomplete', 'off');
}
