import { ENTITY_NAMES } from './entity-names.ts';

const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...ENTITY_NAMES.trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    hairsp: ' ',
    NewLine: ' ',
    Tab: ' ',
    zwnj: '',
    zwj: '',
    lrm: '',
    rlm: '',
    ZeroWidthSpace: '',
  }),
]);

/** Characters written by name or number as themselves, the most common names also without their end; a name that is not known stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7});?|#x([0-9a-f]{1,6});?|([a-z][a-z0-9]{1,30});|(nbsp|amp|lt|gt|quot)(?![a-z0-9=;]))/gi,
    (all, decimal?: string, hex?: string, name?: string, unended?: string) => {
      if (unended !== undefined) return NAMED.get(unended.toLowerCase()) ?? all;
      if (name !== undefined) return NAMED.get(name) ?? all;
      return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal), all);
    },
  );
}

/** Numbers 128 to 159 are those of Windows, as every browser reads them. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function character(code: number, written: string): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS.charAt(code - 0x80);
  const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : written;
}
