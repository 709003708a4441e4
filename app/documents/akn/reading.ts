import type { Problem } from '#app/text/index.ts';
import type { XmlNode } from '#app/text/docx/xml.ts';

/** What one reading of a file carries along: the notes it refers to, and the elements our model has no word for. */
export type Reading = {
  /** Notes of the head of the file by eId. */
  notes: ReadonlyMap<string, XmlNode>;
  /** Says that an element was kept as text. */
  kept: (element: string) => void;
  /** Marks a note in the line and keeps it for the end of its paragraph. */
  note: (node: XmlNode, mark: string) => string;
  /** Notes marked since the last call, each with its mark. */
  takeNotes: () => { mark: string; node: XmlNode }[];
  /** Notes of the head that no line refers to. */
  unusedNotes: () => XmlNode[];
  problems: () => Problem[];
};

/** `notes` are those of the heads of the file, by eId. */
export function startReading(notes: ReadonlyMap<string, XmlNode>): Reading {
  const kept = new Map<string, number>();
  const used = new Set<XmlNode>();
  let waiting: { mark: string; node: XmlNode }[] = [];
  let count = 0;
  return {
    notes,
    kept: (element) => void kept.set(element, (kept.get(element) ?? 0) + 1),
    note: (node, given) => {
      count += 1;
      const mark = given.trim() === '' ? String(count) : given.trim();
      if (!used.has(node)) waiting.push({ mark, node });
      used.add(node);
      return `[${mark}]`;
    },
    takeNotes: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    unusedNotes: () => [...new Set(notes.values())].filter((note) => !used.has(note)),
    problems: () => [...kept].map(([element, times]) => problem(element, times)),
  };
}

function problem(element: string, times: number): Problem {
  return {
    code: 'kept-as-text',
    severity: 'warning',
    line: 1,
    unit: null,
    rule: null,
    message: {
      pl: `Element „${element}” z pliku Akoma Ntoso (wystąpień: ${times}) nie ma odpowiednika w polskim akcie: jego słowa zachowano jako tekst.`,
      en: `The Akoma Ntoso element "${element}" (occurrences: ${times}) has no counterpart in a Polish act: its words were kept as text.`,
    },
  };
}
