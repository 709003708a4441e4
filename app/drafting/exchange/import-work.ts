import { viewImport, type ImportViewResult } from './import-form.ts';

export function viewImportedTable({
  source,
  values,
}: {
  source: string;
  values: Parameters<typeof viewImport>[1];
}): ImportViewResult {
  return viewImport(source, values);
}
