/** `file` is the text of the file named in the command: it is read where the command was typed. */
export type AdminRequest = { words: string[]; file: string | null };

/** Exit code 0 with text for standard output, 1 when a check found differences, or 2 with one line for standard error. */
export type AdminAnswer = { code: 0 | 1 | 2; text: string };
