import { notFound } from '#app/errors/app-error.ts';

/** A counted thing in an address; anything but a whole number from 1 is an unknown page. */
export function wholeParam(param: string | undefined): number {
  if (!param || !/^[1-9]\d{0,8}$/.test(param)) throw notFound(`not a number: ${param}`);
  return Number(param);
}

/** Page of a list from `?strona=` or another name; nonsense counts as the first. */
export function pageNumber(url: URL, name = 'strona'): number {
  const asked = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}
