/** Width and height that the frame has before, or without, the script that fits it. */
export const embedSize = { width: 600, height: 420 } as const;

/**
 * HTML that a newsroom pastes: a frame that works alone, and a script that only makes it as high as its content. The frame
 * sends its height and nothing else, and neither part keeps anything about readers.
 */
export function embedCode({ origin, path, title }: { origin: string; path: string; title: string }): string {
  const { width, height } = embedSize;
  return (
    `<iframe src="${attribute(origin + path)}" title="${attribute(title)}" width="${width}" height="${height}" data-paragraf loading="lazy" style="border:0;max-width:100%"></iframe>\n` +
    `<script src="${attribute(`${origin}/embed/host.js`)}" async></script>`
  );
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
