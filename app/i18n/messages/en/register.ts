import type { plRegister } from '../pl/register.ts';

export const enRegister: Record<keyof typeof plRegister, string> = {
  'register.plain.move': 'Moves {citation} to after {target}.',
  'register.plain.place': 'after {citation}',
  'register.plain.split': 'Splits {citation} into two units.',
  'register.plain.merge': 'Joins {citation} and {target} into one unit.',
  'register.change.move': 'Moved {citation}',
  'register.change.split': 'Split {citation}',
  'register.change.merge': 'Joined {citation} with the unit beside it',
  'register.quote': 'About the words: “{quote}”',

  'register.channel.web': 'form, with an account',
  'register.channel.guest': 'form, without an account',
  'register.channel.paper': 'letter on paper',
  'register.channel.email': 'e-mail',
  'register.channel.epuap': 'ePUAP',
  'register.channel.edoreczenia': 'e-Doręczenia',
  'register.channel.meeting': 'meeting',
};
