import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { boardContent, groupSize, type BoardContent, type Group } from './board-view.ts';
import { areWeightsShown, phaseSpans, readRows } from './read-board.server.ts';

/** A group of a board as something a text can rest on. */
export type BoardSource = { kind: 'board-group'; sourceId: string; label: string; figure: string; address: string };

/** Groups of the public boards of a municipality, with how many cards and – once it is weighed – people stand behind them. */
export async function boardSources(db: Db, teryt: string): Promise<BoardSource[]> {
  const boards = await db.board.findMany({
    where: { teryt, access: 'public', groups: { some: {} } },
    orderBy: { closesAt: 'desc' },
    take: 20,
    select: { id: true, slug: true, title: true },
  });
  const sources: BoardSource[] = [];
  for (const { id, slug, title } of boards) {
    const showsWeights = areWeightsShown(await phaseSpans(db, id));
    const content = boardContent(await readRows(db, id), { showsWeights });
    for (const group of content.groups)
      sources.push({
        kind: 'board-group',
        sourceId: `${id}:${group.number}`,
        label: translate('pl', 'boards.source', { name: group.name, title }),
        figure: figureOf(group, content),
        address: paths('pl').boardGroup(slug, group.number),
      });
  }
  return sources;
}

function figureOf(group: Group, content: BoardContent): string {
  const cards = translate('pl', 'boards.cards', { count: groupSize(group) });
  const best = group.answers[0];
  if (!best?.weight || !content.weighers) return cards;
  const weight = translate('pl', 'boards.weight-people', { people: best.weight.people, all: content.weighers });
  return translate('pl', 'boards.source-figure', { cards, weight, text: best.text ?? '' });
}
