import { chooseForm, lookInto } from './drawing.ts';
import { spend } from './budget.ts';
import { readEquation } from './equation.ts';
import { lostCode } from './fields.ts';
import type { State } from './marks.ts';
import { inherited } from './styles.ts';
import { symbolOf, withoutPrivateSigns } from './symbols.ts';
import { isPrinting, note, noteComment, type Walk } from './walk.ts';
import { lettersOf, textOf, wordsIn } from './words-in.ts';
import { child, isOn, val, type XmlNode } from './xml.ts';

/** Printed words of one run; `before` is the last that stands in front of it in the paragraph. Removed words (w:delText) are read too. */
export function readRun(run: XmlNode, walk: Walk, state: State, before: string): string {
  const properties = child(run, 'w:rPr');
  if (isHidden(properties, walk)) {
    noteHidden(run, walk, state);
    return '';
  }
  const font = fontOf(properties);
  const text = run.children.map((one) => readPiece(one, walk, { state, font })).join('');
  spend(walk.budget, { characters: text.length });
  const raised = val(child(properties, 'w:vertAlign')) === 'superscript';
  // A raised number behind a number is part of the mark of a unit (art. 385[1]); behind a letter it is a power (m2).
  return raised && /^\d{1,3}$/.test(text) && /\d$/.test(before) ? `[${text}]` : text;
}

function isHidden(properties: XmlNode | null, walk: Walk): boolean {
  const own = child(properties, 'w:vanish');
  if (own !== null) return isOn(own);
  return inherited(walk.styles, val(child(properties, 'w:rStyle')), ({ hidden }) => hidden) ?? false;
}

function noteHidden(run: XmlNode, walk: Walk, state: State): void {
  for (const one of run.children) if (one.name === 'w:fldChar') stepField(one, walk, state);
  const words = run.children
    .map((one) =>
      one.name === 'w:tab' || one.name === 'w:br'
        ? ' '
        : one.name === 'w:t' || one.name === 'w:delText'
          ? textOf(one)
          : wordsIn(one, walk.budget),
    )
    .join('');
  spend(walk.budget, { characters: words.length });
  if (words !== '') note(walk, 'hidden', words, state);
}

function fontOf(properties: XmlNode | null): string {
  return child(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '';
}

type Setting = { state: State; font: string };

function readPiece(node: XmlNode, walk: Walk, setting: Setting): string {
  spend(walk.budget, { steps: 1 });
  const words = printedPiece(node, walk, setting);
  if (words === '') return '';
  if (isPrinting(walk)) {
    for (const field of walk.fields) field.printed = true;
    return words;
  }
  walk.made.letters -= lettersOf(words);
  note(walk, 'field', words.trim(), setting.state);
  return '';
}

function printedPiece(node: XmlNode, walk: Walk, { state, font }: Setting): string {
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
      return plainSigns(textOf(node), font, walk);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(node, walk, state);
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return reference(node, walk);
    case 'w:fldChar':
      stepField(node, walk, state);
      return '';
    case 'w:instrText':
    case 'w:delInstrText':
      for (const field of walk.fields.slice(-1)) if (!field.inResult) field.code += textOf(node);
      return '';
    case 'w:ruby':
      return ruby(node, walk, { state, font });
    case 'm:oMath':
    case 'm:oMathPara': {
      const words = readEquation(node, walk.budget).accepted;
      note(walk, 'equation', words, state);
      return words;
    }
    case 'mc:AlternateContent':
      return alternate(node, walk, { state, font });
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(node, walk, state);
      return '';
    case 'w:rPr':
      return '';
    default:
      return unknownPiece(node, walk, state);
  }
}

function plainSigns(text: string, font: string, walk: Walk): string {
  const plain = withoutPrivateSigns(text, font);
  if (plain !== text) walk.made.letters += lettersOf(plain) - lettersOf(text);
  return plain;
}

function unknownPiece(node: XmlNode, walk: Walk, state: State): string {
  if (!noteComment(node, walk)) noteUnknown(node, walk, state);
  return '';
}

