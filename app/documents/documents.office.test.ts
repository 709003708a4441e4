import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStory } from '#app/text/docx/story.ts';
import { findByCitation, parse } from '#app/text/index.ts';
import { actModel } from './model/act-model.ts';
import { toAkn } from './akn/to-akn.ts';
import { heading, paragraph, plainList, table } from './model/model.ts';
import { readPdf } from '#tests/setup/poppler.ts';
import { loadFonts } from './pdf/load-fonts.server.ts';
import { toPdf } from './pdf/to-pdf.ts';
import { mapReturned } from './returned/map-returned.ts';
import { redline } from './tracked/redline.ts';
import { SAMPLE_AMENDMENTS, SAMPLE_TEXT, sampleAct, sampleProperties } from './testing/sample-act.ts';
import { trackAmendments } from './tracked/track-amendments.ts';
import { plainDocument, propertiesOf, type TrackedDocument } from './model/tracked-document.ts';
import type { TrackedAmendment } from './model/unit-change.ts';
import { modelToWord } from './word/model-to-word.ts';
import { customProperties } from './word/package-origin.ts';
import { readTrackedDocx } from './word/read-tracked.ts';
import { asDocx } from '#app/text/odt/as-docx.ts';
import { writeWord } from './word/write-word.ts';

/** Runs LibreOffice, xmllint and Poppler: what they make of our files, and what we make of theirs. */
const SCHEMA = join(process.cwd(), '..', 'shared', 'data', 'akn', 'akomantoso30.xsd');
const DATE = '2026-05-10T08:00:00Z';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paragraf-office-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** The file in another format, as LibreOffice converts it; fails when it cannot open the file. */
function office(path: string, to: string): string {
  run(
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--convert-to',
    to,
    '--outdir',
    folder,
    path,
  );
  const out = path.replace(/\.\w+$/, `.${to}`);
  if (!existsSync(out)) throw new Error(`LibreOffice did not convert ${path}`);
  return out;
}

/** Tracked changes of an OpenDocument file: kind and author; those that follow one another are one, as we count them. */
function officeChanges(odt: string): string[] {
  const xml = run('unzip', '-p', odt, 'content.xml');
  const regions = [
    ...xml.matchAll(/<text:changed-region.*?<text:(insertion|deletion)>.*?<dc:creator>(.*?)<\/dc:creator>/gs),
  ].map(([, kind, author]) => `${kind} ${author}`);
  return regions.filter((one, i) => one !== regions[i - 1]);
}

function officeComments(odt: string): string[] {
  return [
    ...run('unzip', '-p', odt, 'content.xml').matchAll(/<office:annotation .*?<dc:creator>(.*?)<\/dc:creator>/gs),
  ].map(([, author]) => author!);
}

function ourChanges(document: TrackedDocument): string[] {
  const changes = document.paragraphs
    .flatMap(({ runs }) => runs)
    .flatMap(({ insert, remove }) => [
      ...(insert === undefined ? [] : [`insertion ${insert.author}`]),
      ...(remove === undefined ? [] : [`deletion ${remove.author}`]),
    ]);
  return changes.filter((one, i) => one !== changes[i - 1]);
}

/**
 * Comments in the order of the words they are about; LibreOffice keeps no order of several about the same words, and puts one about
 * struck words at the point where they stood.
 */
function commentsByPlace({ comments, accepted }: ReturnType<typeof readTrackedDocx>): string[][] {
  const places: { place: string; comments: string[] }[] = [];
  for (const { citation, words, author, text } of comments) {
    const place = `${citation}: ${accepted.includes(words) ? words : ''}`;
    if (places.at(-1)?.place !== place) places.push({ place, comments: [] });
    places.at(-1)!.comments.push(`${author}: ${text}`);
  }
  return places.map((one) => [one.place, ...one.comments.sort()]);
}

