import type { TableReader } from '../conversion.ts';
import { readRoleList } from './read-role-list.ts';
import { readTitleList } from './read-title-list.ts';

/** The readers of lists of roles and of duties, the most particular shape first. */
export const listReaders: readonly TableReader[] = [readTitleList, readRoleList];
