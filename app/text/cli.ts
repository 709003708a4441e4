import { detectFormat, readSource, type SourceFormat } from './cli-source.ts';
import { writeDay } from './commands/identity.ts';
import type { AmendmentOptions } from './commands/amend.ts';
import { TextLimitError } from './tree/limits.ts';
import { groupProblems, type ProblemGroup } from './lint/group.ts';
import { lint } from './lint/lint.ts';
import { outline } from './parse/outline.ts';
import { parse } from './parse/parse.ts';
import { findReferences } from './references/references.ts';
import { toReferenceJson } from './references/reference-json.ts';
import { toActJson } from './tree/act-json.ts';
import type { ParseOptions, Problem } from './tree/types.ts';

export type CommandResult = { ok: true; output: string } | { ok: false; message: string };

type Arguments = {
  command: string;
  file: string;
  /** The files behind the first one: what `amend` and `apply` hold against it. */
  more: string[];
  kind: NonNullable<ParseOptions['kind']>;
  format: SourceFormat;
  amendment: AmendmentOptions;
};

class InputError extends Error {}

const COMMANDS = ['parse', 'outline', 'refs', 'lint', 'diff', 'merge', 'amend', 'apply'];
const USAGE =
  'usage: text parse|outline|refs|lint|diff|merge FILE|- [--kind resolution|statute|auto] [--format txt|docx|auto], text amend BASE EDITED [--number N] [--date YYYY-MM-DD] [--journal WORDS] [--form auto|reword|words], or text apply BASE AMENDING…';

/**
 * Runs one command of `npm run text`; `read` gives the bytes of a file, or of standard input for "-". Never throws:
 * bad input is one line that names what is wrong.
 */
export async function runTextCommand(
  args: readonly string[],
  read: (file: string) => Uint8Array,
): Promise<CommandResult> {
  try {
    const parsed = readArguments(args);
    if (parsed.command === 'amend' || parsed.command === 'apply')
      return { ok: true, output: `${JSON.stringify(await runAmendment(parsed, read))}\n` };
    const bytes = readBytes(parsed.file, read);
    const result =
      parsed.command === 'diff' || parsed.command === 'merge'
        ? await runChange(parsed, bytes)
        : runOnText(parsed, bytes);
    return { ok: true, output: `${JSON.stringify(result)}\n` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const internal = !(error instanceof InputError) && !(error instanceof TextLimitError) && error.name === 'TypeError';
    if (internal) throw error;
    return { ok: false, message: error.message.split('\n')[0] ?? 'bad input' };
  }
}

function readArguments(args: readonly string[]): Arguments {
  const found: Arguments = { command: '', file: '', more: [], kind: 'auto', format: 'auto', amendment: {} };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    if (arg === '--kind' || arg === '--format' || AMENDMENT_OPTIONS.has(arg)) {
      readOption(found, arg, args[i + 1]);
      i += 1;
    } else if (arg.startsWith('--')) throw new InputError(`unknown option ${arg}; ${USAGE}`);
    else if (found.command === '') found.command = arg;
    else if (found.file === '') found.file = arg;
    else if (found.command === 'apply' || (found.command === 'amend' && found.more.length === 0)) found.more.push(arg);
    else throw new InputError(`too many arguments: ${arg}; ${USAGE}`);
  }
  if (!COMMANDS.includes(found.command))
    throw new InputError(found.command === '' ? USAGE : `unknown command ${found.command}; ${USAGE}`);
  if (found.file === '') throw new InputError(`no file given (use - for standard input); ${USAGE}`);
  requireSecondFile(found);
  return found;
}

function requireSecondFile({ command, more }: Arguments): void {
  if (command === 'amend' && more.length === 0) throw new InputError(`no edited text given; ${USAGE}`);
  if (command === 'apply' && more.length === 0) throw new InputError(`no amending act given; ${USAGE}`);
}

const AMENDMENT_OPTIONS: ReadonlySet<string> = new Set(['--number', '--date', '--journal', '--form']);

function readAmendmentOption(found: Arguments, option: string, value: string | undefined): void {
  if (found.command !== 'amend') throw new InputError(`${option} goes with text amend; ${USAGE}`);
  if (value === undefined || value.trim() === '') throw new InputError(`${option} needs a value; ${USAGE}`);
  if (option === '--form') {
    if (value !== 'auto' && value !== 'reword' && value !== 'words')
      throw new InputError(`--form must be auto, reword or words, got ${value}`);
    found.amendment.form = value;
  } else if (option === '--number') found.amendment.number = value;
  else if (option === '--journal') found.amendment.journal = value;
  else {
    if (writeDay(value) === null) throw new InputError(`--date must be a day such as 2025-03-12, got ${value}`);
    found.amendment.date = value;
  }
}

function readOption(found: Arguments, option: string, value: string | undefined): void {
  if (AMENDMENT_OPTIONS.has(option)) {
    readAmendmentOption(found, option, value);
    return;
  }
  if (option === '--kind') {
    if (value !== 'resolution' && value !== 'statute' && value !== 'auto')
      throw new InputError(`--kind must be resolution, statute or auto, got ${value ?? 'nothing'}`);
    found.kind = value;
    return;
  }
  if (value !== 'txt' && value !== 'docx' && value !== 'auto')
    throw new InputError(`--format must be txt, docx or auto, got ${value ?? 'nothing'}`);
  found.format = value;
}

function readBytes(file: string, read: (file: string) => Uint8Array): Uint8Array {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof TextLimitError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new InputError(`cannot read ${file === '-' ? 'standard input' : file}: ${code}`, { cause: error });
  }
}

/** `amend` and `apply` read two or more texts; of them one may come from standard input. */
async function runAmendment(args: Arguments, read: (file: string) => Uint8Array): Promise<unknown> {
  const files = [args.file, ...args.more];
  if (files.filter((file) => file === '-').length > 1) throw new InputError('standard input can be read once only');
  const [base = '', ...others] = files.map((file) => readText(args, readBytes(file, read), file));
  const amendment = await import('./cli-amend.ts');
  return args.command === 'amend'
    ? amendment.runAmend(base, others[0] ?? '', args.amendment)
    : amendment.runApply(base, others);
}

function readText(args: Arguments, bytes: Uint8Array, file: string): string {
  return readSource(bytes, args.format === 'auto' ? detectFormat(bytes, file) : args.format, file);
}

function runOnText(args: Arguments, bytes: Uint8Array): unknown {
  const source = readText(args, bytes, args.file);
  const act = parse(source, { kind: args.kind });
  switch (args.command) {
    case 'outline':
      return outline(act);
    case 'refs':
      return { references: findReferences(act).map(toReferenceJson) };
    case 'lint':
      return lintJson(lint(act, source));
    default:
      return toActJson(act);
  }
}

function lintJson(problems: Problem[]): { problems: Problem[]; groups: ProblemGroup[] } {
  return { problems, groups: groupProblems(problems) };
}

async function runChange(args: Arguments, bytes: Uint8Array): Promise<unknown> {
  const json = readJson(bytes, args.file);
  const change = await import('./cli-change.ts');
  return args.command === 'diff' ? change.runDiff(json) : change.runMerge(json);
}

function readJson(bytes: Uint8Array, file: string): unknown {
  const text = readSource(bytes, 'txt', file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file === '-' ? 'standard input' : file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
      { cause: error },
    );
  }
}
