import * as publishing from '#app/publishing/tasks.server.ts';
import * as table from '#app/publishing/csv/tasks.server.ts';
import * as text from '#app/drafting/acts/tasks.server.ts';
import * as unified from '#app/drafting/unified/tasks.server.ts';
import * as report from '#app/drafting/report/tasks.server.ts';
import * as word from '#app/drafting/word/tasks.server.ts';
import * as akn from '#app/drafting/akn/akn-task.server.ts';
import * as view from '#app/drafting/remarks/view-tasks.server.ts';
import * as carry from '#app/drafting/carry/carry-tasks.server.ts';
import * as ruling from '#app/drafting/rulings/ruling-tasks.server.ts';
import * as talk from '#app/drafting/talk/tasks.server.ts';
import * as words from '#app/drafting/words/tasks.server.ts';
import * as exchange from '#app/drafting/exchange/tasks.server.ts';
import * as editorial from '#app/drafting/editorial/tasks.server.ts';
import * as chart from '#app/monitoring/charts/tasks.server.ts';
import * as issue from '#app/monitoring/publication/tasks.server.ts';
import * as fieldwork from '#app/monitoring/fieldwork/tasks.server.ts';
import * as draw from '#app/monitoring/compare/draw-tasks.server.ts';
import * as answers from '#app/surveys/import-tasks.server.ts';
import * as verify from '#app/verify/tasks.server.ts';
import type { HeavyWork } from '#app/workers/heavy-work.ts';
import type { TaskCode } from '#app/workers/perform.server.ts';

type Works = Record<string, HeavyWork<never, unknown>>;

const works: Works[] = [
  answers,
  publishing,
  table,
  text,
  unified,
  report,
  word,
  akn,
  view,
  carry,
  ruling,
  talk,
  words,
  editorial,
  exchange,
  chart,
  issue,
  fieldwork,
  draw,
  verify,
];

/** What the threads can do: every heavy work, by the name of its task. */
export const taskCode: TaskCode = Object.fromEntries(
  works.flatMap((each) => Object.values(each)).map(({ name, load }) => [name, load as TaskCode[string]]),
);
