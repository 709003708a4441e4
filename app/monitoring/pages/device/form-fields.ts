import type { KeptField } from './answer-queue.ts';

/** What is typed and chosen in a form now. */
export function readFields(form: HTMLFormElement): KeptField[] {
  return [...new FormData(form)].flatMap(([name, value]): KeptField[] => {
    if (typeof value === 'string') return [{ name, value }];
    return value.name === '' && value.size === 0 ? [] : [{ name, file: value, fileName: value.name }];
  });
}

/** Bytes of the chosen files. */
export function fileBytes(fields: readonly KeptField[]): number {
  return fields.reduce((sum, field) => sum + ('file' in field ? field.file.size : 0), 0);
}

/** How many rows of evidence the fields have. */
export function rowCount(fields: readonly KeptField[]): number {
  return Math.max(0, ...fields.map(({ name }) => Number(/^(?:url|file|hash)-(\d+)$/.exec(name)?.[1] ?? -1) + 1));
}

/** Puts kept fields back into the form. Its rows have to be there already. */
export function fillForm(form: HTMLFormElement, fields: readonly KeptField[]): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = fields.some(
        (field) => 'value' in field && field.name === element.name && field.value === element.value,
      );
    }
  }
  for (const field of fields) {
    const element = form.elements.namedItem(field.name);
    if ('file' in field) {
      if (element instanceof HTMLInputElement) element.files = fileList(field.file, field.fileName);
    } else if (
      field.name !== 'revision' &&
      (element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && !['radio', 'checkbox', 'file'].includes(element.type)))
    ) {
      element.value = field.value;
    }
  }
}

function fileList(blob: Blob, name: string): FileList {
  const transfer = new DataTransfer();
  transfer.items.add(new File([blob], name, { type: blob.type }));
  return transfer.files;
}
