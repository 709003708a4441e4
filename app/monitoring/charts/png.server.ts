import { runTask } from '#app/workers/run-task.server.ts';
import { drawPicture } from './tasks.server.ts';

/** An SVG of ours as PNG; the same drawing is made once for everybody who asks for it. */
export function svgToPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return runTask(drawPicture, svg);
}
