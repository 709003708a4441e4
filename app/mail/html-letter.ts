import type { Locale } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { linkParts } from './link-parts.ts';

/** What a mail program shows as the letter: its words and where this installation is. */
type Words = { subject: string; text: string; locale: Locale; own: string };

const signature = '\n-- \n';
const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
const serif = "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif";
const ink = '#1c1b19';

/**
 * The plain letter once more for programs that show HTML: the same words in the same order, in the colours of the product. Nothing is
 * fetched from anywhere, nothing runs, and only addresses of ours can be pressed, as `unlinked` left them.
 */
export function htmlLetter({ subject, text, locale, own }: Words): string {
  // The last one is ours: what people typed may have such a line, too.
  const end = text.lastIndexOf(signature);
  const [words, closing] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + signature.length)];
  const style = `margin:0 0 16px;font:16px/1.55 ${sans};color:${ink}`;
  const body = words
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="${style}">${linesOf(paragraph, own)}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#fbfaf7;color:${ink}">
<div style="max-width:600px;margin:0 auto;padding:24px 20px;border-top:4px solid #1b4079;overflow-wrap:anywhere">
<p style="margin:0 0 24px;font:600 18px/1.2 ${serif};color:${ink}"><span style="color:#1b4079">§</span>&nbsp;Paragraf</p>
<h1 style="margin:0 0 16px;font:600 22px/1.25 ${serif};color:${ink}">${escaped(bindSpaces(subject))}</h1>
${body}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d8d4ca;font:14px/1.5 ${sans};color:#46443f">${linesOf(closing.trim(), own)}</p>
</div>
</body>
</html>
`;
}

function linesOf(paragraph: string, own: string): string {
  return linkParts(paragraph, own)
    .map(({ text, href }) => {
      const words = escaped(text).replaceAll('\n', '<br>\n');
      // What `own` does not begin is somebody else's, and stays words.
      return href === null || !href.startsWith('/')
        ? bindSpaces(words)
        : `<a href="${escaped(text)}" style="color:#1b4079">${words}</a>`;
    })
    .join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
