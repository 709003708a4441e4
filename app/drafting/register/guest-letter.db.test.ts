import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { codes, during, makeConsultation } from '#tests/setup/consultation.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { emptyOperation } from './filing-draft.ts';
import { sendGuestFiling } from './send-guest-filing.server.ts';

const db = await testDb();
const canary = 'KANAREK https://zly.example/x';

test('the first letter to an address that nobody confirmed repeats nothing that was typed', async () => {
  const { slug } = await makeConsultation(db, 'list-goscia');
  const unit = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.term)!;
  const operation = { ...emptyOperation(unit, 'replace'), text: `${unit.text} ${canary}` };
  const sent = await sendGuestFiling(db, {
    slug,
    email: 'ofiara@x.example',
    name: canary,
    organisation: canary,
    nameIsPublic: true,
    points: [{ reason: canary, place: canary, operations: [operation] }],
    locale: 'pl',
    now: during,
  });
  expect(sent).toEqual({ ok: true });
  const letter = await db.mailMessage.findFirstOrThrow({ where: { toEmail: 'ofiara@x.example' } });
  expect(`${letter.subject} ${letter.body}`).not.toMatch(/KANAREK|zly\.example/);
});
