import { AppError } from '#app/errors/app-error.ts';
import type { Withdrawal } from '../cards/withdrawal.ts';

export type WithdrawnFacts = {
  what: 'edition' | 'card' | 'issue';
  slug: string;
  title: { pl: string; en: string };
  team: string;
  /** Name of the municipality, where a card is what was withdrawn. */
  name: string;
  issue: number;
  newest: number;
  withdrawal: Withdrawal;
  hashes: { path: string; hash: string }[];
};

/** What was asked for was withdrawn: 410, with what is said instead. */
export class WithdrawnError extends AppError {
  readonly facts: WithdrawnFacts;
  constructor(facts: WithdrawnFacts) {
    super('gone', `${facts.what} of ${facts.slug} was withdrawn`);
    this.facts = facts;
  }
}
