import type { Paths } from '#app/i18n/paths.ts';
import { api, at, type Format, type FormatGroup } from '#app/publishing/download/formats.ts';

type Consultation = {
  slug: string;
  version: number;
  hasReport: boolean;
  hasUnified: boolean;
  hasAmendments: boolean;
  isAdopted: boolean;
};

/** Everything that can be taken from a consultation. */
export function consultationFormats(
  to: Paths,
  { slug, version, hasReport, hasUnified, hasAmendments, isAdopted }: Consultation,
): FormatGroup[] {
  const own = at('consultations', slug);
  return [
    {
      id: 'tekst',
      title: 'openness.group.text',
      formats: [
        ...textFormats(to, slug),
        ...(version > 1
          ? [
              {
                label: 'openness.format.redline-word' as const,
                note: 'openness.note.redline-word' as const,
                href: to.redlineWord(slug),
                extension: 'DOCX',
              },
            ]
          : []),
        ...(hasAmendments
          ? [
              {
                label: 'openness.format.amendments-word' as const,
                note: 'openness.note.amendments-word' as const,
                href: to.amendmentsWord(slug),
                extension: 'DOCX',
              },
              {
                label: 'format.text.amended' as const,
                note: 'format.note.akn-amended' as const,
                href: to.textFile(slug, 'akn', { poprawki: 1 }),
                extension: 'XML',
              },
            ]
          : []),
        {
          label: 'openness.format.clauses',
          note: 'openness.note.clauses',
          href: api(`${own}/clauses`),
          extension: 'JSON',
        },
        {
          label: 'openness.format.versions',
          note: 'openness.note.versions',
          href: api(`${own}/versions`),
          extension: 'JSON',
        },
      ],
    },
    ...(hasUnified ? unifiedFormats(to, { slug, isAdopted }) : []),
    {
      id: 'uwagi',
      title: 'openness.group.remarks',
      formats: [
        {
          label: 'openness.format.register',
          note: 'format.note.register',
          href: to.remarksFile(slug),
          extension: 'CSV',
        },
        {
          label: 'openness.format.register',
          note: 'openness.note.remarks',
          href: api(`${own}/remarks`),
          extension: 'JSON',
        },
        {
          label: 'openness.format.rulings',
          note: 'openness.note.rulings',
          href: api(`${own}/rulings`),
          extension: 'JSON',
        },
      ],
    },
    ...reportFormats(to, { slug, isFinal: hasReport }),
    {
      id: 'zegar',
      title: 'clock.title',
      formats: [
        { label: 'format.clock', note: 'format.note.clock', href: to.clockFile(slug, 'csv'), extension: 'CSV' },
        { label: 'format.clock', note: 'format.note.clock', href: to.clockFile(slug, 'json'), extension: 'JSON' },
      ],
    },
    {
      id: 'sledzenie',
      title: 'openness.group.follow',
      formats: [
        { label: 'feed.link.atom', note: 'openness.note.atom', href: to.feed(slug), extension: 'ATOM' },
        {
          label: 'openness.format.calendar',
          note: 'openness.note.calendar',
          href: to.calendar(slug),
          extension: 'ICS',
        },
      ],
    },
  ];
}

/** The words of one version; the current one unless `version` names another. */
function textFormats(to: Paths, slug: string, version?: number): Format[] {
  const params = version === undefined ? {} : { wersja: version };
  const label = version === undefined ? ('openness.format.text' as const) : ('format.text.version' as const);
  return [
    { label, note: 'format.note.pdf-text', href: to.textFile(slug, 'pdf', params), extension: 'PDF' },
    {
      label: version === undefined ? 'openness.format.draft-word' : label,
      note: 'openness.note.draft-word',
      href: to.draftWord(slug, version),
      extension: 'DOCX',
    },
    { label, note: 'format.note.txt', href: to.textFile(slug, 'txt', params), extension: 'TXT' },
    { label, note: 'format.note.akn', href: to.textFile(slug, 'akn', params), extension: 'XML' },
  ];
}

