import { createContext, useContext } from 'react';

/**
 * For what a form brought about: its complaints, its preview, the sentence that says it is saved. The page comes back with the focus
 * there, scrolled to it, also without scripts (`autofocus`); the first of a page counts, and a fragment in the address comes before it.
 */
export const landing = { tabIndex: -1, autoFocus: true } as const;

const AnswersFormContext = createContext(false);
export const AnswersFormProvider = AnswersFormContext.Provider;

/** Whether this page is the answer to a form, shown instead of a new page. */
export function useAnswersForm(): boolean {
  return useContext(AnswersFormContext);
}
