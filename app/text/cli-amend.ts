import { applyAmending, consolidatedText } from './commands/apply.ts';
import { amend, type AmendmentOptions } from './commands/amend.ts';
import { parse } from './parse/parse.ts';

/** `text apply`: amending acts carried out on an act, as interfaces.md describes it. */
export function runApply(base: string, amending: readonly string[]): unknown {
  const applied = applyAmending(parse(base), amending);
  return {
    text: consolidatedText(applied),
    commands: applied.commands.map(({ reason, ...command }) => (reason === null ? command : { ...command, reason })),
    repealed: applied.repealed,
    rest: applied.rest.flatMap(({ words }) => words).join('\n\n'),
    acts: applied.rest.map(({ act, title, words }) => ({ act, title, rest: words.join('\n\n') })),
    problems: applied.problems,
  };
}

/** `text amend`: the resolution that makes an act in force read as edited. */
export function runAmend(base: string, edited: string, options: AmendmentOptions): unknown {
  const act = parse(base);
  return amend(act, parse(edited, { kind: act.kind }), options);
}
