/** What the environment says about the tests' Neo4j. */
export interface Neo4jSettings {
  /** NEO4J_TEST_URI */
  readonly uri: string | undefined;
  /** NEO4J_VERSION */
  readonly version: string | undefined;
  /** CI=true: nobody is there who would see that tests were left out. */
  readonly unattended: boolean;
}

/** Why what was tried did not work. */
export interface Neo4jProblems {
  readonly docker?: string;
  readonly maven?: string;
}

export type Neo4jChoice =
  | { readonly kind: 'given'; readonly uri: string }
  | { readonly kind: 'docker' | 'maven' }
  /** Without one, the run fails, or goes on without the tests that need it. */
  | { readonly kind: 'none'; readonly fails: boolean; readonly message: string };

/**
 * Which Neo4j the tests use, by what is known so far: the one given, else one from Docker, else one from Maven. Where
 * NEO4J_VERSION is set, Docker is not asked, whatever its value: its image is of one version, and so that it is in
 * one's hand, and not up to the machine, which server a run is held against.
 */
export function chooseNeo4j({ uri, version, unattended }: Neo4jSettings, problems: Neo4jProblems): Neo4jChoice {
  if (uri !== undefined) return { kind: 'given', uri };
  if (version === undefined && problems.docker === undefined) return { kind: 'docker' };
  if (problems.maven === undefined) return { kind: 'maven' };
  const message = [
    'There is no Neo4j for the tests.',
    `  Docker: ${problems.docker ?? 'not asked, for NEO4J_VERSION is set.'}`,
    `  Maven: ${problems.maven}`,
    version === undefined
      ? 'Install Docker, or a JDK 17 and Maven (apt-get install openjdk-17-jdk-headless maven), or set NEO4J_TEST_URI.'
      : 'Install what is missing, or unset NEO4J_VERSION, or set NEO4J_TEST_URI.',
  ];
  return { kind: 'none', fails: unattended, message: message.join('\n') };
}
