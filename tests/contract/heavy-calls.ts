/** Which functions of ours take longer the longer somebody's words are, followed through every file, and who calls them where everybody waits. */
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';
import { lineOf, nodes, parse, targetOf } from './syntax.ts';

/** Where that work is done: every other heavy function leads to one of these. */
const engine: readonly string[] = [
  'app/text/diff/diff-text.ts#diffText',
  'app/text/diff/diff.ts#diffClauses',
  'app/text/diff/diff.ts#diffText',
  'app/text/merge/merge-text.ts#mergeText',
  'app/text/merge/merge.ts#mergeText',
  'app/text/merge/merge.ts#mergeClauses',
  'app/text/merge/merge.ts#mergeAll',
  'app/text/diff/provenance.ts#provenance',
  'app/text/number/rewrite.ts#rewriteReferences',
  'app/text/number/rewrite.ts#renumber',
  'app/text/parse/parse.ts#parse',
  'app/text/rebase/rebase.ts#rebaseAmendment',
  'app/drafting/acts/apply-changes.ts#tryChanges',
  'app/drafting/exchange/read-table.ts#readTable',
  'app/publishing/csv/write-csv.ts#csvRows',
  'app/publishing/csv/write-csv.ts#toCsv',
  'app/publishing/csv/write-csv.ts#toExcelCsv',
  'app/publishing/csv/write-xlsx.ts#writeXlsx',
];

/** A file without I/O: its functions run wherever they are called. Engine, documents and scoring have rules by file already. */
const isPure = (path: string) =>
  path.startsWith('app/') &&
  path.endsWith('.ts') &&
  !/\.(server|test)\.ts$/.test(path) &&
  !/^app\/(text|documents|routes)\//.test(path);
/** Written where they are asked for: a row an indicator or a municipality, some thirty milliseconds at the most. */
const small: readonly string[] = [
  // Puts the units of a text in their places and numbers them, whatever their words: some fifteen milliseconds for seven thousand.
  'app/drafting/acts/next-text.ts#changedText',
  'app/drafting/acts/touched-units.ts#unitsOfChanges',
  // The same, and a look at the last letter of each item of a list.
  'app/drafting/acts/neighbour-marks.ts#neighbourMarks',
  'app/drafting/editorial/editorial-text.ts#withMarks',
  'app/verify/recorded-changes.ts#changesOfOffice',
  'app/drafting/rulings/end-marks-of-ruling.ts#withNeighbourMarks',
  'app/monitoring/cards/csv.ts#scorecardCsv',
  'app/monitoring/methodology/methodology-csv.ts#methodologyCsv',
  'app/monitoring/compare/reader-csv.ts#readerCsv',
];
/** Built into the threads, or run by the machine itself: commands, the demonstration. */
const mayCall = (path: string) =>
  isPure(path) ||
  !path.startsWith('app/') ||
  /\.test\.tsx?$/.test(path) ||
  /^app\/((jobs|workers|text|documents|admin|demo)\/|monitoring\/publication\/build-issue\.server)/.test(path);

type Parsed = { path: string; source: ts.SourceFile; imported: Map<string, string> };

/** Breaches as "path:line name". */
export function heavyCalls(files: readonly SourceFile[]): string[] {
  const parsed = files
    .filter(({ path }) => path.startsWith('app/'))
    .map((file): Parsed => {
      const source = parse(file);
      return { path: file.path, source, imported: importedNames(source, file.path) };
    });
  const heavy = heavyFunctions(parsed.filter(({ path }) => isPure(path)));
  return parsed
    .filter(({ path }) => !mayCall(path))
    .flatMap(({ path, source, imported }) =>
      references(source).flatMap((node) =>
        heavy.has(imported.get(node.text) ?? '') && !small.includes(imported.get(node.text) ?? '')
          ? [`${path}:${lineOf(source, node)} ${node.text}`]
          : [],
      ),
    );
}

/** Names "path#function" of all that leads to the engine. */
function heavyFunctions(files: readonly Parsed[]): Set<string> {
  const heavy = new Set(engine);
  const bodies = files.flatMap(({ path, source, imported }) =>
    topFunctions(source).map(([name, body]) => ({
      key: `${path}#${name}`,
      uses: new Set(references(body).map(({ text }) => imported.get(text) ?? `${path}#${text}`)),
    })),
  );
  for (let before = -1; before !== heavy.size;) {
    before = heavy.size;
    for (const { key, uses } of bodies) if (!heavy.has(key) && [...uses].some((use) => heavy.has(use))) heavy.add(key);
  }
  return heavy;
}

function topFunctions(source: ts.SourceFile): [string, ts.Node][] {
  return source.statements.flatMap((statement): [string, ts.Node][] => {
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.body)
      return [[statement.name.text, statement.body]];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }): [string, ts.Node][] =>
      ts.isIdentifier(name) && initializer ? [[name.text, initializer]] : [],
    );
  });
}

/** Names used as values: called, or handed to somebody who calls them. */
function references(node: ts.Node): ts.Identifier[] {
  return nodes(node).filter(
    (each): each is ts.Identifier =>
      ts.isIdentifier(each) &&
      !ts.isImportSpecifier(each.parent) &&
      !ts.isTypeNode(each.parent) &&
      !ts.isTypeQueryNode(each.parent) &&
      !(ts.isPropertyAccessExpression(each.parent) && each.parent.name === each) &&
      !(ts.isPropertyAssignment(each.parent) && each.parent.name === each) &&
      !ts.isTypeElement(each.parent),
  );
}

function importedNames(source: ts.SourceFile, path: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const target = targetOf(path, statement.moduleSpecifier.text);
    const bindings = statement.importClause?.namedBindings;
    if (!target || statement.importClause?.isTypeOnly || !bindings || !ts.isNamedImports(bindings)) continue;
    for (const element of bindings.elements)
      if (!element.isTypeOnly) names.set(element.name.text, `${target}#${(element.propertyName ?? element.name).text}`);
  }
  return names;
}
