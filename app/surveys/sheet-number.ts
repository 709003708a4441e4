/** A number of a sheet as somebody typed it or an address has it; 0 where it is none. */
export function readSheetNumber(typed: string): number {
  return Number(/^\d{1,5}$/.exec(typed)?.[0] ?? 0);
}

/** As it stands on the sheet: in four digits. */
export function printedNumber(number: number): string {
  return String(number).padStart(4, '0');
}
