/**
 * How a filing reached the office. The first two its author fills in, `api` a program does with the author's token; the others an official enters in the author's name. `word`
 * is the office's own: tracked changes of the lawyer in a file that came back.
 */
export const channels = [
  'web',
  'guest',
  'api',
  'paper',
  'email',
  'epuap',
  'edoreczenia',
  'phone',
  'meeting',
  'word',
] as const;
export type Channel = (typeof channels)[number];

export const officeChannels = [
  'paper',
  'email',
  'epuap',
  'edoreczenia',
  'phone',
  'meeting',
] as const satisfies readonly Channel[];
export type OfficeChannel = (typeof officeChannels)[number];

/** Words of the channels, for pages, letters and files. */
export const channelKeys = {
  web: 'register.channel.web',
  guest: 'register.channel.guest',
  api: 'register.channel.api',
  paper: 'register.channel.paper',
  email: 'register.channel.email',
  epuap: 'register.channel.epuap',
  edoreczenia: 'register.channel.edoreczenia',
  phone: 'register.channel.phone',
  meeting: 'register.channel.meeting',
  word: 'register.channel.word',
} as const satisfies Record<Channel, string>;
