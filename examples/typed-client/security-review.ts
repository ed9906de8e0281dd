// Who should be invited to a Security review, and why? README.md says how to run this.
import { Client, fetchExchange } from '@urql/core';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.d.ts';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();
const url = process.env['ROLEGRAPH_URL'] ?? 'http://127.0.0.1:4000/graphql';
// The server takes names of people only by POST.
const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });

const planOf = graphql(`
  query PlanOf($cover: [ID!]!) {
    invitePlan(input: { cover: $cover }) {
      invites {
        edges {
          node {
            title
          }
          reason
        }
      }
    }
  }
`);

const { data, error } = await client.query(planOf, { cover: ['Security'] });
if (!data) throw new Error(`${url}: ${error?.message ?? 'the answer has no data'}`);
for (const { node, reason } of data.invitePlan.invites.edges) console.log(`${node.title}: ${reason}`);
