import type { TableReader } from '../conversion.ts';
import { longReader } from './long.ts';
import { matrixReader } from './matrix.ts';
import { namesReader } from './names.ts';
import { tickedReader } from './ticked.ts';

/** The readers of RACI tables, the most particular shape first. */
export const raciReaders: readonly TableReader[] = [tickedReader, longReader, namesReader, matrixReader];
