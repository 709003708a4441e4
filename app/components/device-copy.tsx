import { useT } from '#app/i18n/context.tsx';

/** What the script about copies of long fields needs to know: whose they are, and its words. */
export function DeviceCopy({ reader }: { reader: string | null }) {
  const t = useT();
  const words = {
    note: t(reader ? 'copy.note' : 'copy.note-guest'),
    noteOff: t('copy.note-off'),
    tooLong: t('copy.too-long'),
    off: t('copy.off'),
    on: t('copy.on'),
    offer: t('copy.offer', { day: '{day}', time: '{time}' }),
    older: t('copy.older'),
    insert: t('copy.insert'),
    replace: t('copy.replace'),
    remove: t('copy.remove'),
  };
  return (
    <>
      <div hidden data-device-copy="" data-reader={reader ?? ''} data-words={JSON.stringify(words)} />
      <script src="/device-copy.js" type="module" />
    </>
  );
}
