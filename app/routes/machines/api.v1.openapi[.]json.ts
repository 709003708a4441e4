import { openApiDocument } from '#app/api/openapi.server.ts';
import { fileResponse } from '#app/http/files.server.ts';

export const loader = () => fileResponse(JSON.stringify(openApiDocument()), 'application/json; charset=utf-8');
