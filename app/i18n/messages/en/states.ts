import type { plStates } from '../pl/states.ts';

export const enStates: Record<keyof typeof plStates, string> = {
  'state.open': 'awaiting the office’s response',
  'state.accepted': 'accepted',
  'state.accepted-in-part': 'accepted in part',
  'state.already-in-text': 'already in the text',
  'state.not-accepted': 'not accepted',
  'state.out-of-scope': 'outside the scope',
  'state.answered': 'answered',
  'state.withdrawn': 'withdrawn',
};
