import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#app/i18n/context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { Redline } from './redline.tsx';

const shown = (locale: Locale) =>
  renderToStaticMarkup(
    <LocaleProvider value={locale}>
      <Redline
        spans={[
          { op: 'keep', text: 'co najmniej ' },
          { op: 'insert', text: '21' },
        ]}
      />
    </LocaleProvider>,
  );

test('words of an act are Polish on an English page, and the words that help to hear a change are English', () => {
  expect(shown('en')).toMatch(
    /^<span lang="pl">co najmniej <ins><span class="vh" lang="en"> [^<]+<\/span>21<span class="vh" lang="en">[^<]+ <\/span><\/ins><\/span>$/,
  );
  expect(shown('pl')).not.toContain('lang=');
});
