import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, PrivateAddressError, publicLookup } from './public-address.server.ts';

const timeoutMs = 10_000;

export type Post = { url: string; headers: Record<string, string>; body: string; allowPrivate: boolean };

/**
 * Posts a message and gives the status of the answer. Redirects are not followed, the body of the answer is thrown away,
 * and everything together takes ten seconds at most. Rejects when there is no answer.
 */
export function postMessage({ url: address, headers, body, allowPrivate }: Post): Promise<number> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) return Promise.reject(new PrivateAddressError(host));
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(allowPrivate ? {} : { lookup: publicLookup }),
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Paragraf-Webhook/1',
      Connection: 'close',
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      // Whatever it says is of no interest: reading it would let it go on for ever.
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}
