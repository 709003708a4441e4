import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Locale } from '#app/i18n/locale.ts';
import { en } from '#app/i18n/messages/en.ts';
import { plCommon } from '#app/i18n/messages/pl/common.ts';
import { pl, type MessageKey } from '#app/i18n/messages/pl.ts';
import { sourceFiles } from './source-files.ts';
import { nodes, parse } from './syntax.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Options = Record<string, { value: Element[] }>;

const catalogues: Record<Locale, Record<string, string | undefined>> = { pl, en };
const textOf = (locale: Locale, key: string) => catalogues[locale][key] ?? '';
const keys = Object.keys(pl) as MessageKey[];

function elements(locale: Locale, text: string): Element[] {
  const visit = (list: Element[]): Element[] =>
    list.flatMap((element) => [element, ...Object.values(optionsOf(element)).flatMap((option) => visit(option.value))]);
  return visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());
}

function optionsOf(element: Element): Options {
  return 'options' in element ? (element.options as Options) : {};
}

/** Types of ICU elements: 0 is plain text, 6 a plural, 7 the number sign in one. */
const isPlaceholder = (element: Element) => element.type !== 0 && element.type !== 7;

/** A citation in a case is the same value; English has none. */
const nameOf = (value: string) => value.replace(/_(?:gen|dat|acc|ins|loc)$/, '');

/** Names and kinds a message has to be filled with, e.g. "count:6". */
function placeholders(locale: Locale, text: string): string[] {
  const found = elements(locale, text)
    .filter(isPlaceholder)
    .map((element) => `${'value' in element ? nameOf(String(element.value)) : ''}:${element.type}`);
  return [...new Set(found)].sort();
}

/** Sets of plural forms that differ from what the language needs. */
function wrongPlurals(locale: Locale, text: string): string[] {
  const wanted = locale === 'pl' ? 'few,many,one,other' : 'one,other';
  const forms = elements(locale, text)
    .filter((element) => element.type === 6)
    .map((element) =>
      Object.keys(optionsOf(element))
        .filter((form) => !form.startsWith('='))
        .sort()
        .join(),
    );
  return forms.filter((form) => form !== wanted);
}

test('every message of both languages can be read as ICU', () => {
  for (const locale of ['pl', 'en'] as const) {
    for (const key of keys) expect(() => elements(locale, textOf(locale, key)), `${locale} ${key}`).not.toThrow();
  }
});

test('both languages are filled with the same values', () => {
  const different = keys.filter(
    (key) => placeholders('pl', textOf('pl', key)).join() !== placeholders('en', textOf('en', key)).join(),
  );
  expect(different).toEqual([]);
});

test('Polish plurals have one, few, many and other, English ones one and other', () => {
  for (const locale of ['pl', 'en'] as const) {
    expect(
      keys.filter((key) => wrongPlurals(locale, textOf(locale, key)).length > 0),
      locale,
    ).toEqual([]);
  }
});

test('no message is empty, and none of the English ones is written in Polish', () => {
  expect(keys.filter((key) => [textOf('pl', key), textOf('en', key)].some((text) => text.trim() === ''))).toEqual([]);
  // Names of languages and of places may be Polish in English text; whole words like these may not.
  expect(keys.filter((key) => /\b(nie|jest|oraz|się|został[aoy]?)\b/i.test(textOf('en', key)))).toEqual([]);
});

test('the checks see a missing form, a missing value and a broken message', () => {
  expect(wrongPlurals('pl', '{n, plural, one {# uwaga} few {# uwagi} other {# uwag}}')).toEqual(['few,one,other']);
  expect(placeholders('pl', 'do {date}, {n, plural, one {{who}} other {#}}')).toEqual(['date:1', 'n:6', 'who:1']);
  expect(() => elements('pl', '{n, plural, one {x')).toThrow();
});

type Words = { whole: Set<string>; beginnings: Set<string> };

/** All texts in the sources: whole ones, and the fixed beginnings of those put together (`stage.${x}`, 'stage.' + x). */
function wordsOfSources(): Words {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const file of sourceFiles('app', 'scripts')) {
    if (/^app\/i18n\/messages\/|\.test\.tsx?$/.test(file.path)) continue;
    for (const node of nodes(parse(file))) {
      if (ts.isStringLiteralLike(node)) whole.add(node.text);
      if (ts.isTemplateExpression(node)) beginnings.add(node.head.text);
      if (ts.isBinaryExpression(node) && ts.isStringLiteralLike(node.left)) beginnings.add(node.left.text);
    }
  }
  return { whole, beginnings: new Set([...beginnings].filter((text) => /^[a-z][\w-]*[.-]/.test(text))) };
}

const words = wordsOfSources();
const infos = [...words.whole].flatMap((text) =>
  [...text.matchAll(/[?&]info=([\w.-]+)/g)].map(([, name]) => `notice.${name}`),
);

test('every message of a domain is used somewhere', () => {
  const isUsed = (key: string) =>
    words.whole.has(key) ||
    [...words.beginnings].some((start) => key.startsWith(start)) ||
    (key.startsWith('notice.') && (infos.includes(key) || words.whole.has(key.slice('notice.'.length))));
  // Shared words may be there before a page needs them.
  expect(keys.filter((key) => !Object.hasOwn(plCommon, key) && !isUsed(key))).toEqual([]);
  expect(isUsed('nav.skip')).toBe(true);
  expect(isUsed('no.such-message')).toBe(false);
});

test('messages named in forms and redirects exist', () => {
  // These travel as plain text, so the type check does not see them.
  const named = [...words.whole].filter((text) => /^(error|notice)\.[a-z][\w-]*$/.test(text));
  expect([...named, ...infos].filter((key) => !Object.hasOwn(pl, key))).toEqual([]);
});
