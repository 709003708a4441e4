/** What every table that we give out is, in the words of CSV on the Web. */
export const csvwDialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  lineTerminators: ['\r\n', '\n'],
} as const;

/** Value of a Link header that leads from a CSV to its description, as CSV on the Web asks. */
export function describedBy(path: string): string {
  return `<${path}>; rel="describedby"; type="application/csvm+json"`;
}
