import type { Reference } from './reference.ts';

export type ReferenceJson = {
  from: string;
  words: string;
  line: number;
  targets: string[];
  status: Reference['status'];
  act?: string;
};

/** A reference in the form of `text refs`: a range lists its ends as "§ 13–§ 18". */
export function toReferenceJson(reference: Reference): ReferenceJson {
  const json: ReferenceJson = {
    from: reference.citation,
    words: reference.words,
    line: reference.line,
    targets: reference.targets.map((target) =>
      target.end === null ? target.citation : `${target.citation}–${target.end.citation}`,
    ),
    status: reference.status,
  };
  if (reference.act !== null) json.act = reference.act;
  return json;
}
