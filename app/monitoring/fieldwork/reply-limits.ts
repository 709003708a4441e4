/** Characters of an office's reply; it is published in full. */
export const MAX_REPLY = 2000;
