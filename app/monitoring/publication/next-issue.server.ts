import { runTask } from '#app/workers/run-task.server.ts';
import type { BuiltIssue, IssueOrder } from './build-issue.server.ts';
import { buildIssue } from './tasks.server.ts';

/** The next issue of an edition; thousands of weight sets are drawn for it, which no reader of a page waits for. */
export function nextIssue(order: IssueOrder): Promise<BuiltIssue> {
  return runTask(buildIssue, order);
}
