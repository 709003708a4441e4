/** Name under which a writer asks for letters: one family for tables and headings, one for the words of law. */
export type FontName = 'regular' | 'bold' | 'law' | 'lawBold';

/** Fonts with the letters that the first ones lack; `signs` has emoji. */
export type FurtherName = 'sans' | 'sansBold' | 'serif' | 'serifBold' | 'signs';

/** What a part of a line is drawn with; `missing` draws a box for each character that no font has. */
export type FaceName = FontName | FurtherName | 'missing';

/** Fonts of a PDF as TrueType files. A further font is read when the first of its letters comes. */
export type PdfFonts = Record<FontName, Uint8Array> & { further: (name: FurtherName) => Uint8Array };
