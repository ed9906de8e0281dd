import type { GraphqlRequest, Subject } from '../operations/operation.ts';
import type { Contestant, ContestantPlan } from '../servers/contestant.ts';
import { startProbed } from '../servers/probed.ts';

const scalars = ['id', 'slug', 'title', 'summary'];
const relations = [
  ['pillars', ['name', 'slug', 'id']],
  ['categories', ['name', 'slug', 'id']],
  ['responsibilities', ['name', 'slug', 'id']],
  ['organizationTypes', ['name', 'slug', 'id']],
] as const;

/** The requested fields of a role: a different choice for every number below 16 * 8 ** 4. */
function selectionOf(number: number, nodes: (relation: string, fields: string) => string): string {
  // A factor without a common divisor: neighbours are not alike.
  let rest = (number * 7_919 + 4_242) % 65_536;
  const chosen = <Name>(names: readonly Name[]): Name[] => {
    const bits = rest % 2 ** names.length;
    rest = Math.floor(rest / 2 ** names.length);
    return names.filter((_, at) => ((bits >> at) & 1) === 1);
  };
  const fields = chosen(scalars);
  for (const [relation, names] of relations) {
    const asked = chosen(names);
    if (asked.length > 0) fields.push(nodes(relation, asked.join(' ')));
  }
  return fields.length === 0 ? 'id' : fields.join(' ');
}

/** A document that differs from all previous ones. */
export function distinctDocument(
  dialect: 'rolegraph' | 'neo4jGraphql',
  number: number,
  subject: Subject,
): GraphqlRequest {
  if (dialect === 'neo4jGraphql') {
    const selection = selectionOf(number, (relation, fields) => `${relation} { ${fields} }`);
    return {
      query: `query ($slug: String!) { roles(where: { slug: { eq: $slug } }) { ${selection} } }`,
      variables: { slug: subject.role.slug },
    };
  }
  const selection = selectionOf(number, (relation, fields) =>
    relation === 'responsibilities' ? `${relation}(first: 100) { nodes { ${fields} } }` : `${relation} { ${fields} }`,
  );
  return { query: `query ($id: ID!) { role(by: { id: $id }) { ${selection} } }`, variables: { id: subject.role.id } };
}

/** Times of the first answers to new documents, in milliseconds. */
export async function firstSeenTimes(
  server: Contestant,
  dialect: 'rolegraph' | 'neo4jGraphql',
  subject: Subject,
  count: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const call = server.graphql({ ...distinctDocument(dialect, number, subject) });
    const started = performance.now();
    await server.ask(call);
    times.push(performance.now() - started);
  }
  return times;
}

/** An answer cache of 2 MB. It is full before half of the documents, so growth after that has another cause. */
const fewAnswers = { ROLEGRAPH_ANSWER_CACHE_MB: '2' };

/** The memory in use of a new server after each tenth of many distinct documents, in MB. */
export async function memoryOverDocuments(
  plan: ContestantPlan,
  subject: Subject,
  { count, folder }: { readonly count: number; readonly folder: string },
): Promise<readonly number[]> {
  const keepingFew = { ...plan, env: { ...plan.env, ...fewAnswers } };
  const { server, probe } = await startProbed(keepingFew, subject, folder, '--expose-gc');
  try {
    const memory: number[] = [];
    for (let number = 0; number < count; number++) {
      await server.ask(server.graphql({ ...distinctDocument('rolegraph', number, subject) }));
      if ((number + 1) % (count / 10) === 0) memory.push((await probe()).usedMemory);
    }
    return memory;
  } finally {
    await server.process.stop();
  }
}
