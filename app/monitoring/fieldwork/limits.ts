/** Bytes of all files in one save of the coding form. The server takes a little more, for the words around them. */
export const MAX_FORM_BYTES = 20 * 1024 * 1024;
