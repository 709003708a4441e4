import { expect, test } from 'vitest';
import { wordsWithoutLanguage } from './words-without-language.ts';

test('words count as marked inside an element that says their language, and nowhere else', () => {
  const page = `<html lang="en"><head><title>Jeden</title></head><body><p title="Dwa"><input lang="pl" title="Dziesięć">Trzy <b lang="pl">Cztery<br>
    <i lang="en">Pięć</i> Sześć</b> Siedem</p><script>Osiem</script><article lang="pl"><img alt=""/><p>Dziewięć</p></article></body></html>`;
  const words = ['Jeden', 'Dwa', 'Trzy', 'Cztery', 'Pięć', 'Sześć', 'Siedem', 'Osiem', 'Dziewięć', 'Dziesięć'];
  expect(wordsWithoutLanguage(page, words)).toEqual(['Dwa', 'Trzy', 'Pięć', 'Siedem']);
});
