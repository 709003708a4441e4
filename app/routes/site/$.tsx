import { handler } from '#app/http/handlers.server.ts';
import { notFound } from '#app/errors/app-error.ts';

/** Every address that no other route knows. */
export const loader = handler(async () => {
  throw notFound();
});

export const action = loader;

export default function Nowhere() {
  return null;
}
