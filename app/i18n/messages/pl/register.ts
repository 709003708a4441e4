export const plRegister = {
  'register.plain.move': 'Przenosi {citation} po {target}.',
  'register.plain.place': 'po {citation}',
  'register.plain.split': 'Dzieli {citation} na dwie jednostki.',
  'register.plain.merge': 'Łączy {citation} z {target} w jedną jednostkę.',
  'register.change.move': 'Przeniesiono {citation}',
  'register.change.split': 'Podzielono {citation}',
  'register.change.merge': 'Połączono {citation} z sąsiednią jednostką',
  'register.quote': 'Dotyczy wyrazów: „{quote}”',

  'register.channel.web': 'formularz, konto',
  'register.channel.guest': 'formularz, bez konta',
  'register.channel.paper': 'pismo',
  'register.channel.email': 'e-mail',
  'register.channel.epuap': 'ePUAP',
  'register.channel.edoreczenia': 'e-Doręczenia',
  'register.channel.meeting': 'spotkanie',
} as const;
