import type { Involvement } from '../../catalog/involvement.ts';

// Catalogs and graphs have the same kinds, whose names are those of the GraphQL enum Involvement.
export { doing, type Involvement, involvements, notDoing } from '../../catalog/involvement.ts';

/** What is made of each kind. */
export function ofEachInvolvement<T>(make: (kind: Involvement) => T): Readonly<Record<Involvement, T>> {
  return {
    RESPONSIBLE: make('RESPONSIBLE'),
    ACCOUNTABLE: make('ACCOUNTABLE'),
    CONSULTED: make('CONSULTED'),
    INFORMED: make('INFORMED'),
  };
}
