import type { Act, Unit } from '../tree/types.ts';

export type HtmlOptions = {
  /** Put before every unit id; keeps ids apart when two acts share a page. */
  idPrefix?: string;
  /** Level of the act's title; headings of divisions go one below. */
  headingLevel?: 1 | 2 | 3 | 4;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/**
 * HTML of an act: one element per unit, its id the unit's id, its class `unit unit-<type>`, `data-citation` for
 * links and scripts. Everything that comes from the act is escaped.
 */
export function renderHtml(act: Act, options: HtmlOptions = {}): string {
  const level = options.headingLevel ?? 1;
  const parts: string[] = [`<article class="act" lang="pl">`];
  const before = frontHtml(act, level);
  if (before !== '') parts.push(before);
  for (const unit of act.units) parts.push(renderUnitHtml(unit, { ...options, headingLevel: level }));
  const tail = act.annexes.map((annex) => ({
    line: annex.line,
    html: renderUnitHtml(annex, { ...options, headingLevel: level }),
  }));
  if (act.reasons !== null) {
    tail.push({
      line: act.reasonsLine ?? Number.MAX_SAFE_INTEGER,
      html: `<section class="reasons">${paragraphs(act.reasons)}</section>`,
    });
  }
  tail.sort((a, b) => a.line - b.line);
  parts.push(...tail.map((part) => part.html), '</article>');
  return parts.join('\n');
}

function frontHtml(act: Act, level: number): string {
  if (act.before === '') return '';
  return `<header class="act-front" data-level="${level}">${paragraphs(act.before)}</header>`;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

/** HTML of one unit with everything below it. */
export function renderUnitHtml(unit: Unit, options: HtmlOptions = {}): string {
  const id = escapeHtml(`${options.idPrefix ?? ''}${unit.id}`);
  const cite = unit.citation === '' ? '' : ` data-citation="${escapeHtml(unit.citation)}"`;
  const systematic =
    unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter' || unit.type === 'annex';
  const tag = systematic ? 'section' : 'div';
  const inner = [
    systematic ? headingHtml(unit, options) : wordsHtml(unit),
    systematic && unit.text !== '' ? paragraphs(unit.text) : '',
  ];
  if (unit.quoted !== undefined) {
    const quoted = unit.quoted.map((part) => renderUnitHtml(part, options)).join('');
    inner.push(`<blockquote class="quoted">${quoted}</blockquote>`);
  }
  for (const child of unit.children) inner.push(renderUnitHtml(child, options));
  return `<${tag} id="${id}" class="unit unit-${unit.type}"${cite}>${inner.join('')}</${tag}>`;
}

function headingHtml(unit: Unit, options: HtmlOptions): string {
  const depth = unit.type === 'subchapter' ? 3 : unit.type === 'chapter' ? 2 : 1;
  const level = Math.min(6, (options.headingLevel ?? 1) + depth);
  const heading = unit.heading === '' ? '' : ` <span class="unit-heading">${escapeHtml(unit.heading)}</span>`;
  return `<h${level}><span class="unit-label">${escapeHtml(unit.label)}</span>${heading}</h${level}>`;
}

function wordsHtml(unit: Unit): string {
  const label = unit.label === '' ? '' : `<span class="unit-label">${escapeHtml(unit.label)}</span> `;
  const [first = '', ...rest] = unit.text.split('\n');
  if (label === '' && unit.text === '') return '';
  return [`<p>${label}${escapeHtml(first)}</p>`, ...rest.map((line) => `<p>${escapeHtml(line)}</p>`)].join('');
}
