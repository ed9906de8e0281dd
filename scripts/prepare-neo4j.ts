import { installedNeo4j, wantedVersion } from '../test/support/neo4j/neo4j-installation.ts';

/** Fetches the Neo4j that NEO4J_VERSION names and prepares it, as the first test that starts it would. */
await installedNeo4j(wantedVersion());
