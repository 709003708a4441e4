import { z } from 'zod';
import type { Approves } from '#app/drafting/office/gate.server.ts';
import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { correctRuling } from '#app/drafting/rulings/correct-ruling.server.ts';
import { readStoredFinals } from '#app/drafting/rulings/draft-input.ts';
import { decisions } from '#app/drafting/state/remark-state.ts';
import { withdrawFiling } from '#app/drafting/register/withdraw-filing.server.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { editorialOps } from '#app/drafting/editorial/editorial-change.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { subjectTypes, type SubjectType } from '#app/record/covered/subjects.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';

export type ActContext = { viewer: Viewer; slug: string; now: Date; approves: Approves };
export type Acted = { ok: true; value: unknown } | { ok: false; error: { code: string } };

export type OfficeAct<I> = {
  /** The stored input, read back. */
  schema: z.ZodType<I>;
  run: (db: Db, context: ActContext, input: I) => Promise<Acted>;
  /** Why, as everybody will read it. */
  reasonOf: (input: I) => string;
  /** What of the input says the same whatever it was made against. */
  essence: (input: I) => unknown;
  /** What it made, from the value of the write. */
  resultOf: (value: unknown) => string;
};

const act = <I>(given: OfficeAct<I>): OfficeAct<I> => given;
const instant = z.iso.datetime().transform((text) => new Date(text));
const dates = z.object({ opensAt: instant, closesAt: instant, answersDueAt: instant });
const field = (name: string) => (value: unknown) => String((value as Record<string, unknown>)[name]);

const change = z.object({
  op: z.enum([...editorialOps, 'renumber']),
  code: z.number(),
  heading: z.string(),
  text: z.string(),
  rest: z.string(),
  target: z.number().nullable(),
  mark: z.literal('keep').optional(),
  marks: z.array(z.object({ clauseId: z.string(), mark: z.string() })).optional(),
});

/** Everything that waits for a second official: how it is read back and made. The same use cases as without four eyes. */
export const officeActs = {
  editorial: act({
    schema: z.object({ change, reason: z.string(), againstVersion: z.number(), report: z.number() }),
    run: (db, context, input) => writeEditorial(db, { ...context, ...input }),
    reasonOf: ({ reason }) => reason,
    essence: (input) => input.change,
    resultOf: field('version'),
  }),
  terms: act({
    schema: z.object({ shown: dates, dates, reason: z.string(), shortTerm: z.boolean().optional() }),
    run: (db, context, { shortTerm = false, ...input }) => changeTerms(db, { ...context, ...input, shortTerm }),
    reasonOf: ({ reason }) => reason,
    essence: (input) => input.dates,
    resultOf: field('id'),
  }),
  'ruling-correction': act({
    schema: z.object({
      number: z.number(),
      decision: z.enum(decisions),
      reason: z.string(),
      why: z.string(),
      finals: z.record(
        z.string(),
        z.object({ text: z.string(), anchorId: z.string().nullable(), rest: z.string().optional() }),
      ),
      ruling: z.string(),
      againstVersion: z.number(),
    }),
    run: (db, context, { finals, ...input }) =>
      correctRuling(db, { ...context, ...input, finals: readStoredFinals(finals) }),
    reasonOf: ({ why }) => why,
    essence: ({ number, decision, reason }) => [number, decision, reason],
    resultOf: field('ruling'),
  }),
  withdrawal: act({
    schema: z.object({ number: z.number(), points: z.array(z.tuple([z.number(), z.number()])) }),
    run: (db, context, { number, points }) => withdrawFiling(db, { ...context, number, points: new Map(points) }),
    reasonOf: () => '',
    essence: ({ number, points }) => [number, points.map(([point]) => point)],
    resultOf: (value) => (value as { withdrawn: number[] }).withdrawn.join(', '),
  }),
  report: act({
    schema: z.object({ after: z.number(), note: z.string(), details: z.number().optional() }),
    run: (db, context, input) => publishReport(db, { ...context, ...input }),
    reasonOf: ({ note }) => note,
    essence: ({ after, note }) => ({ after, note }),
    resultOf: field('number'),
  }),
  adopted: act({
    schema: z.object({ sign: z.string(), adoptedOn: z.string(), text: z.string() }),
    run: (db, context, input) => enterAdopted(db, { ...context, ...input }),
    reasonOf: () => '',
    essence: (input) => input,
    resultOf: field('id'),
  }),
  'adopted-corrected': act({
    schema: z.object({
      after: z.number(),
      sign: z.string(),
      adoptedOn: z.string(),
      text: z.string().nullable(),
      reason: z.string(),
    }),
    run: (db, context, input) => correctAdopted(db, { ...context, ...input }),
    reasonOf: ({ reason }) => reason,
    essence: ({ sign, adoptedOn, text }) => [sign, adoptedOn, text],
    resultOf: field('number'),
  }),
  'four-eyes-off': act({
    schema: z.object({ reason: z.string() }),
    run: (db, context, input) => setFourEyes(db, { ...context, ...input, fourEyes: false }),
    reasonOf: ({ reason }) => reason,
    essence: ({ reason }) => reason,
    resultOf: () => 'off',
  }),
  uncovering: act({
    schema: z.object({
      type: z.enum(subjectTypes as [SubjectType, ...SubjectType[]]),
      id: z.uuid(),
      redactionId: z.uuid(),
      reason: z.string(),
    }),
    run: (db, { slug: _slug, ...context }, input) => undoRedaction(db, { ...context, ...input }),
    reasonOf: ({ reason }) => reason,
    essence: ({ redactionId }) => redactionId,
    resultOf: field('id'),
  }),
} as const satisfies Record<DraftKind, unknown>;

export type ActInput<K extends DraftKind> = z.output<(typeof officeActs)[K]['schema']>;

/** The act of a kind, whatever its input is: the input of a draft is read by the schema beside it. */
export function actOf(kind: DraftKind): OfficeAct<unknown> {
  return officeActs[kind] as unknown as OfficeAct<unknown>;
}
