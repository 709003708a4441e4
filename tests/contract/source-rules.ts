/** The rules of dependency between our folders, and what no source may hold. Each rule names its breaches. */
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';
import { importsOf, importsOfFile, lineOf, nodes, parse, targetOf, type Import } from './syntax.ts';

type Checked = { path: string; text: string; source: ts.SourceFile; imports: (Import & { target: string | null })[] };
type Breach = { line: number; what: string };
type Rule = (file: Checked) => Breach[];

const shared = ['components', 'i18n', 'errors', 'http', 'db', 'routes', 'styles', 'generated', 'workers'];
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isServer = (path: string) => /\.server\.tsx?$/.test(path);
const folderOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1] ?? '';
/** Domain modules are all folders of app/ that are not shared by them. */
const isDomain = (path: string) => folderOf(path) !== '' && !shared.includes(folderOf(path));
/** The only places that know the web framework. */
const knowsFramework = (path: string) => /^app\/(routes\/|http\/|root\.tsx$|entry\.)|^app\/[\w-]+\.d\.ts$/.test(path);

function badImports(file: Checked, isBad: (one: Checked['imports'][number]) => boolean, what: string): Breach[] {
  return file.imports.filter(isBad).map(({ line, specifier }) => ({ line, what: `${what}: ${specifier}` }));
}

const framework: Rule = (file) =>
  !file.path.startsWith('app/') || knowsFramework(file.path) || isTest(file.path)
    ? []
    : badImports(
        file,
        ({ specifier }) => specifier.startsWith('@remix-run/'),
        'only routes, http, root and entry know the framework',
      );

const pureText: Rule = (file) =>
  !file.path.startsWith('app/text/') || isTest(file.path)
    ? []
    : badImports(
        file,
        ({ specifier, target }) => /^(node:|react)/.test(specifier) || isOutside(target, 'app/text/'),
        'app/text is pure and on its own',
      );

const documents: Rule = (file) =>
  !file.path.startsWith('app/documents/') || isTest(file.path)
    ? []
    : badImports(
        file,
        ({ target }) => isOutside(target, 'app/documents/') && isOutside(target, 'app/text/'),
        'documents know the text engine and nothing else of ours',
      );

const pureFiles: Rule = (file) =>
  !isDomain(file.path) ||
  folderOf(file.path) === 'text' ||
  isTest(file.path) ||
  isServer(file.path) ||
  !file.path.endsWith('.ts')
    ? []
    : badImports(
        file,
        ({ specifier, target, typeOnly }) =>
          /^(node:|react|express$|pg$|@prisma\/)/.test(specifier) ||
          /^app\/(generated|routes)\//.test(target ?? '') ||
          (!typeOnly && (isServer(target ?? '') || (target ?? '').startsWith('app/components/'))),
        'a pure file does no I/O and knows no server',
      );

const pages: Rule = (file) =>
  file.path.endsWith('.tsx') && !isServer(file.path) && !knowsFramework(file.path) && !isTest(file.path)
    ? badImports(
        file,
        ({ specifier, target, typeOnly }) => !typeOnly && (specifier.startsWith('node:') || isServer(target ?? '')),
        'what the browser gets has no server code',
      )
    : [];

const components: Rule = (file) =>
  file.path.startsWith('app/components/')
    ? badImports(
        file,
        ({ target, typeOnly }) => target !== null && isDomain(target) && !(typeOnly && target.startsWith('app/text/')),
        'components know no domain',
      )
    : [];

const routes: Rule = (file) => {
  if (!file.path.startsWith('app/routes/')) return [];
  const models = badImports(
    file,
    ({ specifier, target }) => /^app\/generated\//.test(target ?? '') || specifier.startsWith('@prisma/'),
    'a route knows no database model',
  );
  const queries = nodes(file.source)
    .filter(
      (node) =>
        ts.isPropertyAccessExpression(node) && /(^|\.)(db|tx)$|\bgetDb\(\)$/.test(node.expression.getText(file.source)),
    )
    .map((node) => ({
      line: lineOf(file.source, node),
      what: `a route asks the database itself: ${node.getText(file.source)}`,
    }));
  return [...models, ...queries];
};

