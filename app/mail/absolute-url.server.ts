import { withoutEnd } from '#app/text/ends.ts';

/** Address of this installation without a slash at the end: PUBLIC_URL, else the local one. */
export function publicUrl(): string {
  const configured = withoutEnd(process.env.PUBLIC_URL?.trim() ?? '', '/');
  return configured || `http://localhost:${process.env.PORT ?? 3000}`;
}

/** A path of the product (as `paths` makes it, with a slash in front) as a full address, for mails and files. */
export function absoluteUrl(path: string): string {
  return publicUrl() + path;
}
