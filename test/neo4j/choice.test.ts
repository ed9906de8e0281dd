import { assert, describe, expect, test } from 'vitest';
import { chooseNeo4j, type Neo4jSettings } from './choose-neo4j.ts';

const nothingSet: Neo4jSettings = { uri: undefined, version: undefined, unattended: false };
const noDocker = { docker: 'does not answer.' };
const noMaven = { maven: 'there is no JDK.' };

describe('which Neo4j the tests use', () => {
  test('chooses the Neo4j that is given before all others', () => {
    const uri = 'bolt://127.0.0.1:7687';
    expect(chooseNeo4j({ ...nothingSet, uri }, {})).toEqual({ kind: 'given', uri });
    expect(chooseNeo4j({ uri, version: '2026.08.1', unattended: true }, { ...noDocker, ...noMaven })).toEqual({
      kind: 'given',
      uri,
    });
  });

  test('chooses Docker if none is given', () => {
    expect(chooseNeo4j(nothingSet, {})).toEqual({ kind: 'docker' });
    expect(chooseNeo4j({ ...nothingSet, unattended: true }, noMaven)).toEqual({ kind: 'docker' });
  });

  test('chooses Maven if Docker does not work', () => {
    expect(chooseNeo4j(nothingSet, noDocker)).toEqual({ kind: 'maven' });
  });

  test.each(['5.26.30', '2026.08.1'])('chooses Maven at once if version %s is asked for', (version) => {
    expect(chooseNeo4j({ ...nothingSet, version }, {})).toEqual({ kind: 'maven' });
  });

  test.each([
    { unattended: true, does: 'the run fails' },
    { unattended: false, does: 'the run goes on' },
  ])('says why there is none and what to install, and $does if unattended is $unattended', ({ unattended }) => {
    const choice = chooseNeo4j({ ...nothingSet, unattended }, { ...noDocker, ...noMaven });
    assert(choice.kind === 'none');
    expect(choice.fails).toBe(unattended);
    expect(choice.message).toMatch(
      /Docker: does not answer\.\n.*there is no JDK\.\nInstall Docker.* JDK 17 and Maven.* NEO4J_TEST_URI/,
    );
  });

  test('says why Docker was not tried for a version that was asked for', () => {
    const choice = chooseNeo4j({ ...nothingSet, version: '2026.08.1' }, noMaven);
    assert(choice.kind === 'none');
    expect(choice.message).toContain('Docker: not asked, for NEO4J_VERSION is set.');
  });
});
