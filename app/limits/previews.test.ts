import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Use cases that compute something anew for whoever presses a button, and write nothing or little. */
const previews = [
  'amendments/ruling-page', 'amendments/deciding/bulk-page', 'amendments/deciding/office-group', 'amendments/editorial/editorial-page', 'amendments/word/returned-view', 'amendments/word/open-returned',
  'amendments/register/answer-filing-form', 'amendments/redaction/redact-text', 'amendments/exchange/read-import', 'consultations/import-text', 'consultations/edit-source', 'consultations/correct-roles',
  'consultations/read-upload', 'monitoring/bridge/upload-methodology',
];

test('every preview is bounded in number', () => {
  const unbounded = previews.filter((name) => !/await (requireLimit|takeLimit)\(db, .*(preview|upload)/.test(readFileSync(`app/${name}.server.ts`, 'utf8')));
  expect(unbounded).toEqual([]);
});
