import { expect, test } from 'vitest';
import { codes, decide, during, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { setSupport } from '../talk/set-support.server.ts';
import { writeEditorial } from '../editorial/write-editorial.server.ts';
import { councillorPage } from './councillor-page.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';

test('a councillor reads a line for each change: the words that differ, why, and who is for and against', async () => {
  const { slug, official } = await makeConsultation(db, 'radni');
  const [anna, bogdan, celina] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Celina'),
  ];
  const longer = await filed(db, { slug, viewer: anna, code: codes.term, text: term.replace('14 dni', '21 dni') });
  await setSupport(db, { viewer: bogdan, slug, number: longer, stance: 'support', now: during });
  await setSupport(db, { viewer: celina, slug, number: longer, stance: 'objection', now: during });
  await decide(db, { slug, viewer: official, number: longer, decision: 'accepted' });
  await writeEditorial(db, {
    viewer: official,
    slug,
    change: { op: 'delete', code: codes.report, heading: '', text: '', rest: '', target: null },
    reason: 'Powtarza ustawę.',
    againstVersion: 2,
  });
  const { lines, renumbered } = await councillorPage(db, { slug, locale: 'pl', now: during });
  const plain = lines.map((line) => ({ ...line, citation: line.citation.replaceAll('\u00a0', ' ') }));
  expect(plain).toMatchObject([
    {
      citation: '§ 2 ust. 1',
      was: 'najmniej 14 dni',
      is: 'najmniej 21 dni',
      why: [{ by: 'remark', number: longer, decision: 'accepted' }],
      voices: { support: 1, objection: 1 },
    },
    {
      citation: '§ 2 ust. 3',
      was: 'Raport sporządza się w terminie 30 dni.',
      is: null,
      why: [{ by: 'office', version: 3, note: 'Powtarza ustawę.' }],
      voices: null,
    },
  ]);
  expect(renumbered).toBe(0);
});
