import type { Act, Unit } from '../tree/types.ts';

/** A paragraph of the printed act. `unit` is null for what stands before the first unit and for the reasons. */
export type TextBlock = { unit: Unit | null; part: 'front' | 'unit' | 'reasons'; text: string };

/**
 * Plain text of an act, one paragraph per block, so that parse reads the same tree again. Ends with a line break;
 * an act without words gives the empty text.
 */
export function renderText(act: Act): string {
  return printBlocks(renderBlocks(act));
}

/** Blocks as the plain text of a file: parted by an empty line, with a line break at the end. */
export function printBlocks(blocks: readonly { text: string }[]): string {
  return blocks.length === 0 ? '' : `${blocks.map((block) => block.text).join('\n\n')}\n`;
}

/** The paragraphs of an act in the order of print, each with the unit it belongs to; `renderText` is these joined. */
export function renderBlocks(act: Act): TextBlock[] {
  const blocks: TextBlock[] = [];
  if (act.before !== '') blocks.push({ unit: null, part: 'front', text: act.before });
  for (const unit of act.units) renderUnit(unit, blocks);
  const tail: Array<{ line: number; write: () => void }> = act.annexes.map((annex) => ({
    line: annex.line,
    write: () => renderUnit(annex, blocks),
  }));
  if (act.reasons !== null) {
    const { reasons, reasonsLine } = act;
    tail.push({
      line: reasonsLine ?? Number.MAX_SAFE_INTEGER,
      write: () => void blocks.push({ unit: null, part: 'reasons', text: reasons }),
    });
  }
  tail.sort((a, b) => a.line - b.line);
  for (const part of tail) part.write();
  return blocks;
}

/** Plain text of one unit and all below it. */
export function renderUnitText(unit: Unit): string {
  const blocks: TextBlock[] = [];
  renderUnit(unit, blocks);
  return blocks.map((block) => block.text).join('\n\n');
}

function renderUnit(unit: Unit, blocks: TextBlock[], parent: Unit | null = null): void {
  const add = (text: string): void => void blocks.push({ unit, part: 'unit', text });
  const systematic =
    unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter' || unit.type === 'annex';
  const words = unit.text.includes('\n') ? unit.text.replaceAll('\n', '\n\n') : unit.text;
  if (systematic) {
    const head = systematicHead(unit);
    if (head !== '') add(head);
    if (words !== '') add(words);
  } else {
    add(placeOf(unit, parent) + joined(joined(unit.label, unit.heading), words));
  }
  if (unit.quoted !== undefined) renderQuoted(unit.quoted, blocks);
  for (const child of unit.children) renderUnit(child, blocks, unit);
}

/** A double tiret with the sign of the tiret above it shows its level by its place alone. */
function placeOf(unit: Unit, parent: Unit | null): string {
  const isSame = unit.type === 'subindent' && parent?.type === 'indent' && unit.label === parent.label;
  return isSame && !/[\p{L}\d]/u.test(unit.label) ? '    ' : '';
}

const joined = (one: string, other: string) => (one === '' ? other : other === '' ? one : `${one} ${other}`);

function systematicHead({ type, label, heading }: Unit): string {
  if (label === '' || heading === '') return label + heading;
  // "I. POSTANOWIENIA OGÓLNE": a bare Roman number is a heading only with its words beside it.
  const isBareNumber = /^[IVX]+\s?[.)]?$/u.test(label);
  return label + (type === 'annex' ? '\n\n' : isBareNumber ? ' ' : '\n') + heading;
}

/** Quoted wording goes on new lines; its opening mark moves to it, its closing mark stays on its last line. */
function renderQuoted(quoted: readonly Unit[], blocks: TextBlock[]): void {
  let open = takeOpeningMark(blocks);
  for (const unit of quoted) {
    const inner: TextBlock[] = [];
    renderUnit(unit, inner);
    const isClosing = unit.type === 'text' && unit.label === '' && /^(?:["”»“]|[’‘']{1,2}(?:[;.,]|$))/.test(unit.text);
    if (isClosing && blocks.length > 0) {
      blocks[blocks.length - 1]!.text +=
        (open === '' ? '' : ` ${open}`) + inner.map((block) => block.text).join('\n\n');
      open = '';
      if (/(?:,,|["„“«‚])$/.test(unit.text) && unit.text.length > 1) open = takeOpeningMark(blocks);
      continue;
    }
    if (inner.length > 0) inner[0]!.text = open + inner[0]!.text;
    open = '';
    blocks.push(...inner);
  }
  if (open !== '' && blocks.length > 0) blocks[blocks.length - 1]!.text += open;
}

function takeOpeningMark(blocks: TextBlock[]): string {
  const last = blocks[blocks.length - 1];
  const mark = last === undefined ? undefined : /(?:,,|‚‚|["„“”«‚‘'])$/.exec(last.text)?.[0];
  if (last === undefined || mark === undefined) return '';
  last.text = last.text.slice(0, -mark.length).trimEnd();
  return mark;
}
