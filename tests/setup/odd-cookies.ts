/** A cookie in every way somebody might write a header so that one reader sees it and another does not. Several strings are several headers. */
export function oddCookies(pair: string): (string | string[])[] {
  const [cookie, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const other = [...cookie].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter)).join('');
  return [
    pair, `${cookie} =${value}`, `${cookie}\t=${value}`, `${cookie}= ${value}`, `${cookie}=\t${value}`, `${cookie} = ${value} `, `\t${pair}`, ` ${pair} `, `a=1;${pair}`, `a=1; ${pair}`, `a=1;\t${pair}`, `a=1;;${pair}`, `;${pair}`, `${pair};`, `a=1 ;${pair}`,
    `${cookie}="${value}"`, `"${cookie}"=${value}`, `'${cookie}'=${value}`, `"${pair}"`, `${other}=${value}`, `${cookie.toUpperCase()}=${value}`, `a=1,${pair}`, `a=1, ${pair}`, `${pair},a=1`, `${cookie.replace('_', '%5f')}=${value}`, `%70${cookie.slice(1)}=${value}`, `${cookie}=${encodeURIComponent(value)}`, `${cookie}%3d${value}`,
    `=${pair}`, `a;${pair}`, `=;${pair}`, `${cookie}=; ${pair}`, `${pair}; ${pair}`, `${cookie}=x; ${pair}`, `${pair}; ${cookie}=x`, `$Version=1; ${pair}`, `$Version="1"; ${cookie}="${value}"; $Path="/"`, `${pair}; $Path=/`, `${cookie}==${value}`, `a="1;${pair}"`, `a="1\\";${pair}`, `a='${pair}'`, `a={"b":1}; ${pair}`,
    `${'x='.padEnd(9_000, 'x')}; ${pair}`, `\u00b1=1; ${pair}`, `\u00a0${pair}`, ['a=1', pair], [pair, 'a=1'], [`${cookie}=x`, pair], ['', pair], `__Host-${pair}`, `a=1; b=2; c=3; ${pair}; d=4`, `${cookie}[]=${value}`, `${cookie}.0=${value}`, `path=/; ${pair}; httponly`,
  ];
}

/** What no client of ours can send, and a broken proxy might hand on: control signs, folded lines, more than anybody reads. */
export function brokenCookies(pair: string): string[] {
  return [`a=1\r\n ${pair}`, `a=1\n${pair}`, `a=1\u0000; ${pair}`, `${pair}\u0000`, `\u0000${pair}`, `a=1\u0001;${pair}`, `a=1\v${pair}`, `a=1\u2028;${pair}`, `${'x=1; '.repeat(4_000)}${pair}`, `${'x'.padEnd(20_000, 'x')}=1; ${pair}`, 'a', ';', '=', ' ', 'a=1; b', 'a="', 'a=\u0105', 'a b=1', 'a=1;  b=2', '$Version=1, a=1'];
}

/** Cookies of other programs, as browsers write them: whoever has these is nobody of ours. */
export const strangersCookies = ['', 'a=1', '_ga=GA1.2.1; _gid=x.y', 'consent={}'.replace('{}', 'yes%2Cno'), '__Host-other=abc/+=', 'x=; y=2'];
