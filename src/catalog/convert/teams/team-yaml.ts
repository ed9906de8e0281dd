import { stringify } from 'yaml';
import type { ConvertedPerson } from '../conversion.ts';

/** People as a team file in YAML, which `--team` takes. */
export function teamYaml(people: readonly ConvertedPerson[]): string {
  const list = people.map(({ name, roles }) => ({ name, roles: [...roles] }));
  return `# A team of Rolegraph: people and their roles. Ask with --team, e.g. "rolegraph gaps security --team team.yaml".\n${stringify(list)}`;
}
