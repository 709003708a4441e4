/** How many may listen at once in one process, and from one network: a hall full of people has one address. */
export const mostListeners = { all: 3_000, network: 800 } as const;
/** How often a line that nothing happens on is kept awake, so that proxies leave it open. */
export const beatMs = 15_000;
/** A line ends after that time and is begun again: whoever may no longer listen is found out then. */
export const lineMs = 30 * 60_000;
/** What a reader has not taken in: beyond it the line is cut, and begins again with what is newest. */
export const mostWaiting = 64 * 1024;
/** When a reader whose line was cut comes back, in milliseconds; they spread over twice that time. */
export const comeBackMs = 1_500;
