import type { DocumentProperties } from '../model/tracked-document.ts';
import { escapeXml } from '../model/xml-text.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Parts the library fills with its own words: whose file it is and when it was made, language, whether changes are tracked. */
export function packageParts(properties: DocumentProperties, isTracking: boolean): { path: string; data: string }[] {
  return [
    { path: 'docProps/core.xml', data: coreProperties(properties) },
    { path: 'word/settings.xml', data: settings(isTracking) },
  ];
}

function coreProperties({ title, subject, creator, keywords, description, date }: DocumentProperties): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(creator)}</dc:creator><cp:keywords>${escapeXml(keywords)}</cp:keywords>` +
    `<dc:description>${escapeXml(description)}</dc:description><cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${time('created')}${time('modified')}<dc:language>pl-PL</dc:language></cp:coreProperties>`
  );
}

function settings(isTracking: boolean): string {
  return (
    `${HEAD}<w:settings xmlns:w="${WORD}">${isTracking ? '<w:trackRevisions/>' : ''}<w:defaultTabStop w:val="709"/><w:compat>` +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="pl-PL"/></w:settings>'
  );
}
