import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { heavyCalls } from './heavy-calls.ts';
import { root, sourceFiles } from './source-files.ts';
import { arrowsOf } from './layout.ts';
import { breachesIn, leadsOut } from './source-rules.ts';

/** These hold breaches on purpose. */
const itself = /^tests\/contract\/source-rules/;

test('no source breaks the rules of dependency', () => {
  const files = sourceFiles('app', 'scripts', 'tests').filter(({ path }) => !itself.test(path));
  expect(files.length).toBeGreaterThan(60);
  expect(breachesIn(files)).toEqual([]);
});

test('no page for readers of the project has a merge that nobody finished', () => {
  const pages = [
    ...readdirSync(root),
    ...readdirSync(join(root, 'app'), { recursive: true }).map((path) => join('app', String(path))),
  ].filter((path) => path.endsWith('.md') && !path.startsWith(join('app', 'generated')));
  expect(pages).toContain('README.md');
  const open = pages.filter((path) => /^(?:<{7} |={7}$|>{7} )/m.test(readFileSync(join(root, path), 'utf8')));
  expect(open).toEqual([]);
});

test('the scoring needs nothing but its own folder', () => {
  const files = sourceFiles('app').filter(({ path }) => path.startsWith('app/monitoring/'));
  expect(files.map(({ path }) => path)).toContain('app/monitoring/scoring/score.ts');
  expect(leadsOut(files, 'app/monitoring/scoring/score.ts', 'app/monitoring/scoring/')).toEqual([]);
});

