import { Sentence } from '#app/components/polish.tsx';
import { useT } from '#app/i18n/context.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { fullSignatureOf, signatureOf, type Signed } from './signature.ts';

/** Who stands under something: the name as it was written, the words about it in the language of the page. */
export function SignedBy({ signed, full = false }: { signed: Signed; full?: boolean }) {
  const t = useT();
  const { authorName, organisation, channel } = signed;
  const named = { authorName: inPolish(authorName), organisation: inPolish(organisation ?? ''), channel };
  return <Sentence>{(full ? fullSignatureOf : signatureOf)(named, t)}</Sentence>;
}
