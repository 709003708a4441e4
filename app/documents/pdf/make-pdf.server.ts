import { loadFonts } from './load-fonts.server.ts';
import { toPdf, type PdfModel } from './to-pdf.ts';

/** The PDF of a model with all its rows, in the letters of the pages. */
export async function makePdf(model: PdfModel): Promise<Uint8Array<ArrayBuffer>> {
  return toPdf(model, await loadFonts());
}
