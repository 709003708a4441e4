import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#app/i18n/context.tsx';
import { ScorecardAreas } from './scorecard-areas.tsx';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';

function page(display: string | null): string {
  const document = {
    total: { display, exact: '6650/99', value: 6650 / 99 },
    areas: [],
    indicators: [],
    municipality: {},
  } as unknown as ScorecardDocument;
  const manifest = { municipalities: [] } as unknown as EditionManifest;
  return renderToStaticMarkup(
    createElement(LocaleProvider, { value: 'pl' }, createElement(ScorecardAreas, { document, manifest })),
  );
}

test('the worked sum ends in the exact score, and in no figure at all where there is not enough data', () => {
  expect(page('67.2')).toContain('6650/99');
  const without = page(null);
  expect(without).toContain('za mało danych');
  expect(without).not.toMatch(/6650|67[.,]/);
});
