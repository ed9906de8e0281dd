import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { labelFields, labelOfNode } from './node-label.ts';

const labelsQuery = graphql(
  `
    query Labels($ids: [ID!]!) {
      catalog {
        revision
      }
      nodes(ids: $ids) {
        ...Label
      }
    }
  `,
  [labelFields],
);

/** The names of nodes by their ids; ids that there are not are left out. */
export const labelAnswers = new Answers<readonly string[], ReadonlyMap<string, string>>(async (ids, signal) => {
  const { data, revision } = await askGraphql(labelsQuery, { ids: [...ids] }, signal);
  const labels = new Map<string, string>();
  for (const node of data.nodes) {
    if (node === null) continue;
    const label = labelOfNode(node);
    if (label !== undefined) labels.set(node.id, label);
  }
  return { data: labels, revision };
});
