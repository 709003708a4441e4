/** Whether a text of an address or a form can be the id of a row: only such may be asked for, the database refuses anything else with an error. */
export function isUuid(text: string | null | undefined): text is string {
  return (
    typeof text === 'string' &&
    text.length === 36 &&
    /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)
  );
}
