import { readFileSync } from 'node:fs';
import { callerPath } from './caller-path.ts';

/** Bad input of a command line: one line that says what is wrong and where. */
export class InputError extends Error {}

/**
 * Reads JSON (UTF-8, a byte order mark is allowed) from a file, or from standard input for
 * "-". Throws InputError with line and column when it is not JSON.
 */
export function readJson(file: string): unknown {
  const name = file === '-' ? 'standard input' : file;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? 0 : callerPath(file, 'score')));
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read';
    throw new InputError(`${name} ${reason}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const before = text.slice(0, findJsonError(text));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw new InputError(`${name} is not JSON: line ${line}, column ${column}`, { cause });
  }
}

/** A mark, a string (no control characters, which all lie before the space), a number or a word. */
const TOKEN =
  /[{}[\],:]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** What may come next: a value, a key, a colon, a comma, or the end of the text. */
type Expected = 'value' | 'key' | 'colon' | 'comma' | 'end';

/**
 * Offset of the first character that cannot be JSON; the length of the text when it stops
 * short. The parser of Node 20 does not tell.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let mayClose = false;
  for (let at = 0; ;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    const next = step(token, open, expected, mayClose);
    if (next === null) return at;
    mayClose = token === '{' || token === '[';
    expected = next;
    at += token.length;
  }
}

/** Takes one token in; null when it must not stand there. */
function step(token: string, open: string[], expected: Expected, mayClose: boolean): Expected | null {
  const after = () => (open.length === 0 ? 'end' : 'comma');
  if (token === '}' || token === ']') {
    const isDue = (expected === 'comma' || mayClose) && open.at(-1) === (token === '}' ? '{' : '[');
    if (!isDue) return null;
    open.pop();
    return after();
  }
  if (token === ',') return expected === 'comma' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key') return token.startsWith('"') ? 'colon' : null;
  if (expected !== 'value') return null;
  if (token !== '{' && token !== '[') return after();
  open.push(token);
  return token === '{' ? 'key' : 'value';
}
