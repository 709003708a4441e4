/** Fonts of a PDF as TrueType files with all letters in one file: one family for tables and headings, one for the words of law. */
export type PdfFonts = { regular: Uint8Array; bold: Uint8Array; law: Uint8Array; lawBold: Uint8Array };

/** Name under which a document has a font. */
export type FontName = keyof PdfFonts;
