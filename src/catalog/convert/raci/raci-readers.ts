import type { TableReader } from '../conversion.ts';
import { longReader } from './long.ts';
import { matrixReader } from './matrix.ts';
import { namesReader } from './names.ts';

/** The readers of RACI tables, the most particular shape first. */
export const raciReaders: readonly TableReader[] = [longReader, namesReader, matrixReader];
