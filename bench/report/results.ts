import type { CommandResult } from '../servers/command.ts';
import type { ContestantName } from '../servers/contestant.ts';
import type { TakeOver } from '../measure/take-over.ts';
import type { LoadResult } from '../measure/load.ts';
import type { Letter } from '../operations/operation.ts';
import type { ScaleName } from '../scales.ts';

/** Times in milliseconds, memory in MB. */
export interface Measured {
  readonly server: ContestantName;
  readonly operation: Letter;
  readonly bytes: number;
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  /** Missing if a single answer takes too long to send many requests at once. */
  readonly load: LoadResult | undefined;
}

/** An operation that a server failed to do, with the reason. */
export interface Failed {
  readonly server: ContestantName;
  readonly operation: Letter;
  readonly reason: string;
}

export interface ServerResult {
  readonly server: ContestantName;
  readonly startTime: number;
  readonly memoryAfterLoad: number;
  readonly peakMemory: number;
}

export interface FirstSeen {
  readonly server: ContestantName;
  readonly documents: number;
  readonly median: number;
  readonly p95: number;
}

export type Place = 'Neo4j' | 'embedded';

export interface ScaleResults {
  readonly scale: ScaleName;
  /** The subjects of the operations, in words. */
  readonly subject: string;
  /** Letters of the operations. */
  readonly operations: readonly Letter[];
  readonly measured: readonly Measured[];
  readonly failed: readonly Failed[];
  readonly servers: readonly ServerResult[];
  readonly firstSeen: readonly FirstSeen[];
  readonly imports: readonly (CommandResult & { readonly place: Place })[];
  readonly takeOvers: readonly (TakeOver & { readonly place: Place })[];
  /** The memory in use after each tenth of many distinct documents, in MB. */
  readonly documents: readonly {
    readonly server: ContestantName;
    readonly count: number;
    readonly memory: readonly number[];
  }[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** In GB. */
  readonly memory: number;
  readonly node: string;
  readonly neo4j: string;
  readonly date: string;
  readonly command: string;
}

export interface Results {
  readonly machine: Machine;
  readonly scales: readonly ScaleResults[];
}
