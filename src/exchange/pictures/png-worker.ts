import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { z } from 'zod';
import { readTrueTypeFonts } from '../../drawing/font/font-files.ts';
import { replyFromWorker } from '../../workers/reply-from-worker.ts';

const jobs = z.object({ svg: z.string(), scale: z.number() });

/** Draws an SVG. resvg does not read the font in it, nor media queries, so a picture has its light colors or its dark ones. */
await replyFromWorker(async (job) => {
  const { svg, scale } = jobs.parse(job);
  const program = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
  await initWasm(readFile(program));
  const fontBuffers = [...(await readTrueTypeFonts())];
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { fontBuffers } }).render().asPng();
});
