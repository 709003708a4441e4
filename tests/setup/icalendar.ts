/** A strict reader of iCalendar files (RFC 5545), for tests: it throws on what a calendar program may choke on. */
export type Property = { name: string; params: Record<string, string>; value: string };
export type Component = { name: string; properties: Property[]; children: Component[] };

export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('lines end with CR LF');
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} bytes: ${line}`);
  const open: Component[] = [{ name: '', properties: [], children: [] }];
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')) {
    const property = parseLine(line);
    if (property.name === 'BEGIN') {
      open.push({ name: property.value, properties: [], children: [] });
    } else if (property.name === 'END') {
      const done = open.pop();
      if (!done || done.name !== property.value) throw new Error(`END:${property.value} ends ${done?.name}`);
      check(done);
      open.at(-1)!.children.push(done);
    } else {
      open.at(-1)!.properties.push(property);
    }
  }
  const [root] = open;
  if (open.length !== 1 || root?.children.length !== 1 || root.properties.length > 0)
    throw new Error('not one VCALENDAR');
  const calendar = root.children[0]!;
  checkZones(calendar);
  return calendar;
}

function parseLine(line: string): Property {
  const match =
    /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\u0000-\u001f]*"|[^";:,\u0000-\u001f]*))*):([^\u0000-\u0008\u000a-\u001f]*)$/.exec(
      line,
    );
  if (!match) throw new Error(`not a content line: ${line}`);
  const params = Object.fromEntries(
    (match[2] ?? '')
      .split(';')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  );
  return { name: match[1]!, params, value: match[3]! };
}

const required: Record<string, readonly string[]> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
  VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
};

function check(component: Component): void {
  for (const name of required[component.name] ?? []) {
    if (component.properties.filter((property) => property.name === name).length !== 1)
      throw new Error(`${component.name} needs one ${name}`);
  }
  for (const { name, value, params } of component.properties) {
    if (name === 'DTSTAMP' && !/^\d{8}T\d{6}Z$/.test(value)) throw new Error(`DTSTAMP is in UTC, not ${value}`);
    if (/^DT(START|END)$/.test(name) && !/^\d{8}T\d{6}Z?$/.test(value)) throw new Error(`${name}:${value}`);
    if (/^DT(START|END)$/.test(name) && component.name === 'VEVENT' && !params.TZID && !value.endsWith('Z'))
      throw new Error(`${name} floats`);
    if (name === 'TRIGGER' && !/^-?P(?:\d+D|T(?:\d+H)?(?:\d+M)?(?:\d+S)?)$/.test(value))
      throw new Error(`TRIGGER:${value}`);
    if (
      /^(SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME)$/.test(name) &&
      /(?<!\\)(?:\\\\)*(?:[;,]|\\(?![\\;,nN]))/.test(value)
    )
      throw new Error(`not escaped: ${value}`);
  }
}

function checkZones(calendar: Component): void {
  const zones = calendar.children.filter(({ name }) => name === 'VTIMEZONE').map((zone) => propertyOf(zone, 'TZID'));
  const events = calendar.children.filter(({ name }) => name === 'VEVENT');
  const uids = events.map((event) => propertyOf(event, 'UID'));
  if (new Set(uids).size !== uids.length) throw new Error('a UID stands twice');
  for (const { properties } of events)
    for (const { params } of properties)
      if (params.TZID && !zones.includes(params.TZID)) throw new Error(`no VTIMEZONE for ${params.TZID}`);
}

/** Value of a property with its escapes undone; '' when it is not there. */
export function propertyOf(component: Component, name: string): string {
  const value = component.properties.find((property) => property.name === name)?.value ?? '';
  return value.replaceAll(/\\(.)/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));
}
