import { randomUUID } from 'node:crypto';
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';
import { afterOurDeath } from '../processes/after-our-death.ts';
import type { Neo4jConnection } from './neo4j-for-tests.ts';

const image = 'neo4j:5.26-community';
const boltPort = 7687;
const loopback = '127.0.0.1';

/** Starts a Neo4j in Docker; throws, in one line, where that does not work. */
export async function neo4jInDocker(): Promise<{ connection: Neo4jConnection; stop: () => Promise<void> }> {
  const host = await answeringHost();
  const password = randomUUID();
  const container = await new Neo4jContainer(image)
    .onlyOnLoopback(host === 'localhost')
    .withLabels({ 'rolegraph.purpose': 'tests' })
    .withEnvironment({
      NEO4J_AUTH: `neo4j/${password}`,
      NEO4J_server_memory_heap_initial__size: '256m',
      NEO4J_server_memory_heap_max__size: '512m',
      NEO4J_server_memory_pagecache_size: '32m',
      NEO4J_dbms_usage__report_enabled: 'false',
    })
    .withWaitStrategy(Wait.forLogMessage(/Started\./))
    .withStartupTimeout(90_000)
    .start();
  // Ryuk does the same, where it is not disabled; it is gone by then.
  const removed = afterOurDeath(`docker rm -fv ${container.getId()}`);
  const address = host === 'localhost' ? loopback : container.getHost();
  return {
    connection: { uri: `bolt://${address}:${container.getMappedPort(boltPort)}`, username: 'neo4j', password },
    stop: async () => {
      await container.stop();
      removed();
    },
  };
}

class Neo4jContainer extends GenericContainer {
  #hostAddress = '';

  onlyOnLoopback(only: boolean): this {
    this.#hostAddress = only ? loopback : '';
    return this.withExposedPorts(boltPort);
  }

  protected override beforeContainerCreated(): Promise<void> {
    const binding = { HostIp: this.#hostAddress, HostPort: '0' };
    this.hostConfig.PortBindings = { [`${boltPort}/tcp`]: [binding] };
    return Promise.resolve();
  }
}

/** Where Docker publishes ports; throws where it does not answer, soon even where it is behind a network that is not there. */
async function answeringHost(): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it does not answer within 5 s'));
    }, 5000);
  });
  try {
    const { info } = await Promise.race([getContainerRuntimeClient(), tooLate]);
    return info.containerRuntime.host;
  } finally {
    clearTimeout(timer);
  }
}
