/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const drawPicture = heavyWork(
  'draw-picture',
  async () => (await import('./draw-picture.server.ts')).drawPicture,
);
