/** A board to take away: its cards as a table, and all of it as one document. */
import { dayOf } from '#app/i18n/dates.ts';
import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import type { CsvCell } from '#app/publishing/csv/write-csv.ts';
import type { BoardContent, Card } from './board-view.ts';
import type { BoardPage } from './read-board.server.ts';

export const boardShape: TableShape = {
  figures: ['numer', 'grupa', 'osoby', 'znaki'],
  days: ['dzien'],
  titles: {
    osoby: 'ile osób dało karcie choć jeden znak',
    znaki: 'ile znaków dostała karta',
    odpowiada: 'numery kart, na które odpowiada',
    korzysta: 'numery zasobów, z których korzysta',
    'razem z': 'numery równych kart, które do niej dołączono',
  },
};

const columns = [
  'numer',
  'rodzaj',
  'punkt widzenia',
  'treść',
  'podpis',
  'grupa',
  'nazwa grupy',
  'odpowiada',
  'korzysta',
  'razem z',
  'osoby',
  'znaki',
  'dzien',
];

const kinds = { need: 'potrzeba', resource: 'zasób', obstacle: 'przeszkoda', answer: 'odpowiedź' } as const;
const views = {
  residents: 'mieszkańcy',
  partners: 'partnerzy i organizacje',
  institutions: 'instytucje',
  government: 'samorząd',
} as const;

/** Cards that stand for themselves; hidden ones with their place and no words. */
export function boardTable(content: BoardContent): [head: string[], cells: CsvCell[][]] {
  const nameOf = new Map(content.groups.map(({ number, name }) => [number, name]));
  return [
    columns,
    content.cards.map((card) => [
      String(card.number),
      kinds[card.kind],
      views[card.view],
      card.text ?? '(ukryta)',
      card.signature,
      card.group === null ? '' : String(card.group),
      card.group === null ? '' : (nameOf.get(card.group) ?? ''),
      card.answers.join(' '),
      card.uses.join(' '),
      card.merged.map(({ number }) => number).join(' '),
      card.weight === null ? '' : String(card.weight.people),
      card.weight === null ? '' : String(card.weight.marks),
      dayOf(card.createdAt),
    ]),
  ];
}

/** Everything public about a board; nothing of who wrote. */
export function boardJson({ board, content, spans }: BoardPage): string {
  const card = ({ createdAt, hiddenAt, isFromPaper, slip: _slip, ...rest }: Card) => ({
    ...rest,
    isHidden: hiddenAt !== null,
    isFromPaper,
    day: dayOf(createdAt),
  });
  const document = {
    schema: 'paragraf-board/1',
    slug: board.slug,
    teryt: board.teryt,
    municipality: board.municipality,
    unit: board.unitName || null,
    title: board.title,
    question: board.question,
    openedAs: board.openedAs,
    openedBy: board.openedBy,
    opensAt: board.opensAt,
    closesAt: board.closesAt,
    phases: spans,
    marksEach: board.marksEach,
    weighers: content.weighers,
    cards: content.cards.map(card),
    groups: content.groups.map(({ number, name, note, voices, cards, answers }) => ({
      number,
      name,
      note,
      voices,
      cards: cards.map(({ number: each }) => each),
      answers: answers.map(({ number: each }) => each),
    })),
    note: 'Na tablicy pisał i ważył, kto chciał; to nie jest próba mieszkańców.',
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
