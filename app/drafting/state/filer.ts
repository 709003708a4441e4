/** Who a remark or a filing comes from: residents, organisations and the office itself are counted apart. */
export const filers = ['residents', 'organisations', 'office'] as const;
export type Filer = (typeof filers)[number];

/** What the office enters of its own lawyers' Word files is the office's, whatever name stands under it. */
export function filerOf({ channel, isOrganisation }: { channel: string; isOrganisation: boolean }): Filer {
  if (channel === 'word') return 'office';
  return isOrganisation ? 'organisations' : 'residents';
}
