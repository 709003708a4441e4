/** `npm run bench`: figures of the engines, each as a ratio measured in one run and in absolute time, then the large consultation on both databases. Not a test. */
import './bench-parse.ts';
import './bench-text.ts';
import './bench-score.ts';
import './bench-scale.ts';
