import { limits } from '#app/limits/limits.ts';

/** Requests that one connection may make in a window of `seconds`. Above every honest program that reads lists part by part. */
export const apiRate = {
  reads: limits['api-read'][0].points,
  writes: limits['api-write'][0].points,
  seconds: limits['api-read'][0].seconds,
} as const;
/** Bytes of a request body. */
export const apiBodyBytes = 512 * 1024;
