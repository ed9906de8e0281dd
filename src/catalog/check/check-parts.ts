import type { CatalogPart } from '../catalog.ts';
import { quoted } from '../../text/quoted-text.ts';
import { type KnownEntries, unknownReference } from './check-references.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';
import type { Gathered } from './gather-items.ts';

/**
 * Checks the parts that the document of a merged catalog lists: each has a name and version of its own, and its sources are
 * sources of the catalog.
 *
 * @param isComplete whether all sources are known.
 */
export function checkParts(
  { parts }: Gathered,
  known: KnownEntries,
  isComplete: boolean,
  findings: FindingCollector,
): void {
  if (parts === undefined) return;
  const { fileIndex, list } = parts;
  const seen = new Map<string, number>();
  for (const [index, part] of list.entries()) {
    const key = JSON.stringify([part.name, part.version]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      findings.error(
        { fileIndex, path: ['parts', index] },
        () => `the part ${quoted(part.name)} ${quoted(part.version)} is given twice; merge the two`,
        firstGiven({ fileIndex, path: ['parts', first] }),
      );
    }
    checkSources(part, ['parts', index, 'sources']);
  }

  function checkSources({ sources }: CatalogPart, path: readonly (string | number)[]): void {
    const places = new Map<string, number>();
    for (const [index, slug] of sources.entries()) {
      const position = { fileIndex, path: [...path, index] };
      const first = places.get(slug);
      if (first === undefined) places.set(slug, index);
      else {
        findings.error(
          position,
          () => `${quoted(slug)} is given twice here; remove one`,
          firstGiven({ fileIndex, path: [...path, first] }),
        );
      }
      if (isComplete && !known.sources.has(slug))
        findings.error(position, () => unknownReference('sources', slug, known));
    }
  }
}
