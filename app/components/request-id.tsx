import { createContext, useContext } from 'react';

const RequestIdContext = createContext<string | undefined>(undefined);
export const RequestIdProvider = RequestIdContext.Provider;

/** Name of the request this page answers, as the log has it. In the browser it is read back from the page. */
export function useRequestId(): string | undefined {
  const given = useContext(RequestIdContext);
  return (
    given ??
    (typeof document === 'undefined'
      ? undefined
      : document.querySelector<HTMLElement>('[data-request-id]')?.dataset.requestId)
  );
}
