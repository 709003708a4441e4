import { State } from '#app/components/icon.tsx';
import { useT } from '#app/i18n/context.tsx';
import { stateKeys, stateSigns, type Decision } from './remark-state.ts';

/** What the office ruled: a square sign and the word. */
export function DecisionState({ decision }: { decision: Decision }) {
  const t = useT();
  return <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>;
}
