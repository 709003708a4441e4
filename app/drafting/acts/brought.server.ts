import { runTask } from '#app/workers/run-task.server.ts';
import { broughtProblems, type BroughtProblem, type Finding } from './brought-problems.ts';
import type { Checked } from './brought-work.ts';
import { checkUnits } from './tasks.server.ts';

/**
 * What the checks find in a text and did not find in the one before. Each of the two is checked once, whoever asks: the text
 * that a ruling would give is the text before the next one.
 */
export async function findBrought(before: readonly Checked[], after: readonly Checked[]): Promise<BroughtProblem[]> {
  const [known, found] = await Promise.all([findingsIn(before), findingsIn(after)]);
  return broughtProblems(known, found);
}

/** Of versions, which never change: the text before is the same for everything that somebody thinks of doing to it. */
const ofVersions = new WeakMap<readonly Checked[], Promise<Finding[]>>();

function findingsIn(units: readonly Checked[]): Promise<Finding[]> {
  const known = ofVersions.get(units);
  if (known) return known;
  const found = check(units);
  if (Object.isFrozen(units)) {
    ofVersions.set(units, found);
    found.catch(() => ofVersions.delete(units));
  }
  return found;
}

/** Only what the checks read: the work is shared by all who give the same, and an id of a revision would part them. */
function check(units: readonly Checked[]): Promise<Finding[]> {
  const read = units.map(({ clauseId, type, label, number, heading, text, quoted, depth }) => ({
    clauseId,
    type,
    label,
    number,
    heading,
    text,
    quoted,
    depth,
  }));
  return runTask(checkUnits, read);
}
