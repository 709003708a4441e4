import { ordinal } from '../tree/letters.ts';
import type { Change } from './changes.ts';
import { citePlace, type Place, type Step } from './places.ts';
import { quote } from './quotes.ts';

/** Commands in the words of § 85–94 ZTP. */

const LOCATIVE: Partial<Record<Step['type'], string>> = {
  division: 'dziale',
  chapter: 'rozdziale',
  subchapter: 'oddziale',
};

/** A level behind "w" or "po": "ust. 2", "rozdziale 2", "tiret drugim", "załączniku nr 1". */
function inLocative(step: Step): string {
  const { type, number } = step;
  const word = LOCATIVE[type];
  if (word !== undefined) return `${word} ${number}`;
  if (type === 'annex') return number === '' ? 'załączniku' : `załączniku nr ${number}`;
  if (type === 'closing') return 'części wspólnej';
  if (type === 'indent' || type === 'subindent')
    return `${type === 'indent' ? 'tiret' : 'podwójnym tiret'} ${locativeOrdinal(number)}`;
  return citePlace([step]);
}

function locativeOrdinal(number: string): string {
  return ordinal(Number(number))
    .split(' ')
    .map((word) => (/ie$/u.test(word) ? `${word.slice(0, -1)}m` : word.replace(/e$/u, 'ym')))
    .join(' ');
}

/** "w § 3 w ust. 2 w pkt 1"; '' for the act as a whole. */
export function inPlace(place: Place): string {
  return place.map((step) => `w ${inLocative(step)}`).join(' ');
}

/** Several units of one list: "ust. 2a i 2b", "§ 5a–5c". */
function cited(steps: readonly Step[]): string {
  const [first] = steps;
  if (first === undefined) return '';
  const plain = citePlace([first]);
  const last = steps.at(-1)!;
  if (steps.length === 1) return plain;
  if (first.type === 'indent' || first.type === 'subindent')
    return steps.map((step, i) => (i === 0 ? plain : citePlace([step]).replace(/^.*tiret /u, ''))).join(' i ');
  if (isRun(steps)) return `${plain}–${last.number}`;
  return `${plain}${steps
    .slice(1)
    .map((step, i) => `${i === steps.length - 2 ? ' i' : ','} ${step.number}`)
    .join('')}`;
}

/** 4, 5, 6 or 2a, 2b, 2c: three or more that a range can stand for. */
function isRun(steps: readonly Step[]): boolean {
  if (steps.length < 3) return false;
  return steps.every(({ number }, i) => {
    const before = steps[i - 1]?.number;
    if (before === undefined) return /^\d+[a-z]?$/u.test(number);
    if (/^\d+$/u.test(before)) return /^\d+$/u.test(number) && Number(number) === Number(before) + 1;
    return (
      number.slice(0, -1) === before.slice(0, -1) &&
      number.charCodeAt(number.length - 1) === before.charCodeAt(before.length - 1) + 1
    );
  });
}

const wordsOf = (text: string): string => (/\s/.test(text.trim()) ? 'wyrazy' : 'wyraz');
const byWords = (text: string): string => (/\s/.test(text.trim()) ? 'wyrazami' : 'wyrazem');
const afterWords = (text: string): string => (/\s/.test(text.trim()) ? 'po wyrazach' : 'po wyrazie');

const SIGN: Readonly<Record<string, [string, string]>> = {
  '.': ['kropkę', 'kropką'],
  ';': ['średnik', 'średnikiem'],
  ',': ['przecinek', 'przecinkiem'],
};

const LINE = '\n\n';

/** A command without its place and its end mark; quoted units begin on a line of their own. */
function phrase(change: Change): string {
  switch (change.do) {
    case 'reword': {
      const { step } = change;
      if (step.type === 'heading') return `otrzymuje brzmienie:${LINE}${quote(change.wording)}`;
      return `${citePlace([step])} otrzymuje brzmienie:${LINE}${quote(change.wording)}`;
    }
    case 'insert': {
      const anchor = change.anchor === null ? '' : `po ${inLocative(change.anchor)} `;
      const units = change.steps[0]?.type === 'closing' ? 'część wspólną' : cited(change.steps);
      return `${anchor}dodaje się ${units} w brzmieniu:${LINE}${quote(change.wording)}`;
    }
    case 'repeal':
      return `uchyla się ${change.step.type === 'closing' ? 'część wspólną' : citePlace([change.step])}`;
    case 'own-text':
      return `dotychczasową treść oznacza się jako ${citePlace([change.step])}`;
    case 'replace':
      return `${wordsOf(change.from)} ${quote(change.from)} zastępuje się ${byWords(change.to)} ${quote(change.to)}`;
    case 'strike':
      return `skreśla się ${wordsOf(change.words)} ${quote(change.words)}`;
    case 'add-words': {
      const added = /^,\s*/u.exec(change.words);
      const words = change.words.slice(added?.[0].length ?? 0);
      const comma = added === null ? '' : words === '' ? 'przecinek' : 'przecinek i ';
      return `${afterWords(change.after)} ${quote(change.after)} dodaje się ${comma}${words === '' ? '' : `${wordsOf(words)} ${quote(words)}`}`;
    }
    case 'mark':
      return change.to === ''
        ? `skreśla się ${SIGN[change.from]![0]}`
        : `${SIGN[change.from]![0]} zastępuje się ${SIGN[change.to]![1]}`;
    case 'annex':
      return `${change.isNew ? 'dodaje się ' : ''}${citePlace([change.step])} ${change.isNew ? 'w brzmieniu określonym' : 'otrzymuje brzmienie określone'} w ${annexName(change)} do niniejszej uchwały`;
  }
}

/** The annex of the amending act; its number is written into the step of the holder. */
function annexName(change: Extract<Change, { do: 'annex' }>): string {
  const number = change.holder[0]?.number ?? '';
  return number === '' ? 'załączniku' : `załączniku nr ${number}`;
}

/** A whole command: "w § 3 w ust. 1 pkt 2 otrzymuje brzmienie: …". `inside` is what the list above says already. */
export function command(change: Change, inside: number): string {
  if (change.do === 'annex') return phrase(change);
  if (change.do === 'reword' && change.step.type === 'heading') {
    const last = change.holder.at(-1)!;
    const names: Partial<Record<Step['type'], string>> = {
      division: 'działu',
      chapter: 'rozdziału',
      subchapter: 'oddziału',
    };
    const outer = inPlace(change.holder.slice(inside, -1));
    return `${outer === '' ? '' : `${outer} `}tytuł ${names[last.type] ?? ''} ${last.number} ${phrase(change)}`;
  }
  const place = inPlace(change.holder.slice(inside));
  return `${place === '' ? '' : `${place} `}${phrase(change)}`;
}
