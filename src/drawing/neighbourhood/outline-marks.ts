import { itemAt } from '../../collections/item-at.ts';
import type { NodeBox } from '../nodes/node-box.ts';
import type { Mark, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { lineStyle, nodeBoxOf, strengthsOf } from './neighbourhood-marks.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';
import { outlineOf, type OutlineItem } from './outline.ts';

const indent = 22;
/** How far the line down from a box is from its left edge. */
const railInset = 11;
const space = { items: 8, sections: 20 };
const headingStyle: TextStyle = { size: 13, weight: 'BOLD' };

interface Drawn {
  readonly lines: Mark[];
  readonly boxes: Mark[];
}

/** A neighbourhood as an outline, from top to bottom: for widths at which lines between boxes would run behind others. */
export function outlineMarks(data: NeighbourhoodData, width: number): { marks: readonly Mark[]; height: number } {
  const { nodes, edges } = data;
  const strengths = strengthsOf(edges);
  const drawn: Drawn = { lines: [], boxes: [] };
  const boxAt = (node: number, x: number): NodeBox => nodeBoxOf(data, node, Math.floor(width) - x);

  /** Draws a box and those under it; returns where it ends. */
  function draw({ node, items }: OutlineItem, x: number, y: number): number {
    const box = boxAt(node, x);
    drawn.boxes.push(box.at([x, y]));
    return drawUnder(node, items, x, y + box.height);
  }

  /** Draws boxes under a box or a heading that ends at `y`, with a line to each; returns where they end. */
  function drawUnder(parent: number | undefined, items: readonly OutlineItem[], x: number, y: number): number {
    let end = y;
    for (const item of items) {
      const top = end + space.items;
      const middle = top + Math.min(16, boxAt(item.node, x + indent).height / 2);
      end = draw(item, x + indent, top);
      const index = edges.findIndex(({ source, target }) => {
        return (source === parent && target === item.node) || (target === parent && source === item.node);
      });
      const edge = edges[index];
      if (edge === undefined) continue;
      const style = lineStyle(nodes, edge, itemAt(strengths, index));
      const rail = x + railInset;
      drawn.lines.push({ type: 'line', from: [rail, y], to: [rail, middle], stroke: 'BORDER' });
      drawn.lines.push({ type: 'line', from: [rail, middle], to: [x + indent, middle], ...style });
    }
    return end;
  }

  let y = 0;
  for (const [index, { heading, items }] of outlineOf(data).entries()) {
    const top = index === 0 ? 0 : y + space.sections;
    if (typeof heading === 'number') y = draw({ node: heading, items }, 0, top);
    else {
      const block = textBlock(heading, { x: 0, y: top, width }, headingStyle);
      drawn.boxes.push(...block.marks);
      y = drawUnder(undefined, items, -indent, top + block.height);
    }
  }
  return { marks: [...drawn.lines, ...drawn.boxes], height: y };
}
