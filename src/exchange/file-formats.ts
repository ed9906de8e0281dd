import type { FileFormat } from './file-format.ts';
import { d3Json } from './formats/d3-json.ts';
import { gexf } from './formats/gexf.ts';
import { graphml } from './formats/graphml.ts';

/** Every form of file, in the order in which people are shown them. */
export const fileFormats: readonly FileFormat[] = [gexf, graphml, d3Json];
