/** A file somebody chose in a form: `field` is the name of its input. */
export type FormFile = { field: string; name: string; bytes: Uint8Array<ArrayBuffer> };

/** The chosen files of a form, in order; inputs left empty are none. */
export async function formFiles(form: FormData): Promise<FormFile[]> {
  const files: FormFile[] = [];
  for (const [field, value] of form) {
    // An empty input is sent as a file without a name.
    if (typeof value === 'string' || (value.name === '' && value.size === 0)) continue;
    files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return files;
}
