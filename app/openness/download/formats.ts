import type { MessageKey } from '#app/i18n/translate.ts';
import type { Paths } from '#app/i18n/paths.ts';

/** One file or address that tells the same in another form. */
export type Format = { label: MessageKey; note: MessageKey; href: string; extension: string };
export type FormatGroup = { id: string; title: MessageKey; formats: Format[] };

const api = (path: string) => `/api/v1${path}`;

/** Everything that can be taken from a consultation. */
export function consultationFormats(to: Paths, { slug, hasReport, version, hasUnified }: { slug: string; hasReport: boolean; version: number; hasUnified: boolean }): FormatGroup[] {
  const at = `/consultations/${encodeURIComponent(slug)}`;
  return [
    { id: 'tekst', title: 'openness.group.text', formats: [
      { label: 'openness.format.text', note: 'openness.note.text', href: to.textFile(slug), extension: 'TXT' },
      { label: 'openness.format.draft-word', note: 'openness.note.draft-word', href: to.draftWord(slug), extension: 'DOCX' },
      { label: 'openness.format.amendments-word', note: 'openness.note.amendments-word', href: to.amendmentsWord(slug), extension: 'DOCX' },
      ...(version > 1 ? [{ label: 'openness.format.redline-word' as const, note: 'openness.note.redline-word' as const, href: to.redlineWord(slug), extension: 'DOCX' }] : []),
      ...(hasUnified ? [{ label: 'openness.format.unified-word' as const, note: 'openness.note.unified-word' as const, href: to.unifiedWord(slug), extension: 'DOCX' }] : []),
      { label: 'openness.format.clauses', note: 'openness.note.clauses', href: api(`${at}/clauses`), extension: 'JSON' },
      { label: 'openness.format.versions', note: 'openness.note.versions', href: api(`${at}/versions`), extension: 'JSON' },
    ] },
    { id: 'uwagi', title: 'openness.group.remarks', formats: [
      { label: 'openness.format.register', note: 'openness.note.csv', href: to.remarksFile(slug), extension: 'CSV' },
      { label: 'openness.format.register', note: 'openness.note.remarks', href: api(`${at}/remarks`), extension: 'JSON' },
      { label: 'openness.format.rulings', note: 'openness.note.rulings', href: api(`${at}/rulings`), extension: 'JSON' },
    ] },
    ...(hasReport ? [{ id: 'raport', title: 'openness.group.report' as const, formats: [
      { label: 'openness.format.report' as const, note: 'openness.note.docx' as const, href: to.reportFile(slug, 'docx'), extension: 'DOCX' },
      { label: 'openness.format.report' as const, note: 'openness.note.csv' as const, href: to.reportFile(slug, 'csv'), extension: 'CSV' },
      { label: 'openness.format.report' as const, note: 'openness.note.report' as const, href: to.reportFile(slug, 'json'), extension: 'JSON' },
    ] }] : []),
    { id: 'sledzenie', title: 'openness.group.follow', formats: [
      { label: 'feed.link.atom', note: 'openness.note.atom', href: to.feed(slug), extension: 'ATOM' },
      { label: 'openness.format.calendar', note: 'openness.note.calendar', href: to.calendar(slug), extension: 'ICS' },
    ] },
  ];
}

/** Everything that can be taken from an edition of scorecards. */
export function editionFormats(to: Paths, { slug, methodology, isCodedTwice }: { slug: string; methodology: { key: string; version: string }; isCodedTwice: boolean }): FormatGroup[] {
  const at = `/editions/${encodeURIComponent(slug)}`;
  return [
    { id: 'tabela', title: 'openness.group.results', formats: [
      { label: 'openness.format.results', note: 'openness.note.csv', href: to.editionFile(slug, 'csv'), extension: 'CSV' },
      { label: 'openness.format.results', note: 'openness.note.manifest', href: to.editionFile(slug, 'json'), extension: 'JSON' },
      { label: 'openness.format.results', note: 'openness.note.scores', href: api(`${at}/scores`), extension: 'JSON' },
    ] },
    ...(isCodedTwice ? [{ id: 'kodowania', title: 'openness.group.codings' as const, formats: [
      { label: 'publication.codings.file' as const, note: 'openness.note.codings' as const, href: to.editionCodings(slug, 'csv'), extension: 'CSV' },
      { label: 'publication.codings.file' as const, note: 'openness.note.codings-json' as const, href: to.editionCodings(slug, 'json'), extension: 'JSON' },
    ] }] : []),
    { id: 'wykres', title: 'openness.group.chart', formats: [
      { label: 'openness.format.chart', note: 'openness.note.svg', href: to.editionFile(slug, 'svg'), extension: 'SVG' },
      { label: 'openness.format.chart', note: 'openness.note.png', href: to.editionFile(slug, 'png'), extension: 'PNG' },
    ] },
    { id: 'opis', title: 'openness.group.method', formats: [
      { label: 'openness.format.methodology', note: 'openness.note.methodology', href: to.methodologyFile(methodology.key, methodology.version), extension: 'JSON' },
      { label: 'openness.format.catalogue', note: 'openness.note.catalogue', href: to.editionFile(slug, 'jsonld'), extension: 'JSON-LD' },
      { label: 'openness.format.catalogue', note: 'openness.note.catalogue', href: to.editionFile(slug, 'ttl'), extension: 'TTL' },
    ] },
    { id: 'sledzenie', title: 'openness.group.follow', formats: [{ label: 'feed.scorecards.title', note: 'openness.note.atom', href: to.scorecardsFeed(), extension: 'ATOM' }] },
  ];
}