test('LibreOffice finds the same tracked changes, authors and comments in a draft with amendments', async () => {
  const document = trackAmendments(sampleAct(), SAMPLE_AMENDMENTS, sampleProperties());
  const odt = office(file('amended.docx', await writeWord(document)), 'odt');
  expect(officeChanges(odt)).toEqual(ourChanges(document));
  expect(officeComments(odt).sort()).toEqual(document.comments.map(({ author }) => author).sort());
  const meta = run('unzip', '-p', odt, 'meta.xml');
  expect(meta).toContain('<dc:subject>Projekt z poprawkami</dc:subject>');
  expect(run('unzip', '-p', odt, 'styles.xml')).toMatch(/fo:language="pl"/);
});

test('LibreOffice finds the changes of a redline', async () => {
  const current = parse(
    SAMPLE_TEXT.replace('14 dni od dnia ogłoszenia na', '21 dni od dnia ogłoszenia na')
      .replace('§ 3. Wykonanie uchwały powierza się wójtowi gminy Przykład.\n\n', '')
      .replace('a) dzień rozpoczęcia,', 'a) pierwszy dzień,'),
  );
  const document = redline(sampleAct(), current, {
    by: { author: 'Paragraf', date: DATE },
    properties: sampleProperties(),
  });
  const odt = office(file('redline.docx', await writeWord(document)), 'odt');
  expect(officeChanges(odt)).toEqual(ourChanges(document));
  expect(officeChanges(odt).length).toBeGreaterThan(3);
});

test('a document saved as .odt by LibreOffice is read like the .docx it was', async () => {
  const amended = trackAmendments(sampleAct(), SAMPLE_AMENDMENTS, sampleProperties());
  const list = (reading: ReturnType<typeof readTrackedDocx>): string[] =>
    reading.changes.map(({ kind, author, text }) => `${kind} ${author} ${text.trim()}`);
  for (const [name, bytes] of [
    ['plain-odt.docx', await writeWord(plainDocument(sampleAct(), sampleProperties()))],
    ['amended-odt.docx', await writeWord(amended)],
  ] as const) {
    const before = readTrackedDocx(bytes);
    const { docx, letters } = asDocx(readFileSync(office(file(name, bytes), 'odt')));
    const after = readTrackedDocx(docx);
    const bare = (text: string): string => text.replace(/\s+/g, ' ');
    expect([name, bare(after.text), bare(after.accepted)]).toEqual([name, bare(before.text), bare(before.accepted)]);
    expect([name, list(after).sort()]).toEqual([name, list(before).sort()]);
    expect([name, commentsByPlace(after)]).toEqual([name, commentsByPlace(before)]);
    expect(letters).toBe(readStory(docx).letters);
    expect(customProperties(docx)).toEqual(customProperties(bytes));
  }
});

test('a plain act and a report open, with headings, styles and tables', async () => {
  const act = office(file('act.docx', await writeWord(plainDocument(sampleAct(), sampleProperties()))), 'odt');
  const content = run('unzip', '-p', act, 'content.xml');
  expect(content.match(/<text:h /g)?.length).toBe(2);
  expect(officeChanges(act)).toEqual([]);
  const model = {
    language: 'pl' as const,
    properties: sampleProperties(),
    blocks: [heading(1, 'Raport'), table('Uwagi', ['Nr', 'Treść'], [['1', 'Za']])],
  };
  expect(run('unzip', '-p', office(file('report.docx', await modelToWord(model)), 'odt'), 'content.xml')).toMatch(
    /<table:table-header-rows>/,
  );
});

