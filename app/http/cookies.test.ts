import { expect, test } from 'vitest';
import { isNobodys, readCookies } from './cookies.server.ts';

test('a request without cookies, or with other programs’ cookies only, is nobody’s in particular', () => {
  for (const header of [undefined, '', 'a=1', '_ga=GA1.2.3; b=', 'theme=dark; x-y_z=1/2+3'])
    expect([header, isNobodys(header)]).toEqual([header, true]);
});

test('any of our names, in any spelling, and anything the standard does not know makes a request somebody’s', () => {
  for (const header of [
    'paragraf_session=1',
    'PARAGRAF_session=1',
    'a=1; paragraf_embargo=1',
    '__Host-paragraf_session=1',
    'a=paragraf_session=1',
    'paragraf_x=1',
    'a =1',
    'a\t=1',
    'a= 1',
    'a=1;b=2;  c=3',
    'a=1;',
    ';a=1',
    'a',
    '=1',
    'a="1"',
    '"a"=1',
    'a=1, b=2',
    '%70=1',
    'a=\u0001',
    'a=ą',
    'ą=1',
    `a=${'x'.repeat(20_000)}`,
    '\t',
    ' ',
    'a=1;;b=2',
    'a=1\\',
  ])
    expect([header, isNobodys(header)]).toEqual([header, false]);
});

test('cookies are read by their whole names, the first of several; blanks around them do not count', () => {
  expect([...readCookies('a=1; b = 2 ;\tc="3"; a=4; d; =5; e=f=g')]).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '"3"'],
    ['', '5'],
    ['e', 'f=g'],
  ]);
  expect(readCookies(null).size).toBe(0);
});
