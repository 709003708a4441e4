import type { z } from 'zod';

/** What is wrong with a methodology file, and where. */
export interface MethodologyProblem {
  /** "indicators[3] T04.scale.levels[0].value"; the id stands beside the index where there is one. */
  path: string;
  message: { pl: string; en: string };
}

/** All problems of a refused file in the order found; `json` is the refused input, for the ids. */
export function toProblems(error: z.ZodError, json: unknown): MethodologyProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(issue.path, json), message: describe(issue) }];
    const message = { pl: 'nieznane pole', en: 'unknown field' };
    return issue.keys.map((key) => ({ path: formatPath([...issue.path, key], json), message }));
  });
}

function formatPath(path: readonly PropertyKey[], json: unknown): string {
  let text = '';
  let value = json;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof key !== 'number') {
      text += `${text === '' ? '' : '.'}${String(key)}`;
      continue;
    }
    const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
    text += `[${key}]${typeof id === 'string' ? ` ${id}` : ''}`;
  }
  return text;
}

const TYPES: Record<string, { pl: string; en: string }> = {
  string: { pl: 'tekst', en: 'text' },
  number: { pl: 'liczba', en: 'a number' },
  int: { pl: 'liczba całkowita', en: 'a whole number' },
  boolean: { pl: 'true albo false', en: 'true or false' },
  array: { pl: 'lista', en: 'a list' },
  object: { pl: 'obiekt', en: 'an object' },
  record: { pl: 'obiekt', en: 'an object' },
};

function describe(issue: z.core.$ZodIssue): { pl: string; en: string } {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { pl: issue.expected, en: issue.expected };
      return issue.input === undefined && issue.message.endsWith('undefined')
        ? { pl: `brakuje pola (${type.pl})`, en: `is missing (${type.en})` }
        : { pl: `musi tu być ${type.pl}`, en: `must be ${type.en}` };
    }
    case 'too_small':
      return describeBound(issue.origin, Number(issue.minimum), issue.inclusive === false ? 'above' : 'least');
    case 'too_big':
      return describeBound(issue.origin, Number(issue.maximum), 'most');
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { pl: `dozwolone wartości: ${values}`, en: `must be one of: ${values}` };
    }
    case 'invalid_format':
      return {
        pl: `ma niedozwoloną postać (wzorzec ${issue.pattern ?? issue.format})`,
        en: `has a wrong form (pattern ${issue.pattern ?? issue.format})`,
      };
    case 'custom': {
      const pl: unknown = issue.params?.pl;
      return { pl: typeof pl === 'string' ? pl : issue.message, en: issue.message };
    }
    default:
      return { pl: 'niedozwolona wartość', en: issue.message };
  }
}

function describeBound(origin: string, bound: number, kind: 'least' | 'above' | 'most'): { pl: string; en: string } {
  if (origin === 'string') return { pl: 'nie może być puste', en: 'must not be empty' };
  if (origin === 'array') return { pl: `musi mieć co najmniej ${bound} poz.`, en: `must hold at least ${bound}` };
  if (kind === 'above') return { pl: `musi być większe od ${bound}`, en: `must be greater than ${bound}` };
  return kind === 'least'
    ? { pl: `musi wynosić co najmniej ${bound}`, en: `must be at least ${bound}` }
    : { pl: `może wynosić najwyżej ${bound}`, en: `must be at most ${bound}` };
}
