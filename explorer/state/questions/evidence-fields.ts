import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';

/** A line of a source that names a role, and its words. */
export const evidenceFields = graphql(`
  fragment Evidence on Appearance {
    id
    titles
    summary
    note
    source {
      line
      row
      quote
      url
      source {
        slug
        title
        document
      }
    }
  }
`);

export type EvidenceLine = ResultOf<typeof evidenceFields>;
