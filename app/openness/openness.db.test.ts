import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';
import { fileExample, makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { codes, during, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { canonicalAddress } from '#app/http/canonical.server.ts';
import { oEmbed } from './oembed.server.ts';
import { consultationPicture } from './pictures/consultation-picture.server.ts';
import { editionPicture } from './pictures/edition-picture.server.ts';
import { scorecardPictureSvg } from './pictures/scorecard-picture-svg.server.tsx';
import { scorecardPicture } from './pictures/scorecard-picture.server.ts';
import { scorecardMeta } from './scorecard-meta.ts';
import { listParts, partPages } from './site-pages.server.ts';
import { sitemapIndex, sitemapPart } from './sitemap.ts';

const db = await testDb();
const [full, thin] = ['9902012', '9902022'];

async function published(): Promise<string> {
  const team = await makeTeam(db);
  const { slug, methodology } = await makeEdition(db, { ...team, teryts: [full, thin] });
  await fileExample(db, { viewer: team.member, slug, teryt: full, methodology });
  const { stamp } = await previewPublication(db, { viewer: team.lead, slug });
  expect(await publishEdition(db, { viewer: team.lead, slug, stamp })).toMatchObject({ ok: true });
  return slug;
}

/** Width and height in the head of a PNG. */
function sizeOf(png: Uint8Array): [number, number] {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('the sitemap lists what is public, in both languages, and no part is empty', async () => {
  const { slug } = await makeConsultation(db, 'mapa');
  const number = await filed(db, { slug, viewer: await makePerson(db, 'Anna'), code: codes.last, op: 'delete' });
  const edition = await published();
  const now = new Date(Date.now() + 1000);
  const parts = await listParts(db, now);
  expect(parts.map(({ name }) => name)).toEqual(['strony-1', 'konsultacje-1', 'uwagi-1', 'oceny-1', 'gminy-1']);
  expect(XMLValidator.validate(sitemapIndex('https://x.example', parts))).toBe(true);
  for (const { name, changedAt } of parts) expect([name, changedAt]).toEqual([name, expect.any(Date)]);
  const addresses: string[] = [];
  for (const { name } of parts) {
    const xml = sitemapPart('https://x.example', await partPages(db, { name, now }));
    expect(XMLValidator.validate(xml)).toBe(true);
    const { urlset } = new XMLParser({ isArray: (tag) => tag === 'url' }).parse(xml) as {
      urlset: { url: { loc: string; lastmod?: string }[] };
    };
    // What only the program says has no day of its own, nor has a municipality in which nothing happened.
    for (const { loc, lastmod } of urlset.url)
      if (!/\/(?:api|pomoc|dostepnosc|dane-osobowe)$/.test(loc) && !/\/gminy\//.test(loc))
        expect([loc, Number.isNaN(Date.parse(lastmod ?? ''))]).toEqual([loc, false]);
    addresses.push(...urlset.url.map(({ loc }) => loc));
  }
  const to = paths('pl');
  for (const path of [
    to.consultation(slug),
    to.remark(slug, number),
    to.scorecard(edition, full),
    to.municipality(full),
  ]) {
    expect(addresses).toContain(`https://x.example${path}`);
    expect(addresses).toContain(`https://x.example/en${path}`);
  }
  expect(addresses.some((address) => /\/(konto|urzad|zespol)\b/.test(address))).toBe(false);
  // Before its hour an edition is nowhere.
  expect((await listParts(db, new Date('2020-01-01T00:00:00Z'))).map(({ name }) => name)).not.toContain('oceny-1');
  for (const name of ['uwagi-2', 'uwagi-0', 'strony-2', 'nie-1', ''])
    await expect(partPages(db, { name, now }), name).rejects.toMatchObject({ code: 'not-found' });
});

test('the canonical address keeps what makes another page and drops the rest, and never takes the host of a request', () => {
  const params = new URLSearchParams('sortuj=nazwa&strona=2&info=profile-saved');
  expect(canonicalAddress('/oceny/a', params)).toBe(`${publicUrl()}/oceny/a?strona=2`);
  expect(canonicalAddress('/en', new URLSearchParams())).toBe(`${publicUrl()}/en`);
});

test('pictures have the size that is announced, in both languages, also for a very long title', async () => {
  const { id, slug } = await makeConsultation(db, 'obraz');
  await db.consultation.update({ where: { id }, data: { title: 'Zażółć gęślą jaźń, '.repeat(20) } });
  const edition = await published();
  for (const locale of ['pl', 'en'] as const) {
    expect(sizeOf(await consultationPicture(db, { slug, locale, now: during }))).toEqual([1200, 630]);
    expect(sizeOf(await editionPicture(db, { slug: edition, locale }))).toEqual([1200, 630]);
    for (const teryt of [full, thin])
      expect(sizeOf(await scorecardPicture(db, { slug: edition, teryt, locale }))).toEqual([1200, 630]);
  }
});

test('the score is never told without its interval, and where there is not enough data no figure is told', async () => {
  const slug = await published();
  const place = {
    origin: 'https://x.example',
    to: paths('pl'),
    locale: 'pl' as const,
    t: translator('pl'),
    title: 'Karta',
    asked: null,
  };
  const { document } = await getScorecard(db, { slug, teryt: full });
  expect(scorecardPictureSvg(document, 'pl')).toMatch(/49,5.*47,7–52,0/s);
  expect(JSON.stringify(scorecardMeta(document, place))).toMatch(/49,5 na 100.*47,7–52,0/);
  const few = await getScorecard(db, { slug, teryt: thin });
  expect(scorecardPictureSvg(few.document, 'pl')).toContain('za mało danych');
  expect(JSON.stringify(scorecardMeta(few.document, place))).not.toContain('variableMeasured');
});

test('oEmbed answers for scorecards of this site in the language of the address, within the width asked for', async () => {
  const slug = await published();
  const ask = (url: string, maxWidth: number | null = null) => oEmbed(db, { url, maxWidth, maxHeight: null });
  const answer = await ask(`${publicUrl()}/en/oceny/${slug}/${full}`, 400);
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 400,
    title: expect.stringContaining('Trial review'),
  });
  expect(answer.html).toContain(`src="${publicUrl()}/en/osadz/${slug}/${full}"`);
  expect(answer.html).toContain('width="400"');
  const [edition, indicator] = [
    await ask(`${publicUrl()}/oceny/${slug}`),
    await ask(`${publicUrl()}/oceny/${slug}/${full}/T01`),
  ];
  expect([edition.html, edition.thumbnail_url]).toEqual([
    expect.stringContaining(`/osadz/${slug}"`),
    `${publicUrl()}/oceny/${slug}/podglad/og.png`,
  ]);
  expect(indicator.html).toContain(`/osadz/${slug}/${full}/T01"`);
  for (const url of [
    '',
    'x',
    `https://evil.example/oceny/${slug}/${full}`,
    `${publicUrl()}/oceny/nie-ma`,
    `${publicUrl()}/oceny/${slug}/${full}/Z99`,
    `${publicUrl()}/oceny/nie-ma/${full}`,
    `${publicUrl()}/oceny/%E0/${full}`,
  ]) {
    await expect(ask(url), url).rejects.toMatchObject({ code: 'not-found' });
  }
});
