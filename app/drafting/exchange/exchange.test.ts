import { expect, test } from 'vitest';
import { decodeSource } from '#app/text/parse/decode-source.ts';
import { decisionOfWords } from './decision-words.ts';
import { viewImport } from './import-form.ts';
import { planImport, readDay } from './plan-import.ts';
import { readTable } from './read-table.ts';
import { guessColumns, officeColumns } from './remark-columns.ts';

test('office words mean the decision people would read in them', () => {
  const meant = {
    Uwzględniona: 'accepted',
    Nieuwzględniona: 'not-accepted',
    'Nie uwzględniono': 'not-accepted',
    'Częściowo nieuwzględniona': 'accepted-in-part',
    'uwzględniona częściowo': 'accepted-in-part',
    przyjęto: 'accepted',
    odrzucono: 'not-accepted',
    nieprzyjęta: 'not-accepted',
    'poza zakresem konsultacji': 'out-of-scope',
    wyjaśniono: 'answered',
    'bez rozstrzygnięcia (komentarz)': 'answered',
    bezprzedmiotowa: 'already-in-text',
    '': null,
    'do namysłu': undefined,
  };
  expect(Object.fromEntries(Object.keys(meant).map((words) => [words, decisionOfWords(words)]))).toEqual(meant);
});

test('commas, semicolons and tabs are told apart, also when quoted cells hold the other', () => {
  for (const sign of [',', ';', '\t']) {
    const table = readTable(
      `\uFEFFdata_wplywu${sign}"obszar, ulica; numer"\r\n2026-04-14${sign}"dz. 1, ""A"""\r\n\r\n`,
    );
    expect(table).toEqual({
      ok: true,
      value: { headers: ['data_wplywu', 'obszar, ulica; numer'], rows: [['2026-04-14', 'dz. 1, "A"']] },
    });
  }
});

test('an empty file and an open quotation mark are refused with their place', () => {
  expect(readTable(' \n')).toMatchObject({ ok: false, error: { code: 'empty' } });
  expect(readTable('a;b\n')).toMatchObject({ ok: false, error: { code: 'empty' } });
  expect(readTable('a,b\n1,"2\n')).toMatchObject({ ok: false, error: { code: 'broken' } });
});

test('columns are guessed from the headers of the lists that offices publish', () => {
  expect(guessColumns(officeColumns)).toEqual([...officeColumns]);
  expect(
    guessColumns([
      'Lp.',
      'Data wpływu uwagi',
      'Nazwisko i imię, nazwa zgłaszającego',
      'Treść uwagi',
      'Oznaczenie nieruchomości',
      'Rozstrzygnięcie wójta',
      'Uwagi dodatkowe',
    ]),
  ).toEqual([
    'oznaczenie_uwagi',
    'data_wplywu',
    'zglaszajacy',
    'tresc_uwagi',
    'obszar',
    'propozycja_rozpatrzenia',
    null,
  ]);
});

test('days are read in the ways offices write them, and only real ones', () => {
  expect(
    ['2026-04-14', '14.04.2026', '4-5-2026', '2026-04-14 10:22', '31.02.2026', 'wczoraj', ''].map(readDay),
  ).toEqual(['2026-04-14', '2026-04-14', '2026-05-04', '2026-04-14', null, null, null]);
});

test('rows with faults are named and left out, the others go in', () => {
  const headers = ['data_wplywu', 'tresc_uwagi', 'propozycja_rozpatrzenia', 'uzasadnienie', 'kanal'];
  const rows = [
    ['2026-04-14', 'Dobra.', 'Uwzględniona', 'Bo tak.', 'e-mail'],
    ['kiedyś', 'Zła data.', '', '', ''],
    ['2026-04-14', 'Bez powodu.', 'Uwzględniona', '', ''],
    ['2026-04-14', 'Nie wiadomo.', 'hm', 'Bo tak.', ''],
    ['2026-04-14', 'Czeka.', '', '', ''],
  ];
  const { remarks, problems } = planImport({ headers, rows }, guessColumns(headers), { channel: 'paper', day: null });
  expect(remarks.map(({ row, channel, ruling }) => [row, channel, ruling?.decision ?? null])).toEqual([
    [1, 'email', 'accepted'],
    [5, 'paper', null],
  ]);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [2, 'data_wplywu'],
    [3, 'uzasadnienie'],
    [4, 'propozycja_rozpatrzenia'],
  ]);
});

