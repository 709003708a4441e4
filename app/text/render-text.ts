import type { Act, Unit } from './types.ts';

/**
 * Plain text of an act, one paragraph per block, so that parse reads the same tree again. Ends with a line break;
 * an act without words gives the empty text.
 */
export function renderText(act: Act): string {
  const blocks: string[] = [];
  if (act.before !== '') blocks.push(act.before);
  for (const unit of act.units) renderUnit(unit, blocks);
  const tail: Array<{ line: number; write: () => void }> = act.annexes.map((annex) => ({
    line: annex.line,
    write: () => renderUnit(annex, blocks),
  }));
  if (act.reasons !== null) {
    const { reasons, reasonsLine } = act;
    tail.push({ line: reasonsLine ?? Number.MAX_SAFE_INTEGER, write: () => void blocks.push(reasons) });
  }
  tail.sort((a, b) => a.line - b.line);
  for (const part of tail) part.write();
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** Plain text of one unit and all below it. */
export function renderUnitText(unit: Unit): string {
  const blocks: string[] = [];
  renderUnit(unit, blocks);
  return blocks.join('\n\n');
}

function renderUnit(unit: Unit, blocks: string[]): void {
  const systematic = unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter' || unit.type === 'annex';
  const parts = systematic ? [unit.label, unit.heading] : [[unit.label, unit.heading].filter(Boolean).join(' ')];
  // "I. POSTANOWIENIA OGÓLNE": a bare Roman number is a heading only with its words beside it.
  const isBareNumber = /^[IVX]+\s?[.)]?$/u.test(unit.label);
  const head = parts.filter((part) => part !== '').join(unit.type === 'annex' ? '\n\n' : isBareNumber ? ' ' : '\n');
  const words = unit.text.replaceAll('\n', '\n\n');
  if (systematic) {
    if (head !== '') blocks.push(head);
    if (words !== '') blocks.push(words);
  } else {
    blocks.push([head, words].filter((part) => part !== '').join(' '));
  }
  if (unit.quoted !== undefined) renderQuoted(unit.quoted, blocks);
  for (const child of unit.children) renderUnit(child, blocks);
}

/** Quoted wording goes on new lines; its opening mark moves to it, its closing mark stays on its last line. */
function renderQuoted(quoted: readonly Unit[], blocks: string[]): void {
  let open = takeOpeningMark(blocks);
  for (const unit of quoted) {
    const inner: string[] = [];
    renderUnit(unit, inner);
    const isClosing = unit.type === 'text' && unit.label === '' && /^["”»“]/.test(unit.text);
    if (isClosing && blocks.length > 0) {
      blocks[blocks.length - 1] += (open === '' ? '' : ` ${open}`) + inner.join('\n\n');
      open = '';
      if (/["„“«]$/.test(unit.text) && unit.text.length > 1) open = takeOpeningMark(blocks);
      continue;
    }
    if (inner.length > 0) inner[0] = open + inner[0]!;
    open = '';
    blocks.push(...inner);
  }
  if (open !== '' && blocks.length > 0) blocks[blocks.length - 1] += open;
}

function takeOpeningMark(blocks: string[]): string {
  const last = blocks[blocks.length - 1];
  if (last === undefined || !/["„“”«]$/.test(last)) return '';
  blocks[blocks.length - 1] = last.slice(0, -1).trimEnd();
  return last.slice(-1);
}
