import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { ParagraphKind } from '../model/tracked-document.ts';

/** Twentieths of a point: one step of indentation of an enumeration, 0.75 cm. */
const STEP = 425;

type Look = {
  id: string;
  name: string;
  depth?: number;
  bold?: boolean;
  centred?: boolean;
  keepNext?: boolean;
  italics?: boolean;
  outline?: number;
};

/** Style of each kind of paragraph. Polish names: they are what an official sees in the list of styles. */
const LOOKS: Readonly<Record<ParagraphKind, Look>> = {
  title: { id: 'Title', name: 'Title', bold: true, centred: true, keepNext: true },
  front: { id: 'Wstep', name: 'Wstęp aktu' },
  division: { id: 'Heading1', name: 'heading 1', bold: true, centred: true, keepNext: true, outline: 0 },
  chapter: { id: 'Heading2', name: 'heading 2', bold: true, centred: true, keepNext: true, outline: 1 },
  subchapter: { id: 'Heading3', name: 'heading 3', bold: true, centred: true, keepNext: true, outline: 2 },
  annex: { id: 'Zalacznik', name: 'Załącznik', bold: true, keepNext: true, outline: 0 },
  article: { id: 'Artykul', name: 'Artykuł' },
  paragraph: { id: 'Paragraf', name: 'Paragraf' },
  subsection: { id: 'Ustep', name: 'Ustęp' },
  point: { id: 'Punkt', name: 'Punkt', depth: 1 },
  letter: { id: 'Litera', name: 'Litera', depth: 2 },
  indent: { id: 'Tiret', name: 'Tiret', depth: 3 },
  subindent: { id: 'PodwojneTiret', name: 'Podwójne tiret', depth: 4 },
  closing: { id: 'CzescWspolna', name: 'Część wspólna' },
  text: { id: 'Tresc', name: 'Treść bez oznaczenia' },
  reasons: { id: 'Uzasadnienie', name: 'Uzasadnienie' },
  variant: { id: 'Wariant', name: 'Wariant brzmienia', depth: 1, italics: true },
};

export function styleIdOf(kind: ParagraphKind): string {
  return LOOKS[kind].id;
}

export function actStyles(): IStylesOptions {
  const own = new Set(['Title', 'Heading1', 'Heading2', 'Heading3']);
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 24, language: { value: 'pl-PL' } },
        paragraph: { spacing: { after: 120 } },
      },
      title: optionsOf(LOOKS.title),
      heading1: optionsOf(LOOKS.division),
      heading2: optionsOf(LOOKS.chapter),
      heading3: optionsOf(LOOKS.subchapter),
    },
    paragraphStyles: Object.values(LOOKS)
      .filter((look) => !own.has(look.id))
      .map((look): IParagraphStyleOptions => ({
        id: look.id,
        name: look.name,
        basedOn: 'Normal',
        quickFormat: true,
        ...optionsOf(look),
      })),
  };
}

/** The mark hangs to the left of the words, so that words of one level stand under one another. */
function optionsOf(look: Look): Pick<IParagraphStyleOptions, 'paragraph' | 'run'> {
  const depth = look.depth ?? 0;
  return {
    paragraph: {
      alignment: look.centred === true ? AlignmentType.CENTER : AlignmentType.BOTH,
      keepNext: look.keepNext === true,
      ...(look.outline === undefined ? {} : { outlineLevel: look.outline }),
      spacing: { before: look.centred === true ? 240 : 0, after: 120 },
      ...(depth === 0 ? {} : { indent: { left: depth * STEP, hanging: STEP } }),
    },
    run: {
      font: 'Times New Roman',
      size: 24,
      color: '000000',
      bold: look.bold === true,
      italics: look.italics === true,
    },
  };
}