const forms: Rule = (file) =>
  !file.path.startsWith('app/') || file.path.startsWith('app/http/')
    ? []
    : nodes(file.source)
        .filter((node) => ts.isPropertyAccessExpression(node) && node.name.text === 'formData')
        .map((node) => ({ line: lineOf(file.source, node), what: 'a form is read by readForm, which bounds it' }));

const honest: Rule = (file) => {
  const marks = file.text
    .split('\n')
    .flatMap((text, index) =>
      /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|\b(TODO|FIXME)\b/.test(text)
        ? [{ line: index + 1, what: `not in our sources: ${text.trim()}` }]
        : [],
    );
  const silenced = nodes(file.source).flatMap((node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return [{ line: lineOf(file.source, node), what: 'no `any`' }];
    return ts.isCatchClause(node) && node.block.statements.length === 0
      ? [{ line: lineOf(file.source, node), what: 'an empty catch' }]
      : [];
  });
  return [...marks, ...silenced];
};

/** With one connection, a query on the outer client inside a transaction waits for that transaction for ever. */
const transactions: Rule = (file) =>
  nodes(file.source).flatMap((node) => {
    if (!ts.isCallExpression(node) || !/(^|\.)\$?transaction$/.test(node.expression.getText(file.source))) return [];
    const work = node.arguments.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
    if (!work || !(ts.isArrowFunction(work) || ts.isFunctionExpression(work))) return [];
    const own = work.parameters[0]?.name.getText(file.source) ?? '';
    return nodes(work.body)
      .filter((inner) => isOuterClient(inner, own, file.source))
      .map((inner) => ({
        line: lineOf(file.source, inner),
        what: `inside a transaction only its own client is used, not ${inner.getText(file.source)}`,
      }));
  });

function isOuterClient(node: ts.Node, own: string, source: ts.SourceFile): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText(source) === 'getDb';
  if (!ts.isIdentifier(node) || node.text !== 'db' || own === 'db') return false;
  return !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);
}

/** One way to write a line of the record: its kinds are one catalogue, which feeds, notices and archives go by. */
const record: Rule = (file) =>
  !file.path.startsWith('app/') || file.path.startsWith('app/record/') || isTest(file.path)
    ? []
    : nodes(file.source)
        .filter(
          (node) =>
            ts.isPropertyAccessExpression(node) &&
            /\.event\.(create|createMany|createManyAndReturn|upsert|update|updateMany)$/.test(
              node.getText(file.source),
            ),
        )
        .map((node) => ({
          line: lineOf(file.source, node),
          what: `a line of the record is written by recordEvent: ${node.getText(file.source)}`,
        }));

