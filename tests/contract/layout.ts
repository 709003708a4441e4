/** The layout of the house: the table of the README is read as data, and imports are held against it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, type SourceFile } from './source-files.ts';
import { importsOfFile, targetOf } from './syntax.ts';

/** Which folders of app/ a folder may import. */
export type Layout = ReadonlyMap<string, ReadonlySet<string>>;
type Arrow = { from: string; to: string };

const row = /^\| `app\/([\w-]+)` \|[^|]*\|([^|]*)\|$/gm;

/** The table „folder × folder” of a README. */
export function readLayout(readme: string = readFileSync(join(root, 'README.md'), 'utf8')): Layout {
  return new Map(
    [...readme.matchAll(row)].map(([, folder = '', may = '']) => [
      folder,
      new Set(
        may
          .split(',')
          .map((name) => name.trim())
          .filter((name) => /^[\w-]+$/.test(name)),
      ),
    ]),
  );
}

/** Every import of a file of app/ by another; tests are held to nothing. */
export function arrowsOf(files: readonly SourceFile[]): Arrow[] {
  const ours = files.filter(({ path }) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path));
  const known = new Set(ours.map(({ path }) => path));
  return ours.flatMap((file) => {
    const targets = new Set(importsOfFile(file).map(({ specifier }) => targetOf(file.path, specifier)));
    return [...targets].flatMap((to) =>
      to !== null && to !== file.path && known.has(to) ? [{ from: file.path, to }] : [],
    );
  });
}

const topOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Imports that the table does not know, as "path → path"; files at the top of app/ may import what they put together. */
export function outsideLayout(arrows: readonly Arrow[], layout: Layout): string[] {
  return arrows.flatMap(({ from, to }) => {
    const [a, b] = [topOf(from), topOf(to)];
    return a === null || b === null || a === b || layout.get(a)?.has(b) ? [] : [`${from} → ${to}`];
  });
}

/** Folders of app/ that the table does not list. */
export function unlisted(files: readonly SourceFile[], layout: Layout): string[] {
  return [...new Set(files.flatMap(({ path }) => topOf(path) ?? []))].filter((folder) => !layout.has(folder)).sort();
}

/** Circles among `names`, each as its members in alphabetical order: what reaches itself through others. */
export function circles(arrows: readonly Arrow[], nameOf: (path: string) => string): string[][] {
  const next = new Map<string, Set<string>>();
  for (const arrow of arrows) {
    const [from, to] = [nameOf(arrow.from), nameOf(arrow.to)];
    if (from === to) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
    if (!next.has(to)) next.set(to, new Set());
  }
  return strong(next)
    .filter((group) => group.length > 1)
    .map((group) => group.sort());
}

/** Groups in which each reaches each (Tarjan), without recursion over the depth of the program's imports being a concern: it is some dozen. */
function strong(next: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const groups: string[][] = [];
  const visit = (name: string): void => {
    index.set(name, index.size);
    low.set(name, index.get(name)!);
    open.push(name);
    for (const to of next.get(name) ?? []) {
      if (!index.has(to)) visit(to);
      if (open.includes(to)) low.set(name, Math.min(low.get(name)!, low.get(to)!));
    }
    if (low.get(name) === index.get(name)) groups.push(open.splice(open.indexOf(name)));
  };
  for (const name of next.keys()) if (!index.has(name)) visit(name);
  return groups;
}

export const folderOf = (path: string): string => dirname(path);