/** Everything that can be taken from one version. */
export function versionFormats(to: Paths, { slug, number }: { slug: string; number: number }): FormatGroup[] {
  return [
    {
      id: 'tekst',
      title: 'openness.group.text',
      formats: [
        ...textFormats(to, slug, number),
        {
          label: 'format.text.version',
          note: 'format.note.version-json',
          href: api(at('consultations', slug, 'versions', number)),
          extension: 'JSON',
        },
      ],
    },
    ...(number > 1
      ? [
          {
            id: 'zmiany',
            title: 'format.group.changes' as const,
            formats: [
              {
                label: 'format.changes' as const,
                note: 'openness.note.redline-word' as const,
                href: to.redlineWord(slug, number - 1, number),
                extension: 'DOCX',
              },
              {
                label: 'format.changes' as const,
                note: 'format.note.changes' as const,
                href: to.redlineFile(slug, number - 1, number),
                extension: 'TXT',
              },
              {
                label: 'format.changes' as const,
                note: 'format.note.changes-csv' as const,
                href: to.redlineFile(slug, number - 1, number, 'csv'),
                extension: 'CSV',
              },
            ],
          },
        ]
      : []),
  ];
}

export function reportFormats(
  to: Paths,
  { slug, isFinal, nr }: { slug: string; isFinal: boolean; nr?: number },
): FormatGroup[] {
  const file = (kind: 'pdf' | 'docx' | 'csv' | 'json') => to.reportFile(slug, kind, nr === undefined ? {} : { nr });
  const label = isFinal ? ('openness.format.report' as const) : ('format.report.live' as const);
  return [
    {
      id: 'raport',
      title: 'openness.group.report',
      formats: [
        { label, note: 'format.note.pdf-report', href: file('pdf'), extension: 'PDF' },
        { label, note: 'format.note.docx-report', href: file('docx'), extension: 'DOCX' },
        { label, note: 'format.note.csv-report', href: file('csv'), extension: 'CSV' },
        ...(isFinal ? [{ label, note: 'openness.note.report' as const, href: file('json'), extension: 'JSON' }] : []),
      ],
    },
  ];
}

/** The text that went to the council; `bytes` is the size of its plain text. */
export function unifiedFormats(
  to: Paths,
  { slug, bytes, isAdopted = false }: { slug: string; bytes?: number; isAdopted?: boolean },
): FormatGroup[] {
  return [
    {
      id: 'ujednolicony',
      title: 'unified.title',
      formats: [
        { label: 'unified.title', note: 'format.note.pdf-text', href: to.unifiedFile(slug, 'pdf'), extension: 'PDF' },
        {
          label: 'openness.format.unified-word',
          note: 'openness.note.unified-word',
          href: to.unifiedWord(slug),
          extension: 'DOCX',
        },
        {
          label: 'unified.title',
          note: 'format.note.unified-txt',
          href: to.unifiedFile(slug),
          extension: 'TXT',
          ...(bytes === undefined ? {} : { size: bytes }),
        },
        ...(isAdopted
          ? [
              {
                label: 'format.text.adopted' as const,
                note: 'format.note.akn' as const,
                href: to.textFile(slug, 'akn', { uchwala: 1 }),
                extension: 'XML',
              },
            ]
          : []),
      ],
    },
  ];
}

/** Everything that can be taken from the page of a municipality. */
export function municipalityFormats(
  to: Paths,
  { teryt, hasClock }: { teryt: string; hasClock: boolean },
): FormatGroup[] {
  return [
    {
      id: 'dane',
      title: 'format.group.data',
      formats: [
        {
          label: 'format.municipality',
          note: 'format.note.municipality',
          href: api(at('municipalities', teryt)),
          extension: 'JSON',
        },
        {
          label: 'consultations.title',
          note: 'format.note.consultations',
          href: `${api('/consultations')}?municipality=${encodeURIComponent(teryt)}`,
          extension: 'JSON',
        },
      ],
    },
    ...(hasClock
      ? [
          {
            id: 'zegar',
            title: 'clock.title' as const,
            formats: (['csv', 'json'] as const).map((kind) => ({
              label: 'format.clock' as const,
              note: 'format.note.clock' as const,
              href: to.municipalityClockFile(teryt, kind),
              extension: kind.toUpperCase(),
            })),
          },
        ]
      : []),
    {
      id: 'sledzenie',
      title: 'openness.group.follow',
      formats: [
        { label: 'feed.link.atom', note: 'openness.note.atom', href: to.municipalityFeed(teryt), extension: 'ATOM' },
        {
          label: 'openness.format.calendar',
          note: 'openness.note.calendar',
          href: to.municipalityCalendar(teryt),
          extension: 'ICS',
        },
      ],
    },
  ];
}
