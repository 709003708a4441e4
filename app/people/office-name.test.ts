import { expect, test } from 'vitest';
import { passesForOffice } from './office-name.ts';

const known = { municipalities: ['Jurowice', 'Nowy Targ', 'Adamów', 'Sława', 'Zielona Góra', 'Bielsko-Biała', 'Osiek'], regions: ['sokólski', 'podlaskie'], present: ['Jurowice'], organisations: ['Jawne Jurowice', 'Stowarzyszenie Łąka i Las', 'Rada Sołecka w Łęgach', 'Sieć Obywatelska Watchdog'] };

const refused = [
  'Urząd Miejski w Jurowicach', 'URZAD MIEJSKI W JUROWICACH', 'Urząd Gminy', 'Jurowice – Urząd Gminy', 'Miejski Urząd Jurowice', 'Urzad', 'U r z ą d', 'U r z ą d  M i e j s k i', 'Urz\u200bąd Miejski',
  'Urz\u00adąd', 'Uгząd Miejski', 'Urząd Мiejski', 'Ｕｒｚąｄ', '𝐔𝐫𝐳ą𝐝', 'Urz@d', 'Urząd M1ejski', 'Ur2ąd', 'UrządMiejski', 'Urz ąd Miejski', 'u.r.z.ą.d', 'Urz_ąd Miejski', 'UM Jurowice', 'U.M. Jurowice', 'UG', 'ug jurowice', 'GOPS Jurowice',
  'Wójt', 'Wójt Gminy Jurowice', 'Wójt Jurowic', 'VVójt Gminy', 'W0jt Jurowic', 'Wójt Jan Kowalski', 'Jan Kowalski, wójt', 'Jan Kowalski (Burmistrz)', 'Jan Kowalski wójt', 'Wójt Kowalski', 'Burmistrz Jurowic', 'Burmistrz Miasta', 'Prezydent Miasta', 'Starosta',
  'Zastępca Wójta', 'Rada Miejska', 'Rada Gminy Jurowice', 'Rada Jurowice', 'Przewodniczący Rady Gminy', 'Biuro Rady', 'Radа Мiejska', 'Gmina Jurowice', 'Jurowice, gmina', 'Gmina', 'Straż Miejska', 'Sekretarz Gminy', 'Starostwo Powiatowe',
  'Administrator', 'administrator Paragrafu', 'Paragraf', 'Paragraf – zespół', 'Admin', 'Mayor of Jurowice', 'City Council', 'Municipal Office', 'Mayor',
  'Urz. Miejski w Jurowicach', 'Urz. Miasta', 'Urz. M. Jurowice', 'U. Miejski Jurowice', 'UMJ', 'U. M. w Jurowicach', 'Urzędnik gminy Jurowice', 'Pracownik gminy', 'Urzędniczka', 'Ʋrząd', 'Urząɗ', '|_|rząd', 'ᑌrząd', '🇺rząd', '🅤🅡🅩🅐🅓', 'Urząd2026', 'Urząd Miejski 2', 'Urząd!', 'Uurząd', 'Urrząd Miejski', 'Urzęd Miejski',
  'Gmina Jurowice Oficjalnie', 'Oficjalne konto gminy Jurowice', 'Jurowice', 'JUR0WICE', 'Samorząd Jurowic', 'Burm. Jurowic', 'Wice burmistrz', 'Viceburmistrz', 'p.o. Burmistrza', 'Z-ca Burmistrza', 'Radny Jan Kowalski', 'Radna gminy Jurowice', 'Sołtys', 'RM Jurowice', 'RG Jurowice', 'Local government of Jurowice', 'Biuro Obsługi Mieszkańca',
  'Gmina Zielona Góra', 'Burmistrz Zielonej Góry', 'Urz. Nowego Targu', 'Gmina Nowy Targ', 'Gmina Bielsko-Biała', 'Powiat Sokólski', 'Wojewoda Podlaski', 'Ministerstwo Cyfryzacji', 'Komenda Policji', 'Prokuratura', 'Sąd Rejonowy', 'RIO', 'Regionalna Izba Obrachunkowa', 'Zarząd Dróg Powiatowych',
  'moderacja', 'Obsługa Paragrafu', 'Paragraf.pl', 'System', 'Administracja',
  'Jawne Jurowice!', 'Jawne Jurowice - Anna', 'Jan Nowak, Jawne Jurowice', 'Jawnych Jurowic', 'Sieć Obywatelska Watchdog Polska', 'Stow. Łąka i Las', 'Łąka & Las', 'Jawne Jurowice',
  'jurowice jawne', 'JawneJurowice', 'Jаwne Jurowice', 'Stowarzyszenie Jawne Jurowice', 'Jawne-Jurowice', 'J a w n e  Jurowice', 'Łąka i Las', 'Laka i Ias', 'Jawne Jurow1ce',
];

test('a name that would pass for an office or an organisation with an account is refused, however it is written', () => {
  expect(refused.filter((name) => !passesForOffice(name, known))).toEqual([]);
});

const kept = [
  'Jan Wójt', 'Wójt Jan', 'Anna Wójt-Kowalska', 'Wójt-Kowalska Anna', 'Maria Burmistrz', 'Jan Rada', 'Rada Jan', 'Jan Maria Rada', 'Ewa Prezydent', 'Adam Wójt', 'Wójt Adam', 'Sławomir Wójt', 'Piotr Starosta', 'Jan Ratusz', 'Artur Zadora', 'Anna Zielińska', 'Gość Gościnny', 'Ewa Lis',
  'Jan Um', 'Zofia Urzędowska', 'Jan Wójtowicz', 'Anna Burmistrzak', 'Marek Sołtys', 'Miasto Jest Nasze', 'Stowarzyszenie Przyjaciół Gminy Jurowice', 'Towarzystwo Miłośników Miasta Jurowice', 'Koło Gospodyń Wiejskich w Jurowicach', 'Rada Rodziców', 'Fundacja Przestrzeń', 'Jan Paragraf',
  'Biuro Urządzania Lasu', 'Zarząd Stowarzyszenia Miłośników Miasta', 'Jawna Łódź', 'Jan Las', 'R. M.', 'U. Miejski', 'Adam Miejski', 'Jan Biała', 'Anna z Jurowic', 'Mieszkanka Jurowic', 'Mieszkaniec gminy Jurowice', 'OSP Jurowice', 'Rada Osiedla', 'Ewa Sołtys', 'Jan Radny', 'Tomasz Minister', 'Stary Sad', 'Stowarzyszenie Zielona Góra', 'Klub Seniora Jurowice', 'Watchdog', 'Sława', 'Лена', '李明', '',
];

test('ordinary people and associations keep their names', () => {
  expect(kept.filter((name) => passesForOffice(name, known))).toEqual([]);
});

test('only the beginning of a long name is read', () => {
  expect(passesForOffice('Jan '.repeat(100_000) + 'Urząd', known)).toBe(false);
  expect(passesForOffice('ą\u0301'.repeat(200_000), known)).toBe(false);
});
