import { useEffect, useState } from 'react';
import { Notice } from '#app/components/page-parts.tsx';
import { useT } from '#app/i18n/context.tsx';
import { DoneItems } from './import-report-view.tsx';
import type { ReportView } from './import-report.ts';

type Done = ReportView['done'];

/**
 * Takes over what is pasted into a field with its looks (Word, LibreOffice, a page): numbers of lists become words of the text, and what
 * was left out is said below the field. Without scripts the browser pastes what it calls plain text.
 */
export function PasteAsText({ field }: { field: string }) {
  const t = useT();
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    const area = document.querySelector<HTMLTextAreaElement>(`#f-${field}`);
    if (!area) return;
    const reader = import('./read-paste.ts');
    const pasted = (event: ClipboardEvent): void => {
      const page = event.clipboardData?.getData('text/html') ?? '';
      const plain = event.clipboardData?.getData('text/plain') ?? '';
      if (page === '') return;
      event.preventDefault();
      void reader
        .then(({ readPaste }) => readPaste(page, plain))
        .catch(() => ({ text: plain, done: null }))
        .then(takeOver);
    };
    const takeOver = ({ text, done: found }: { text: string; done: Done | null }): void => {
      insert(area, text);
      setDone(found);
    };
    area.addEventListener('paste', pasted);
    return () => area.removeEventListener('paste', pasted);
  }, [field]);
  return (
    <div role="status">
      {done ? (
        <Notice>
          <p>{t(done.length === 0 ? 'import.paste.plain' : 'import.paste.read')}</p>
          {done.length === 0 ? null : (
            <ul>
              <DoneItems done={done} />
            </ul>
          )}
        </Notice>
      ) : null}
    </div>
  );
}

/** A longer text comes at once and cannot be taken back by key: the other way would take a browser minutes. */
const LONG = 50_000;

function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  // Nothing else puts words in so that the browser can take them back by key.
  if (text.length <= LONG && document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
