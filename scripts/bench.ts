/** `npm run bench`: figures of the engines, each as a ratio measured in one run and in absolute time. Not a test. */
export {};

await import('./bench-text.ts');
await import('./bench-score.ts');
