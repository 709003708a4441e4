/** The writes of the program as its routes call them, read from their sources. */
import { existsSync, readFileSync } from 'node:fs';
import { routeFiles } from '../../scripts/route-files.mjs';

const writes =
  /\btransaction\(|\bofficeWrite\(|\bwithinLimit\(|\.(?:create|createMany|update|updateMany|delete|deleteMany|upsert)\(\{/;
const imports = /import \{([^}]*)\} from '([^']+\.server\.ts)'/g;

type Imported = { names: string[]; path: string };

function importsOf(file: string): Imported[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(imports)].flatMap(([, names = '', from = '']) => {
    const path = from.startsWith('#') ? from.slice(1) : new URL(from, `file:///${file}`).pathname.slice(1);
    return existsSync(path)
      ? [
          {
            names: names
              .split(',')
              .map((name) => name.trim())
              .filter((name) => name !== '' && !name.startsWith('type ')),
            path,
          },
        ]
      : [];
  });
}

const isWriting = (path: string) => writes.test(readFileSync(path, 'utf8'));

/** Whether it writes, or calls what does, so many steps away. */
function reachesWrite(path: string, steps: number): boolean {
  return isWriting(path) || (steps > 0 && importsOf(path).some((next) => reachesWrite(next.path, steps - 1)));
}

/** „route useCase” for every use case that an action hands the database to and that writes, itself or through the next one. */
export function writesOfRoutes(): string[] {
  return [...routeFiles()].flatMap(([file, place]) => {
    const text = readFileSync(place, 'utf8');
    const at = text.indexOf('export const action');
    if (at < 0) return [];
    const end = text.indexOf('export default', at);
    const act = text.slice(at, end < 0 ? undefined : end);
    const called = importsOf(place).flatMap(({ names, path }) =>
      names
        .filter((name) => new RegExp(`\\b${name}\\(\\s*(?:\\w+\\.)?(?:db|context)\\b`).test(act))
        .map((name) => ({ name, path })),
    );
    const direct = called.filter(({ path }) => !path.startsWith('app/http/') && isWriting(path));
    const found = direct.length > 0 ? direct : called.filter(({ path }) => reachesWrite(path, 2));
    const route = file.replace('($lang).', '').replace(/\.tsx?$/, '');
    return [...new Set(found.map(({ name }) => `${route} ${name}`))].sort();
  });
}

/** Routes with an action of their own in which no write was found: each has to be known to have none. */
export function actionsWithoutWrites(): string[] {
  const writing = new Set(writesOfRoutes().map((one) => one.split(' ')[0]));
  return [...routeFiles()]
    .filter(([, place]) => readFileSync(place, 'utf8').includes('export const action'))
    .map(([file]) => file.replace('($lang).', '').replace(/\.tsx?$/, ''))
    .filter((route) => !writing.has(route));
}
