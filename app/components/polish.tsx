import type { ReactNode } from 'react';
import { useLocale } from '#app/i18n/context.tsx';
import { polishParts, quotedParts } from '#app/i18n/in-polish.ts';

/** What people write here is Polish: on a page in another language their words say so, or they are read aloud by its rules. */
export function Polish({ children }: { children: ReactNode }) {
  return useLocale() === 'pl' ? <>{children}</> : <span lang="pl">{children}</span>;
}

/** A sentence of the page around words that people wrote, marked by `inPolish`. */
export function Sentence({ children }: { children: string }) {
  return <Parts parts={polishParts(children)} />;
}

/** What a change does, in the language of the page, with the words of the act that it quotes. */
export function ChangeSentence({ children }: { children: string }) {
  return <Parts parts={quotedParts(children)} />;
}

/** Every second part is Polish. */
function Parts({ parts }: { parts: readonly string[] }) {
  if (useLocale() === 'pl') return <>{parts.join('')}</>;
  return <>{parts.map((part, at) => (at % 2 === 0 || part === '' ? part : <Polish key={at}>{part}</Polish>))}</>;
}
