import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a person does to a file in a word processor, done to its XML: for tests. */
export type Lawyer = {
  accept: (author: string) => void;
  reject: (author: string) => void;
  /** Replaces words with tracking; `comment` is said on the new ones. */
  change: (old: string, next: string, comment?: string) => void;
  /** A new paragraph behind the one that ends with these words. */
  insertAfter: (words: string, text: string) => void;
  comment: (words: string, text: string) => void;
  /** Any other change of a part. */
  edit: (part: string, work: (xml: string) => string) => void;
};

export const LAWYER = { author: 'r.pr. Ewa Prawna', date: '2026-11-12T09:00:00Z' };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The file as it comes back. Fails when words are not where the test says. */
export function workOn(file: Uint8Array, work: (lawyer: Lawyer) => void, by = LAWYER): Uint8Array {
  const parts = unzipSync(file);
  let id = 9_000;
  const marks = (): string => `w:id="${(id += 1)}" w:author="${by.author}" w:date="${by.date}"`;
  const edit: Lawyer['edit'] = (part, change) => {
    const before = strFromU8(parts[part]!);
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${part}`);
    parts[part] = strToU8(after);
  };
  const document = (change: (xml: string) => string): void => edit('word/document.xml', change);
  const run = (text: string, tag = 'w:t'): string => `<w:r><${tag} xml:space="preserve">${text}</${tag}></w:r>`;
  const within = (words: string, put: (run: string) => string): void =>
    document((xml) => {
      const pattern = new RegExp(
        `<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">([^<]*?)${escaped(words)}([^<]*)</w:t></w:r>`,
      );
      return xml.replace(
        pattern,
        (_all, _looks: string, before: string, after: string) => `${run(before)}${put(words)}${run(after)}`,
      );
    });
  const settle = (author: string, kept: 'ins' | 'del', gone: 'ins' | 'del'): void =>
    document((xml) => {
      const of = `[^>]*w:author="${escaped(author)}"[^>]*`;
      return xml
        .replace(new RegExp(`<w:${kept} ${of}/>`, 'g'), '')
        .replace(new RegExp(`<w:${gone} ${of}(?<!/)>.*?</w:${gone}>`, 'gs'), '')
        .replace(new RegExp(`<w:${kept} ${of}(?<!/)>(.*?)</w:${kept}>`, 'gs'), (_all, inner: string) =>
          inner.replaceAll('w:delText', 'w:t'),
        );
    });
  const say = (text: string): string => {
    const own = (id += 1);
    edit('word/comments.xml', (xml) =>
      xml
        .replace(/\/>\s*$/, '></w:comments>')
        .replace(
          '</w:comments>',
          `<w:comment w:id="${own}" w:author="${by.author}" w:date="${by.date}">${`<w:p>${run(text)}</w:p>`}</w:comment></w:comments>`,
        ),
    );
    return String(own);
  };
  const commented = (inner: string, text: string): string => {
    const own = say(text);
    return `<w:commentRangeStart w:id="${own}"/>${inner}<w:commentRangeEnd w:id="${own}"/><w:r><w:commentReference w:id="${own}"/></w:r>`;
  };
  work({
    accept: (author) => settle(author, 'ins', 'del'),
    reject: (author) => settle(author, 'del', 'ins'),
    edit,
    change: (old, next, comment) =>
      within(old, (words) => {
        const changed = `<w:del ${marks()}>${run(words, 'w:delText')}</w:del><w:ins ${marks()}>${run(next)}</w:ins>`;
        return comment === undefined ? changed : commented(changed, comment);
      }),
    insertAfter: (words, text) =>
      document((xml) =>
        xml.replace(
          new RegExp(`${escaped(words)}</w:t>(?:(?!</w:p>).)*</w:p>`, 's'),
          (all) =>
            `${all}<w:p><w:pPr><w:rPr><w:ins ${marks()}/></w:rPr></w:pPr><w:ins ${marks()}>${run(text)}</w:ins></w:p>`,
        ),
      ),
    comment: (words, text) => within(words, (found) => commented(run(found), text)),
  });
  return zipSync(parts);
}
