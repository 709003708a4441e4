import { blankQuestion, type Question, type QuestionKind, type Words } from '#app/surveys/definition.ts';

export type DemoSurvey = { title: Words; lead: Words; isForRules: boolean; pages: Question[][] };

const both = (pl: string, en: string): Words => ({ pl, en });
const choices = (...list: [pl: string, en: string][]) =>
  list.map(([pl, en], at) => ({ id: `a${at + 1}`, words: both(pl, en), other: false }));
const ask = (id: string, kind: QuestionKind, words: Words, more: Partial<Question> = {}): Question => ({
  ...blankQuestion(id, kind),
  words,
  ...more,
});

/** The survey before the draft of the rules; its words, like everything in Jurowice, are invented. */
export const finishedSurvey: DemoSurvey = {
  title: both('Jak się naradzać w Jurowicach', 'How to consult in Jurowice'),
  lead: both(
    'Zanim powstanie projekt zasad konsultacji, pytamy, co pomaga i co przeszkadza w nich brać udział.',
    'Before the draft of the consultation rules is written we ask what helps and what hinders taking part.',
  ),
  isForRules: true,
  pages: [
    [
      ask(
        'q1',
        'many',
        both('Skąd wiesz o konsultacjach w gminie?', 'How do you learn of consultations in the municipality?'),
        {
          most: 3,
          options: choices(
            ['z tablicy ogłoszeń', 'from the notice board'],
            ['od sąsiadów', 'from neighbours'],
            ['z gazety gminnej', 'from the municipal paper'],
            ['od sołtysa albo zarządu osiedla', 'from the village head or housing estate board'],
            ['ze strony urzędu', 'from the website of the office'],
          ),
        },
      ),
      ask(
        'q2',
        'one',
        both('Jak często zabierasz głos w sprawach gminy?', 'How often do you speak up on municipal matters?'),
        {
          required: true,
          options: choices(['często', 'often'], ['czasem', 'sometimes'], ['rzadko albo nigdy', 'rarely or never']),
        },
      ),
    ],
    [
      ask(
        'q3',
        'one',
        both('Ile dni na uwagi do projektu to dość?', 'How many days for remarks on a draft are enough?'),
        {
          options: choices(
            ['7 dni', '7 days'],
            ['14 dni', '14 days'],
            ['21 dni', '21 days'],
            ['30 dni', '30 days'],
            ['trudno powiedzieć', 'hard to say'],
          ),
        },
      ),
      ask(
        'q4',
        'scale',
        both(
          'Jak łatwo zrozumieć projekt uchwały bez pomocy?',
          'How easy is a draft resolution to understand without help?',
        ),
        {
          ends: { low: both('bardzo trudno', 'very hard'), high: both('bardzo łatwo', 'very easy') },
        },
      ),
      ask(
        'q5',
        'rank',
        both('Ułóż formy od najlepszej dla ciebie.', 'Put the forms in order, the best for you first.'),
        {
          options: choices(
            ['ankieta', 'survey'],
            ['otwarte spotkanie', 'open meeting'],
            ['uwagi na piśmie albo w internecie', 'remarks on paper or online'],
          ),
        },
      ),
    ],
    [
      ask('q6', 'one', both('Gdzie mieszkasz?', 'Where do you live?'), {
        options: choices(
          ['Jurowice, miasto', 'Jurowice, town'],
          ['Łęgi', 'Łęgi'],
          ['Zarzecze', 'Zarzecze'],
          ['inne sołectwo', 'another village'],
        ),
      }),
      ask('q7', 'long', both('Co najbardziej przeszkadza ci brać udział?', 'What hinders you most in taking part?'), {
        help: both('Nie podawaj nazwisk ani adresów.', 'Give no names or addresses.'),
        shownIf: { every: true, tests: [{ question: 'q2', is: 'any-of', options: ['a3'], value: null }] },
      }),
    ],
  ],
};

/** A survey that is open now. */
export const openSurvey: DemoSurvey = {
  title: both('Godziny targowiska', 'Hours of the market'),
  lead: both(
    'Rada pyta, kiedy targowisko przy ul. Młyńskiej ma być otwarte. Odpowiedź zajmuje dwie minuty.',
    'The council asks when the market in Młyńska Street should be open. Answering takes two minutes.',
  ),
  isForRules: false,
  pages: [
    [
      ask('q1', 'one', both('O której targ powinien się zaczynać?', 'When should the market begin?'), {
        required: true,
        options: choices(['o 5', 'at 5'], ['o 6', 'at 6'], ['o 7', 'at 7']),
      }),
      ask('q2', 'scale', both('Jak dobrze działa targ dziś?', 'How well does the market work today?'), {
        ends: { low: both('źle', 'badly'), high: both('dobrze', 'well') },
      }),
    ],
    [
      ask('q3', 'many', both('Po co przychodzisz?', 'What do you come for?'), {
        options: [
          ...choices(['warzywa i owoce', 'vegetables and fruit'], ['pieczywo', 'bread'], ['ubrania', 'clothes']),
          { id: 'other', words: both('po coś innego', 'something else'), other: true },
        ],
      }),
      ask('q4', 'matrix', both('Czy tego brakuje?', 'Is this missing?'), {
        rows: choices(['dach', 'roof'], ['ławki', 'benches']).map((row, at) => ({ ...row, id: `r${at + 1}` })),
        options: choices(['tak', 'yes'], ['nie', 'no']),
      }),
      ask('q5', 'short', both('Jedno zdanie do rady', 'One sentence to the council')),
    ],
  ],
};
