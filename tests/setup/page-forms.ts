/** A field that takes typed words, and how many characters of them; null where the page does not say. */
export type TypedField = { name: string; max: number | null };

/** One form of a page: where it is sent, its buttons, what a browser would send of it untouched, and what can be typed and chosen. */
export type PageForm = {
  action: string | null;
  method: string;
  isUpload: boolean;
  fields: [name: string, value: string][];
  names: string[];
  buttons: { name: string; value: string }[];
  typed: TypedField[];
  radios: [name: string, value: string][];
  /** Names of what a person can type, tick or choose: everything but what is hidden. */
  asked: Set<string>;
};

/** Inputs whose words a browser bounds by `maxlength`. */
const typable = new Set(['text', 'search', 'url', 'tel', 'email', 'password']);

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: '\u00a0',
};

/** Text of HTML with its entities read. */
export function plain(html: string): string {
  return html.replace(
    /&(#x[0-9a-f]+|#\d+|\w+);/gi,
    (whole, name: string) =>
      entities[name] ??
      (/^#x/i.test(name)
        ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
        : name.startsWith('#')
          ? String.fromCodePoint(Number(name.slice(1)))
          : whole),
  );
}

/** Attributes of a tag as the program writes them. */
function attributes(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
      .slice(1)
      .map(([, name = '', value = '']) => [name.toLowerCase(), plain(value)]),
  );
}

/** The forms of a page that write, read from its HTML as a browser without scripts reads them. */
export function formsOf(html: string): PageForm[] {
  return allFormsOf(html).filter(({ method }) => method === 'post');
}

/** Those that only ask as well. */
export function allFormsOf(html: string): PageForm[] {
  const page = html.replace(/<!-- -->/g, '');
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) =>
    readForm(`form ${head}`, inside),
  );
}

function readForm(head: string, inside: string): PageForm {
  const own = attributes(head);
  const fields: [string, string][] = [];
  const names: string[] = [];
  const buttons: PageForm['buttons'] = [];
  const typed: TypedField[] = [];
  const radios: [string, string][] = [];
  const asked = new Set<string>();
  for (const [, kind = '', rest = '', body = ''] of inside.matchAll(
    /<(input|textarea|select|button)\b((?:"[^"]*"|[^">])*?)\/?>(?:(?<!\/>)([\s\S]*?)<\/(?:textarea|select|button)>)?/g,
  )) {
    const at = attributes(`${kind} ${rest}`);
    const name = at.get('name') ?? '';
    if (kind === 'button') {
      buttons.push({ name, value: at.get('value') ?? '' });
      continue;
    }
    if (!name || at.has('disabled')) continue;
    names.push(name);
    if (at.get('type') !== 'hidden') asked.add(name);
    if (!at.has('readonly') && (kind === 'textarea' || (kind === 'input' && typable.has(at.get('type') ?? 'text'))))
      typed.push({ name, max: at.has('maxlength') ? Number(at.get('maxlength')) : null });
    if (at.get('type') === 'radio') radios.push([name, at.get('value') ?? 'on']);
    if (kind === 'textarea') fields.push([name, plain(body).replace(/^\n/, '')]);
    else if (kind === 'select') {
      const options = [...body.matchAll(/<option\b((?:"[^"]*"|[^">])*)>/g)].map(([, option = '']) =>
        attributes(`option ${option}`),
      );
      fields.push([name, (options.find((option) => option.has('selected')) ?? options[0])?.get('value') ?? '']);
    } else if (at.get('type') === 'checkbox' || at.get('type') === 'radio') {
      if (at.has('checked')) fields.push([name, at.get('value') ?? 'on']);
    } else if (at.get('type') !== 'file' && at.get('type') !== 'submit') fields.push([name, at.get('value') ?? '']);
  }
  return {
    action: own.get('action') ?? null,
    method: (own.get('method') ?? 'get').toLowerCase(),
    isUpload: own.get('enctype') === 'multipart/form-data',
    fields,
    names,
    buttons,
    typed,
    radios,
    asked,
  };
}
