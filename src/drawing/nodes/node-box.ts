import type { GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import { hueAt, type Color, type GroupMark, type Mark, type Point, type TextStyle } from '../scene/scene.ts';
import { signatureText } from '../signature/signature.ts';
import { signatureMarks, signatureWidth } from '../signature/signature-marks.ts';
import { lineHeight, textBlock, type BlockPlace, type TextBlock } from '../text/text-block.ts';
import type { PictureNode } from './picture-node.ts';

/** A node as a box whose label is inside, so that it can be placed anywhere. Its size is in whole pixels. */
export interface NodeBox {
  readonly width: number;
  readonly height: number;
  /** What is drawn with the upper left corner at a point. */
  readonly at: (corner: Point) => GroupMark;
}

export interface NodeBoxOptions {
  /** In pixels; labels are wrapped so that no box is wider. */
  readonly maxWidth: number;
  /** Small text below the label; none where it is not given. */
  readonly caption?: string;
  /** Whether the picture is about the node. */
  readonly isRoot?: boolean;
  /** Whether the box stands out from others. */
  readonly isHighlighted?: boolean;
}

const labelSize = 13;
const captionStyle: TextStyle = { size: 11, color: 'MUTED' };
const padding = { x: 10, y: 6 };
const signatureGap = 8;
/** The height of the cells of a signature, and the space above and below them where they are below the label. */
const cells = { height: 10, space: 6 };
const barWidth = 4;
const dotRadius = 3;

/**
 * A role as a pill with its signature, a group as a box with its hue, a responsibility as text with a dot, and a topic as text
 * with a ring: the shape tells the kind without color.
 */
export function nodeBox(node: PictureNode, { maxWidth, caption = '', ...look }: NodeBoxOptions): NodeBox {
  const style: TextStyle = { size: labelSize, weight: look.isRoot === true ? 'BOLD' : 'REGULAR' };
  const x = startOfText(node);
  const place = { x, y: padding.y, width: maxWidth - x - padding.x };
  const label = labelOf(node, place, style);
  const below =
    caption === ''
      ? { marks: [], width: 0, height: 0 }
      : textBlock(caption, { ...place, y: place.y + label.height }, captionStyle);
  const size = {
    width: Math.ceil(x + Math.max(label.width, below.width) + padding.x),
    height: Math.ceil(label.height + below.height + 2 * padding.y),
  };
  const marks = [backgroundOf(node.kind, size, look), ...signOf(node, size), ...label.marks, ...below.marks];
  return {
    ...size,
    at: (corner) => ({ type: 'group', title: titleOf(node, caption), node: node.id, origin: corner, marks }),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far the text is from the left edge. */
function startOfText({ kind }: PictureNode): number {
  if (kind === 'ROLE') return padding.x;
  return padding.x + (isTextOnly(kind) ? 4 * dotRadius : barWidth);
}

/** What tells the kind at the left edge: the bar of a group, the dot of a responsibility, the ring of a topic. */
function signOf({ kind, hue }: PictureNode, { height }: Size): readonly Mark[] {
  if (kind === 'ROLE') return [];
  if (!isTextOnly(kind)) {
    const fill: Color = hue === undefined ? 'MUTED' : hueAt(hue);
    return [{ type: 'rect', x: 4, y: 5, width: barWidth, height: height - 10, radius: 2, fill }];
  }
  const look = kind === 'TOPIC' ? ({ stroke: 'ACCENT', strokeWidth: 1.5 } as const) : ({ fill: 'ACCENT' } as const);
  const middle = padding.y + (labelSize * lineHeight) / 2;
  return [{ type: 'circle', x: padding.x + dotRadius, y: middle, radius: dotRadius, ...look }];
}

/** A label, and the signature of a role: behind the label where both fit without one more line, and else below it. */
function labelOf(
  { label, signature }: PictureNode,
  { x, y, width }: Required<Omit<BlockPlace, 'anchor'>>,
  style: TextStyle,
): TextBlock {
  const alone = textBlock(label, { x, y, width }, style);
  const cellsWidth = signature === undefined ? 0 : signatureWidth(signature, cells.height);
  if (signature === undefined || cellsWidth === 0) return alone;
  const behind = cellsWidth + signatureGap;
  const together = textBlock(label, { x, y, width: width - behind }, style);
  if (together.marks.length > alone.marks.length) {
    const place = { x, y: y + alone.height + cells.space / 2, height: cells.height };
    return {
      marks: [...alone.marks, ...signatureMarks(signature, place).marks],
      width: Math.max(alone.width, cellsWidth),
      height: alone.height + cells.height + cells.space,
    };
  }
  const place = {
    x: x + together.width + signatureGap,
    y: y + (together.height - cells.height) / 2,
    height: cells.height,
  };
  return {
    marks: [...together.marks, ...signatureMarks(signature, place).marks],
    width: together.width + behind,
    height: together.height,
  };
}

function isTextOnly(kind: GraphNodeKind): boolean {
  return kind === 'RESPONSIBILITY' || kind === 'TOPIC';
}

/** Duties and topics have no outline, but a background, so that no line runs through the text. */
function backgroundOf(
  kind: GraphNodeKind,
  { width, height }: Size,
  { isRoot = false, isHighlighted = false }: Pick<NodeBoxOptions, 'isRoot' | 'isHighlighted'>,
): Mark {
  const fill: Color = isHighlighted ? 'HIGHLIGHT' : isTextOnly(kind) && !isRoot ? 'PAPER' : 'CARD';
  const radius = kind === 'ROLE' ? Math.min(height / 2, 15) : 4;
  const outline = isRoot
    ? ({ stroke: 'ACCENT', strokeWidth: 2 } as const)
    : isTextOnly(kind)
      ? {}
      : ({ stroke: 'BORDER' } as const);
  return { type: 'rect', x: 0, y: 0, width, height, radius, fill, ...outline };
}

/** E.g. "DevOps Engineer: role in all 6 pillars; both: Automate operations". */
function titleOf({ label, kind, signature }: PictureNode, caption: string): string {
  const where = signature === undefined ? '' : ` ${signatureText(signature)}`;
  const what = `${label}: ${kindNames[kind]}${where}`.trimEnd();
  return caption === '' || caption.startsWith(kindNames[kind]) ? what : `${what}; ${caption}`;
}
