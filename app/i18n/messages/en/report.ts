import type { plReport } from '../pl/report.ts';

export const enReport: Record<keyof typeof plReport, string> = {
};
