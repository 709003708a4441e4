import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { useWords } from '#app/monitoring/bridge/use-words.ts';

export type AnswerKeys = { on: boolean; toggle: () => void; ready: boolean };

const setting = 'paragraf-answer-keys';
const states: Record<string, string> = { n: 'not_applicable', b: 'not_assessed', o: 'withheld' };

const neverChanges = () => () => undefined;

/**
 * Single keys for the coding form: a digit for its level, N, B and O for the states, D for evidence. They act only outside of fields and can
 * be switched off (WCAG 2.1.4).
 */
export function useAnswerKeys(form: RefObject<HTMLFormElement | null>): AnswerKeys {
  const ready = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const stored = useSyncExternalStore(
    neverChanges,
    () => window.localStorage.getItem(setting) !== 'off',
    () => true,
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const on = chosen ?? stored;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || /^(TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(target.tagName))
        return;
      if (target instanceof HTMLInputElement && target.type !== 'radio') return;
      const key = event.key.toLowerCase();
      if (key === 'd') return void form.current?.querySelector<HTMLInputElement>('[name="url-0"]')?.focus();
      const value = /^\d$/.test(key) ? key : states[key];
      const radio =
        value === undefined
          ? null
          : form.current?.querySelector<HTMLInputElement>(`input[name="answer"][value="${value}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.click();
      radio.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on, form]);
  const toggle = () => {
    window.localStorage.setItem(setting, on ? 'off' : 'on');
    setChosen(!on);
  };
  return { on, toggle, ready };
}

/** The keys and how to switch them off; only there where scripts run. */
export function KeyHelp({ keys }: { keys: AnswerKeys }) {
  const { t } = useWords();
  if (!keys.ready) return null;
  return (
    <p className="keys">
      {keys.on ? (
        <>
          <span>
            <kbd>0</kbd>–<kbd>3</kbd> {t('fieldwork.keys.level')}
          </span>
          <span>
            <kbd>N</kbd> {t('monitoring.state.not_applicable')}
          </span>
          <span>
            <kbd>B</kbd> {t('monitoring.state.not_assessed')}
          </span>
          <span>
            <kbd>O</kbd> {t('monitoring.state.withheld')}
          </span>
          <span>
            <kbd>D</kbd> {t('fieldwork.keys.evidence')}
          </span>
          <span>{t('fieldwork.keys.on')}</span>
        </>
      ) : null}
      <button className="btn btn--quiet btn--small" type="button" onClick={keys.toggle}>
        {t(keys.on ? 'fieldwork.keys.off' : 'fieldwork.keys.back')}
      </button>
    </p>
  );
}
