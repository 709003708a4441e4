import { expect, test } from 'vitest';
import { countHtmlLetters } from '#app/text/html/html-letters.ts';
import { looksLikeHtml } from '#app/text/html/looks-like-html.ts';
import { readHtml } from '#app/text/html/read-html.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';
import { outgrows } from './growth.ts';

const size = 400_000;
const pieces = [
  'a',
  '<',
  '</',
  '<!--',
  '<![if',
  '<?x',
  '<p',
  '<p a="',
  "<p a='",
  '<p a="<p b=\'',
  '<style>',
  '</style',
  '<svg>',
  '&amp;',
  '&#9;',
  '<br>',
  '<li>',
  '<ol><li>',
  '</ol>',
  '</p></b>',
  '<p><b>a</p>',
  '<td>a',
  '<tr><td>a',
  '<sup>1</sup>',
  '<ol type=a start=99999><li>a</ol>',
  '<p style="mso-list:l0 level9 lfo1">a</p>',
  '<span style="mso-list:Ignore">a</span>',
  '<del>a',
  '<ins>a</ins>',
  '<pre>\n',
  '\u00a0 ',
  '<p style="display:none',
  '<img alt="',
];

test('reading a page costs as much as the page is long, whatever it is made of', async () => {
  const slow: string[] = [];
  for (const piece of pieces) {
    const why = await outgrows(size, (length) => {
      const source = `<p>x</p>${piece.repeat(Math.ceil(length / piece.length))}`;
      looksLikeHtml(source);
      countHtmlLetters(source);
      try {
        readHtml(source);
      } catch (error) {
        if (!(error instanceof TextLimitError)) throw error;
      }
    });
    if (why) slow.push(`${JSON.stringify(piece)}: ${why}`);
  }
  expect(slow).toEqual([]);
}, 600_000);

test('whatever a page is made of, every letter of it is read or named', () => {
  for (const piece of pieces) {
    const source = `<p>x</p>${piece.repeat(50)}`;
    const { lines } = readHtml(source);
    expect([piece, lines[0]]).toEqual([piece, 'x']);
  }
});
