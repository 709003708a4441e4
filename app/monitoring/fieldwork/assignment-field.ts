/** Name of the field of one place on the board. */
export function assignmentField(teryt: string, area: string, part: 1 | 2): string {
  return `p-${teryt}-${area}-${part}`;
}
