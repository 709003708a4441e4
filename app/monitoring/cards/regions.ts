/** Voivodeships as squares of a grid that lie about as on the map: our own, of equal size, since a large area is no large result. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  zachodniopomorskie: [0, 0],
  pomorskie: [1, 0],
  'warmińsko-mazurskie': [2, 0],
  podlaskie: [3, 0],
  lubuskie: [0, 1],
  wielkopolskie: [1, 1],
  'kujawsko-pomorskie': [2, 1],
  mazowieckie: [3, 1],
  dolnośląskie: [0, 2],
  opolskie: [1, 2],
  łódzkie: [2, 2],
  świętokrzyskie: [3, 2],
  lubelskie: [4, 2],
  śląskie: [1, 3],
  małopolskie: [2, 3],
  podkarpackie: [3, 3],
};

export const GRID = { columns: 5, rows: 4 } as const;

/** Column and row of a voivodeship in the grid; null of a name that is none. */
export function placeOf(voivodeship: string): readonly [number, number] | null {
  return PLACES[voivodeship.toLocaleLowerCase('pl')] ?? null;
}

export const VOIVODESHIPS = Object.keys(PLACES);
