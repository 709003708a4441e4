import type { Place } from '../model/model.ts';

type Element = PDFKit.PDFStructureElement;
/** An enumeration that goes on, with its item at hand. */
type Open = { list: Element; item: Element; body: Element };

/** Enumerations whose items are blocks of their own, from the outer to the inner one. */
export type Enumerations = Open[];

/** Ends what is deeper than the place of the next block; without a place, all. */
export function endEnumerations(open: Enumerations, place?: Place): void {
  const stays = place?.depth ?? 0;
  while (open.length > stays) {
    const { item, list } = open.pop()!;
    item.end();
    list.end();
  }
}

type Placing = { open: Enumerations; place: Place | undefined; addMark?: (item: Element) => void };

/** The element that a block hangs under. Where it begins an item, its mark is added first: it is read before the words. */
export function placeIn(document: PDFKit.PDFDocument, root: Element, { open, place, addMark }: Placing): Element {
  endEnumerations(open, place);
  if (!place?.begins) return open.at(-1)?.body ?? root;
  const before = open.length === place.depth ? open.pop() : undefined;
  before?.item.end();
  const list = before?.list ?? document.struct('L');
  if (!before) (open.at(-1)?.body ?? root).add(list);
  const item = document.struct('LI');
  list.add(item);
  addMark?.(item);
  const body = document.struct('LBody');
  item.add(body);
  open.push({ list, item, body });
  return body;
}
