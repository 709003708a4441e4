import { Transform } from 'node:stream';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

/**
 * What stands between React and the reader of a page. React 18 fills pieces of 2,048 bytes and sends the whole of one also when the next
 * letter did not fit any more: up to three bytes of zero are left behind it, which browsers show as „�” in a field. No page of ours holds such
 * a byte, so they are taken out. With a locale the title begins with „Błąd:”.
 */
export function pageStream(titledAsError: Locale | null): Transform {
  let isTitled = titledAsError === null;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      const bytes = withoutZeros(chunk);
      if (isTitled || titledAsError === null) return next(null, bytes);
      const text = bytes.toString();
      const titled = errorTitle(titledAsError, text);
      isTitled = titled !== text;
      next(null, isTitled ? titled : bytes);
    },
  });
}

function withoutZeros(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.filter((byte) => byte !== 0)) : bytes;
}

/** A page that refuses a form says so first. A route's meta does not know of the refusal: the title as the route has it goes along, so
 * that the browser takes over the page that was made. */
function errorTitle(locale: Locale, html: string): string {
  return html.replace(
    /<title>([^<]*)/,
    (_match, title: string) =>
      `<title data-plain="${title.replaceAll('"', '&quot;')}">${translate(locale, 'form.error-title', { title })}`,
  );
}
