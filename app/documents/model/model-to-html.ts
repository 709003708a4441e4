import { escapeHtml } from '#app/text/index.ts';
import { marksOf, type DocumentModel, type ModelBlock, type ModelItem } from './model.ts';

/** A whole HTML page of a document model, without scripts and styles; every word is escaped. */
export function modelToHtml({ language, properties, blocks }: DocumentModel): string {
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(properties.title)}</title>\n</head>\n<body>\n${blocks.map(htmlBlock).join('\n')}\n</body>\n</html>\n`;
}

function htmlBlock(block: ModelBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${lines(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${marksOf(block)
        .map((mark) => `<b>${escapeHtml(mark)}</b> `)
        .join('')}${lines(block.text)}</p>`;
    case 'list':
      return htmlList(block.items);
    case 'facts':
      return `<dl>${block.pairs.map(([name, words]) => `<dt>${lines(name)}</dt><dd>${lines(words)}</dd>`).join('')}</dl>`;
    case 'table':
      return htmlTable(block);
  }
}

/** Marks are printed words here: the browser's own would count anew. */
function htmlList(items: readonly ModelItem[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item.label)} ${lines(item.text)}${item.items.length === 0 ? '' : htmlList(item.items)}</li>`).join('')}</ul>`;
}

function htmlTable({ caption, head, rows, rowHeadings }: Extract<ModelBlock, { kind: 'table' }>): string {
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, i) => (rowHeadings && i === 0 ? `<th scope="row">${lines(cell)}</th>` : `<td>${lines(cell)}</td>`)).join('')}</tr>`,
    )
    .join('');
  return `<table>${caption === '' ? '' : `<caption>${lines(caption)}</caption>`}<thead><tr>${head.map((cell) => `<th scope="col">${lines(cell)}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

function lines(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>');
}
