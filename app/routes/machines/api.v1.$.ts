import { apiHandler } from '#app/http/api.server.ts';

export const loader = apiHandler;
export const action = apiHandler;
