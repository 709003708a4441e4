import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '#app/i18n/context.tsx';
import { deskKey } from './desk-keys.ts';

/** The keys of the work list, always to be seen, and their switch. Nothing without scripts. */
export function DeskKeyHelp() {
  const t = useT();
  const { isReady, isOn, setOn, isHelpOpen, setHelpOpen } = useDeskKeys('[data-keys="rows"]');
  if (!isReady) return null;
  return (
    <details className="keys" open={isHelpOpen} onToggle={(event) => setHelpOpen(event.currentTarget.open)}>
      <summary>{t('deciding.keys')}</summary>
      <dl className="key-list">
        {(['j', 'k', 'x', 'Enter', '?'] as const).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`deciding.keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="by">{t('deciding.keys.note')}</p>
      <p>
        <button className="btn btn--quiet btn--small" type="button" aria-pressed={isOn} onClick={() => setOn(!isOn)}>
          {t(isOn ? 'deciding.keys.off' : 'deciding.keys.on')}
        </button>
      </p>
    </details>
  );
}

const stored = 'paragraf-desk-keys';

/**
 * Walking the work list by keys, where scripts run: the row in focus is the one keys act on. Off when the reader says so; that is
 * remembered in this browser. `isReady` is false until scripts have started, so that nothing is offered that does not work.
 */
function useDeskKeys(tableSelector: string): {
  isReady: boolean;
  isOn: boolean;
  setOn: (on: boolean) => void;
  isHelpOpen: boolean;
  setHelpOpen: (open: boolean) => void;
} {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const state = useSyncExternalStore(
    onChange,
    () => (window.localStorage.getItem(stored) === 'off' ? 'off' : 'on'),
    () => 'not-ready',
  );
  const [isReady, isOn] = [state !== 'not-ready', state === 'on'];
  useEffect(() => {
    if (!isReady || !isOn) return;
    const pressed = (event: KeyboardEvent): void => {
      const meaning = deskKey(event, event.target instanceof Element ? event.target : null);
      if (!meaning) return;
      if (meaning === 'help') setHelpOpen((open) => !open);
      else act(meaning, [...document.querySelectorAll<HTMLTableRowElement>(`${tableSelector} tbody tr`)]);
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isReady, isOn, tableSelector]);
  const setOn = (on: boolean): void => {
    window.localStorage.setItem(stored, on ? 'on' : 'off');
    window.dispatchEvent(new Event('storage'));
  };
  return { isReady, isOn, setOn, isHelpOpen, setHelpOpen };
}

/** The browser tells other windows of a change; `setOn` tells this one. */
function onChange(notify: () => void): () => void {
  window.addEventListener('storage', notify);
  return () => window.removeEventListener('storage', notify);
}

function act(meaning: 'next' | 'previous' | 'choose' | 'open', rows: readonly HTMLTableRowElement[]): void {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at];
  if (meaning === 'choose') row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  else if (meaning === 'open') row?.querySelector('a')?.click();
  else {
    const next = rows[meaning === 'next' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
    next?.querySelector<HTMLElement>('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }
}
