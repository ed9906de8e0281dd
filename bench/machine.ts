import { cpus, totalmem } from 'node:os';
import type { Machine } from './report/results.ts';

/** Where, when and with what command this run is. */
export function machineOf(neo4j: string, command: string): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown CPU',
    cores: cpus().length,
    memory: totalmem() / 1e9,
    node: process.versions.node,
    neo4j,
    date: new Date().toISOString().slice(0, 10),
    command,
  };
}
