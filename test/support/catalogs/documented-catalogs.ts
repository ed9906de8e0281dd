import { readFileSync } from 'node:fs';

/** The example of docs/catalog-reference.md that has a line. */
export function yamlOfCatalogPage(line: string): string {
  const markdown = readFileSync(new URL('../../../docs/catalog-reference.md', import.meta.url), 'utf8');
  const examples = [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml);
  const example = examples.find((yaml) => yaml.split('\n').includes(line));
  if (example === undefined) throw new Error(`docs/catalog-reference.md has no example with the line ${line}`);
  return example;
}
