/** Fonts of a PDF as TrueType files with all letters in one file. */
export type PdfFonts = { regular: Uint8Array; bold: Uint8Array };
