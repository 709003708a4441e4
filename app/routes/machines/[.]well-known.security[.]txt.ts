import { readOperator } from '#app/about/operator.server.ts';
import { securityText } from '#app/about/security-text.ts';
import { fileResponse } from '#app/http/files.server.ts';

export const loader = () => fileResponse(securityText(readOperator(), new Date()), 'text/plain; charset=utf-8');