test('a .docx with tracked changes made by LibreOffice comes in right', () => {
  const change = (id: string, kind: string, inner = ''): string =>
    `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>Ewa Prawna</dc:creator><dc:date>2026-06-01T09:00:00</dc:date></office:change-info>${inner}</text:${kind}></text:changed-region>`;
  const fodt =
    `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>` +
    `<text:tracked-changes>${change('c1', 'deletion', '<text:p>14</text:p>')}${change('c2', 'insertion')}${change('c3', 'insertion')}</text:tracked-changes>` +
    '<text:p>§ 1. Termin wynosi <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>21<text:change-end text:change-id="c2"/> dni<office:annotation office:name="n1"><dc:creator>Ewa Prawna</dc:creator><dc:date>2026-06-01T09:00:00</dc:date><text:p>Czy wystarczy?</text:p></office:annotation> od ogłoszenia<office:annotation-end office:name="n1"/>.<text:change-start text:change-id="c3"/></text:p>' +
    '<text:p>§ 2. Nowy przepis o żółwiach.<text:change-end text:change-id="c3"/></text:p><text:p>§ 3. Koniec.</text:p></office:text></office:body></office:document>';
  const reading = readTrackedDocx(readFileSync(office(file('lawyer.fodt', fodt), 'docx')));
  expect(reading.text).toBe('§ 1. Termin wynosi 14 dni od ogłoszenia.\n\n§ 3. Koniec.\n');
  expect(reading.accepted).toBe(
    '§ 1. Termin wynosi 21 dni od ogłoszenia.\n\n§ 2. Nowy przepis o żółwiach.\n\n§ 3. Koniec.\n',
  );
  expect(reading.changes.map(({ kind, author, text, citation }) => [kind, author, text, citation])).toEqual([
    ['delete', 'Ewa Prawna', '14', '§ 1'],
    ['insert', 'Ewa Prawna', '21', '§ 1'],
    ['insert', 'Ewa Prawna', '§ 2. Nowy przepis o żółwiach.', '§ 2'],
  ]);
  expect(reading.comments).toMatchObject([
    { author: 'Ewa Prawna', text: 'Czy wystarczy?', words: 'od ogłoszenia', citation: '§ 1' },
  ]);
});

test('our file opened and saved by LibreOffice still says the same', async () => {
  const document = trackAmendments(sampleAct(), SAMPLE_AMENDMENTS, sampleProperties());
  const sent = await writeWord(document);
  const saved = readTrackedDocx(readFileSync(office(office(file('saved.docx', sent), 'odt'), 'docx')));
  const before = readTrackedDocx(sent);
  expect([saved.text, saved.accepted]).toEqual([before.text, before.accepted]);
  const list = (reading: typeof before): string[] =>
    reading.changes.map(({ kind, author, text }) => `${kind} ${author} ${text}`);
  expect(list(saved)).toEqual(list(before));
});

/** Every kind of change an amendment can ask of a unit, each by a person of its own. */
function unitAmendments(): TrackedAmendment[] {
  const act = sampleAct();
  const unit = (citation: string): string => findByCitation(act, citation)!.id;
  const by = (author: string, ...clauses: TrackedAmendment['clauses']): TrackedAmendment => ({
    author,
    date: '2026-05-01T12:00:00.123Z',
    reason: `Bo tak chce ${author}.`,
    clauses,
  });
  return [
    by('osoba fizyczna (nr 1)', {
      op: 'words',
      unit: unit('§ 2 ust. 1'),
      text: 'Konsultacje trwają 21 dni od dnia ogłoszenia na stronie gminy.',
    }),
    by('Rada Sołecka (nr 2)', { op: 'move', unit: unit('§ 2 ust. 2 pkt 1'), target: unit('§ 2 ust. 2 pkt 2') }),
    by('osoba fizyczna (nr 3)', { op: 'delete', unit: unit('§ 3') }),
    by('osoba fizyczna (nr 4)', { op: 'insert-after', unit: unit('§ 1'), text: 'Nowy przepis.' }),
    by('osoba fizyczna (nr 5)', { op: 'note', unit: unit('§ 4'), text: 'Poprawka w kolizji.' }),
  ];
}

test(
  'a draft with moves and notes goes to LibreOffice and back: same changes, authors and comments, and it is known again',
  { timeout: 240_000 },
  async () => {
    const amendments = unitAmendments();
    const document = trackAmendments(sampleAct(), amendments, {
      ...sampleProperties(),
      custom: { 'Paragraf wersja': '3' },
    });
    const odt = office(file('sent.docx', await writeWord(document)), 'odt');
    expect(officeChanges(odt)).toEqual(ourChanges(document));
    expect(officeComments(odt).sort()).toEqual(document.comments.map(({ author }) => author).sort());
    const bytes = readFileSync(office(odt, 'docx'));
    expect(customProperties(bytes).get('Paragraf wersja')).toBe('3');
    expect(mapReturned({ act: sampleAct(), amendments, reading: readTrackedDocx(bytes) })).toEqual({
      states: ['open', 'open', 'open', 'open', 'open'],
      proposals: [],
      comments: [],
      unmapped: [],
    });
  },
);

