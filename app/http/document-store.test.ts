import { expect, test } from 'vitest';
import { documentStore, type KeptDocument } from './document-store.server.ts';

const document = (bytes: number): KeptDocument => ({
  headers: {},
  etag: '',
  revision: '1',
  body: Buffer.alloc(bytes),
  packed: { gzip: Buffer.alloc(10) },
  forEverybody: true,
  at: 0,
  scopes: [],
});

test('memory has a bound in bytes and in number; who was asked for longest ago goes first', () => {
  const store = documentStore({ maxBytes: 50_000, maxEntries: 3 });
  for (const address of ['/a', '/b', '/c']) store.put(address, document(1_000));
  store.get('/a');
  store.put('/d', document(1_000));
  expect([store.entries, store.get('/b'), Boolean(store.get('/a'))]).toEqual([3, undefined, true]);
  store.put('/e', document(45_000));
  expect([store.entries, Boolean(store.get('/e')), store.bytes < 50_000]).toEqual([1, true, true]);
  store.put('/f', document(60_000));
  expect([store.entries, store.bytes]).toEqual([0, 0]);
});

test('a document put again takes the place of the earlier one', () => {
  const store = documentStore({ maxBytes: 50_000, maxEntries: 3 });
  store.put('/a', document(1_000));
  const { bytes } = store;
  store.put('/a', document(2_000));
  expect([store.entries, store.bytes - bytes]).toEqual([1, 1_000]);
});
