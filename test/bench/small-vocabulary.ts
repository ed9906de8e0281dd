import type { Vocabulary, Word } from '../../bench/replay/vocabulary.ts';

/** Words of every kind, with the given slugs. */
export function smallVocabulary(...slugs: readonly string[]): Vocabulary {
  const words = (kind: string): readonly Word[] =>
    slugs.map((slug) => ({ id: `${kind}:${slug}`, names: [slug], owners: [] }));
  return {
    revision: 'r',
    store: 'MEMORY',
    words: {
      PILLAR: words('pillar'),
      ORGANIZATION_TYPE: words('organization-type'),
      CATEGORY: words('category'),
      TOPIC: words('topic'),
      RESPONSIBILITY: words('responsibility'),
      ROLE: words('role'),
      SOURCE: words('source'),
      APPEARANCE: words('appearance'),
    },
  };
}
