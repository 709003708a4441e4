export const plMonitoring = {
} as const;
