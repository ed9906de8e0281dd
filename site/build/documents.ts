import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Markdown file that becomes a page. */
export interface SourceDocument {
  /** The address of its page below /docs/, e.g. "overlap". */
  readonly name: string;
  /** Its path from the folder of the project, with slashes, e.g. "docs/overlap.md". */
  readonly path: string;
  /** Its first heading; its name if it has none. */
  readonly title: string;
  readonly markdown: string;
}

/** Files that become pages although they are not in docs/. */
const filesOfProject = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'];

/**
 * Every Markdown file of docs/ itself, and those that stand at the top of the project.
 *
 * @param project its folder.
 */
export function readDocuments(project: string): readonly SourceDocument[] {
  const inDocs = readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name: name.slice(0, -'.md'.length), path: `docs/${name}` }));
  const atTop = filesOfProject.map((name) => ({ name: name.slice(0, -'.md'.length).toLowerCase(), path: name }));
  return [...inDocs, ...atTop].map((file) => {
    const markdown = readFileSync(join(project, file.path), 'utf8');
    const title = /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? file.name;
    return { ...file, title, markdown };
  });
}
