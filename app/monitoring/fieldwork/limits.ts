/** Bytes of all files in one save of the coding form. The server takes a little more, for the words around them. */
export const MAX_FORM_BYTES = 20 * 1024 * 1024;

/** Days an invitation into a team can be accepted. */
export const INVITATION_DAYS = 14;

/** Characters of an office's reply; it is published in full. */
export const MAX_REPLY = 2000;
