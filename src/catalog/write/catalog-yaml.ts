import { type Catalog, type CatalogEntry, listNames, type ListName } from '../catalog.ts';
import { yamlEntry, yamlField } from './yaml-entry.ts';

export interface YamlOptions {
  /** Where editors find the JSON Schema, relative to the file, e.g. "./catalog.schema.json"; no comment names it if undefined. */
  readonly schema?: string | undefined;
}

const about =
  '# A catalog of Rolegraph: who does what, and where it is written. Check changes with "rolegraph validate".';

/**
 * A catalog as one file of YAML that people review and keep: its lists in the order of the document, entries in their own order, each
 * written alike wherever it stands, so that a change of one changes only its lines. Reading it gives the same catalog. It may be
 * larger than one YAML file may be; see yamlSizeProblem.
 */
export function catalogYaml(catalog: Catalog, options: YamlOptions = {}): string {
  return [yamlHead(about, options), titleYaml(catalog), ...listNames.map((list) => listYaml(list, catalog[list]))]
    .filter((part) => part !== '')
    .join('\n');
}

/** The comments that a file begins with. */
function yamlHead(comment: string, { schema }: YamlOptions): string {
  return `${schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`}${comment}\n`;
}

/** The name, version and parts. */
function titleYaml({ name, version, parts }: Catalog): string {
  const title = `${yamlField('name', name, '')}\n${yamlField('version', version, '')}\n`;
  if (parts === undefined) return title;
  const lines = parts.map((part) =>
    ['name', 'version', 'sources'].map((key, index) =>
      yamlField(key, Reflect.get(part, key), '    ').replace(/^ {4}/, index === 0 ? '  - ' : '    '),
    ),
  );
  return `${title}\nparts:\n${lines.flat().join('\n')}\n`;
}

/** A list with its key; '' for one that may be left out and is. */
export function listYaml(list: ListName, entries: readonly CatalogEntry[] | undefined): string {
  if (entries === undefined || (list === 'retired' && entries.length === 0)) return '';
  if (entries.length === 0) return `${list}: []\n`;
  const lines = [`${list}:`];
  for (const entry of entries) lines.push(yamlEntry(list, entry));
  lines.push('');
  return lines.join('\n');
}
