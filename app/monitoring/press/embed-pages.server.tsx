import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LocaleProvider } from '#app/i18n/context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { CardEmbed, EditionEmbed, IndicatorEmbed } from './embed-views.tsx';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';

type Frame = { locale: Locale; /** Address of the style sheet. */ styles: string; origin: string };

/** A whole page for a frame in somebody else's page: no cookies, no forms; its only script tells its height. */
function framed({ locale, styles, title, children }: Frame & { title: string; children: ReactNode }): string {
  const page = (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <base target="_blank" />
        <link rel="stylesheet" href={styles} />
        <script src="/embed/frame.js" defer />
      </head>
      <body className="framed">
        {/* Named, so that it is told apart from the main part of the page around the frame. */}
        <LocaleProvider value={locale}>
          <main aria-label={`Paragraf: ${title}`}>{children}</main>
        </LocaleProvider>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

export function cardEmbedPage(frame: Frame, props: { document: ScorecardDocument; manifest: EditionManifest }): string {
  return framed({
    ...frame,
    title: props.document.municipality.name,
    children: <CardEmbed {...props} origin={frame.origin} />,
  });
}

export function indicatorEmbedPage(
  frame: Frame,
  props: { document: ScorecardDocument; manifest: EditionManifest; indicator: ScorecardIndicator },
): string {
  return framed({
    ...frame,
    title: `${props.document.municipality.name}, ${props.indicator.id}`,
    children: <IndicatorEmbed {...props} origin={frame.origin} />,
  });
}

export function editionEmbedPage(frame: Frame, props: { manifest: EditionManifest }): string {
  return framed({
    ...frame,
    title: props.manifest.edition.title[frame.locale],
    children: <EditionEmbed {...props} origin={frame.origin} />,
  });
}
