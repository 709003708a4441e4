import { expect, test } from 'vitest';
import {
  diffClauses,
  diffText,
  findReferences,
  lint,
  mergeText,
  number,
  outline,
  parse,
  present,
  renderText,
  TextLimitError,
  toActJson,
  toReferenceJson,
} from '#app/text/index.ts';
import { findPersonalData } from '#app/record/covered/personal-data.ts';

import { bindSpaces, fold } from '#app/i18n/typography.ts';
import { linkParts } from '#app/mail/link-parts.ts';
import { outgrows } from './growth.ts';
import { textOf, things } from './texts.ts';

const head = 'UCHWAŁA NR 1\nRady Gminy Jurowice\nz dnia 1 maja 2026 r.\nw sprawie zasad\n\n§ 1. ';
const size = 40_000;
/** As long as an act may be that a browser still sends in a moment; tried with few things, for each takes seconds. */
const long = 1_000_000;
const manyLines = ['§ 1. ', 'Rozdział 1\n', '\n', 'a', ' ', '„a” '];

/** Everything the command line does with one text. */
function readWhole(source: string): void {
  try {
    const act = parse(source);
    toActJson(act);
    outline(act);
    findReferences(act).map(toReferenceJson);
    lint(act, source);
    number(act, { mode: 'draft' });
    renderText(act);
  } catch (error) {
    if (!(error instanceof TextLimitError)) throw error;
  }
}

test('reading a text costs as much as the text is long, whatever it is made of', async () => {
  const slow: string[] = [];
  for (const thing of things) {
    for (const around of [{ after: ' x' }, { before: head, after: ' x' }]) {
      const why = await outgrows(size, (length) => readWhole(textOf(thing, length, around)));
      if (why) slow.push(`${JSON.stringify(thing)} ${around.before ? 'in a §' : 'alone'}: ${why}`);
    }
  }
  expect(slow).toEqual([]);
}, 600_000);

test('and that goes on to a million characters', async () => {
  const slow: string[] = [];
  for (const thing of manyLines) {
    const why = await outgrows(long, (length) => readWhole(textOf(thing, length, { after: ' x' })));
    if (why) slow.push(`${JSON.stringify(thing)}: ${why}`);
  }
  expect(slow).toEqual([]);
}, 600_000);

test('so does everything that reads the words of a remark or a letter', async () => {
  const readers: Record<string, (text: string) => unknown> = {
    findPersonalData,
    bindSpaces,
    fold,
    linkParts: (text) => linkParts(text, 'https://paragraf.example'),
  };
  const slow: string[] = [];
  for (const [name, read] of Object.entries(readers)) {
    for (const thing of things) {
      const why = await outgrows(size, (length) => read(textOf(thing, length, { after: 'x' })));
      if (why) slow.push(`${name} of ${JSON.stringify(thing)}: ${why}`);
    }
  }
  expect(slow).toEqual([]);
}, 600_000);

test('comparing and merging hostile texts is bounded', async () => {
  const slow: string[] = [];
  const pairs: [string, string][] = [
    ['a b ', 'b a '],
    ['a ', 'b '],
    ['§ 1 ', '1 § '],
    ['a. ', 'b. '],
    ['a\n', 'b\n'],
    ['a', 'b'],
    [' ', '\t'],
    ['„a” ', '"a" '],
    ['1, ', '1; '],
    ['a\u0301', 'a\u0323'],
  ];
  for (const [one, other] of pairs) {
    const why = await outgrows(size / 2, (length) => {
      const [before, after] = [textOf(one, length, { after: 'x' }), textOf(other, length, { after: 'y' })];
      present(diffText(before, after));
      diffClauses([{ text: before }], [{ text: after }]);
      mergeText(before, [after, textOf(one, length, { before: 'z ' })]);
    });
    if (why) slow.push(`${JSON.stringify([one, other])}: ${why}`);
  }
  expect(slow).toEqual([]);
}, 600_000);
