import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '#app/i18n/context.tsx';
import { deskKey, deskKeys, isSending, rulingKeys, type DeskKey, type RulingKey } from './desk-keys.ts';

type Place = 'list' | 'ruling';
const keysOf = { list: deskKeys, ruling: rulingKeys } as const;

/** The keys of a page of the desk, always to be seen, and their switch. Nothing without scripts. */
export function DeskKeyHelp({ place = 'list' }: { place?: Place }) {
  const t = useT();
  const { isReady, isOn, setOn, isHelpOpen, setHelpOpen } = useDeskKeys(place);
  useGrowingFields();
  if (!isReady) return null;
  return (
    <details className="keys" open={isHelpOpen} onToggle={(event) => setHelpOpen(event.currentTarget.open)}>
      <summary>{t('deciding.keys')}</summary>
      <dl className="key-list">
        {place === 'list'
          ? (Object.keys(deskKeys) as (keyof typeof deskKeys)[]).map((key) => (
              <Key key={key} name={key} does={t(`deciding.keys.${key}`)} />
            ))
          : (Object.keys(rulingKeys) as (keyof typeof rulingKeys)[]).map((key) => (
              <Key key={key} name={key} does={t(`deciding.keys.${key}`)} />
            ))}
        {place === 'ruling' ? <Key name="Ctrl + Enter" does={t('deciding.keys.send')} /> : null}
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

function Key({ name, does }: { name: string; does: string }) {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

const stored = 'paragraf-desk-keys';

/**
 * Walking the desk by keys, where scripts run: in the list the row in focus is the one keys act on. Off when the reader says so; that is
 * remembered in this browser. `isReady` is false until scripts have started, so that nothing is offered that does not work.
 */
function useDeskKeys(place: Place): {
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
      const target = event.target instanceof Element ? event.target : null;
      if (place === 'ruling' && isSending(event, target)) {
        const send = target?.closest('form.ruling')?.querySelector<HTMLButtonElement>(sending);
        if (send) event.preventDefault();
        send?.click();
        return;
      }
      const meaning = deskKey<DeskKey | RulingKey>(event, target, keysOf[place]);
      if (!meaning) return;
      if (meaning === 'help') setHelpOpen((open) => !open);
      else if (place === 'ruling') actOnRuling(meaning);
      else actInList(meaning, [...document.querySelectorAll<HTMLTableRowElement>('[data-keys="rows"] tbody tr')]);
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isReady, isOn, place]);
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

function actInList(meaning: DeskKey | RulingKey, rows: readonly HTMLTableRowElement[]): void {
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

/** The button that ends the work on a remark: to decide at once is a choice of its own. */
const sending = 'button[name="intent"][value="collect"], button[name="intent"][value="hand-in"]';

/** Decisions are chosen, never sent, by a letter: the next thing to do is the reason, or the words of a part. */
function actOnRuling(meaning: DeskKey | RulingKey): void {
  if (meaning === 'next' || meaning === 'previous') {
    document.querySelector<HTMLAnchorElement>(`a[rel~="${meaning === 'next' ? 'next' : 'prev'}"][data-keys]`)?.click();
    return;
  }
  const form = document.querySelector<HTMLFormElement>('form.ruling');
  if (meaning === 'save') {
    form?.querySelector<HTMLButtonElement>('button[name="intent"][value="save"]')?.click();
    return;
  }
  const choice = form?.querySelector<HTMLInputElement>(`input[name="decision"][value="${meaning}"]`);
  if (!form || !choice) return;
  form.closest('details')?.setAttribute('open', '');
  choice.click();
  const first = meaning === 'accepted-in-part' ? form.querySelector<HTMLElement>('.finals textarea') : null;
  (first ?? form.querySelector<HTMLElement>('[name="reason"]'))?.focus();
}

/** Fields grow with what is typed; where the style sheet cannot do it, this does. */
function useGrowingFields(): void {
  useEffect(() => {
    if (CSS.supports('field-sizing', 'content')) return;
    const grow = (field: HTMLTextAreaElement): void => {
      field.style.blockSize = 'auto';
      field.style.blockSize = `${field.scrollHeight + 2}px`;
    };
    const typed = (event: Event): void => {
      if (event.target instanceof HTMLTextAreaElement) grow(event.target);
    };
    for (const field of document.querySelectorAll('textarea')) grow(field);
    document.addEventListener('input', typed);
    return () => document.removeEventListener('input', typed);
  }, []);
}
