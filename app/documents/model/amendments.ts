import { z } from 'zod';
import { DocumentError } from './document-error.ts';
import { oneMoment } from '#app/text/docx/moment.ts';

const clause = z.discriminatedUnion('op', [
  z.object({
    op: z.enum(['replace', 'insert-after']),
    citation: z.string().min(1),
    text: z.string().refine((text) => text.trim() !== '', 'is empty'),
  }),
  z.object({ op: z.literal('delete'), citation: z.string().min(1), text: z.string().optional() }),
]);

const amendment = z.object({
  author: z.string().trim().min(1).max(200),
  date: z.iso.datetime({ offset: true }).transform(oneMoment),
  reason: z.string().max(20_000).default(''),
  clauses: z.array(clause).min(1).max(500),
});

const amendments = z.array(amendment).max(2_000);

/** What an amendment does to one clause, named by its citation; `text` is the clause's own wording, its mark may be left out. */
export type AmendedClause = z.output<typeof clause>;
/** `number` where it is known by one, as in a register. */
export type Amendment = z.output<typeof amendment> & { number?: number };

/** Reads the amendments file of the command line. Throws DocumentError that names the place of the first fault. */
export function readAmendments(source: string, file: string): Amendment[] {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw new DocumentError(`${file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`, {
      cause: error,
    });
  }
  const result = amendments.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new DocumentError(
    `${file} holds no amendments of the expected form${place}: ${issue?.message ?? 'unreadable'}`,
  );
}
