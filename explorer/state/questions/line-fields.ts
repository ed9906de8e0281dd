import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';

/** A line of a source that names a role, with where it stands and the duties that it gives. */
export const lineFields = graphql(
  `
    fragment Line on Appearance {
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
      responsibilities {
        id
        name
        topics {
          id
        }
      }
    }
  `,
  [evidenceFields],
);

export type Line = ResultOf<typeof lineFields>;
