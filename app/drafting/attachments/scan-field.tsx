import { FileField } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { acceptedFiles } from './attachment.ts';

/** The scan of a letter that the office enters; what was chosen before the form came back is named. */
export function ScanField({ values }: { values: Record<string, string[]> | undefined }) {
  const t = useT();
  const [hash, name] = [values?.scanHash?.[0], values?.scanName?.[0]];
  return (
    <>
      {hash ? <input type="hidden" name="scanHash" value={hash} /> : null}
      <FileField
        name="scan"
        label={t('attachment.scan')}
        hint={
          hash
            ? t('attachment.scan-kept', { name: name ?? '' })
            : `${t('attachment.scan-hint')} ${t('attachment.place-note')}`
        }
        accept={acceptedFiles}
        optional
      />
    </>
  );
}
