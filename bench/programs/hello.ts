import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { z } from 'zod';

/** The least work that GraphQL Yoga can do, on loopback. Settings: PORT. */
const { PORT } = z.object({ PORT: z.coerce.number() }).parse(process.env);
const schema = createSchema({
  typeDefs: 'type Query { hello: String! }',
  resolvers: { Query: { hello: () => 'world' } },
});
const yoga = createYoga({ schema, logging: false, graphiql: false, landingPage: false });
createServer((request, response) => void yoga(request, response)).listen(PORT, '127.0.0.1');
