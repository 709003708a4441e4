/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const makePdf = heavyWork(
  'make-pdf',
  async () => (await import('#app/documents/pdf/make-pdf.server.ts')).makePdf,
);
