import { expect, test } from 'vitest';
import { consultationScope, editionScope, siteScope } from '#app/db/revision.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { scopeOf } from './public-cache.server.ts';

test('pages of a consultation and of an edition depend on their own counter, in both languages and as files', () => {
  for (const locale of ['pl', 'en'] as const) {
    const to = paths(locale);
    for (const path of [to.consultation('a-b'), to.clause('a-b', 3), to.textFile('a-b'), to.redline('a-b', 1, 2).split('?')[0] ?? '', `${to.consultation('a-b')}.data`]) {
      expect(scopeOf(path), path).toBe(consultationScope('a-b'));
    }
    for (const path of [to.edition('a-b'), to.editionFile('a-b', 'csv'), to.editionFile('a-b', 'json'), to.scorecard('a-b', '2464011'), to.scorecardFile('a-b', '2464011', 'svg')]) {
      expect(scopeOf(path), path).toBe(editionScope('a-b'));
    }
  }
});

test('lists, the front page and everything else public depend on the counter of the site', () => {
  for (const path of ['/', '/en', '/konsultacje', '/konsultacje/', '/oceny', '/gminy/2464011', '/nie-ma', '/kontoniemoje', '/konsultacjex/a']) {
    expect(scopeOf(path), path).toBe(siteScope);
  }
});

test('what is somebody’s own is never kept, however the address is written', () => {
  const { account, signIn, resetPassword, confirmEmail, mailbox, mail, office, desk, team, register, forgotPassword, signOut } = paths('en');
  const own = [account(), signIn(), resetPassword('t'), confirmEmail('t'), mailbox(), mail('1'), office(), desk('a'), team(), register(), forgotPassword(), signOut()];
  for (const path of own) {
    const polish = path.slice(3);
    for (const written of [path, polish, `${polish}/`, `${polish}.data`, `/${polish}`, polish.toUpperCase(), polish.replace('/', '/%').replace(/%(.)/, (_, letter: string) => `%${letter.charCodeAt(0).toString(16)}`)]) {
      expect(scopeOf(written), written).toBeNull();
    }
  }
});

test('writing a consultation’s address in another case or with two slashes loses nothing', () => {
  expect(scopeOf('/Konsultacje/a')).toBe(consultationScope('a'));
  expect(scopeOf('//konsultacje//a')).toBe(consultationScope('a'));
});
