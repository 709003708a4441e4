import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { lettersOf } from '#app/record/covered/cover-words.ts';
import { coverAgain } from '#app/record/covered/lift-covers.server.ts';
import { redact } from '#app/record/covered/public-wording.ts';

/** Words that were covered before copies were covered too: finds them in closed reports, letters and the rest. Run it at a start. */
export async function coverOlder(db: Db): Promise<void> {
  const older = await db.redaction.findMany({
    where: { marks: 0, undoneAt: null, subjectType: 'remark' },
    select: {
      id: true,
      subjectId: true,
      teryt: true,
      number: true,
      consultationId: true,
      rules: { select: { words: true, instead: true } },
    },
  });
  for (const { rules, ...act } of older) {
    await transaction(db, async (tx) => {
      const removed = rules.flatMap(({ words, instead }) => {
        const found = redact(words, instead, '');
        return found.ok ? found.removed : [];
      });
      for (const words of new Set(removed))
        await tx.redactionRule.create({
          data: {
            teryt: act.teryt,
            redactionId: act.id,
            reach: lettersOf(words) >= 4 ? 'copy' : 'own',
            words,
            instead: '[zasłonięto: dane osobowe]',
          },
        });
      await tx.redaction.update({ where: { id: act.id }, data: { marks: Math.max(1, removed.length) } });
      await coverAgain(tx, act);
    });
  }
}