/** An element that no rule reads, with the words in it; nothing where it has none. */
export function noteUnknown(node: XmlNode, walk: Walk, state: State): void {
  const words = node.name === '#text' ? '' : wordsIn(node, walk.budget);
  if (words !== '') note(walk, 'unknown', words, state);
}

function symbol(node: XmlNode, walk: Walk, state: State): string {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
  const font = node.attributes['w:font'] ?? '';
  const sign = Number.isFinite(code) ? symbolOf(font, code) : null;
  if (sign === null) note(walk, 'symbol', `${font} ${node.attributes['w:char'] ?? ''}`.trim(), state);
  else walk.made.letters += lettersOf(sign);
  return sign ?? '•';
}

function reference(node: XmlNode, walk: Walk): string {
  walk.notes.push({
    kind: node.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
    id: node.attributes['w:id'] ?? '',
  });
  const mark = `[${walk.notes.length}]`;
  walk.made.letters += lettersOf(mark);
  return mark;
}

function stepField(node: XmlNode, walk: Walk, state: State): void {
  const step = walk.steps.get(node);
  if (step === 'begin') walk.fields.push({ inResult: false, code: '', printed: false });
  else if (step === 'separate') for (const field of walk.fields.slice(-1)) field.inResult = true;
  else if (step === 'end') {
    const code = lostCode(walk.fields.pop() ?? { code: '', printed: true });
    if (code !== null && isPrinting(walk)) note(walk, 'field', code, state);
  }
}

/** Words with their reading: base (reading). */
function ruby(node: XmlNode, walk: Walk, setting: Setting): string {
  const part = (name: string): string =>
    (child(node, name)?.children ?? [])
      .map((run) => (run.name === 'w:r' ? readRun(run, walk, setting.state, '') : wordsIn(run, walk.budget)))
      .join('');
  const [base, above] = [part('w:rubyBase'), part('w:rt')];
  if (above.trim() !== '') note(walk, 'ruby', above.trim(), setting.state);
  return above.trim() === '' ? base : `${base}(${above.trim()})`;
}

function alternate(node: XmlNode, walk: Walk, setting: Setting): string {
  const { chosen, others, words } = chooseForm(node, walk.budget);
  noteOtherForms(others, words, walk, setting.state);
  return (chosen?.children ?? [])
    .map((one) => (one.name === 'w:r' ? readRun(one, walk, setting.state, '') : readPiece(one, walk, setting)))
    .join('');
}

/** Other forms of the same words are the same words; where they say something else, that is listed. */
export function noteOtherForms(others: readonly XmlNode[], words: string, walk: Walk, state: State): void {
  for (const other of others) {
    const said = wordsIn(other, walk.budget);
    if (said === '') continue;
    if (said.replace(/\s+/g, '') === words.replace(/\s+/g, '')) walk.made.letters -= lettersOf(said);
    else note(walk, 'unknown', said, state);
  }
}

function readDrawing(node: XmlNode, walk: Walk, state: State): void {
  const { boxes, pictures, descriptions, words, fancy, charts, diagrams, objects } = lookInto(node, walk.budget);
  const described = descriptions.join('; ');
  for (const box of boxes) walk.boxes.push({ kind: 'text-box', node: box, lines: [], state });
  for (const id of diagrams) walk.boxes.push({ kind: 'diagram', node: null, lines: walk.lines(id, 'diagram'), state });
  for (const id of charts) {
    const lines = walk.lines(id, 'chart');
    walk.made.letters -= lettersOf(lines.join(''));
    note(walk, 'chart', [described, ...lines].filter((one) => one !== '').join('; '), state);
  }
  for (const name of objects) note(walk, 'object', [name, described].filter((one) => one !== '').join(': '), state);
  if (pictures > 0 && objects.length === 0) note(walk, 'picture', described, state);
  walk.made.letters -= lettersOf(words.join(''));
  const loose = [...words, ...fancy]
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ');
  if (loose !== '') note(walk, 'shape', loose, state);
  else if (boxes.length + diagrams.length + charts.length + objects.length + pictures === 0 && described !== '')
    note(walk, 'shape', described, state);
}
