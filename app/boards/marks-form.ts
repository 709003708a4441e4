/** Marks as they come in a form: a field for each answer, by its number. */
const field = /^m(\d{1,6})$/;

export const marksField = (number: number): string => `m${number}`;

/** More digits are no number of marks; the rules refuse what is too much. */
export function readMarks(values: Readonly<Record<string, readonly string[]>>): {
  marks: Map<number, number>;
  revision: number;
} {
  const marks = new Map<number, number>();
  for (const [name, [typed = '']] of Object.entries(values)) {
    const found = field.exec(name);
    if (found && /^\d{1,3}$/.test(typed)) marks.set(Number(found[1]), Number(typed));
  }
  const revision = values.revision?.[0] ?? '';
  return { marks, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 };
}
