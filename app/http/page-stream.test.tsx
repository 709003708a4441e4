import { PassThrough, type Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pageStream } from './page-stream.ts';

function made(page: JSX.Element, through: Duplex): Promise<string> {
  const { pipe } = renderToPipeableStream(page);
  pipe(through);
  return text(through);
}

/** Every piece of React's ends somewhere in these letters, at each place in one of them. */
const pageAt = (before: number) => (
  <form title={`${'a'.repeat(before)}${'zażółć – „gęślą” '.repeat(20)}`}>
    {Array.from({ length: 400 }, (_each, at) => (
      <p key={at}>{`${'łódź '.repeat((at % 9) + 1)}€𝄞`}</p>
    ))}
  </form>
);

test('no letter at the end of a piece of a page leaves anything behind', async () => {
  let broken = 0;
  for (let before = 0; before < 8; before += 1) {
    const page = pageAt(before);
    expect(await made(page, pageStream(null))).toBe(renderToStaticMarkup(page));
    if ((await made(page, new PassThrough())) !== renderToStaticMarkup(page)) broken += 1;
  }
  // Once React writes whole letters itself this stream has less to do.
  expect(broken).toBeGreaterThan(0);
});

test('a page that refuses a form says so in its title, once', async () => {
  const page = (
    <html lang="pl">
      <head>
        <title>{'Złożenie „uwagi”'}</title>
      </head>
      <body>{'ł'.repeat(5_000)}</body>
    </html>
  );
  const html = await made(page, pageStream('pl'));
  expect(html).toContain('<title data-plain="Złożenie „uwagi”">Błąd: Złożenie „uwagi”</title>');
  expect(html.slice(html.indexOf('<body>'))).toContain('ł'.repeat(5_000));
});
