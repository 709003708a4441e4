import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { codes, during, filed, makeConsultation, makePerson, remarkNow } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerFit } from './answer-fit.server.ts';
import { countAsked, listAsked } from './asked-of-author.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';

async function scene(slug: string, text: string) {
  const { official } = await makeConsultation(db, slug);
  const anna = await makePerson(db, `Anna-${slug}`);
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term.replace('14', '21') });
  const { version } = await loadDraft(db, { slug });
  const edited = await writeEditorial(db, {
    viewer: official,
    slug,
    change: { op: 'replace', code: codes.term, heading: '', text, rest: '', target: null },
    reason: 'Porządek.',
    againstVersion: version,
    now: during,
  });
  expect(edited).toMatchObject({ ok: true });
  const letter = await db.mailMessage.findFirstOrThrow({
    where: { toEmail: anna.email, dedupeKey: { startsWith: 'fit:' } },
  });
  return { anna, number, letter: { ...letter, body: letter.body.replaceAll('\u00a0', ' ') } };
}

test('an author whose words were adapted is told the words before and after, by when and what silence does', async () => {
  const { anna, number, letter } = await scene('zgoda', term.replace('jedno spotkanie', 'dwa spotkania'));
  expect(letter.subject).toContain('Potrzebna Twoja odpowiedź');
  expect(letter.body).toContain(`Twoje brzmienie: ${term.replace('14', '21')}`);
  expect(letter.body).toContain(
    `Po dostosowaniu: ${term.replace('14', '21').replace('jedno spotkanie', 'dwa spotkania')}`,
  );
  expect(letter.body).toContain('do 30 grudnia 2026 r., godz. 23.59');
  expect(letter.body).toContain('Jeśli nie odpowiesz');
  expect(await countAsked(db, anna.id)).toBe(1);
  expect(await listAsked(db, anna.id)).toMatchObject([{ number, fit: 'adapted', consultation: { slug: 'zgoda' } }]);
  const { revision } = await remarkNow(db, 'zgoda', number);
  await answerFit(db, { viewer: anna, slug: 'zgoda', number, revision, answer: { kind: 'confirm' } });
  expect([await countAsked(db, anna.id), await listAsked(db, anna.id)]).toEqual([0, []]);
});

test('of an amendment in conflict the letter has the words filed and what the text says now', async () => {
  const now = term.replace('14', '30');
  const { anna, letter } = await scene('kolizja', now);
  expect(letter.body).toContain(`Twoje brzmienie: ${term.replace('14', '21')}`);
  expect(letter.body).toContain(`Przepis brzmi teraz: ${now}`);
  expect(await listAsked(db, anna.id)).toMatchObject([{ fit: 'conflict' }]);
});
