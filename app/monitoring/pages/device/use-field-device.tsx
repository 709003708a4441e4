import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { MAX_FORM_BYTES } from '#app/monitoring/fieldwork/limits.ts';
import { flushAnswers, type AnswerStore, type KeptAnswer } from './answer-queue.ts';
import { fileBytes, fillForm, readFields, rowCount } from './form-fields.ts';
import { openAnswerStore } from './indexed-store.ts';
import { sendAnswer } from './send-answer.ts';

export type DeviceCell = {
  /** Id of the signed-in person. */
  owner: string;
  page: string;
  target: string;
  code: string;
  revision: number;
  /** Address after „save and go on". */
  next: string;
  /** The server's page shows two saves already. */
  conflictShown: boolean;
  /** Pages to be ready without a signal. */
  around: string[];
};

export type DeviceState = {
  /** Answers of this person that wait for a signal, and those the server has refused or that clash. */
  waiting: number;
  troubled: { code: string; page: string; state: 'clash' | 'refused'; why: string }[];
  /** The one kept for this very page, when the server has another. */
  clash: KeptAnswer | null;
  here: string | null;
  note: 'restored' | 'sent' | 'signed-out' | 'too-big' | null;
};

const retryMs = 20_000;
const draftMs = 400;
const idle: DeviceState = { waiting: 0, troubled: [], clash: null, here: null, note: null };

/**
 * Keeps what is typed into the coding form on this device until the server has it: every keystroke as a draft, every save in a queue that
 * is tried again when the signal is back. Without scripts the form posts as it stands.
 */
export function useFieldDevice(
  form: RefObject<HTMLFormElement | null>,
  cell: DeviceCell | null,
  showRows: (rows: number) => void,
) {
  const [state, setState] = useState<DeviceState>(idle);
  const store = useRef<AnswerStore | null>(null);
  const id = cell ? `${cell.owner} ${cell.page}` : '';
  // What the listeners read is of the newest render; only another question starts them anew.
  const newest = useRef({ cell, showRows });
  useEffect(() => {
    newest.current = { cell, showRows };
  });

  const refresh = useCallback(async () => {
    const { cell } = newest.current;
    if (!cell || !store.current) return;
    const all = await store.current.list(cell.owner);
    const troubled = all.flatMap(({ code, page, state: kept, why = '' }) =>
      kept === 'clash' || kept === 'refused' ? [{ code, page, state: kept, why }] : [],
    );
    setState((now) => ({
      ...now,
      waiting: all.filter((answer) => answer.state === 'queued').length,
      troubled: troubled.filter((each) => each.page !== cell.page),
    }));
  }, []);

  const flush = useCallback(async () => {
    const { cell } = newest.current;
    if (!cell || !store.current) return null;
    const report = await flushAnswers(store.current, cell.owner, sendAnswer);
    if (report.signedOut) setState((now) => ({ ...now, note: 'signed-out' }));
    else if (report.sent.some((answer) => answer.page !== cell.page)) setState((now) => ({ ...now, note: 'sent' }));
    await refresh();
    return report;
  }, [refresh]);

  useEffect(() => {
    const { cell } = newest.current;
    if (!cell || typeof indexedDB === 'undefined') return;
    store.current = openAnswerStore();
    let timer = 0;
    const element = form.current;
    const keep = async (kind: 'draft' | 'queued') => {
      if (!element || !store.current) return null;
      const answer: KeptAnswer = {
        id,
        owner: cell.owner,
        page: cell.page,
        target: cell.target,
        code: cell.code,
        fields: readFields(element),
        key: crypto.randomUUID(),
        revision: Number((element.elements.namedItem('revision') as HTMLInputElement | null)?.value ?? cell.revision),
        typedAt: new Date().toISOString(),
        state: kind,
      };
      await store.current.put(answer);
      setState((now) => ({ ...now, here: answer.typedAt }));
      return answer;
    };
    const typed = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void keep('draft'), draftMs);
    };
    const submitted = async (event: SubmitEvent) => {
      const button = event.submitter as HTMLButtonElement | null;
      const wanted = button?.name === 'do' ? button.value : 'stay';
      if (!element || (wanted !== 'next' && wanted !== 'stay')) return;
      event.preventDefault();
      window.clearTimeout(timer);
      if (fileBytes(readFields(element)) > MAX_FORM_BYTES) return setState((now) => ({ ...now, note: 'too-big' }));
      await keep('queued');
      await flush();
      const left = await store.current?.get(id);
      // The server shows what is wrong, or both saves, with everything typed still in the form.
      if (left?.state === 'refused' || left?.state === 'clash') return element.submit();
      if (left) {
        await refresh();
        if (wanted === 'next' && (await isReady(cell.next))) window.location.assign(cell.next);
        return;
      }
      window.location.assign(wanted === 'next' ? `${cell.next}?info=coding-saved` : `${cell.page}?info=coding-saved`);
    };
    const again = () => void flush();
    const onSubmit = (event: SubmitEvent) => void submitted(event);
    element?.addEventListener('input', typed);
    element?.addEventListener('submit', onSubmit);
    window.addEventListener('online', again);
    const retry = window.setInterval(again, retryMs);
    void restore();
    void prepare(cell.around);

    async function restore() {
      await flush();
      const kept = await store.current?.get(id);
      if (!cell || !kept || !element) return;
      if (cell.conflictShown)
        return void (await store.current?.put({ ...kept, revision: cell.revision, state: 'draft' }));
      if (kept.revision < cell.revision || kept.state === 'clash') return setState((now) => ({ ...now, clash: kept }));
      newest.current.showRows(rowCount(kept.fields));
      // The rows are drawn first.
      window.setTimeout(() => {
        fillForm(element, kept.fields);
        setState((now) => ({ ...now, here: kept.typedAt, note: kept.state === 'queued' ? now.note : 'restored' }));
      }, 0);
    }
    return () => {
      window.clearTimeout(timer);
      window.clearInterval(retry);
      element?.removeEventListener('input', typed);
      element?.removeEventListener('submit', onSubmit);
      window.removeEventListener('online', again);
    };
  }, [id, form, flush, refresh]);

  /** Of two saves the one from here goes into the form, to be saved over the other; or it is thrown away. */
  const resolveClash = async (keepHere: boolean) => {
    const { clash } = state;
    if (!clash || !store.current) return;
    await store.current.remove(clash.id);
    setState((now) => ({ ...now, clash: null }));
    if (!keepHere || !form.current) return;
    showRows(rowCount(clash.fields));
    const element = form.current;
    window.setTimeout(() => {
      fillForm(element, clash.fields);
      element.querySelector<HTMLButtonElement>('button[name="do"][value="stay"]')?.click();
    }, 0);
  };

  const discard = async () => {
    await store.current?.remove(id);
    window.location.reload();
  };

  return { state, resolveClash, discard };
}

const cacheName = 'paragraf-fieldwork';

async function isReady(address: string): Promise<boolean> {
  if (typeof caches === 'undefined') return false;
  return (await (await caches.open(cacheName)).match(new URL(address, window.location.href).pathname)) !== undefined;
}

/** Has the pages around this one ready for when there is no signal. */
async function prepare(pages: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const scope = `${/^\/en\//.test(window.location.pathname) ? '/en' : ''}/zespol/`;
  try {
    await navigator.serviceWorker.register('/field-worker.js', { scope });
    const worker = (await navigator.serviceWorker.getRegistration(scope))?.active;
    worker?.postMessage({ pages });
  } catch (error) {
    // Private windows refuse workers; drafts and the queue work without one.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}
