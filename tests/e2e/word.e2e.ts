import { readFile } from 'node:fs/promises';
import { demoPassword } from '#app/people/demo/accounts.ts';
import { workOn } from '#app/documents/testing/lawyer.ts';
import { expect, expectGoodPage, signIn, test, type Page } from '#tests/setup/e2e.ts';
import { actOf, amend, publishText } from '#tests/setup/e2e-consultation.ts';

const official = 'urzad@jurowice.example';
const words = [
  'Rada Gminy ogłasza konsultacje.',
  'Konsultacje trwają co najmniej czternaście dni.',
  'Raport sporządza się w terminie trzydziestu dni.',
];
const source = actOf(words);
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const publish = (page: Page, title: string) =>
  publishText(page, { source, title, summary: 'Krótki tekst do sprawdzenia drogi przez Word.' });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`the draft goes out to a lawyer and what comes back is looked at and taken in, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const [office, anna] = [await newPage({ javaScriptEnabled }), await newPage({ javaScriptEnabled })];
    await signIn(office, official, demoPassword);
    await signIn(anna, 'anna@jurowice.example', demoPassword);
    const slug = await publish(office, `Word ${how}`);
    const number = await amend(
      anna,
      slug,
      2,
      words[1]!.replace('czternaście', 'trzydzieści'),
      'Dwa tygodnie to za mało.',
    );
    await office.goto(`/urzad/konsultacje/${slug}`);
    await office.getByRole('link', { name: 'Plik Word', exact: true }).click();
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('Praca w Wordzie');
    if (javaScriptEnabled) await expectGoodPage(office);
    const downloading = office.waitForEvent('download');
    await office.getByRole('link', { name: 'Projekt z poprawkami, DOCX' }).click();
    const sent = new Uint8Array(await readFile(await (await downloading).path()));
    const returned = workOn(sent, (lawyer) => {
      lawyer.accept(`osoba fizyczna (nr ${number})`);
      lawyer.change('trzydziestu dni', 'dwudziestu dni');
      lawyer.comment('ogłasza konsultacje', 'Na jakiej podstawie?');
      lawyer.edit('word/document.xml', (xml) => xml.replace('Uchwała w sprawie', 'Projekt uchwały w sprawie'));
    });
    const upload = async (buffer: Uint8Array) => {
      await office.goto(`/urzad/konsultacje/${slug}/word`);
      await office
        .locator('[name=file]')
        .setInputFiles({ name: 'od-prawnika.docx', mimeType: docx, buffer: Buffer.from(buffer) });
      await office.getByRole('button', { name: 'Pokaż, co wróciło' }).click();
    };
    await upload(new TextEncoder().encode('to nie jest dokument'));
    await expect(office.locator('#form-errors')).toContainText('Tego pliku nie da się otworzyć');
    await upload(returned);
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('Co wynika z tego pliku');
    await expect(office.locator('main')).toContainText('Poprawka do § 3');
    await expect(office.locator('main')).toContainText('Słowa zmienione bez śledzenia zmian');
    if (javaScriptEnabled) await expectGoodPage(office);
    // Left without confirming: nothing is there.
    await office.getByRole('link', { name: 'Porzuć' }).click();
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('Praca w Wordzie');
    await office.goto(`/urzad/konsultacje/${slug}`);
    await expect(office.locator('table tbody tr')).toHaveCount(1);
    await upload(returned);
    await office.locator('[name=reason]').fill('');
    await office.getByRole('button', { name: 'Wczytaj zaznaczone' }).click();
    await expect(office.locator('#form-errors')).toContainText('Napisz, dlaczego');
    await office.locator('[name=reason]').fill('Krótszy termin raportu.');
    await office.getByRole('button', { name: 'Wczytaj zaznaczone' }).click();
    await expect(office).toHaveURL(/\?info=word-entered/);
    await expect(office.locator('table tbody tr')).toHaveCount(2);
    await expect(office.locator('table tbody')).toContainText('szkic');
    await expect(office.locator('table tbody')).toContainText('Krótszy termin raportu.');
    await office.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
    await expect(office.locator('.ruling [name=decision][value=accepted]')).toBeChecked();
    await expect(office.locator('.ruling [name=reason]')).toHaveValue('');
    await office.goto(`/konsultacje/${slug}/j/1`);
    await expect(office.locator('#komentarze')).toContainText('Na jakiej podstawie?');
    await upload(returned);
    await expect(office.locator('main')).toContainText('Ten sam plik wczytano już');
    await expect(office.locator('main')).toContainText('Wszystko, co da się z tego pliku wczytać, już tu jest.');
  });
}
