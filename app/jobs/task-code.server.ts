import { makePdf } from '#app/publishing/tasks.server.ts';
import { readWordText, reviewText, previewText, readText, carryRoles, diffVersions, makeNextText, parseText } from '#app/consultations/tasks.server.ts';
import { compareTexts, findProblems } from '#app/consultations/unified/tasks.server.ts';
import { makeReportWord } from '#app/consultations/report/tasks.server.ts';
import { readWordChanges, writeWord, mapReturned } from '#app/amendments/word/tasks.server.ts';
import * as amendmentTasks from '#app/amendments/tasks.server.ts';
import { writeTableRows } from '#app/csv/tasks.server.ts';
import { writeAkn } from '#app/amendments/akn-task.server.ts';
import { drawPicture } from '#app/monitoring/charts/tasks.server.ts';
import { buildIssue } from '#app/monitoring/publication/tasks.server.ts';
import { measureReliability } from '#app/monitoring/fieldwork/tasks.server.ts';
import { comparePairOfCards, followTrendOfCard } from '#app/monitoring/draw-tasks.server.ts';
import type { TaskCode } from '#app/workers/perform.server.ts';

const works = [
  makePdf, readWordText, reviewText, previewText, readText, carryRoles, diffVersions, makeNextText, parseText, compareTexts, findProblems, makeReportWord, readWordChanges, writeWord, mapReturned, writeAkn, drawPicture, buildIssue, measureReliability, comparePairOfCards, followTrendOfCard, writeTableRows,
  ...Object.values(amendmentTasks),
];

/** What the threads can do: every heavy work, by the name of its task. */
export const taskCode: TaskCode = Object.fromEntries(works.map(({ name, load }) => [name, load as TaskCode[string]]));
