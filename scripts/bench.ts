/** `npm run bench`: figures of the engines, each as a ratio measured in one run and in absolute time, then the large consultation on both databases, then public pages under load, then a board in a hall. Not a test. */
import './bench-parse.ts';
import './bench-text.ts';
import './bench-score.ts';
import './bench-scale.ts';
await import('./bench-surveys.ts');
await import('./bench-http.ts');
await import('./bench-live.ts');
