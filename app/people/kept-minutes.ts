/**
 * How long a form waits for whoever typed it. Where it is not known whose session it was, it is shown to the next one who signs in in
 * that browser, so it waits a short while only.
 */
export const keptMinutes = { ofKnown: 24 * 60, ofUnknown: 30 } as const;
