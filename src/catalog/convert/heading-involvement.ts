import type { Involvement } from '../involvement.ts';
import type { HeadingKind } from './heading-words.ts';

const involvementOfKinds: Readonly<Partial<Record<HeadingKind, Involvement>>> = {
  duty: 'RESPONSIBLE',
  accountable: 'ACCOUNTABLE',
  consulted: 'CONSULTED',
  informed: 'INFORMED',
};

/** How a role is involved in what stands below a heading; undefined for headings of anything but duties. */
export function involvementBelow(kind: HeadingKind | undefined): Involvement | undefined {
  return kind === undefined ? undefined : involvementOfKinds[kind];
}
