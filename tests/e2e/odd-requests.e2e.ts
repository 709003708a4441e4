import { request as httpRequest } from 'node:http';
import { expect, test } from '#tests/setup/e2e.ts';

const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1];

test('an error page is named by what is wrong, once, in the language of the address', async ({ app }) => {
  for (const [path, status, title] of [
    ['/nie-ma-takiej', 404, 'Nie ma takiej strony – Paragraf'],
    ['/en/konsultacje/none', 404, 'No such page – Paragraf'],
    ['/konsultacje/%00', 400, 'Nie udało się odczytać tego adresu albo formularza'],
    ['/assets/%2e%2e%2f%2e%2e%2fpackage.json', 404, 'Nie ma takiej strony'],
  ] as const) {
    const answer = await fetch(`${app.baseUrl}${path}`);
    const html = await answer.text();
    expect([path, answer.status, titleOf(html)]).toEqual([path, status, title]);
    expect(html.match(/<title>/g)).toHaveLength(1);
  }
});

test('a missing file is answered with a sentence of plain text in the language of the address', async ({ app }) => {
  for (const [path, words] of [
    ['/oceny/nie-ma.csv', 'Nie ma takiej strony.'],
    ['/en/konsultacje/none/raport.pdf', 'No such page.'],
    ['/konsultacje/nie-ma/tekst.docx', 'Nie ma takiej strony.'],
  ] as const) {
    const answer = await fetch(`${app.baseUrl}${path}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(await answer.text()).toContain(words);
  }
});

/** Sends `bytes` in chunks of no announced length, as a program may, and reads the answer. */
function sendUnannounced(url: string, bytes: number): Promise<{ status?: number; html: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      url,
      { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      (answer) => {
        let html = '';
        answer
          .setEncoding('utf8')
          .on('data', (text: string) => (html += text))
          .on('end', () => resolve({ status: answer.statusCode, html }))
          .on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.write('email=');
    for (let left = bytes; left > 0; left -= 65_536) sent.write('x'.repeat(65_536));
    sent.end();
  });
}

test('a body over the bound is answered with a sentence, announced or not, and the connection serves on', async ({
  app,
}) => {
  for (let n = 0; n < 3; n += 1) {
    const announced = await fetch(`${app.baseUrl}/logowanie`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'x'.repeat(2_500_000) }),
    });
    expect(announced.status).toBe(413);
    expect(titleOf(await announced.text())).toBe('Za dużo danych naraz – Paragraf');
    expect((await fetch(`${app.baseUrl}/healthz`)).status).toBe(200);
  }
  const unannounced = await sendUnannounced(`${app.baseUrl}/logowanie`, 9_000_000);
  expect([unannounced.status, titleOf(unannounced.html)]).toEqual([413, 'Za dużo danych naraz – Paragraf']);
});
