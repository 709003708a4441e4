import type { AnswerStore, KeptAnswer } from './answer-queue.ts';

const name = 'paragraf-fieldwork';
const table = 'answers';

/** Answers kept in this browser's IndexedDB: it holds photographs too, and outlives a reload or a dead battery. */
export function openAnswerStore(): AnswerStore {
  let opened: Promise<IDBDatabase> | null = null;
  const open = () =>
    (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => void request.result.createObjectStore(table, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    }));
  async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const db = await open();
    return new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode);
      const request = work(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.addEventListener('error', () => reject(transaction.error ?? new Error('IndexedDB')));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB')));
    });
  }
  return {
    get: async (id) => (await run<KeptAnswer | undefined>('readonly', (store) => store.get(id))) ?? null,
    put: async (answer) => void (await run('readwrite', (store) => store.put(answer))),
    remove: async (id) => void (await run('readwrite', (store) => store.delete(id))),
    list: async (owner) =>
      (await run<KeptAnswer[]>('readonly', (store) => store.getAll())).filter((answer) => answer.owner === owner),
  };
}
