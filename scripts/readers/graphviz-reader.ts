import { z } from 'zod';
import { answersOf, outputOf, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';
import { elementsNamed, parsedXml } from '../../test/support/xml-elements.ts';

const drawnGraph = z.looseObject({
  objects: z.array(z.looseObject({ label: z.string() })),
  edges: z.array(z.looseObject({ weight: z.string(), dir: z.string().optional() })).default([]),
});

/** Graphviz, which draws each file, because only a drawing shows what it makes of labels. */
export const graphvizReader: Reader = {
  name: 'graphviz',
  reads: ({ ending }) => ending === 'dot',
  read: (files) => answersOf(files, readByGraphviz),
};

async function readByGraphviz({ path }: WrittenFile) {
  const { objects, edges } = drawnGraph.parse(JSON.parse(await outputOf('sfdp', ['-Tjson0', path])));
  const groups = elementsNamed(parsedXml(await outputOf('sfdp', ['-Tsvg', path])), 'g');
  const nodes = groups.filter(({ attributes }) => attributes['class'] === 'node');
  return {
    nodes: objects.length,
    edges: groups.filter(({ attributes }) => attributes['class'] === 'edge').length,
    directed: edges.filter(({ dir }) => dir !== 'none').length,
    weight: edges.reduce((sum, { weight }) => sum + Number(weight), 0),
    labels: nodes.map((node) =>
      elementsNamed(node, 'text')
        .map(({ text }) => text)
        .join('\n'),
    ),
  };
}
