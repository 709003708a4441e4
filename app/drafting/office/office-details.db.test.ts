import { expect, test } from 'vitest';
import { makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { findOfficeDetails, isFirstPublication, officeOfConsultation } from './find-office-details.server.ts';
import { officeDetailsSchema } from './office-details.ts';
import { saveOfficeDetails } from './save-office-details.server.ts';

const db = await testDb();
const details = {
  name: 'Urząd Gminy Jurowice',
  address: 'ul. Rynkowa 1\n32-000 Jurowice',
  hours: 'pon.–pt. 7.30–15.30',
  phone: '32 123 45 67',
  email: 'urzad@jurowice.example',
  edoreczenia: 'AE:PL-12345-67890-ABCDE-12',
  controller: 'Wójt Gminy Jurowice',
  inspector: 'iod@jurowice.example',
  termDays: null,
  termSource: '',
  termCheckedOn: '',
};

test('officials say how their office is reached; the page made earlier and everybody else are refused', async () => {
  expect(await isFirstPublication(db, teryt)).toBe(true);
  const { official } = await makeConsultation(db, 'kontakt');
  expect(await isFirstPublication(db, teryt)).toBe(false);
  const [anna, stranger] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Obca', { role: 'official', teryt: '1234567' }),
  ];
  expect(await officeOfConsultation(db, 'kontakt')).toBeNull();
  const save = (viewer: typeof anna, revision: number, change = {}) =>
    saveOfficeDetails(db, { viewer, teryt, details: { ...details, ...change }, revision, now: new Date() });
  await expect(save(anna, 0)).rejects.toMatchObject({ code: 'not-found' });
  await expect(save(stranger, 0)).rejects.toMatchObject({ code: 'not-found' });
  expect(await save(official, 0)).toEqual({ ok: true });
  expect(await save(official, 0, { phone: '1' })).toMatchObject({ error: { code: 'moved' } });
  expect(await save(official, 1, { phone: '32 765 43 21' })).toEqual({ ok: true });
  expect(await save(official, 1)).toMatchObject({ error: { code: 'moved' } });
  // A rule whose source or day is not given is said by nobody, whoever asks.
  for (const [rule, missing] of [
    [{ termDays: 21 }, 'termSource'],
    [{ termDays: 21, termSource: 'Statut' }, 'termCheckedOn'],
  ] as const)
    expect(await save(official, 2, rule)).toEqual({ ok: false, error: { code: 'rule', missing } });
  expect(await officeOfConsultation(db, 'kontakt')).toEqual({ ...details, phone: '32 765 43 21' });
  expect(await findOfficeDetails(db, '1234567')).toBeNull();
  const lines = await db.event.findMany({ where: { kind: 'office-details-saved' }, orderBy: { id: 'asc' } });
  expect(lines.map(({ data }) => data)).toEqual([{ revision: 1 }, { revision: 2 }]);
});

test('an address for electronic delivery is taken in its form alone; what is not given stays empty', () => {
  const read = (edoreczenia: string) =>
    officeDetailsSchema.safeParse({ ...details, termDays: '', revision: '0', email: '', edoreczenia });
  expect(read(' ae:pl-12345-67890-abcde-12 ').data).toMatchObject({ edoreczenia: details.edoreczenia, email: '' });
  expect(read('').data).toMatchObject({ edoreczenia: '' });
  expect(read('skrytka 5').error?.issues[0]?.message).toBe('office.details.error.delivery');
});

test('the day on which a rule was looked up is a day of the calendar, or none', () => {
  const read = (termCheckedOn: string) =>
    officeDetailsSchema.safeParse({ ...details, termDays: '21', termSource: 'Statut', revision: '0', termCheckedOn });
  for (const day of ['2026-13-45', '2026-02-31', '1.12.2026'])
    expect(read(day).error?.issues[0]).toMatchObject({ path: ['termCheckedOn'], message: 'error.date' });
  for (const day of ['', '2026-11-30']) expect(read(day).data).toMatchObject({ termCheckedOn: day });
});
