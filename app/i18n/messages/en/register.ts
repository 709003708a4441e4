import type { plRegister } from '../pl/register.ts';

export const enRegister: Record<keyof typeof plRegister, string> = {
};
