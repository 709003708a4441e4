import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

export type Import = { specifier: string; typeOnly: boolean; line: number };

export function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
}

/** Those of whole files: a dozen rules walk over each. */
const ofFiles = new WeakMap<ts.Node, readonly ts.Node[]>();

/** Every node of the tree, parents first. */
export function nodes(node: ts.Node): readonly ts.Node[] {
  const known = ofFiles.get(node);
  if (known) return known;
  const all: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    all.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  if (ts.isSourceFile(node)) ofFiles.set(node, all);
  return all;
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** By words of the file: several rules ask for the imports of every file, and the trees are too large to be kept. */
const imported = new Map<string, Import[]>();

/** The same for a file that nothing else is asked of. */
export function importsOfFile(file: SourceFile): Import[] {
  return imported.get(`${file.path}\n${file.text}`) ?? importsOf(parse(file));
}

/** What a file imports or re-exports, also by `import()`. */
export function importsOf(source: ts.SourceFile): Import[] {
  const key = `${source.fileName}\n${source.text}`;
  const found = imported.get(key) ?? readImports(source);
  imported.set(key, found);
  return found;
}

function readImports(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  for (const node of nodes(source)) {
    const specifier = specifierOf(node);
    if (specifier) found.push({ specifier: specifier.text, typeOnly: isTypeOnly(node), line: lineOf(source, node) });
  }
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteral | null {
  if (
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  )
    return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument : null;
  }
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)
    ? node.argument.literal
    : null;
}

/** True when nothing of the import is left at run time. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: whole, name, namedBindings } = node.importClause;
  if (whole) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

/** Path of a file of ours that an import names: '#app/text/a.ts' or './a.ts'; null for packages. */
export function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return null;
}
