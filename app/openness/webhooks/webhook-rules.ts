import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { isAdmin, isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { webhookEvents } from './events.ts';

/** Officials of the municipality, and administrators, who connect systems for them. */
export function mayManage(viewer: Viewer, teryt: string): boolean {
  return isOfficialOf(viewer, teryt) || isAdmin(viewer);
}

export const webhookForm = z.object({
  url: z.string().trim().min(1).max(bounds.webhookUrl).refine(isAddress, 'error.url'),
  events: z.array(z.enum(webhookEvents)).min(1, 'openness.error.events'),
});

/** An address that a message can be posted to: no words of access in it, they would be shown in the log. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    url.hash === ''
  );
}

/** Names that every machine takes for itself or its own network. */
export function isLocalName(address: string): boolean {
  return /^(localhost|.*\.localhost|.*\.local|.*\.internal|.*\.home\.arpa)$/i.test(
    new URL(address).hostname.replace(/\.$/, ''),
  );
}
