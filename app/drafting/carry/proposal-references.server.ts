import type { Db } from '#app/db/client.server.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { keepsNumbers, type AdjustedWords, type ReferredUnit } from './proposal-references.ts';
import { adjustProposals } from './carry-tasks.server.ts';

/**
 * Words of open amendments that have to follow a version's new numbers, by operation. What is in conflict is written anew by its
 * author in any case, and what the text contains already is in the text.
 */
export async function followInProposals(
  db: Db,
  input: {
    consultationId: string;
    except: readonly string[];
    before: readonly ReferredUnit[];
    after: readonly ReferredUnit[];
  },
): Promise<Map<string, AdjustedWords>> {
  // Most versions change words alone; then thousands of amendments need not be read.
  if (keepsNumbers(input.before, input.after)) return new Map();
  const operations = await db.remarkOperation.findMany({
    where: {
      consultationId: input.consultationId,
      op: { in: ['replace', 'insert-after', 'split', 'merge'] },
      fit: { in: ['unchanged', 'adapted'] },
      carriedAfter: { not: null },
      remark: { state: 'open', id: { notIn: [...input.except] } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, clauseId: true, insertType: true, carriedAfter: true, carriedRest: true },
  });
  const types = new Map(input.before.map(({ clauseId, type }) => [clauseId, type]));
  return runTask(adjustProposals, {
    before: input.before,
    after: input.after,
    proposals: operations.map((operation) => ({
      id: operation.id,
      clauseId: operation.clauseId,
      type: (operation.insertType as UnitType | null) ?? types.get(operation.clauseId) ?? 'text',
      after: operation.carriedAfter ?? '',
      rest: operation.carriedRest,
    })),
  });
}
