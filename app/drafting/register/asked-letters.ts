import { pageNumber } from '../remarks/params.ts';
import { noticeNames, type NoticeName } from '../told/notice-names.ts';

export type AskedFor = { number: number | null; page: number; name: NoticeName; posted: boolean };

/** Which letters an address asks for; nonsense asks for the first page of those to send. */
export function askedLetters(url: URL): AskedFor {
  const number = url.searchParams.get('pismo') ?? '';
  const about = url.searchParams.get('o');
  return {
    number: /^\d{1,9}$/.test(number) ? Number(number) : null,
    page: pageNumber(url),
    name: (Object.keys(noticeNames) as NoticeName[]).find((name) => name === about) ?? 'odpowiedzi',
    posted: url.searchParams.get('wyslane') === '1',
  };
}
