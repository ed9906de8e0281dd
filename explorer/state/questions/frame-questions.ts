import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';

const frameQuery = graphql(`
  query Frame {
    catalog {
      revision
      name
      version
      roleCount
    }
    pillars {
      id
      name
      roleCount
    }
    organizationTypes {
      id
      name
      roleCount
    }
    topics {
      id
      name
      roleCount
    }
  }
`);

export type Frame = ResultOf<typeof frameQuery>;

/** What every view needs: the name of the catalog, and what the board can be filtered by. */
export const frameAnswers = new Answers<'FRAME', Frame>((_, signal) => askGraphql(frameQuery, {}, signal));
