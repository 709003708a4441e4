import { expect, test } from 'vitest';
import { flushAnswers, formOf, type AnswerStore, type KeptAnswer, type SendResult } from './answer-queue.ts';

const answer = (changes: Partial<KeptAnswer> = {}): KeptAnswer => ({
  id: 'anna T01',
  owner: 'anna',
  page: '/p',
  target: '/p/zapis',
  code: 'T01',
  fields: [{ name: 'answer', value: '2' }],
  revision: 0,
  key: 'k1',
  typedAt: '2026-02-11T10:00:00Z',
  state: 'queued',
  ...changes,
});

function memory(...answers: KeptAnswer[]): AnswerStore & { all: Map<string, KeptAnswer> } {
  const all = new Map(answers.map((each) => [each.id, each]));
  return {
    all,
    get: async (id) => all.get(id) ?? null,
    put: async (each) => void all.set(each.id, each),
    remove: async (id) => void all.delete(id),
    list: async (owner) => [...all.values()].filter((each) => each.owner === owner),
  };
}

/** A server that saves each key once, and loses the answer to the sendings named. */
function server(losing: string[] = []) {
  const saved = new Map<string, number>();
  let tries = 0;
  const send = async ({ key }: KeptAnswer): Promise<SendResult> => {
    tries += 1;
    if (!saved.has(key)) saved.set(key, saved.size + 1);
    if (losing.includes(`${key} ${tries}`)) return { kind: 'lost' };
    return { kind: 'saved', revision: saved.get(key) ?? 0 };
  };
  return { send, saved };
}

test('an answer whose receipt was lost is sent again under the same key and saved once', async () => {
  const store = memory(answer());
  const { send, saved } = server(['k1 1']);
  expect(await flushAnswers(store, 'anna', send)).toMatchObject({ sent: [], waiting: 1 });
  expect(store.all.size).toBe(1);
  expect(await flushAnswers(store, 'anna', send)).toMatchObject({ waiting: 0 });
  expect([...saved.keys()]).toEqual(['k1']);
  expect(store.all.size).toBe(0);
});

test('without a signal everything stays, in order, and drafts are not sent', async () => {
  const store = memory(
    answer({ id: 'b', key: 'k2', typedAt: '2026-02-11T11:00:00Z' }),
    answer(),
    answer({ id: 'c', state: 'draft', key: 'k3' }),
  );
  const tried: string[] = [];
  expect(await flushAnswers(store, 'anna', async ({ key }) => (tried.push(key), { kind: 'lost' }))).toEqual({
    sent: [],
    waiting: 2,
    signedOut: false,
  });
  expect(tried).toEqual(['k1']);
  expect(store.all.size).toBe(3);
});

test('a conflict and a refusal keep what was typed, and do not hold up the others', async () => {
  const store = memory(
    answer(),
    answer({ id: 'b', key: 'k2', typedAt: '2026-02-11T11:00:00Z' }),
    answer({ id: 'c', key: 'k3', typedAt: '2026-02-11T12:00:00Z' }),
  );
  const results: Record<string, SendResult> = {
    k1: { kind: 'conflict' },
    k2: { kind: 'refused', why: 'Wpisz powód.' },
    k3: { kind: 'saved', revision: 1 },
  };
  const report = await flushAnswers(store, 'anna', async ({ key }) => results[key] ?? { kind: 'lost' });
  expect(report.sent.map((each) => each.key)).toEqual(['k3']);
  expect([...store.all.values()].map(({ state, why }) => [state, why])).toEqual([
    ['clash', undefined],
    ['refused', 'Wpisz powód.'],
  ]);
});

test('what was typed while the older one was on its way is kept, against the revision just saved', async () => {
  const store = memory(answer());
  await flushAnswers(store, 'anna', async () => {
    await store.put(answer({ state: 'draft', key: 'k2', fields: [{ name: 'answer', value: '3' }] }));
    return { kind: 'saved', revision: 4 };
  });
  expect(store.all.get('anna T01')).toMatchObject({ key: 'k2', revision: 4, state: 'draft' });
});

test('another person on the same telephone sends nothing of mine', async () => {
  const store = memory(answer());
  expect(await flushAnswers(store, 'ewa', async () => ({ kind: 'saved', revision: 1 }))).toMatchObject({ sent: [] });
  expect(store.all.size).toBe(1);
});

test('the form is sent with its own revision and key, whatever the page had', () => {
  const form = formOf(
    answer({
      revision: 3,
      fields: [
        { name: 'revision', value: '1' },
        { name: 'answer', value: '2' },
        { name: 'file-0', file: new Blob(['x']), fileName: 'a.png' },
      ],
    }),
  );
  expect([form.getAll('revision'), form.get('key'), form.get('answer'), (form.get('file-0') as File).name]).toEqual([
    ['3'],
    'k1',
    '2',
    'a.png',
  ]);
});
