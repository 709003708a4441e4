import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { dayAfter, warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { accesses, boardBounds, marksRange, openers, type Opener } from './board.ts';
import type { NewBoard } from './open-board.server.ts';

export type OpenerChoice = { value: string; as: Opener; name: string };

/** An opener as the value of a choice; only a team needs to be named. */
export const openerValue = ({
  as,
  teamId,
  teryt,
}: {
  as: Opener;
  teamId: string | null;
  teryt: string | null;
}): string => [as, teamId ?? teryt].filter(Boolean).join(':');

export const newBoardSchema = z.object({
  as: z.string().max(60),
  teryt: z
    .string()
    .max(7)
    .regex(/^\d{7}$/, 'boards.error.no-municipality'),
  unitName: typedLine({ max: boardBounds.unit }),
  consultation: z
    .string()
    .max(120)
    .regex(/^[a-z\d-]*$/, 'boards.error.no-consultation'),
  title: typedLine({ min: 5, max: boardBounds.title }),
  question: typedText({ min: 5, max: boardBounds.question }),
  access: z.enum(accesses, 'error.choice'),
  marksEach: z.string().max(2),
  opens: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  closes: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
});

type Read = { ok: true; value: NewBoard } | { ok: false; field: string; key: MessageKey };

/** The form as a board; days are those of Poland, the last one counted in. */
export function readNewBoard(form: z.infer<typeof newBoardSchema>): Read {
  const [as, id = ''] = form.as.split(':');
  const opener = openers.find((each) => each === as);
  if (!opener) return { ok: false, field: 'as', key: 'error.choice' };
  const marksEach = /^\d$/.test(form.marksEach) ? Number(form.marksEach) : 0;
  if (marksEach < marksRange.least || marksEach > marksRange.most)
    return { ok: false, field: 'marksEach', key: 'boards.error.marks' };
  const opensAt = warsawInstant(form.opens, '00:00');
  if (!opensAt) return { ok: false, field: 'opens', key: 'error.date' };
  const closesAt = warsawInstant(form.closes, '00:00') && warsawInstant(dayAfter(form.closes), '00:00');
  if (!closesAt) return { ok: false, field: 'closes', key: 'error.date' };
  const { teryt, unitName, title, question, access } = form;
  return {
    ok: true,
    value: {
      as: opener,
      teamId: opener === 'team' ? id : null,
      teryt,
      unitName,
      title,
      question,
      access,
      marksEach,
      opensAt,
      closesAt,
      consultation: form.consultation || null,
    },
  };
}
