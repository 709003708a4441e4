import type { XmlNode } from './xml.ts';

/** What one part says of another: the last word of its type ("styles", "header") and the name of the part; null for one outside the file. */
export type Relationship = { id: string; kind: string; part: string | null };

/** The relationships listed in a .rels part of `owner` ("" for the package itself). Strict and usual types have the same last word. */
export function readRelationships(root: XmlNode | null, owner: string): Relationship[] {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  return (root?.children ?? [])
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => {
      const type = attributes.Type ?? '';
      const isOutside = attributes.TargetMode === 'External';
      return {
        id: attributes.Id ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        part: isOutside ? null : resolve(folder, attributes.Target ?? ''),
      };
    });
}

/** Where the relationships of a part stand. */
export function relationshipsOf(owner: string): string {
  const at = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, at)}_rels/${owner.slice(at)}.rels`;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
