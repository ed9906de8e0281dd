import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';

/** A line of a source that names a role, with where it stands. */
export const placedLineFields = graphql(
  `
    fragment PlacedLine on Appearance {
      ...Evidence
      category {
        id
        name
      }
      pillar {
        id
        name
      }
      organizationTypes {
        id
        name
      }
    }
  `,
  [evidenceFields],
);

/** A line that also has the duties that it gives. */
export const lineFields = graphql(
  `
    fragment Line on Appearance {
      ...PlacedLine
      responsibilities {
        id
        name
        topics {
          id
        }
      }
    }
  `,
  [placedLineFields],
);

export type Line = ResultOf<typeof lineFields>;