test('a table in Windows-1250 with its own headers is read, and the picks of the page win over the guess', () => {
  const bytes = Uint8Array.from(
    [...'Data;Co;Kto\r\n14.04.2026;']
      .map((sign) => sign.charCodeAt(0))
      .concat(
        [0xaf, 0xf3, 0xb3, 0x77],
        [...';Jan\r\n'].map((sign) => sign.charCodeAt(0)),
      ),
  );
  const source = decodeSource(bytes) ?? '';
  const view = viewImport(source, {
    column0: ['data_wplywu'],
    column1: ['tresc_uwagi'],
    column2: ['zglaszajacy'],
    channel: ['meeting'],
  });
  expect(view).toMatchObject({
    ok: true,
    value: {
      plan: {
        problems: [],
        remarks: [{ reason: 'Żółw', authorName: 'Jan', receivedOn: '2026-04-14', channel: 'meeting' }],
      },
    },
  });
});

const viewOf = (source: string, values: Record<string, string[]> = {}) => {
  const read = viewImport(source, values);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const meanings = (source: string) => viewOf(source).columns.map(({ meaning }) => meaning);
const ROWS = '1;Jan Kowalski;§ 2;"Zmienić ""14 dni"";\nbo mało.";Za krótko\n2;Anna;§ 3;Dodać punkt;\n3;;;;\n';
const HEADER = 'Lp.;Zgłaszający;Jednostka redakcyjna;Treść uwagi;Uzasadnienie\n';

test('a table without a date column goes in with one day for all', () => {
  const asked = viewOf(HEADER + ROWS);
  expect([asked.asksForDay, asked.plan.remarks.length, asked.plan.problems.length]).toEqual([true, 0, 4]);
  const { plan } = viewOf(HEADER + ROWS, { day: ['2026-05-04'] });
  expect(plan.remarks.map(({ receivedOn, reason, ruling }) => [receivedOn, reason, ruling])).toEqual([
    ['2026-05-04', 'Zmienić "14 dni";\nbo mało.\n\nZa krótko', null],
    ['2026-05-04', 'Dodać punkt', null],
  ]);
  // A day of its own stays.
  const own = viewOf('Data wpływu;Treść uwagi\n1.04.2026;Raz\n;Dwa\n', { day: ['2026-05-04'] });
  expect(own.plan.remarks.map(({ receivedOn }) => receivedOn)).toEqual(['2026-04-01', '2026-05-04']);
  expect(viewOf('Data wpływu;Treść uwagi\n1.04.2026;Raz\n').asksForDay).toBe(false);
});

test('a line that names the sign, a title and empty rows are no header', () => {
  const titled = 'Zestawienie uwag do projektu uchwały\n\n"stan na 4 maja 2026 r., godz. 12";;;;\n';
  for (const before of ['', 'sep=;\n', '\uFEFFsep=;\r\n', titled, `sep=;\n${titled}`, ';;;;\n']) {
    const view = viewOf(before + HEADER + ROWS, { day: ['2026-05-04'] });
    expect([before, view.columns.map(({ header }) => header)]).toEqual([before, HEADER.trim().split(';')]);
    expect(view.plan.remarks.length).toBe(2);
    expect(view.above.join(' ').includes('Zestawienie')).toBe(before.includes('Zestawienie'));
  }
  expect(meanings('sep=,\nLp.,Treść uwagi\n1,"a; b; c; d"\n')).toEqual(['oznaczenie_uwagi', 'tresc_uwagi']);
  expect(meanings('Uwagi do planu, etap 1\nLp.\tTreść uwagi\tZgłaszający\n1\ta\tb\n')).toEqual([
    'oznaczenie_uwagi',
    'tresc_uwagi',
    'zglaszajacy',
  ]);
});

test('reasons belong to the remark unless they stand behind the response', () => {
  const reasons = (...headers: string[]) => guessColumns(headers).filter((one) => one?.startsWith('uzasadnienie'));
  expect(reasons('Treść uwagi', 'Uzasadnienie')).toEqual(['uzasadnienie_uwagi']);
  expect(reasons('Treść uwagi', 'Uzasadnienie', 'Rozstrzygnięcie')).toEqual(['uzasadnienie_uwagi']);
  expect(reasons('Treść uwagi', 'Rozstrzygnięcie', 'Uzasadnienie')).toEqual(['uzasadnienie']);
  expect(reasons('Treść uwagi', 'Uzasadnienie', 'Stanowisko urzędu', 'Uzasadnienie')).toEqual([
    'uzasadnienie_uwagi',
    'uzasadnienie',
  ]);
  expect(reasons('Treść uwagi', 'Uzasadnienie uwagi', 'Rozpatrzenie', 'Uzasadnienie rozpatrzenia')).toEqual([
    'uzasadnienie_uwagi',
    'uzasadnienie',
  ]);
  expect(reasons('Uzasadnienie stanowiska', 'Stanowisko')).toEqual(['uzasadnienie']);
});
