import type { Place } from './places.ts';

export type CommandOp =
  | 'reword'
  | 'insert'
  | 'repeal'
  | 'strike-words'
  | 'replace-words'
  | 'insert-words'
  | 'annex'
  | 'unknown';

/** Where inserted words stand: behind or before other words, or at an end of the unit. */
export type WordAnchor = { at: 'after' | 'before'; words: string } | { at: 'end' | 'start' };

/** One thing a command does, in the form in which it is carried out. Quoted words are those between the marks. */
export type Instruction =
  | { do: 'reword'; targets: Place[]; wording: string; quoted: boolean }
  | { do: 'insert'; targets: Place[]; anchor: Place | null; before: boolean; into: Place; wording: string }
  | { do: 'repeal'; targets: Place[] }
  | { do: 'strike'; targets: Place[]; words: string[]; inflected: boolean; except: Place[] }
  | { do: 'replace'; targets: Place[]; words: string[]; by: string; inflected: boolean; except: Place[] }
  | { do: 'add-words'; targets: Place[]; anchor: WordAnchor; words: string }
  | { do: 'mark'; targets: Place[]; from: string; to: string; after: string | null }
  | { do: 'designate'; targets: Place[]; to: Place[] }
  | { do: 'own-text'; holder: Place; to: Place }
  | { do: 'annex'; targets: Place[]; source: string; isNew: boolean; anchor: Place | null }
  | { do: 'repeal-act' }
  | { do: 'unknown'; targets: Place[] };

/** The name of an instruction in the JSON of the command line. */
export function opOf(instruction: Instruction): CommandOp {
  switch (instruction.do) {
    case 'reword':
    case 'designate':
    case 'own-text':
      return 'reword';
    case 'insert':
      return 'insert';
    case 'repeal':
    case 'repeal-act':
      return 'repeal';
    case 'strike':
      return 'strike-words';
    case 'replace':
    case 'mark':
      return 'replace-words';
    case 'add-words':
      return 'insert-words';
    case 'annex':
      return 'annex';
    case 'unknown':
      return 'unknown';
  }
}
