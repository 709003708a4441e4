/** Requests that one connection may make in a window of `seconds`. Above every honest program that reads lists part by part. */
export const apiRate = { reads: 120, writes: 20, seconds: 60 } as const;
/** Bytes of a request body. */
export const apiBodyBytes = 512 * 1024;