/** One SHA-256, so that equal words have equal prints everywhere; tests count by themselves what it should say. */
const hashes: Rule = (file) =>
  !file.path.startsWith('app/') || file.path === 'app/hash/sha256.server.ts' || isTest(file.path)
    ? []
    : nodes(file.source)
        .filter(
          (node) =>
            ts.isCallExpression(node) &&
            /(^|\.)(createHash|hash|digest)$/.test(node.expression.getText(file.source)) &&
            /^['"`]sha-?256['"`]$/i.test(node.arguments[0]?.getText(file.source) ?? ''),
        )
        .map((node) => ({ line: lineOf(file.source, node), what: 'SHA-256 is counted by app/hash alone' }));

/** Tests with a database run on both databases, which goes by their names. */
const databaseTests: Rule = (file) =>
  isTest(file.path) && !/\.(db|pg)\.test\.ts$/.test(file.path)
    ? badImports(
        file,
        ({ target }) => target === 'tests/setup/test-db.ts',
        'a test with a database is named *.db.test.ts',
      )
    : [];

/** What takes a core for longer than a moment, and what alone may reach it: the threads, and commands that run by themselves. */
const heavy = [
  /^app\/documents\/(pdf\/(to-pdf|make-pdf\.server|load-fonts\.server)|word\/(write-word|make-word|model-to-word|read-tracked|package-origin|print-reading)|akn\/(to-akn|make-akn|read-akn)|tracked\/(redline|track-amendments)|returned\/map-returned)\.ts$/,
  /^app\/text\/docx\/(?!zip|file-kind)/,
  /^app\/text\/lint\/lint\.ts$/,
  /^app\/drafting\/(acts\/(text-work|brought-work|read-word-text)|report\/make-report-word|unified\/(text-problems|compare-texts)|word\/read-file\.server)\.ts$/,
  /^app\/monitoring\/(compare\/draw-work|scoring\/(rank-interval|pairs|compare|score-interval|reliability)|fieldwork\/reliability-of|charts\/draw-picture\.server)\.ts$/,
];
const isHeavy = (path: string | null) => path !== null && heavy.some((pattern) => pattern.test(path));
/** Functions that take longer the longer a text is, in files that hold light ones too. */
const heavyNames =
  /^(reviewSource|carryOverrides|publicationPreview|diffVersions|comparePair|trendOf|buildScorecards|buildIssue)$/;
/** Hold heavy functions themselves, are built into the threads, or answer a command line in a process of its own. */
const mayBeHeavy = (path: string) =>
  isHeavy(path) ||
  /^app\/(text\/|documents\/(?!.*\.server)|monitoring\/(compare\/(compare-pair|trend)|cards\/build-scorecards|publication\/(build-issue\.server|without-cards))\.ts|drafting\/acts\/publication-preview\.ts|admin\/scale\/)/.test(
    path,
  ) ||
  /(^|[/-])tasks?\.server\.ts$/.test(path) ||
  !path.startsWith('app/');

const heavyWork: Rule = (file) => {
  if (mayBeHeavy(file.path) || isTest(file.path)) return [];
  const modules = badImports(
    file,
    ({ target, typeOnly }) => !typeOnly && isHeavy(target),
    'heavy work goes through runTask',
  );
  const calls = nodes(file.source).filter(
    (node) => ts.isCallExpression(node) && heavyNames.test(node.expression.getText(file.source)),
  );
  return [
    ...modules,
    ...calls.map((node) => ({
      line: lineOf(file.source, node),
      what: `heavy work goes through runTask: ${node.getText(file.source).slice(0, 40)}`,
    })),
  ];
};

function isOutside(target: string | null, folder: string): boolean {
  return target !== null && !target.startsWith(folder);
}

const rules: Rule[] = [
  framework,
  pureText,
  documents,
  pureFiles,
  pages,
  components,
  routes,
  forms,
  honest,
  transactions,
  record,
  hashes,
  databaseTests,
  heavyWork,
];

/** All breaches as "path:line what". */
export function breachesIn(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const source = parse(file);
    const imports = importsOf(source).map((one) => ({ ...one, target: targetOf(file.path, one.specifier) }));
    return rules
      .flatMap((rule) => rule({ ...file, source, imports }))
      .map(({ line, what }) => `${file.path}:${line} ${what}`);
  });
}

/** Everything `start` needs, directly or through others, and where it leads out of `folder`. */
export function leadsOut(files: SourceFile[], start: string, folder: string): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set([start]);
  const out: string[] = [];
  for (const path of seen) {
    const file = byPath.get(path);
    if (!file) continue;
    for (const { specifier, line } of importsOfFile(file)) {
      const target = targetOf(path, specifier);
      if (specifier.startsWith('node:') || isOutside(target, folder)) out.push(`${path}:${line} ${specifier}`);
      else if (target) seen.add(target);
    }
  }
  return out;
}
