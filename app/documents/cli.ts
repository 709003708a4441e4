import { DocxError, parse, renderHtml, renderText, TextLimitError, escapeHtml, type Act } from '#app/text/index.ts';
import { detectFormat, readSource } from '#app/text/cli-source.ts';
import { readArguments, type DocsArguments } from './cli-arguments.ts';
import { DocumentError } from './model/document-error.ts';
import type { PdfFonts } from './pdf/pdf-fonts.ts';
import { plainDocument, propertiesOf } from './model/tracked-document.ts';

/** What the commands need of the machine they run on. */
export type Machine = {
  read: (file: string) => Uint8Array;
  write: (file: string, bytes: Uint8Array) => void;
  now: () => Date;
  fonts: () => Promise<PdfFonts>;
};

/** `notes`: one line for each kind of thing that the source holds and an act does not, and what became of its words. */
export type CommandResult = { ok: true; output: string; notes: string[] } | { ok: false; message: string };

/**
 * Runs one command of `npm run docs`. Bad input is one line that names what is wrong, and then nothing is written.
 * The writers are loaded when they are needed: the start stays quick.
 */
export async function runDocsCommand(args: readonly string[], machine: Machine): Promise<CommandResult> {
  try {
    const parsed = readArguments(args);
    if (parsed.command === 'read') return { ok: true, output: await readWord(parsed.file, machine), notes: [] };
    const { act, notes } = await readAct(parsed.file, machine);
    const bytes = await convert(parsed, act, machine);
    onFile(parsed.out, 'write', () => machine.write(parsed.out, bytes));
    return {
      ok: true,
      output: '',
      notes: [...notes, ...act.problems.filter(({ code }) => code === 'kept-as-text').map(({ message }) => message.pl)],
    };
  } catch (error) {
    if (!(error instanceof DocumentError || error instanceof DocxError || error instanceof TextLimitError)) throw error;
    return { ok: false, message: error.message.split('\n')[0] ?? 'bad input' };
  }
}

async function readWord(file: string, machine: Machine): Promise<string> {
  const { readTrackedDocx } = await import('./word/read-tracked.ts');
  const { asDocx } = await import('#app/text/odt/as-docx.ts');
  const { toReadingJson } = await import('./word/reading-json.ts');
  return `${JSON.stringify(toReadingJson(readTrackedDocx(asDocx(readBytes(file, machine)).docx)))}\n`;
}

type Convert = Extract<DocsArguments, { command: 'convert' }>;

async function convert(args: Convert, act: Act, machine: Machine): Promise<Uint8Array> {
  const date = machine
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  switch (args.to) {
    case 'txt':
      return new TextEncoder().encode(renderText(act));
    case 'html':
      return new TextEncoder().encode(htmlPage(act));
    case 'docx':
      return toWord(args, { act, date }, machine);
    case 'akn':
      return toAkomaNtoso(args, { act, date }, machine);
    case 'pdf': {
      const [{ actModel }, { toPdf }] = await Promise.all([import('./model/act-model.ts'), import('./pdf/to-pdf.ts')]);
      return toPdf(actModel(act, propertiesOf(act, { date, subject: 'Tekst aktu' })), await machine.fonts());
    }
  }
}

type Source = { act: Act; date: string };

async function toWord(args: Convert, { act, date }: Source, machine: Machine): Promise<Uint8Array> {
  const { writeWord } = await import('./word/write-word.ts');
  if (args.amendments !== null) {
    const [{ readAmendments }, { trackAmendments }] = await Promise.all([
      import('./model/amendments.ts'),
      import('./tracked/track-amendments.ts'),
    ]);
    const amendments = readAmendments(readText(args.amendments, machine), args.amendments);
    return writeWord(trackAmendments(act, amendments, propertiesOf(act, { date, subject: 'Projekt z poprawkami' })));
  }
  if (args.against !== null) {
    const { redline } = await import('./tracked/redline.ts');
    const { act: base } = await readAct(args.against, machine);
    return writeWord(
      redline(base, act, {
        by: { author: 'Paragraf', date },
        properties: propertiesOf(act, { date, subject: 'Porównanie dwóch wersji' }),
      }),
    );
  }
  return writeWord(plainDocument(act, propertiesOf(act, { date, subject: 'Tekst aktu' })));
}

async function toAkomaNtoso(args: Convert, { act, date }: Source, machine: Machine): Promise<Uint8Array> {
  const { toAkn } = await import('./akn/to-akn.ts');
  if (args.amendments === null) return new TextEncoder().encode(toAkn(act, { date, amendments: [] }));
  const { readAmendments } = await import('./model/amendments.ts');
  const amendments = readAmendments(readText(args.amendments, machine), args.amendments);
  return new TextEncoder().encode(toAkn(act, { date, amendments }));
}

/** A resolution from .txt, .docx, .odt or Akoma Ntoso, and what was done with everything in it that is no text of an act. */
async function readAct(file: string, machine: Machine): Promise<{ act: Act; notes: string[] }> {
  const bytes = readBytes(file, machine);
  if (isMarkup(bytes)) return { act: await readMarkup(decode(bytes, file)), notes: [] };
  if (asBadInput(file, () => detectFormat(bytes, file)) !== 'docx')
    return { act: parse(decode(bytes, file)), notes: [] };
  const [{ asDocx }, { readStory }, { documentOf }, { sourceNotes }] = await Promise.all([
    import('#app/text/odt/as-docx.ts'),
    import('#app/text/docx/story.ts'),
    import('#app/text/docx/read-docx.ts'),
    import('./word/source-notes.ts'),
  ]);
  const story = readStory(asDocx(bytes).docx);
  return { act: parse(documentOf(story, 'accepted').text), notes: sourceNotes(story) };
}

async function readMarkup(text: string): Promise<Act> {
  const { readAkn } = await import('./akn/read-akn.ts');
  return readAkn(text).act;
}

/** An act never begins with a mark of XML; what does, in whatever encoding, is read as such or refused. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 600).filter((byte) => byte !== 0));
  return /^<[a-z!?]/i.test(head.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart());
}

function readText(file: string, machine: Machine): string {
  return decode(readBytes(file, machine), file);
}

function decode(bytes: Uint8Array, file: string): string {
  return asBadInput(file, () => readSource(bytes, 'txt', file));
}

/** What the readers of text say of a file is bad input. */
function asBadInput<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DocumentError(error instanceof Error ? error.message : `${file} is unreadable`, { cause: error });
  }
}

function readBytes(file: string, machine: Machine): Uint8Array {
  return onFile(file, 'read', () => machine.read(file));
}

function onFile<T>(file: string, what: 'read' | 'write', work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DocumentError || !(error instanceof Error) || !('code' in error)) throw error;
    throw new DocumentError(`cannot ${what} ${file === '-' ? 'standard input' : file}: ${String(error.code)}`, {
      cause: error,
    });
  }
}

function htmlPage(act: Act): string {
  const title = act.title.replace(/\s+/g, ' ').trim();
  return `<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title === '' ? 'Dokument bez tytułu' : title)}</title>\n</head>\n<body>\n${renderHtml(act)}\n</body>\n</html>\n`;
}
