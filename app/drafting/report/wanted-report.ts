import { orderOf, type LineOrder } from './line-order.ts';

/** Which report an address asks for: `?nr=2` a final one, `?stan=dzis` the state of things although there is a final one; `?kolejnosc=akt` its lines by unit. */
export function wantedReport(url: URL): { number: number | null; live: boolean; order: LineOrder } {
  const number = url.searchParams.get('nr') ?? '';
  return {
    number: /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null,
    live: url.searchParams.get('stan') === 'dzis',
    order: orderOf(url.searchParams),
  };
}
