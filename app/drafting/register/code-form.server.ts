import type { Db } from '#app/db/client.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { waitMessage } from '#app/limits/wait.ts';
import type { Viewer } from '#app/people/viewer.ts';
import {
  enterByCode,
  findByCode,
  type CodeError,
  type EnterResult,
  type WaitingByCode,
} from './enter-by-code.server.ts';
import { codeEntrySchema, codeSchema } from './filer-schema.ts';
import { loadFilingPage, type FilingPage } from './filing-page.server.ts';

export type CodeAnswer = {
  kind: 'again';
  found: { code: string; letter: Omit<WaitingByCode, 'points' | 'version'>; page: FilingPage } | null;
  /** Where a code leads that is not for this form. */ other: {
    slug: string;
    title: string;
    number: number | null;
  } | null;
  failure: FormFailure;
  status: number;
  /** How long to wait, with 429. */ seconds: number | null;
};

type Asked = { viewer: Viewer; slug: string; body: FormData; isEntry: boolean; locale: Locale };

/** The form for a code, first to find the letter and then to enter it. What is refused comes back as it was typed. */
export async function answerCodeForm(db: Db, asked: Asked): Promise<CodeAnswer | { kind: 'entered'; number: number }> {
  const { viewer, slug, body, isEntry } = asked;
  if (!isEntry) {
    const form = parseForm(body, codeSchema);
    return form.ok ? show(db, asked, form.value.code, { values: form.values, errors: {} }) : refused(form.failure);
  }
  const form = parseForm(body, codeEntrySchema);
  if (!form.ok) return show(db, asked, form.failure.values.code?.[0] ?? '', form.failure);
  const { code, receivedOn, receivedAt, ...entry } = form.value;
  const at = warsawInstant(receivedOn, receivedAt || '00:00');
  if (!at) return show(db, asked, code, fieldFailure(form.values, 'receivedOn', 'error.date'));
  const entered = await enterByCode(db, { viewer, slug, code, entry: { ...entry, receivedAt: at } });
  if (entered.ok) return { kind: 'entered', number: entered.value.number };
  const wrong = entryErrors[entered.error.code];
  return wrong
    ? show(db, asked, code, fieldFailure(form.values, wrong.field, wrong.key))
    : byError(slug, form.values, entered.error as CodeError);
}

/** Complaints about how it is entered; the rest is about the code. */
const entryErrors: Partial<
  Record<Extract<EnterResult, { ok: false }>['error']['code'], { field: string; key: MessageKey }>
> = {
  'before-sent': { field: 'receivedOn', key: 'register.code.error.before' },
  future: { field: 'receivedOn', key: 'register.error.future' },
  closed: { field: 'receivedOn', key: 'register.import.closed' },
};

async function show(db: Db, { viewer, slug, locale }: Asked, code: string, failure: FormFailure): Promise<CodeAnswer> {
  const found = await findByCode(db, { viewer, slug, code });
  if (!found.ok) return byError(slug, failure.values, found.error);
  const { points, version: _, ...letter } = found.value;
  const { page } = await loadFilingPage(db, { slug, points, intent: { do: 'file' }, locale });
  // Where the text has moved since, the form would go on from the new words: the office reads what was written.
  const written = page.points.map((point, at) => ({
    ...point,
    operations: point.operations.map((view, index) => ({
      ...view,
      draft: points[at]?.operations[index] ?? view.draft,
    })),
  }));
  const isRefused = Object.keys(failure.errors).length > 0;
  return {
    kind: 'again',
    found: { code, letter, page: { ...page, points: written } },
    other: null,
    failure,
    status: isRefused ? 400 : 200,
    seconds: null,
  };
}

const refused = (failure: FormFailure, status = 400): CodeAnswer => ({
  kind: 'again',
  found: null,
  other: null,
  failure,
  status,
  seconds: null,
});

function byError(slug: string, values: FormFailure['values'], error: CodeError): CodeAnswer {
  switch (error.code) {
    case 'too-many': {
      const { key, params } = waitMessage(error.seconds);
      return { ...refused(fieldFailure(values, 'code', key, params), 429), seconds: error.seconds };
    }
    case 'entered':
      return {
        ...refused(fieldFailure(values, 'code', 'register.code.error.entered', { number: error.number }), 409),
        other: { slug, title: '', number: error.number },
      };
    case 'elsewhere':
      return {
        ...refused(fieldFailure(values, 'code', 'register.code.error.elsewhere')),
        other: { slug: error.slug, title: error.title, number: null },
      };
    default:
      return refused(fieldFailure(values, 'code', 'register.code.error.unknown'));
  }
}
