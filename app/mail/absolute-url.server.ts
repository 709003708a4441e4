import { withoutEnd } from '#app/text/tree/ends.ts';

/** The address this installation was told to have, read anew each time; null when it was told none. Throws for one that is none. */
export function configuredUrl(): URL | null {
  const text = process.env.PUBLIC_URL?.trim();
  if (!text) return null;
  if (read?.text !== text) read = { text, url: readUrl(text) };
  return read.url;
}

let read: { text: string; url: URL } | null = null;

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new Error(
      `PUBLIC_URL must be an address such as https://prawo.gmina.example, and is ${text.includes('@') ? 'another' : `„${text}”`}`,
    );
  }
  return url;
}

/** Address of this installation without a slash at the end: PUBLIC_URL, else the local one. The only one there is: no request has a say in it. */
export function publicUrl(): string {
  const configured = configuredUrl();
  return configured
    ? withoutEnd(configured.origin + configured.pathname, '/')
    : `http://localhost:${process.env.PORT || 3000}`;
}

/** A path of the product (as `paths` makes it, with a slash in front) as a full address, for mails and files. */
export function absoluteUrl(path: string): string {
  return publicUrl() + path;
}

/** Whether readers come by https: cookies are for it alone then. */
export function isSecure(): boolean {
  return configuredUrl()?.protocol === 'https:';
}
