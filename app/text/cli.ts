import { detectFormat, readSource, type SourceFormat } from './cli-source.ts';
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
  /** The files behind the first one: the amending acts of `apply`. */
  more: string[];
  kind: NonNullable<ParseOptions['kind']>;
  format: SourceFormat;
};

class InputError extends Error {}

const COMMANDS = ['parse', 'outline', 'refs', 'lint', 'diff', 'merge', 'apply'];
const USAGE =
  'usage: text parse|outline|refs|lint|diff|merge FILE|- [--kind resolution|statute|auto] [--format txt|docx|auto], or text apply BASE AMENDING…';

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
    if (parsed.command === 'apply') return { ok: true, output: `${JSON.stringify(await runApplied(parsed, read))}\n` };
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
  const found: Arguments = { command: '', file: '', more: [], kind: 'auto', format: 'auto' };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    if (arg === '--kind' || arg === '--format') {
      readOption(found, arg, args[i + 1]);
      i += 1;
    } else if (arg.startsWith('--')) throw new InputError(`unknown option ${arg}; ${USAGE}`);
    else if (found.command === '') found.command = arg;
    else if (found.file === '') found.file = arg;
    else if (found.command === 'apply') found.more.push(arg);
    else throw new InputError(`too many arguments: ${arg}; ${USAGE}`);
  }
  if (!COMMANDS.includes(found.command))
    throw new InputError(found.command === '' ? USAGE : `unknown command ${found.command}; ${USAGE}`);
  if (found.file === '') throw new InputError(`no file given (use - for standard input); ${USAGE}`);
  requireSecondFile(found);
  return found;
}

function requireSecondFile({ command, more }: Arguments): void {
  if (command === 'apply' && more.length === 0) throw new InputError(`no amending act given; ${USAGE}`);
}

function readOption(found: Arguments, option: string, value: string | undefined): void {
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

/** `apply` reads two or more texts; of them one may come from standard input. */
async function runApplied(args: Arguments, read: (file: string) => Uint8Array): Promise<unknown> {
  const files = [args.file, ...args.more];
  if (files.filter((file) => file === '-').length > 1) throw new InputError('standard input can be read once only');
  const [base = '', ...others] = files.map((file) => readText(args, readBytes(file, read), file));
  const { runApply } = await import('./cli-amend.ts');
  return runApply(base, others);
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
