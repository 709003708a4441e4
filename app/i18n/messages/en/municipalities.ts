import type { plMunicipalities } from '../pl/municipalities.ts';

export const enMunicipalities: Record<keyof typeof plMunicipalities, string> = {
  'municipalities.title': 'Municipalities',
  'municipalities.title-of': 'Municipalities: {q}',
  'municipalities.lead':
    'Every municipality of Poland: open consultations, closed consultations and published scorecards.',
  'municipalities.search': 'Name of a municipality or county',
  'municipalities.search-hint': 'The beginning is enough, with or without Polish letters. A TERYT code works too.',
  'municipalities.any': 'all',
  'municipalities.count': '{count, plural, one {{shown} municipality} other {{shown} municipalities}}',
  'municipalities.none': 'Nothing found for “{q}”. Check the spelling or enter only the beginning of the name.',
  'municipalities.nothing': 'There is no municipality here.',
  'municipalities.all': 'All municipalities',
  'municipalities.pages': 'Pages of the list',

  'municipality.kind.urban': 'urban municipality',
  'municipality.kind.rural': 'rural municipality',
  'municipality.kind.urban-rural': 'urban-rural municipality',
  'municipality.voivodeship': 'Voivodeship',
  'municipality.in-county': 'county: {county}',
  'municipality.in-voivodeship': 'voivodeship: {voivodeship}',
  'municipality.county-rights': 'city with county rights',
  'municipality.population': '{count, plural, one {{shown} inhabitant} other {{shown} inhabitants}}',
  'municipality.code': 'TERYT',
  'municipality.twin': 'There is also the {kind} of {name}',
  'municipality.demo': 'demonstration',
  'municipality.demo-note': 'This municipality does not exist. It was invented to show how Paragraf works.',
  'municipality.former': 'not in the register',
  'municipality.gone':
    'This municipality is no longer in the TERYT register as of {date}. It stays here together with what concerns it.',
  'municipality.open': 'Open consultations',
  'municipality.no-open': 'Nothing in this municipality is open for remarks now.',
  'municipality.no-office':
    'The office of this municipality runs no consultations here yet. When it does, its drafts will appear in this place.',
  'municipality.elsewhere': 'Open consultations in other municipalities',
  'municipality.past': 'Past their term and closed',
  'municipality.opens': 'Remarks from {date}',
  'municipality.days-left': '{count, plural, =0 {Last day.} one {# day left.} other {# days left.}}',
  'municipality.until': 'Remarks until {date}',
  'municipality.answers-due': 'Awaiting the office’s responses, due {date}',
  'municipality.ended': 'Closed. Remarks were taken until {date}',
  'municipality.scorecards': 'Scorecards',
  'municipality.no-scorecards': 'No team has published a scorecard of this municipality yet.',
  'municipality.all-editions': 'All published scorecards',
  'municipality.write': 'Where to write',
  'municipality.write-draft': 'About a draft resolution: file remarks and amendments on the page of the consultation.',
  'municipality.write-office':
    'To the office and the council (municipality of {name}): postal address, e-Delivery and telephone are in its Public Information Bulletin. Find it through',
  'municipality.write-demo': 'To the office: this municipality is invented and has no address.',
  'municipality.write-petition':
    'Anybody can file a petition, on paper or electronically. The body it concerns (the council or the mayor) considers it within three months at the latest, and up to three months longer when something beyond its control prevents that (art. 10 of the Petitions Act of 11 July 2014).',
  'municipality.write-information':
    'A request for public information needs no reasons, except for processed information. The office replies within 14 days at the latest, or within that time gives a reason and a new date, up to two months (art. 13 of the Access to Public Information Act of 6 September 2001).',
  'municipality.source':
    'Name, kind and location: TERYT register as of {date}. Inhabitants and area as in the data that come with the program.',
};
