import { renderBlocks, type Act, type TextBlock, type UnitType } from '#app/text/index.ts';

/** Who changed something and when (ISO 8601, UTC). */
export type Revision = { author: string; date: string };

/** How a paragraph looks; every one is a named paragraph style of the Word file. */
export type ParagraphKind = 'title' | 'front' | 'reasons' | 'variant' | UnitType;

/** A run of words. A run that one person inserted and another removed has both marks. `move` joins both ends of a move. */
export type TrackedRun = {
  text: string;
  insert?: Revision;
  remove?: Revision;
  move?: string;
  comments: readonly number[];
};

export type TrackedParagraph = {
  kind: ParagraphKind;
  /** Unit the paragraph belongs to, empty outside the units; a new paragraph names the unit it follows. */
  citation: string;
  /** Id of that unit. */
  unit?: string;
  /** Characters of the printed mark ("§ 3.") at the start, 0 without one. */
  labelLength: number;
  runs: TrackedRun[];
  /** Set when the paragraph as a whole, with its mark, is new or goes away. */
  insert?: Revision;
  remove?: Revision;
  /** Name of the bookmark around the paragraph; survives editing in a word processor. */
  bookmark?: string;
};

export type TrackedComment = { id: number; author: string; date: string; text: string };

export type DocumentProperties = {
  title: string;
  subject: string;
  creator: string;
  keywords: string;
  description: string;
  date: string;
  /** Further properties by name; word processors keep them. */ custom?: Readonly<Record<string, string>>;
};

export type TrackedDocument = {
  properties: DocumentProperties;
  paragraphs: TrackedParagraph[];
  comments: TrackedComment[];
};

/** One printed paragraph of an act; `text` may hold line breaks (the number and the name of a chapter). */
export type ActParagraph = {
  block: TextBlock;
  text: string;
  kind: ParagraphKind;
  labelLength: number;
  isFirst: boolean;
};

/** Paragraphs of an act in the order of print; parted by empty lines they are `renderText(act)`. */
export function actParagraphs(act: Act): ActParagraph[] {
  let last: TextBlock['unit'] = null;
  return renderBlocks(act).flatMap((block, at) => {
    const opensUnit = block.unit !== last;
    last = block.unit;
    return block.text.split(/\n{2,}/).map((text, i): ActParagraph => {
      const isFirst = i === 0 && (opensUnit || block.unit === null);
      return {
        block,
        text,
        kind: kindOf(block, at === 0 && i === 0),
        labelLength: isFirst ? labelLengthOf(block, text) : 0,
        isFirst,
      };
    });
  });
}

function kindOf(block: TextBlock, isFirst: boolean): ParagraphKind {
  if (block.unit !== null) return block.unit.type;
  if (block.part === 'reasons') return 'reasons';
  return isFirst ? 'title' : 'front';
}

/** The mark may follow the opening quotation mark of quoted wording. */
function labelLengthOf(block: TextBlock, text: string): number {
  const label = block.unit?.label ?? '';
  if (label === '') return 0;
  const at = text.indexOf(label);
  const place = text.length - text.trimStart().length;
  return at === place || at === place + 1 ? at + label.length : 0;
}

/** Properties of the file made from the act's own words; `date` (ISO 8601) is when the file was made. */
export function propertiesOf(
  act: Act,
  options: { date: string; subject: string; creator?: string },
): DocumentProperties {
  const title = act.title.replace(/\s+/g, ' ').trim();
  return {
    title: title === '' ? 'Dokument bez tytułu' : title,
    subject: options.subject,
    creator: options.creator ?? 'Paragraf',
    keywords: [act.kind === 'statute' ? 'ustawa' : 'uchwała', 'prawo miejscowe'].join(', '),
    description: act.legalBasis.replace(/\s+/g, ' ').trim(),
    date: options.date,
  };
}

/** The act as it is, without any change. */
export function plainDocument(act: Act, properties: DocumentProperties): TrackedDocument {
  const paragraphs = actParagraphs(act).map((one): TrackedParagraph => ({
    kind: one.kind,
    citation: one.block.unit?.citation ?? '',
    labelLength: one.labelLength,
    runs: [{ text: one.text, comments: [] }],
  }));
  return { properties, paragraphs, comments: [] };
}
