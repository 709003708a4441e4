import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL } from '#tests/fixtures/worked-example.ts';
import { answerGaps, toAnswer, toBands, toScoredUnit, toScoringModel, toScoringOptions } from './methodology.ts';
import type { FiledAnswer } from './methodology.ts';
import { parseMethodology } from './parse-methodology.ts';
import type { Indicator, Methodology } from './methodology-schema.ts';
import { computeScores } from '../scoring/score.ts';

const FILE = readFileSync('app/monitoring/methodology/data/methodology-gmina-2026.json', 'utf8');

function load(): Methodology {
  const parsed = parseMethodology(JSON.parse(FILE));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.methodology;
}

/** The problems of the 2026 file after one change. */
function problemsAfter(change: (file: Methodology) => void) {
  const file = JSON.parse(FILE) as Methodology;
  change(file);
  const parsed = parseMethodology(file);
  return parsed.ok ? [] : parsed.problems;
}

function indicator(id: string): Indicator {
  const found = load().indicators.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test('the methodology of 2026 is valid and has 36 indicators with weights 28, 28 and 23', () => {
  const model = toScoringModel(load());
  const sums = model.areas.map((area) => area.items.reduce((sum, item) => sum + item.weight, 0));
  expect(load().indicators).toHaveLength(36);
  expect(sums).toEqual([28, 28, 23]);
});

test('its weights and scales are those of the worked example', () => {
  const model = toScoringModel(load());
  const bare = {
    areas: model.areas.map((area) => ({ ...area, items: area.items.map(({ levels: _, ...item }) => item) })),
  };
  expect(bare).toEqual(EXAMPLE_MODEL);
  expect(toScoringOptions(load())).toEqual({ decimals: 1, minCoverageArea: 0.7, minCoverageTotal: 0.8 });
  expect(toBands(load()).map((band) => band.min)).toEqual([80, 60, 40, 20, 0]);
});

const BREACHES: [string, (file: Methodology) => void, string, { pl: string; en: string }][] = [
  [
    'an id used twice',
    (file) => (file.indicators[1]!.id = 'T01'),
    'indicators[1] T01.id',
    { pl: '„T01” występuje dwa razy', en: '“T01” is used twice' },
  ],
  [
    'an unknown area',
    (file) => (file.indicators[0]!.area = 'X'),
    'indicators[0] T01.area',
    { pl: 'nie ma obszaru „X”', en: 'there is no area “X”' },
  ],
  [
    'an act that is not listed',
    (file) => (file.indicators[0]!.legalBasis[0]!.act = 'XYZ'),
    'indicators[0] T01.legalBasis[0].act',
    { pl: 'nie ma aktu „XYZ” w „acts”', en: 'there is no act “XYZ” in “acts”' },
  ],
  [
    'a weight that is no tier',
    (file) => (file.indicators[0]!.weight = 5),
    'indicators[0] T01.weight',
    { pl: '5 nie jest żadną z wag (1, 2, 3)', en: '5 is none of the weights (1, 2, 3)' },
  ],
  [
    'levels out of order',
    (file) => file.indicators[0]!.scale.levels.splice(1, 1, { value: 2, pl: 'x', en: 'x' }),
    'indicators[0] T01.scale.levels[2].value',
    { pl: 'poziomy muszą rosnąć', en: 'levels must rise' },
  ],
  [
    'a scale whose levels stop short',
    (file) => (file.indicators[0]!.scale.max = 4),
    'indicators[0] T01.scale.levels[3].value',
    { pl: 'ostatni poziom musi być równy „max” (4)', en: 'the last level must equal “max” (4)' },
  ],
  [
    'half a level',
    (file) => (file.indicators[0]!.scale.levels[1]!.value = 0.5),
    'indicators[0] T01.scale.levels[1].value',
    {
      pl: 'poziom musi być liczbą całkowitą; pół poziomu oddaje skala z większą liczbą poziomów',
      en: 'a level must be a whole number; half a level is a scale with more levels',
    },
  ],
  [
    'a version that leads elsewhere as an address',
    (file) => (file.version = '2/../..'),
    'version',
    {
      pl: 'tylko litery, cyfry, kropki, łączniki i podkreślenia, na początku litera albo cyfra',
      en: 'only letters, digits, full stops, hyphens and underscores, a letter or digit first',
    },
  ],
  [
    'a source that is not listed',
    (file) => (file.indicators[0]!.whereToLook[0] = 'XXX'),
    'indicators[0] T01.whereToLook[0]',
    { pl: 'nie ma źródła „XXX” w „sources”', en: 'there is no source “XXX” in “sources”' },
  ],
  [
    'bands that rise',
    (file) => (file.scoring.bands[1]!.min = 90),
    'scoring.bands[1] B.min',
    { pl: 'progi muszą maleć', en: 'borders must fall from band to band' },
  ],
  [
    'an area without indicators',
    (file) => file.areas.push({ id: 'Z', weight: 1, pl: 'z', en: 'z' }),
    'areas[3] Z.id',
    { pl: 'obszar „Z” nie ma wskaźników', en: 'area “Z” has no indicators' },
  ],
  [
    'withheld answers that do not count',
    (file) => (file.answerStates[3]!.counts = false),
    'answerStates[3] withheld.counts',
    { pl: 'dla „withheld” musi być true', en: 'must be true for “withheld”' },
  ],
  [
    'a legal requirement without a basis',
    (file) => (file.indicators[0]!.legalBasis = []),
    'indicators[0] T01.legalBasis',
    { pl: 'wymóg prawny potrzebuje podstawy prawnej', en: 'a legal requirement needs a legal basis' },
  ],
  [
    'an empty text',
    (file) => (file.indicators[0]!.question.pl = ' '),
    'indicators[0] T01.question.pl',
    { pl: 'nie może być puste', en: 'must not be empty' },
  ],
  [
    'a field that is missing',
    (file) => Reflect.deleteProperty(file.indicators[0]!, 'weight'),
    'indicators[0] T01.weight',
    { pl: 'brakuje pola (liczba)', en: 'is missing (a number)' },
  ],
  [
    'a number written as text',
    (file) => Reflect.set(file.indicators[0]!, 'weight', '3'),
    'indicators[0] T01.weight',
    { pl: 'musi tu być liczba', en: 'must be a number' },
  ],
  [
    'a mistyped field',
    (file) => Reflect.set(file.scoring, 'minCoverage', 1),
    'scoring.minCoverage',
    { pl: 'nieznane pole', en: 'unknown field' },
  ],
  [
    'a coverage in per cent',
    (file) => (file.scoring.minCoverageArea = 70),
    'scoring.minCoverageArea',
    { pl: 'może wynosić najwyżej 1', en: 'must be at most 1' },
  ],
];

test.each(BREACHES)('%s is refused with the name of the field, in both languages', (_, change, path, message) => {
  expect(problemsAfter(change)).toContainEqual({ path, message });
});

test('something that is no object at all is refused', () => {
  expect(parseMethodology(null)).toEqual({
    ok: false,
    problems: [{ path: '', message: { pl: 'musi tu być obiekt', en: 'must be an object' } }],
  });
});

const FILED: FiledAnswer = { state: 'scored', level: 2, reason: '', requestedOn: null, evidenceItems: 2 };

test('an answer needs what its state requires', () => {
  const t01 = indicator('T01');
  expect(answerGaps(FILED, t01)).toEqual([]);
  expect(answerGaps({ ...FILED, evidenceItems: 1 }, t01)).toEqual(['evidence-missing']);
  expect(answerGaps({ ...FILED, level: null }, t01)).toEqual(['level-missing']);
  expect(answerGaps({ ...FILED, level: 1.5 }, t01)).toEqual(['level-unknown']);
  expect(answerGaps({ ...FILED, state: 'withheld', level: null, reason: 'Odmowa' }, t01)).toEqual([
    'request-date-missing',
  ]);
  expect(answerGaps({ ...FILED, state: 'withheld', level: null, requestedOn: '2026-05-01' }, t01)).toEqual([
    'reason-missing',
  ]);
  expect(answerGaps({ ...FILED, state: 'not_applicable', level: null, evidenceItems: 0 }, t01)).toEqual([
    'reason-missing',
    'evidence-missing',
  ]);
  expect(answerGaps({ ...FILED, state: 'not_assessed', level: null, reason: 'Brak czasu' }, t01)).toEqual([]);
});

test('an answer short of evidence stays out of the score', () => {
  expect(toAnswer({ ...FILED, evidenceItems: 1 }, indicator('T01'))).toEqual({ state: 'not_assessed' });
  expect(toAnswer(FILED, indicator('T01'))).toEqual({ state: 'scored', level: 2 });
});

test('a unit takes over what was filed and leaves the rest not assessed', () => {
  const unit = toScoredUnit('9999011', new Map([['T01', FILED]]), load());
  expect(unit).toEqual({ id: '9999011', answers: { T01: { state: 'scored', level: 2 } } });
  expect(computeScores(toScoringModel(load()), [unit])[0]?.areas.T?.exact).toBe('200/3');
});
