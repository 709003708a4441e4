import { DocumentError } from './model/document-error.ts';

const FORMATS = ['txt', 'html', 'docx', 'akn', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

export type DocsArguments =
  | { command: 'read'; file: string }
  | { command: 'convert'; file: string; to: Format; out: string; amendments: string | null; against: string | null };

const USAGE =
  'usage: docs convert FILE --to txt|html|docx|akn|pdf --out OUT [--amendments FILE.json] [--against FILE2], or docs read FILE.docx';
const OPTIONS = ['--to', '--out', '--amendments', '--against'];

/** Reads the words of the command line; throws DocumentError that says what is missing or wrong. */
export function readArguments(args: readonly string[]): DocsArguments {
  const options = new Map<string, string>();
  const plain: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    if (!arg.startsWith('--')) plain.push(arg);
    else {
      const value = args[(i += 1)];
      if (!OPTIONS.includes(arg)) throw new DocumentError(`unknown option ${arg}; ${USAGE}`);
      if (value === undefined) throw new DocumentError(`${arg} needs a value; ${USAGE}`);
      options.set(arg, value);
    }
  }
  const [command = '', file, extra] = plain;
  if (command !== 'convert' && command !== 'read')
    throw new DocumentError(command === '' ? USAGE : `unknown command ${command}; ${USAGE}`);
  if (file === undefined) throw new DocumentError(`no file given; ${USAGE}`);
  if (extra !== undefined) throw new DocumentError(`too many arguments: ${extra}; ${USAGE}`);
  if (command === 'read') {
    if (options.size > 0) throw new DocumentError(`docs read takes no options; ${USAGE}`);
    return { command, file };
  }
  return convertArguments(file, options);
}

function convertArguments(file: string, options: ReadonlyMap<string, string>): DocsArguments {
  const to = FORMATS.find((format) => format === options.get('--to'));
  const out = options.get('--out');
  if (to === undefined)
    throw new DocumentError(`--to must be one of ${FORMATS.join(', ')}, got ${options.get('--to') ?? 'nothing'}`);
  if (out === undefined) throw new DocumentError(`--out is missing; ${USAGE}`);
  const amendments = options.get('--amendments') ?? null;
  const against = options.get('--against') ?? null;
  if (amendments !== null && to !== 'docx' && to !== 'akn')
    throw new DocumentError(`--amendments goes with --to docx or akn, not ${to}`);
  if (against !== null && to !== 'docx') throw new DocumentError(`--against goes with --to docx, not ${to}`);
  if (against !== null && amendments !== null) throw new DocumentError('--amendments and --against do not go together');
  return { command: 'convert', file, to, out, amendments, against };
}
