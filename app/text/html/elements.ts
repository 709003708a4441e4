import type { Attributes } from './attributes.ts';

/**
 * What a page holds beside plain words, and what became of it. In the text: `list-mark` (a number or dash that the page had only as a
 * list), `inserted`, `struck` and `equation`. Left out, its words stand here alone: `deleted` (by a tracked change), `hidden`,
 * `comment`, `picture` (its description) and `object`.
 */
export type HtmlDone = {
  kind: 'list-mark' | 'inserted' | 'struck' | 'equation' | 'deleted' | 'hidden' | 'comment' | 'picture' | 'object';
  words: string;
};

/** Elements that begin and end lines. */
export const BREAKS = new Set(
  (
    'p div li ul ol tr td th table h1 h2 h3 h4 h5 h6 body blockquote pre section article aside header footer main nav figure figcaption ' +
    'dl dt dd address caption thead tbody tfoot fieldset form legend details summary center hr br'
  ).split(' '),
);

export const VOID = new Set('area base br col embed hr img input link meta source track wbr param'.split(' '));

/** Elements that end with the next of their kind, when nobody ended them, up to what holds them. */
export const SELF_ENDING = new Set('p li tr td th dt dd option'.split(' '));
export const HOLDERS = new Set('table ul ol dl div body blockquote section article'.split(' '));

const UNREAD = new Set(
  'iframe object svg canvas video audio select textarea button frameset noframes template datalist'.split(' '),
);

/** What an element does with the words in it; `raised` is a superscript. */
export type Aside = HtmlDone['kind'] | 'nothing' | 'raised';

/** Kinds whose words stay in the text. */
export const STAYS: ReadonlySet<Aside> = new Set<Aside>(['inserted', 'struck', 'equation', 'raised']);

const CLASSES: readonly (readonly [RegExp, Aside])[] = [
  [/^(?:msocomanchor|MsoCommentReference)$/i, 'comment'],
  [/^msoDel$/i, 'deleted'],
  [/^msoIns$/i, 'inserted'],
];

const NAMES: Readonly<Record<string, Aside>> = {
  style: 'nothing',
  script: 'nothing',
  title: 'nothing',
  xml: 'nothing',
  del: 'deleted',
  ins: 'inserted',
  s: 'struck',
  strike: 'struck',
  math: 'equation',
  'm:omath': 'equation',
  sup: 'raised',
};

/** null where the words of an element simply stand in the text. */
export function asideOf(name: string, attributes: Attributes, looks: string): Aside | null {
  if (UNREAD.has(name)) return 'object';
  if (/display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(looks)) return 'hidden';
  if (attributes.has('hidden')) return 'hidden';
  if (/mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/i.test(looks)) return 'comment';
  const own = (attributes.get('class') ?? '').split(/\s+/).slice(0, 20);
  const byClass = CLASSES.find(([pattern]) => own.some((one) => pattern.test(one)))?.[1];
  if (byClass !== undefined) return byClass;
  if (NAMES[name] !== undefined) return NAMES[name];
  if (/text-decoration[^;]{0,40}line-through/i.test(looks)) return 'struck';
  return /vertical-align\s*:\s*super/i.test(looks) ? 'raised' : null;
}
