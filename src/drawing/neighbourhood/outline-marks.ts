import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { Mark, Placed, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { lineStyle, nodeBoxOf, strengthsOf } from './neighbourhood-marks.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';
import { outlineOf, type OutlineItem } from './outline.ts';

const indent = 22;
/** How far the line down from a box is from its left edge. */
const railInset = 11;
/** How far the line to a box is below its upper edge: at the first line of its label. */
const firstLine = 16;
const space = { items: 8, sections: 20 };
const headingStyle: TextStyle = { size: 13, weight: 'BOLD' };

/** A neighbourhood as an outline, from top to bottom: for widths at which lines between boxes would run behind others. */
export function* outlineMarks(data: NeighbourhoodData, width: number): Steps<Placed> {
  const { nodes, edges } = data;
  const strengths = strengthsOf(edges);
  const lines: Mark[] = [];
  const boxes: Mark[] = [];

  /** Draws a box and those under it; returns the middle of its first line, and where all of it ends. */
  function* draw({ node, items }: OutlineItem, x: number, y: number): Steps<{ middle: number; end: number }> {
    const box = nodeBoxOf(data, node, Math.floor(width) - x);
    boxes.push(box.at([x, y]));
    yield;
    const end = yield* drawUnder(node, items, x, y + box.height);
    return { middle: y + Math.min(firstLine, box.height / 2), end };
  }

  /** Draws boxes under a box or a heading that ends at `y`, with a line to each; returns where they end. */
  function* drawUnder(parent: number | undefined, items: readonly OutlineItem[], x: number, y: number): Steps<number> {
    let below = y;
    for (const item of items) {
      const { middle, end } = yield* draw(item, x + indent, below + space.items);
      below = end;
      const index = edges.findIndex(({ source, target }) => {
        return (source === parent && target === item.node) || (target === parent && source === item.node);
      });
      const edge = edges[index];
      if (edge === undefined) continue;
      const style = lineStyle(nodes, edge, itemAt(strengths, index));
      const rail = x + railInset;
      lines.push({ type: 'line', from: [rail, y], to: [rail, middle], stroke: 'BORDER' });
      lines.push({ type: 'line', from: [rail, middle], to: [x + indent, middle], ...style });
    }
    return below;
  }

  let y = 0;
  for (const [index, { heading, items }] of outlineOf(data).entries()) {
    const top = index === 0 ? 0 : y + space.sections;
    if (typeof heading === 'number') y = (yield* draw({ node: heading, items }, 0, top)).end;
    else {
      const block = textBlock(heading, { x: 0, y: top, width }, headingStyle);
      boxes.push(...block.marks);
      y = yield* drawUnder(undefined, items, -indent, top + block.height);
    }
  }
  return { marks: [...lines, ...boxes], height: y };
}
