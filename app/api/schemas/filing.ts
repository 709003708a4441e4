import { z } from 'zod';
import { filingLimits, markChoices } from '#app/drafting/register/operation-draft.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { operationKinds, textLimits } from '#app/drafting/state/remark.ts';
import { apiUrl, instant, pageUrl } from './common.ts';

const words = (max: number, example: string) => typedText({ max }).default('').meta({ example });

/** A letter as a program sends it: the points and changes of the form on the page. */
export const newFiling = z
  .strictObject({
    nameIsPublic: z.boolean().default(false).meta({
      description:
        'The author asks to be named in public; otherwise the signature is that of a natural person or of the organisation alone.',
      example: false,
    }),
    points: z
      .array(
        z.strictObject({
          reason: typedText({ min: 1, max: textLimits.reason }).meta({
            description: 'The remark itself, or why the amendment is needed.',
            example: 'Dwa tygodnie to za mało.',
          }),
          place: words(textLimits.place, '').meta({
            description: 'What it is about where that is no unit of the text.',
            example: '',
          }),
          changes: z
            .array(
              z.strictObject({
                op: z.enum(operationKinds).meta({ example: 'replace' }),
                clause: z.int().min(1).max(2_000_000_000).meta({ description: 'Code of the clause.', example: 3 }),
                revision: z.uuid().meta({
                  description:
                    '`revision` of the clause as you read it; when its words have changed since, nothing is filed.',
                  example: '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b11',
                }),
                quote: words(textLimits.whole, ''),
                text: words(textLimits.whole, 'Konsultacje trwają co najmniej 21 dni.').meta({
                  description: 'New words: replace, insert-after, merge, and the first unit of split.',
                  example: 'Konsultacje trwają co najmniej 21 dni.',
                }),
                rest: words(textLimits.whole, '').meta({
                  description: 'split: words of the second unit.',
                  example: '',
                }),
                target: z.int().min(1).max(2_000_000_000).nullable().default(null).meta({
                  description: 'move: code of the unit it goes after; merge: of the unit taken in.',
                  example: null,
                }),
                mark: z.enum(markChoices).nullable().default(null).meta({
                  description:
                    'Where the words begin with the mark of another kind of unit than theirs ("1)" in an ust.): `keep` it as a part of them, leave it `off`, or (insert-after) make a `unit` of that kind. Marks of the unit\'s own kind are taken off.',
                  example: null,
                }),
              }),
            )
            .max(filingLimits.operations)
            .default([])
            .meta({ description: 'Empty: a remark on the whole act or on `place`.' }),
        }),
      )
      .min(1)
      .max(filingLimits.points),
  })
  .meta({ id: 'NewFiling' });
export type NewFiling = z.infer<typeof newFiling>;

export const filingReceipt = z
  .object({
    number: z.int().min(1).meta({ description: 'On the receipt: number of its first remark.', example: 12 }),
    remarks: z.array(
      z.object({
        number: z.int().meta({ example: 12 }),
        url: pageUrl('/konsultacje/zasady-konsultacji/uwagi/12'),
        api: apiUrl('/consultations/zasady-konsultacji/remarks/12'),
      }),
    ),
    filedAt: instant(),
  })
  .meta({ id: 'FilingReceipt' });
export type FilingReceipt = z.infer<typeof filingReceipt>;
