/** What the log says of a failure: one line, and no words of people. */
export type ErrorFields = { error: string; code?: string; message: string };

const longest = 300;

/**
 * Name, code and the sentence of a failure. The database client prints its call over many lines and the sentence last; values
 * stand in double quotes, and any of them may be what a person typed: they are left out, and so are e-mail addresses.
 */
export function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { error: typeof error, message: clean(String(error)) };
  const code = codeOf(error);
  return { error: error.name, ...(code === null ? {} : { code }), message: clean(sentenceOf(error)) };
}

function codeOf(error: Error): string | null {
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) return String(error.code);
  return error.cause instanceof Error ? codeOf(error.cause) : null;
}

function sentenceOf(error: Error): string {
  const lines = error.message
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (error.name.startsWith('Prisma') ? lines.at(-1) : lines[0]) ?? '';
}

function clean(sentence: string): string {
  // Every other piece between double quotes is a value.
  const unquoted = sentence
    .slice(0, 2_000)
    .split('"')
    .map((piece, index) => (index % 2 === 1 ? '…' : piece))
    .join('"');
  return unquoted
    .split(/\s+/)
    .map((word) => (word.includes('@') ? '…@…' : word))
    .join(' ')
    .slice(0, longest);
}
