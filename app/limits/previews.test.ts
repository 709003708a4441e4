import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Use cases that compute something anew for whoever presses a button, and write nothing or little. */
const previews = [
  'drafting/rulings/ruling-page',
  'drafting/rulings/bulk-page',
  'drafting/rulings/office-group',
  'drafting/editorial/editorial-page',
  'drafting/word/returned-view',
  'drafting/word/open-returned',
  'drafting/register/answer-filing-form',
  'redaction/redact-text',
  'drafting/exchange/read-import',
  'drafting/acts/import-text',
  'drafting/acts/edit-source',
  'drafting/acts/correct-roles',
  'drafting/acts/read-upload',
  'monitoring/bridge/upload-methodology',
];

test('every preview is bounded in number', () => {
  const unbounded = previews.filter(
    (name) =>
      !/(?:await|return) (requireLimit|takeLimit)\(db, .*(preview|upload)/.test(
        readFileSync(`app/${name}.server.ts`, 'utf8'),
      ),
  );
  expect(unbounded).toEqual([]);
});
