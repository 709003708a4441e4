import { State, type Sign } from '#app/components/icon.tsx';
import { useT } from '#app/i18n/context.tsx';

const signs: Record<'accepted' | 'accepted-in-part' | 'not-accepted', Sign> = { accepted: 's-full', 'accepted-in-part': 's-half', 'not-accepted': 's-none' };

/** What the office ruled: a square sign and the word. */
export function DecisionState({ decision }: { decision: keyof typeof signs }) {
  const t = useT();
  return <State sign={signs[decision]}>{t(`overview.decision.${decision}`)}</State>;
}
