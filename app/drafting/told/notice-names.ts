/** What letters can be about, by the word in the address. */
export const noticeNames = { odpowiedzi: 'answers', terminy: 'terms', raport: 'report' } as const;
export type NoticeName = keyof typeof noticeNames;
