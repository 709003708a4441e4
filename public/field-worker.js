/**
 * Lets a coder open the questions of an area without a signal. Pages of single questions are asked from the network first and kept;
 * what was kept is shown when nobody answers. Everything else of the site goes past this worker untouched.
 */
const cacheName = 'paragraf-fieldwork';
const question = /^(\/en)?\/zespol\/[^/]+\/\d{7}\/[A-Za-z0-9._-]+$/;
const part = /^\/(assets\/|icons\.svg$|favicon\.svg$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && question.test(pathname)) event.respondWith(fromNetwork(request, pathname));
  else if (part.test(pathname)) event.respondWith(fromKept(request, pathname));
});

self.addEventListener('message', (event) => {
  const pages = Array.isArray(event.data?.pages) ? event.data.pages : [];
  event.waitUntil(Promise.all(pages.map((page) => keepPage(String(page)))));
});

async function keepPage(page) {
  const { pathname } = new URL(page, self.location.origin);
  if (!question.test(pathname)) return;
  try {
    await keep(pathname, await fetch(pathname, { credentials: 'same-origin', redirect: 'manual' }));
  } catch (error) {
    // No signal now: what was kept before stays.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function keep(key, response) {
  const cache = await caches.open(cacheName);
  // Signed out, removed from the team, or a tie: nothing of the work stays readable here.
  if (response.type === 'opaqueredirect' || response.status === 404 || response.status === 403) await caches.delete(cacheName);
  else if (response.ok) await cache.put(key, response.clone());
}

async function fromNetwork(request, key) {
  try {
    const response = await fetch(request);
    await keep(key, response);
    return response;
  } catch (error) {
    const kept = await (await caches.open(cacheName)).match(key);
    if (kept) return kept;
    throw error;
  }
}

async function fromKept(request, key) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(key);
  if (kept && key.startsWith('/assets/')) return kept;
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
