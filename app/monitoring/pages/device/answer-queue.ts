/** One field of a form as it was typed; files stay files. */
export type KeptField = { name: string; value: string } | { name: string; file: Blob; fileName: string };

/** An answer that lives on the device until the server has it. */
export type KeptAnswer = {
  /** Whose answer to which cell: two people may share a telephone. */
  id: string;
  owner: string;
  /** Page of the question and the address that takes the answer. */
  page: string;
  target: string;
  code: string;
  fields: KeptField[];
  /** Revision of the coding it was made against. */
  revision: number;
  /** Names this sending and stays the same however often it is tried. */
  key: string;
  /** ISO instant of the last keystroke. */
  typedAt: string;
  /** draft: still being typed. queued: to be sent. clash, refused: the server has said no, a person has to look. */
  state: 'draft' | 'queued' | 'clash' | 'refused';
  /** What the server said to a refused one. */
  why?: string;
};

/** Where answers are kept; IndexedDB in the browser. */
export type AnswerStore = {
  get(id: string): Promise<KeptAnswer | null>;
  put(answer: KeptAnswer): Promise<void>;
  remove(id: string): Promise<void>;
  list(owner: string): Promise<KeptAnswer[]>;
};

export type SendResult =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict' }
  | { kind: 'refused'; why: string }
  | { kind: 'signed-out' }
  /** Nobody answered: it may have arrived or not. */
  | { kind: 'lost' };

export type FlushReport = { sent: KeptAnswer[]; waiting: number; signedOut: boolean };

/**
 * Sends every queued answer of the owner, one after the other, the oldest first. What the server took is forgotten; what it
 * refused is kept with the reason; when nobody answers everything left stays queued under the same key, so that an answer whose receipt was
 * lost is not saved twice. An answer typed on while it was on its way is kept as it is now.
 */
export async function flushAnswers(
  store: AnswerStore,
  owner: string,
  send: (answer: KeptAnswer) => Promise<SendResult>,
): Promise<FlushReport> {
  const queued = (await store.list(owner))
    .filter((answer) => answer.state === 'queued')
    .sort((a, b) => (a.typedAt < b.typedAt ? -1 : 1));
  const sent: KeptAnswer[] = [];
  for (const answer of queued) {
    const result = await send(answer);
    if (result.kind === 'lost' || result.kind === 'signed-out')
      return { sent, waiting: queued.length - sent.length, signedOut: result.kind === 'signed-out' };
    const now = await store.get(answer.id);
    if (!now || now.key !== answer.key) {
      // Typed on meanwhile: what was saved is the ground of the newer one.
      if (now && result.kind === 'saved') await store.put({ ...now, revision: result.revision });
      if (result.kind === 'saved') sent.push(answer);
      continue;
    }
    if (result.kind === 'saved') {
      await store.remove(answer.id);
      sent.push(answer);
    } else if (result.kind === 'conflict') await store.put({ ...answer, state: 'clash' });
    else await store.put({ ...answer, state: 'refused', why: result.why });
  }
  return { sent, waiting: 0, signedOut: false };
}

/** The form as the server takes it: the typed fields, the revision they were made against and the key of this sending. */
export function formOf(answer: KeptAnswer): FormData {
  const form = new FormData();
  for (const field of answer.fields) {
    if ('file' in field) form.append(field.name, field.file, field.fileName);
    else if (field.name !== 'revision' && field.name !== 'key') form.append(field.name, field.value);
  }
  form.append('revision', String(answer.revision));
  form.append('key', answer.key);
  return form;
}