test('the text engine is entered by the doors that its page lists, and each of them is used', () => {
  const page = readFileSync(join(root, 'app/text/README.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z.]+\/)` \| ([^|]+) \|/gm)].flatMap(([, folder = '', names = '']) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => join('app/text', folder, `${name}.ts`)),
  );
  const used = arrowsOf(sourceFiles('app'))
    .filter(({ from, to }) => to.startsWith('app/text/') && !from.startsWith('app/text/'))
    .map(({ to }) => to);
  expect([...new Set(used)].sort()).toEqual(listed.sort());
});

test('no use case takes what it was made against as something that may be left out', () => {
  const token = /\b(revision|againstVersion|shown|stamp|known|draftRevision|remarkRevision)\?: /;
  const loose = sourceFiles('app')
    .filter(({ path }) => path.endsWith('.server.ts'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => token.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(loose).toEqual([]);
});

const breaches: [path: string, text: string][] = [
  ['app/people/a.server.ts', `import { data } from '@remix-run/node';`],
  ['app/text/a.ts', `import { fold } from '#app/i18n/typography.ts';`],
  ['app/text/a.ts', `import { fold } from '../i18n/typography.ts';`],
  ['app/text/a.ts', `import type { Db } from '#app/db/client.server.ts';`],
  ['app/text/a.ts', `import { readFileSync } from 'node:fs';`],
  ['app/text/a.ts', `const fs = await import('node:fs');`],
  ['app/documents/a.ts', `import { toDay } from '#app/i18n/dates.ts';`],
  ['app/documents/a.ts', `import { readFile } from 'node:fs/promises';`],
  ['app/monitoring/a.ts', `import { createHash } from 'node:crypto';`],
  ['app/monitoring/a.ts', `export { transaction } from '#app/db/transaction.server.ts';`],
  ['app/people/a.ts', `import { useState } from 'react';`],
  ['app/people/a.tsx', `import { findViewer } from './sessions.server.ts';`],
  ['app/components/a.tsx', `import { findViewer } from '#app/people/viewer.ts';`],
  ['app/routes/a.tsx', `import { PrismaClient } from '#app/generated/prisma/client.ts';`],
  ['app/routes/a.tsx', `const rows = await db.user.findMany();`],
  ['app/routes/a.tsx', `const rows = await context.db.user.findMany();`],
  ['app/routes/a.tsx', `const rows = await getDb().user.findMany();`],
  ['app/routes/a.tsx', `const form = await request.formData();`],
  ['app/people/a.server.ts', `const form = await request.formData();`],
  ['app/i18n/a.ts', `const a = b as any;`],
  ['app/i18n/a.ts', `// @ts-ignore\nconst a = b;`],
  ['app/i18n/a.ts', `// TODO later`],
  ['app/i18n/a.ts', `try { a(); } catch { }`],
  ['app/people/a.server.ts', `await transaction(db, async (tx) => { await db.user.create({}); });`],
  ['app/people/a.server.ts', `await transaction(db, async (tx) => record(db, {}));`],
  ['app/people/a.server.ts', `await transaction(db, async (tx) => { await record({ db }); });`],
  ['app/people/a.server.ts', `await db.$transaction(async (tx) => { await getDb().user.create({}); });`],
  ['app/drafting/a.server.ts', `import { toPdf } from '#app/documents/pdf/to-pdf.ts';`],
  ['app/drafting/a.server.ts', `const { readDocx } = await import('#app/text/docx/read-docx.ts');`],
  ['app/routes/a.tsx', `import { readFile } from '#app/drafting/word/read-file.server.ts';`],
  ['app/routes/a.tsx', `const review = reviewSource(draft.source, draft.overrides);`],
  ['app/people/a.server.ts', `await tx.event.create({ data: { kind } });`],
  ['app/people/a.server.ts', `const hash = createHash('sha256').update(text).digest('hex');`],
  ['app/people/a.server.ts', `const hash = await crypto.subtle.digest("SHA-256", bytes);`],
  ['app/people/a.test.ts', `import { testDb } from '#tests/setup/test-db.ts';`],
];

for (const [path, text] of breaches) {
  test(`the checker catches ${text.replaceAll('\n', ' ')} in ${path}`, () => {
    expect(breachesIn([{ path, text }])).toHaveLength(1);
  });
}

const allowed: [path: string, text: string][] = [
  ['app/routes/a.tsx', `import { data } from '@remix-run/node';\nconst page = await getPage(db, { slug });`],
  [
    'app/text/a.ts',
    `import { diffArrays } from 'diff';\nimport { b } from './b.ts';\nimport { c } from '#app/text/c.ts';`,
  ],
  ['app/documents/word/a.ts', `import { Paragraph } from 'docx';\nimport { parse } from '#app/text/index.ts';`],
  [
    'app/people/a.tsx',
    `import type { Viewer } from './queries.server.ts';\nimport { type A, type B } from './b.server.ts';`,
  ],
  ['app/components/a.tsx', `import { useT } from '#app/i18n/context.tsx';`],
  [
    'app/people/a.server.ts',
    `await transaction(db, async (tx) => { await save(tx, { db: 1 }); });\nawait db.user.count();`,
  ],
  ['app/http/a.server.ts', `const form = await new Response(bytes).formData();`],
  [
    'app/drafting/a.server.ts',
    `import type { PdfModel } from '#app/documents/pdf/to-pdf.ts';\nconst file = await runTask('make-pdf', model);`,
  ],
  ['app/people/a.db.test.ts', `import { testDb } from '#tests/setup/test-db.ts';`],
  ['app/people/a.db.test.ts', `const hash = createHash('sha256').update(text).digest('hex');`],
  ['app/people/a.server.ts', `const mark = createHmac('sha256', secret).update(sha256(text)).digest('hex');`],
];

for (const [path, text] of allowed) {
  test(`the checker lets ${path} have ${text.replaceAll('\n', ' ')}`, () => {
    expect(breachesIn([{ path, text }])).toEqual([]);
  });
}

test('what the scoring needs through another file counts too', () => {
  const files = [
    { path: 'app/monitoring/scoring/score.ts', text: `import { a } from './a.ts';` },
    { path: 'app/monitoring/scoring/a.ts', text: `import { b } from '#app/i18n/numbers.ts';` },
  ];
  expect(leadsOut(files, 'app/monitoring/scoring/score.ts', 'app/monitoring/scoring/')).toEqual([
    'app/monitoring/scoring/a.ts:1 #app/i18n/numbers.ts',
  ]);
});

test('no use case, route or page compares, merges or takes apart words of strangers where everybody waits', () => {
  expect(heavyCalls(sourceFiles('app'))).toEqual([]);
});

test('heavy work is found behind any number of functions and files, called or handed on', () => {
  const files = [
    {
      path: 'app/people/a.ts',
      text: `import { diffText as compare } from '#app/text/diff/diff-text.ts';\nexport const one = (a: string) => compare(a, 'b');\nexport const light = (a: string) => a.length;`,
    },
    {
      path: 'app/people/b.ts',
      text: `import { one } from './a.ts';\nfunction inner(a: string) { return [a].map(one); }\nexport function two(a: string) { return inner(a); }\nexport type One = typeof one;`,
    },
  ];
  const calling = (path: string, text: string) => heavyCalls([...files, { path, text }]);
  expect(
    calling('app/people/c.server.ts', `import { two } from './b.ts';\nexport const three = (a: string) => two(a);`),
  ).toEqual(['app/people/c.server.ts:2 two']);
  expect(
    calling('app/routes/c.tsx', `import { one } from '#app/people/a.ts';\nexport const loader = () => ['a'].map(one);`),
  ).toEqual(['app/routes/c.tsx:2 one']);
  expect(
    calling(
      'app/people/c.tsx',
      `import { present, diffText } from '#app/text/diff/diff-text.ts';\nexport const C = () => diffText('a', 'b');`,
    ),
  ).toEqual(['app/people/c.tsx:2 diffText']);
  expect(
    calling(
      'app/people/c.server.ts',
      `import { light } from './a.ts';\nimport type { One } from './b.ts';\nexport const three = (a: string) => light(a);`,
    ),
  ).toEqual([]);
});