test(
  'what a lawyer does in LibreOffice comes in: our changes accepted, her own change and comment',
  { timeout: 240_000 },
  async () => {
    const amendments = unitAmendments();
    const sent = office(
      file(
        'lawyer-draft.docx',
        await writeWord(
          trackAmendments(sampleAct(), amendments, { ...sampleProperties(), custom: { 'Paragraf wersja': '3' } }),
        ),
      ),
      'fodt',
    );
    const hers = '<dc:creator>Ewa Prawna</dc:creator><dc:date>2026-06-01T09:00:00</dc:date>';
    let xml = readFileSync(sent, 'utf8');
    for (const region of xml.match(/<text:changed-region .*?<\/text:changed-region>/gs) ?? []) {
      if (!region.includes('(nr 1)')) continue;
      const id = /text:id="([^"]+)"/.exec(region)![1]!;
      const stretch = new RegExp(
        `<text:change-start text:change-id="${id}"/>(.*?)<text:change-end text:change-id="${id}"/>`,
        's',
      );
      // A flat file holds struck words where they stood; accepting takes them out and leaves the comment on them.
      xml = xml
        .replace(region, '')
        .replace(stretch, (_all, inner: string) =>
          region.includes('<text:deletion>') ? inner.replace('14</text:span>', '</text:span>') : inner,
        );
    }
    xml = xml
      .replace(
        '</text:tracked-changes>',
        `<text:changed-region xml:id="ewa" text:id="ewa"><text:insertion><office:change-info>${hers}</office:change-info></text:insertion></text:changed-region></text:tracked-changes>`,
      )
      .replace(
        'od dnia ogłoszenia.',
        `od dnia <text:change-start text:change-id="ewa"/>jej <text:change-end text:change-id="ewa"/><office:annotation office:name="ewa1">${hers}<text:p>Czyjego?</text:p></office:annotation>ogłoszenia<office:annotation-end office:name="ewa1"/>.`,
      );
    const bytes = readFileSync(office(file('lawyer-back.fodt', xml), 'docx'));
    const result = mapReturned({ act: sampleAct(), amendments, reading: readTrackedDocx(bytes) });
    expect(result.states).toEqual(['accepted', 'open', 'open', 'open', 'open']);
    expect(result.proposals).toMatchObject([
      {
        op: 'replace',
        citation: '§ 4',
        text: 'Uchwała wchodzi w życie po upływie 14 dni od dnia jej ogłoszenia.',
        author: 'Ewa Prawna',
        date: expect.stringContaining('2026-06-01T09:00:00'),
      },
    ]);
    expect(result.comments).toMatchObject([
      { author: 'Ewa Prawna', text: 'Czyjego?', words: 'ogłoszenia', citation: '§ 4' },
    ]);
    expect(result.unmapped).toEqual([]);
    expect(customProperties(bytes).get('Paragraf wersja')).toBe('3');
  },
);

test('Poppler finds a tagged PDF with title, language, outline and every Polish letter', async () => {
  const words = 'Zażółć gęślą jaźń, ZAŻÓŁĆ GĘŚLĄ JAŹŃ – § 5 „cytat”';
  const model = actModel(sampleAct(), sampleProperties());
  const blocks = [
    ...model.blocks,
    heading(2, 'Uwagi'),
    paragraph(words),
    plainList(['jeden']),
    table(
      'Zestawienie',
      ['Nr', 'Treść'],
      [
        ['1', 'Za'],
        ['2', 'Przeciw'],
      ],
      { rowHeadings: true },
    ),
  ];
  const path = file('act.pdf', await toPdf({ ...model, blocks }, await loadFonts()));
  const info = run('pdfinfo', path);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Title:\s+UCHWAŁA NR V\/7\/2024|Title:.*konsultacji społecznych/);
  const text = run('pdftotext', path, '-');
  expect(text).toContain(words);
  expect(text).toContain('Strona 1 z ');
  expect(text.replace(/\s+/g, ' ')).toContain('§ 2. 1. Konsultacje trwają 14 dni od dnia ogłoszenia na stronie gminy.');
  const structure = run('pdfinfo', '-struct', path);
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
    expect(structure).toMatch(new RegExp(`^\\s+${tag}(?:[ :]|$)`, 'm'));
  expect(readFileSync(path, 'latin1')).toMatch(/\/Lang \(pl-PL\)/);
  expect(readFileSync(path, 'latin1')).toContain('/Outlines');
});

