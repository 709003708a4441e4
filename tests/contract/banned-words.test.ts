import { expect, test } from 'vitest';
import { en } from '#app/i18n/messages/en.ts';
import { pl } from '#app/i18n/messages/pl.ts';

/** What the glossary of README says otherwise: a word that stood for a thing, and the one that does now. */
const banned: Record<'pl' | 'en', readonly (readonly [pattern: RegExp, say: string])[]> = {
  pl: [
    [/żeton/i, 'token'],
    [/odnośnik/i, 'link'],
    [/zaczerni|zakryt|zakryj|\[usunięto/i, 'zasłonić, [zasłonięto dane osobowe]'],
    [/autopoprawk/i, 'poprawka urzędu'],
    [/zmian\p{L}* redakcyjn/iu, 'zmiana urzędu'],
    [/ujednolic|zamroż/i, 'tekst projektu; tekst dla rady (zamknięty)'],
    [/(?<!\p{L})ślad/iu, 'historia'],
    [/(?<!\p{L})zagłos|(?<!\p{L})głosów(?!\p{L})|Twój głos/iu, 'poparcie, sprzeciw'],
    [/raport\p{L}* obowiązując|obowiązuje raport/iu, 'aktualny raport'],
    [/(?<!\p{L})konsultacja(?!\p{L})/iu, 'konsultacje'],
    [/(?<!\p{L})zapadł/iu, 'zająć stanowisko, podjąć decyzję'],
    [/gmina jest dla Ciebie zablokowana/i, 'nie oceniasz tej gminy'],
    [/sprawdź pocztę|wysłano pocztą/i, 'skrzynka e-mail, e-mailem'],
    [/(?<!\p{L})skrót(?:em|u)?(?!\p{L})/iu, 'suma kontrolna (SHA-256)'],
    [/(?<!\p{L})bez uwag urzędu/iu, 'bez zastrzeżeń'],
    [/(?<!\p{L})metod(?:a|y|ę|ą|zie)(?!\p{L})(?! HTTP)/iu, 'metodyka'],
    [/(?<!\p{L})rozstrzygnięt(?:a|ą|ej)(?!\p{L})|rozstrzygnięci\p{L} (?:urzędu|uwag)/iu, 'stanowisko (wobec uwagi)'],
  ],
  en: [
    [/self-amend/i, 'amendment by the office'],
    [/editorial change/i, 'change by the office'],
    [/unified text|(?<!\{)\bfrozen\b/i, 'text for the council (closed)'],
    [/black(?:ed)? (?:it )?out/i, 'redact'],
    [/\bvoices?\b/i, 'support, objection, contributions'],
    [/front page/i, 'home'],
    [/justification/i, 'reasons'],
    [/ordinance|bylaw/i, 'resolution, order, local act'],
    [/(?<!\{)withheld/i, 'refused or not answered'],
    [/accessibility declaration/i, 'accessibility statement'],
    [/was and is/i, 'before and after'],
    [/natural person/i, 'private person'],
    [/newsroom/i, 'media outlet'],
    [/dash item/i, 'indent'],
    [/case sign/i, 'case reference'],
    [/positions? of (?:the )?(?:municipal )?office/i, 'response'],
    [/(?<![{(])\brulings?\b(?!,)/i, 'response (the interface names it `ruling`, in brackets)'],
    [/(?<!\{|auxiliary )\bunits?\b(?! of the municipality|,)/i, 'provision'],
  ],
};

for (const [locale, catalogue] of [
  ['pl', pl],
  ['en', en],
] as const)
  test(`no message (${locale}) says with another word what has one`, () => {
    const found = Object.entries(catalogue).flatMap(([key, text]) =>
      banned[locale].filter(([pattern]) => pattern.test(text)).map(([, say]) => `${key}: ${text} → ${say}`),
    );
    expect(found).toEqual([]);
  });

/** What residents read: there a provision is „przepis”, an editorial unit is a word of the office. */
const ofResidents =
  /^(?:drafting\.(?!ruling\.|desk)|register\.(?!office\.)|report\.|format\.|openness\.|unified\.|attachment\.|textwork\.(?:problem|note|comment)|deciding\.(?:note|mail|wordings))/;

test('residents read of provisions, not of units', () => {
  const found = Object.entries(pl).filter(
    ([key, text]) => ofResidents.test(key) && /(?<!\p{L})jednost(?:k|ek|c)/iu.test(text),
  );
  expect(found.map(([key, text]) => `${key}: ${text} → przepis`)).toEqual([]);
});

test('the list finds the words it bans', () => {
  const finds = (locale: 'pl' | 'en', text: string) => banned[locale].some(([pattern]) => pattern.test(text));
  for (const text of ['Odnośnik działa raz', 'Zmiana redakcyjna urzędu', 'Twój głos', '6 głosów', 'ślad uwagi'])
    expect([text, finds('pl', text)]).toEqual([text, true]);
  for (const text of ['czytanie na głos', 'prześladowanie', 'skróty klawiszy', 'w tych konsultacjach'])
    expect([text, finds('pl', text)]).toEqual([text, false]);
  expect([finds('en', 'Frozen by A'), finds('en', '{withheld}')]).toEqual([true, false]);
});
