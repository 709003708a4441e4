import type { z } from 'zod';
import { id, type Methodology } from './methodology-schema.ts';
import { ANSWER_STATES } from '../scoring/model.ts';

/** Reports a problem at a path, in Polish and English. */
type Report = (path: PropertyKey[], pl: string, en: string) => void;

/** Checks what one field alone cannot show; used by the schema once the shape is right. */
export function checkMethodology(file: Methodology, context: z.RefinementCtx): void {
  const report: Report = (path, pl, en) => {
    context.addIssue({ code: 'custom', path, message: en, params: { pl, en } });
  };
  reportRepeated(file.areas, ['areas'], report);
  reportRepeated(file.indicators, ['indicators'], report);
  reportRepeated(file.answerStates, ['answerStates'], report);
  reportRepeated(file.scoring.bands, ['scoring', 'bands'], report);
  checkAreas(file, report);
  checkAnswerStates(file, report);
  checkBands(file, report);
  file.indicators.forEach((indicator, index) => {
    checkReferences(file, index, report);
    checkScale(indicator.scale, ['indicators', index, 'scale'], report);
  });
}

/**
 * Checks a file that is brought in, beyond what a stored one has to keep to: forms and addresses hold levels as whole numbers, and the
 * version stands in addresses.
 */
export function checkBroughtIn(file: Methodology, context: z.RefinementCtx): void {
  const report: Report = (path, pl, en) => {
    context.addIssue({ code: 'custom', path, message: en, params: { pl, en } });
  };
  if (!id.safeParse(file.version).success) {
    report(
      ['version'],
      'tylko litery, cyfry, kropki, łączniki i podkreślenia, na początku litera albo cyfra',
      'only letters, digits, full stops, hyphens and underscores, a letter or digit first',
    );
  }
  file.indicators.forEach(({ scale }, index) =>
    scale.levels.forEach(({ value }, place) => {
      if (Number.isSafeInteger(value)) return;
      report(
        ['indicators', index, 'scale', 'levels', place, 'value'],
        'poziom musi być liczbą całkowitą; pół poziomu oddaje skala z większą liczbą poziomów',
        'a level must be a whole number; half a level is a scale with more levels',
      );
    }),
  );
}

function reportRepeated(entries: readonly { id: string }[], path: PropertyKey[], report: Report): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (seen.has(id)) report([...path, index, 'id'], `„${id}” występuje dwa razy`, `“${id}” is used twice`);
    seen.add(id);
  });
}

function checkAreas(file: Methodology, report: Report): void {
  file.areas.forEach((area, index) => {
    if (file.indicators.some((indicator) => indicator.area === area.id)) return;
    report(['areas', index, 'id'], `obszar „${area.id}” nie ma wskaźników`, `area “${area.id}” has no indicators`);
  });
}

/** The four states and what they do to a score are fixed: the formulas rest on them. */
function checkAnswerStates(file: Methodology, report: Report): void {
  for (const id of ANSWER_STATES) {
    const index = file.answerStates.findIndex((state) => state.id === id);
    const state = file.answerStates[index];
    if (state === undefined) {
      report(['answerStates'], `brakuje stanu „${id}”`, `state “${id}” is missing`);
      continue;
    }
    const counts = id === 'scored' || id === 'withheld';
    if (state.counts !== counts) {
      report(['answerStates', index, 'counts'], `dla „${id}” musi być ${counts}`, `must be ${counts} for “${id}”`);
    }
    if (state.value !== undefined && (id !== 'withheld' || state.value !== 0)) {
      report(
        ['answerStates', index, 'value'],
        'tylko „withheld” ma stałą wartość i jest nią 0',
        'only “withheld” has a fixed value, and it is 0',
      );
    }
  }
}

function checkBands(file: Methodology, report: Report): void {
  const { bands } = file.scoring;
  bands.forEach((band, index) => {
    const above = bands[index - 1];
    if (above === undefined || band.min < above.min) return;
    report(['scoring', 'bands', index, 'min'], 'progi muszą maleć', 'borders must fall from band to band');
  });
  if (bands.at(-1)?.min !== 0) {
    report(
      ['scoring', 'bands', bands.length - 1, 'min'],
      'ostatni przedział musi zaczynać się od 0',
      'the last band must begin at 0',
    );
  }
}

function checkReferences(file: Methodology, index: number, report: Report): void {
  const indicator = file.indicators[index];
  if (indicator === undefined) return;
  const at = (...path: PropertyKey[]) => ['indicators', index, ...path];
  if (!file.areas.some((area) => area.id === indicator.area)) {
    report(at('area'), `nie ma obszaru „${indicator.area}”`, `there is no area “${indicator.area}”`);
  }
  if (!Object.hasOwn(file.weightTiers, String(indicator.weight))) {
    const known = Object.keys(file.weightTiers).join(', ');
    report(
      at('weight'),
      `${indicator.weight} nie jest żadną z wag (${known})`,
      `${indicator.weight} is none of the weights (${known})`,
    );
  }
  indicator.whereToLook.forEach((source, place) => {
    if (Object.hasOwn(file.sources, source)) return;
    report(
      at('whereToLook', place),
      `nie ma źródła „${source}” w „sources”`,
      `there is no source “${source}” in “sources”`,
    );
  });
  indicator.legalBasis.forEach(({ act, checked }, place) => {
    if (!Object.hasOwn(file.acts, act)) {
      report(at('legalBasis', place, 'act'), `nie ma aktu „${act}” w „acts”`, `there is no act “${act}” in “acts”`);
    }
    if (!Object.hasOwn(file.checkedCodes, checked)) {
      report(
        at('legalBasis', place, 'checked'),
        `nie ma kodu „${checked}” w „checkedCodes”`,
        `there is no code “${checked}” in “checkedCodes”`,
      );
    }
  });
  const isLegal = indicator.requirement !== 'practice';
  if (isLegal && indicator.legalBasis.length === 0) {
    report(at('legalBasis'), 'wymóg prawny potrzebuje podstawy prawnej', 'a legal requirement needs a legal basis');
  }
}

function checkScale(scale: Methodology['indicators'][number]['scale'], path: PropertyKey[], report: Report): void {
  const { min, max, levels } = scale;
  if (max <= min) report([...path, 'max'], 'musi być większe od „min”', 'must be greater than “min”');
  levels.forEach(({ value }, index) => {
    const before = levels[index - 1];
    if (before === undefined || value > before.value) return;
    report([...path, 'levels', index, 'value'], 'poziomy muszą rosnąć', 'levels must rise');
  });
  if (levels[0]?.value !== min)
    report(
      [...path, 'levels', 0, 'value'],
      `pierwszy poziom musi być równy „min” (${min})`,
      `the first level must equal “min” (${min})`,
    );
  if (levels.at(-1)?.value !== max) {
    report(
      [...path, 'levels', levels.length - 1, 'value'],
      `ostatni poziom musi być równy „max” (${max})`,
      `the last level must equal “max” (${max})`,
    );
  }
}
