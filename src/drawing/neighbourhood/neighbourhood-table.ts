import { itemAt } from '../../collections/item-at.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import type { PictureTable } from '../picture.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';
import { neighbourhoodSentences } from './neighbourhood-sentences.ts';

/**
 * The lines of a neighbourhood as a table. The weight is the score of an overlap (0 to 1), and otherwise the number of places that
 * say it. Nodes that no line touches have a row without a second node.
 */
export function neighbourhoodTable({ nodes, edges, facts }: NeighbourhoodData): PictureTable {
  const touched = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const alone = [...nodes.keys()].filter((index) => !touched.has(index));
  const cellsOf = (index: number) => {
    const { label, kind, id } = itemAt(nodes, index);
    return [label, kindNames[kind], id] as const;
  };
  return {
    title: neighbourhoodSentences(facts).title,
    columns: ['From', 'Kind', 'Id', 'Relation', 'To', 'Kind of the other', 'Id of the other', 'Weight', 'Both do'],
    rows: [
      ...edges.map(({ source, target, verb, weight, shared }) => [
        ...cellsOf(source),
        verb,
        ...cellsOf(target),
        weight,
        shared.join('; '),
      ]),
      ...alone.map((index) => [...cellsOf(index), '', '', '', '', '', '']),
    ],
  };
}
