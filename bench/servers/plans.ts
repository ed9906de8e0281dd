import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContestantPlan } from './contestant.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const commandLine = join(root, 'bin/rolegraph.js');
const program = (file: string) => join(root, 'bench', file);

export interface Places {
  readonly neo4jUri: string;
  /** Of the embedded graph. */
  readonly dataFolder: string;
  readonly logFolder: string;
  /** The first of the ports used. */
  readonly firstPort: number;
  /** Where the answers for the server of ready objects are. */
  readonly answers: string;
}

/** An answer cache of 0 MB, which stores nothing. */
const cold = { ROLEGRAPH_ANSWER_CACHE_MB: '0' };

export type Plans = Readonly<Record<'ours' | 'peers' | 'ready', readonly ContestantPlan[]>>;

/** How every server is started, on ports in a row. */
export function plansOf({ neo4jUri, dataFolder, logFolder, firstPort, answers }: Places): Plans {
  let port = firstPort;
  const plan = (
    name: ContestantPlan['name'],
    dialect: ContestantPlan['dialect'],
    words: readonly string[],
    env: Readonly<Record<string, string>>,
  ): ContestantPlan => {
    const own = port++;
    const log = join(logFolder, `${name.replaceAll(/[^a-z\d]+/gi, '-').replace(/^-/, '')}.log`);
    return { name, dialect, words, env: { PORT: String(own), ...env }, port: own, log };
  };
  const onNeo4j = { NEO4J_URI: neo4jUri };
  const embedded = { ROLEGRAPH_DATA: dataFolder };
  const serve = [commandLine, 'serve'];
  return {
    ours: [
      plan('ours on Neo4j, cold', 'rolegraph', serve, { ...onNeo4j, ...cold }),
      plan('ours on Neo4j, warm', 'rolegraph', serve, onNeo4j),
      plan('ours embedded, cold', 'rolegraph', serve, { ...embedded, ...cold }),
      plan('ours embedded, warm', 'rolegraph', serve, embedded),
    ],
    peers: [
      plan('@neo4j/graphql', 'neo4jGraphql', [program('peers/neo4j-graphql.mjs')], onNeo4j),
      plan('bare Cypher', 'cypher', [program('programs/bare-cypher.ts')], onNeo4j),
      plan('hello', 'hello', [program('programs/hello.ts')], {}),
    ],
    ready: [plan('ready objects', 'rolegraph', [program('programs/ready-objects.ts')], { ANSWERS: answers })],
  };
}
