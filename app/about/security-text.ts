import { paths } from '#app/i18n/paths.ts';
import type { Operator } from './operator.ts';

/**
 * Whom to tell of a hole (RFC 9116). Without an address of the operator it leads to the page that says who runs the installation. It holds
 * to the first day of the month after next: the words are true as long as the program is started with them.
 */
export function securityText({ email, url }: Pick<Operator, 'email' | 'url'>, now: Date): string {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1));
  return [
    `Contact: ${email ? `mailto:${encodeURI(email)}` : url + paths('pl').about('dostepnosc')}`,
    `Expires: ${until.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: pl, en',
    `Canonical: ${url}/.well-known/security.txt`,
    '',
  ].join('\n');
}
