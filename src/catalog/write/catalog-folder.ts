import type { Catalog, CatalogEntry, ListName } from '../catalog.ts';
import { mostYamlBytes } from '../document-limits.ts';
import { listYaml, titleYaml, type YamlOptions, yamlHead } from './catalog-yaml.ts';
import { yamlEntry } from './yaml-entry.ts';

/** A file of a folder. */
export interface WrittenFile {
  /** Its name in the folder. */
  readonly name: string;
  readonly text: string;
}

/** Half of what one file may have, so that hand edits have room; few people review more in one file anyway. */
const mostWritten = mostYamlBytes / 2;

/**
 * A catalog as files of a folder, by list, its appearances by group: a name without an ending, "catalog", "responsibilities", "roles",
 * "appearances-security". What is larger than 4 MB continues in "…-2". Reading the folder gives the same catalog, apart from the order
 * of appearances, which is no content.
 */
export function catalogFolder(catalog: Catalog, options: YamlOptions = {}): readonly WrittenFile[] {
  const { name, sources, pillars, organizationTypes, categories, topics, retired } = catalog;
  const about = `# The catalog ${JSON.stringify(name)}: `;
  const start = [
    titleYaml(catalog),
    listYaml('sources', sources),
    listYaml('pillars', pillars),
    listYaml('organizationTypes', organizationTypes),
    listYaml('categories', categories),
    listYaml('topics', topics),
    listYaml('retired', retired),
  ].filter((part) => part !== '');
  const head = yamlHead(
    `${about}what it is called, its sources, groups and topics. Check it with "rolegraph validate".`,
    options,
  );
  return [
    { name: 'catalog.yaml', text: [head, ...start].join('\n') },
    ...listFiles('responsibilities', 'responsibilities', catalog.responsibilities, `${about}what roles do.`, options),
    ...listFiles('roles', 'roles', catalog.roles, `${about}the jobs.`, options),
    ...appearanceFiles(catalog, about, options),
  ];
}

function appearanceFiles({ appearances }: Catalog, about: string, options: YamlOptions): readonly WrittenFile[] {
  if (appearances.length === 0)
    return listFiles('appearances', 'appearances', [], `${about}no appearances yet.`, options);
  const byGroup = Map.groupBy(appearances, ({ category }) => category.replace(/\/.*/, ''));
  return [...byGroup].flatMap(([group, entries]) =>
    listFiles(`appearances-${group}`, 'appearances', entries, `${about}who does what in ${group}.`, options),
  );
}

/** The files of a list, each of at most 4 MB. */
function listFiles(
  name: string,
  list: ListName,
  entries: readonly CatalogEntry[],
  comment: string,
  options: YamlOptions,
): readonly WrittenFile[] {
  return piecesOf(list, entries).map((piece, index) => ({
    name: `${name}${index === 0 ? '' : `-${index + 1}`}.yaml`,
    text: `${yamlHead(comment, options)}\n${listYaml(list, piece)}`,
  }));
}

/** The entries, in pieces that are as large as a file may be. */
function piecesOf(list: ListName, entries: readonly CatalogEntry[]): readonly (readonly CatalogEntry[])[] {
  const pieces: CatalogEntry[][] = [[]];
  let size = 0;
  for (const entry of entries) {
    const entrySize = Buffer.byteLength(yamlEntry(list, entry)) + 1;
    if (size + entrySize > mostWritten && size > 0) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(entry);
    size += entrySize;
  }
  return pieces;
}
