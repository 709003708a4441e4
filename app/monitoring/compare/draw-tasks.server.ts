/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const comparePairOfCards = heavyWork('compare-pair', async () => (await import('./draw-work.ts')).pair);
export const followTrendOfCard = heavyWork('follow-trend', async () => (await import('./draw-work.ts')).trend);
export const variantsOfEdition = heavyWork('edition-variants', async () => (await import('./draw-work.ts')).variants);
