import type { Steps } from '../../scheduling/steps.ts';
import { capitalized, spelledNumberOf } from '../../text/spelled-number.ts';
import type { Drawing, DrawingOptions, PictureTable } from '../picture.ts';
import { rankMark } from '../nodes/rank-mark.ts';
import type { Mark, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import type { PathsData } from './paths-data.ts';
import { pathsMarks } from './paths-marks.ts';
import { pathsTitle } from './paths-sentences.ts';

/** How many paths are drawn, and on a phone; all of them are in the table. */
const mostDrawn = { wide: 5, narrow: 3 };
const narrow = 560;
const sentenceStyle: TextStyle = { size: 13 };
const rankRadius = 11;
const indent = 2 * rankRadius + 10;
const space = { above: 28, between: 10 };

/** Draws the best paths between two nodes, each node once, and below them a sentence for each. */
export function* pathsDrawing(data: PathsData, options: DrawingOptions): Steps<Drawing> {
  const network = yield* pathsNetwork(data, options);
  const { width } = options;
  const marks: Mark[] = [...network.marks];
  let y = network.height + space.above;
  for (const [index, { sentence }] of drawnPaths(data, width).entries()) {
    const block = textBlock(sentence, { x: indent, y: y + 2, width: width - indent }, sentenceStyle);
    marks.push(rankMark(String(index + 1), { x: rankRadius, y: y + rankRadius, radius: rankRadius }), ...block.marks);
    y += Math.max(block.height + 2, 2 * rankRadius) + space.between;
    yield;
  }
  return { ...network, marks, height: data.paths.length === 0 ? 0 : y - space.between };
}

/** The same without the sentences, for a page that has them in its text. */
export function* pathsNetwork(data: PathsData, { width }: DrawingOptions): Steps<Drawing> {
  const { paths, summary } = data;
  const drawn = drawnPaths(data, width);
  const { marks, height } = yield* pathsMarks(data, drawn, width);
  const more = paths.length - drawn.length;
  return {
    title: pathsTitle(data),
    lead: summary,
    description: [`${pathsTitle(data)}.`, summary, ...paths.map(({ sentence }) => sentence)].join(' '),
    marks,
    height,
    remarks: [
      ...(paths.length > 1 ? ['The thick line is the path through what has the fewest connections.'] : []),
      ...(more > 0
        ? [`${capitalized(spelledNumberOf(more, 'more path is', 'more paths are'))} in the table of this picture.`]
        : []),
    ],
  };
}

function drawnPaths({ paths }: PathsData, width: number): PathsData['paths'] {
  return paths.slice(0, width < narrow ? mostDrawn.narrow : mostDrawn.wide);
}

/** All paths, the rarest first. */
export function pathsTable(data: PathsData): PictureTable {
  const { paths, nodes } = data;
  return {
    title: pathsTitle(data),
    columns: ['Number', 'Path', 'Steps', 'Rarity in bits', 'Nodes', 'Ids'],
    rows: paths.map((path, index) => {
      const those = path.nodes.flatMap((node) => nodes[node] ?? []);
      const [labels, ids] = [those.map(({ label }) => label), those.map(({ id }) => id)];
      return [index + 1, path.sentence, path.verbs.length, path.rarity, labels.join('; '), ids.join('; ')];
    }),
  };
}
