import type { plMonitoring } from '../pl/monitoring.ts';

export const enMonitoring: Record<keyof typeof plMonitoring, string> = {
};