test('screen readers find every § as a heading, its parts as lists, and tables with caption and heads of rows', async () => {
  const act = parse(
    [
      'UCHWAŁA NR 1',
      'w sprawie prób',
      'Rozdział 1',
      'Przepisy ogólne',
      '§ 1. 1. Uchwała określa:',
      '1) zasady;',
      '2) tryb:',
      'a) zwykły,',
      'b) skrócony.',
      '2. Tryb jest jawny.',
      '§ 2. Uchwała wchodzi w życie z dniem podjęcia.',
    ].join('\n'),
  );
  const model = actModel(act, propertiesOf(act, { date: DATE, subject: 'Próba' }));
  const remarks = table('Poz. 1–1 z 1.', ['Lp.', 'Treść'], [['1.\n2026-05-10', 'Pierwszy akapit.\nDrugi akapit.']], {
    rowHeadings: true,
  });
  const { structure, words } = readPdf(
    await toPdf({ ...model, blocks: [...model.blocks, paragraph('Gmina\nZnak'), remarks] }, await loadFonts()),
  );
  const heard = structure.replace(/ \(block\)/g, '');
  expect(heard.match(/H[1-6]\n\s+"[^"]*"/g)?.map((line) => line.replace(/\n\s+/, ' '))).toEqual([
    expect.stringContaining('H1 "UCHWAŁA'),
    'H2 "Rozdział 1 Przepisy ogólne"',
    'H3 "§ 1. "',
    'H3 "§ 2. "',
  ]);
  expect(heard).toContain(
    [
      '  L',
      '    LI',
      '      Lbl',
      '        "1. "',
      '      LBody',
      '        P',
      '          "Uchwała określa:"',
      '        L',
      '          LI',
      '            Lbl',
      '              "1) "',
    ].join('\n'),
  );
  expect(heard).toMatch(/^ {4}LI\n {6}Lbl\n {8}"2. "\n {6}LBody\n {8}P\n {10}"Tryb jest jawny."$/m);
  expect(heard).toContain('"Gmina Znak"');
  expect(heard).toMatch(/Caption\n\s+"Poz. 1–1 z 1."/);
  expect(heard).toMatch(
    /TH:\s+\/Scope \/Row\n\s+P\n\s+"1."\n\s+P\n\s+"2026-05-10"\n\s+TD\n\s+P\n\s+"Pierwszy akapit."\n\s+P\n/,
  );
  expect(words).toContain('§ 1. 1. Uchwała określa:');
});

test.skipIf(!existsSync(SCHEMA))('Akoma Ntoso is valid against the schema, real texts included', () => {
  const amended = file('amended.xml', toAkn(sampleAct(), { date: DATE, amendments: SAMPLE_AMENDMENTS }));
  const resolutions = join(process.cwd(), '..', 'shared', 'data', 'resolutions');
  const names = [
    'knurow-viii-131-11',
    'ustawa-2001-07-25-spoldzielnie',
    'ustawa-zm-1995-09-29-samorzad-terytorialny',
    'zlotoryja-zm-172-2016',
  ];
  const real = names
    .filter((name) => existsSync(join(resolutions, `${name}.txt`)))
    .map((name) =>
      file(
        `${name}.xml`,
        toAkn(parse(readFileSync(join(resolutions, `${name}.txt`), 'utf8')), { date: DATE, amendments: [] }),
      ),
    );
  expect(() => run('xmllint', '--nonet', '--noout', '--schema', SCHEMA, amended, ...real)).not.toThrow();
});
