import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { z } from 'zod';

/**
 * GraphQL Yoga over objects that are ready, on loopback: what GraphQL itself costs. PORT, and ANSWERS: a file with the
 * `data` of each operation by its name. The schema is that of Rolegraph; every field is resolved by default.
 */
const { PORT, ANSWERS } = z.object({ PORT: z.coerce.number(), ANSWERS: z.string() }).parse(process.env);

const typeNames = new Map([
  ['role', 'Role'],
  ['pillar', 'Pillar'],
]);

/** Interfaces are resolved by the name of the type, which follows from the id. */
const withTypeName = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return value;
  const typeName = typeNames.get(value.id.split(':', 1).join(''));
  return typeName === undefined ? value : { ...value, __typename: typeName };
};

const answers = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(ANSWERS, 'utf8'), withTypeName));
const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

const yoga = createYoga({
  schema,
  logging: false,
  graphiql: false,
  landingPage: false,
  plugins: [
    {
      onExecute({ args }: { args: { rootValue?: unknown; operationName?: string | null } }) {
        args.rootValue = answers[args.operationName ?? ''];
      },
    },
  ],
});
createServer((request, response) => void yoga(request, response)).listen(PORT, '127.0.0.1');
