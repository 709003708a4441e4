/** One password for every demonstration account; printed at the start and on the sign-in page, so it protects nothing. */
export const demoPassword = 'paragraf-pokaz';

/** Who can be tried, from every side of the product. */
export const demoAccounts = [
  { email: 'urzad@jurowice.example', role: 'official' },
  { email: 'zatwierdza@jurowice.example', role: 'approver' },
  { email: 'anna@jurowice.example', role: 'resident' },
  { email: 'jawne@jurowice.example', role: 'representative' },
  { email: 'zespol@ratusz.example', role: 'lead' },
  { email: 'koder@ratusz.example', role: 'member' },
  { email: 'koderka@ratusz.example', role: 'second' },
  { email: 'recenzja@ratusz.example', role: 'reviewer' },
  { email: 'admin@paragraf.example', role: 'admin' },
] as const;

export type DemoAccount = (typeof demoAccounts)[number];
