export type DocParameter = { name: string; in: string; required: boolean; values: string[]; meaning: string };
export type DocOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: 'municipalities' | 'consultations' | 'monitoring' | 'about';
  scope: string | null;
  parameters: DocParameter[];
  request: string | null;
  example: string;
};
export type ApiDocs = {
  base: string;
  operations: DocOperation[];
  problems: { code: string; status: number; title: string }[];
  rate: { reads: number; writes: number; seconds: number };
  pageSizes: { default: number; max: number };
};
