import { text } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckField, Form, RadioField, TextField, type FormProblem } from './form.tsx';

function sent(page: JSX.Element): Promise<string> {
  const through = new PassThrough();
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(through) });
  return text(through);
}

const complaint = { key: 'error.required' } as const;
const failure: FormProblem = {
  values: {},
  errors: { title: [complaint], answer: [complaint], consent: [complaint], name: [], moved: [complaint] },
};
const oath = `Oświadczam, że ${'tak, '.repeat(40)}`;

test('a summary names its fields before they stand there, without scripts, and leads to them', async () => {
  const html = await sent(
    <Form failure={failure}>
      <TextField name="name" label="Nazwisko" max={10} />
      <TextField name="title" label="Tytuł:" hint="Krótki." max={10} />
      <RadioField name="answer" label={<b>Co dalej?</b>} choices={[]} />
      <CheckField name="consent" label={oath} />
    </Form>,
  );
  expect([...html.matchAll(/<a href="(#f-\w+)">([^<]*)<\/a>/g)].map(([, to, words]) => [to, words])).toEqual([
    ['#f-title', 'Tytuł: Wypełnij to pole.'],
    ['#f-answer', 'Co dalej? Wypełnij to pole.'],
    ['#f-consent', 'Wypełnij to pole.'],
    ['#f-moved', 'Wypełnij to pole.'],
  ]);
  expect(html).not.toMatch(/<script|<template|hidden/);
  expect(html.indexOf('id="form-errors"')).toBeLessThan(html.indexOf('name="name"'));
  expect(html).toMatch(/id="f-title"[^>]*aria-describedby="f-title-hint f-title-error"/);
  expect(html).toMatch(/<input type="checkbox" id="f-consent"[^>]*aria-describedby="f-consent-error"/);
  expect(html).toContain('<p class="error" id="f-consent-error">');
});
