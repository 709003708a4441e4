import { RemixBrowser } from '@remix-run/react';
import { startTransition, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * A refused form has „Błąd:" before the title of its page, which the page's own code does not know. React would throw away a page that
 * differs from what it makes, with everything typed meanwhile: it gets the title of the route, and the reader the one that was sent.
 */
const title = document.querySelector<HTMLTitleElement>('title[data-plain]');
const sent = title?.textContent ?? null;
if (title) title.textContent = title.dataset.plain ?? '';

function Started() {
  useEffect(() => {
    if (sent !== null) document.title = sent;
    // Other scripts put nothing into the page before React has taken it over.
    document.documentElement.dataset.started = '';
    document.dispatchEvent(new Event('paragraf:started'));
  }, []);
  return <RemixBrowser />;
}

startTransition(() => {
  hydrateRoot(document, <Started />);
});
