import { fileResponse } from '#app/http/files.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { robotsText } from '#app/openness/sitemap.ts';

export const loader = () => fileResponse(robotsText(publicUrl()), 'text/plain; charset=utf-8');
