import type { GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import { hueAt, type Color, type GroupMark, type Mark, type Point, type TextStyle } from '../scene/scene.ts';
import { signatureText } from '../signature/signature.ts';
import { signatureMarks, signatureWidth } from '../signature/signature-marks.ts';
import { lineHeight, textBlock } from '../text/text-block.ts';
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
  const left = startOfText(node);
  const inner = maxWidth - left - padding.x;
  const label = labelOf(node, style, inner);
  const below = caption === '' ? { width: 0, height: 0 } : measured(caption, inner, captionStyle);
  const width = Math.ceil(left + Math.max(label.width, below.width) + padding.x);
  const height = Math.ceil(label.height + below.height + 2 * padding.y);
  return {
    width,
    height,
    at: ([x, y]) => ({
      type: 'group',
      title: titleOf(node, caption),
      node: node.id,
      marks: [
        backgroundOf(node.kind, { x, y, width, height }, look),
        ...signOf(node, { x, y, height }),
        ...label.at([x + left, y + padding.y]),
        ...(caption === ''
          ? []
          : textBlock(caption, { x: x + left, y: y + padding.y + label.height, width: inner }, captionStyle).marks),
      ],
    }),
  };
}

/** How far the text is from the left edge. */
function startOfText({ kind }: PictureNode): number {
  if (kind === 'ROLE') return padding.x;
  return padding.x + (isTextOnly(kind) ? 4 * dotRadius : barWidth);
}

/** What tells the kind at the left edge: the bar of a group, the dot of a responsibility, the ring of a topic. */
function signOf(
  { kind, hue }: PictureNode,
  { x, y, height }: { x: number; y: number; height: number },
): readonly Mark[] {
  if (kind === 'ROLE') return [];
  if (!isTextOnly(kind)) {
    const fill: Color = hue === undefined ? 'MUTED' : hueAt(hue);
    return [{ type: 'rect', x: x + 4, y: y + 5, width: barWidth, height: height - 10, radius: 2, fill }];
  }
  const look = kind === 'TOPIC' ? ({ stroke: 'ACCENT', strokeWidth: 1.5 } as const) : ({ fill: 'ACCENT' } as const);
  const middle = y + padding.y + (labelSize * lineHeight) / 2;
  return [{ type: 'circle', x: x + padding.x + dotRadius, y: middle, radius: dotRadius, ...look }];
}

/** A label, and the signature of a role. */
interface Label {
  readonly width: number;
  readonly height: number;
  readonly at: (corner: Point) => readonly Mark[];
}

/** The signature is behind the label where both fit without one more line, and else below it. */
function labelOf({ label, signature }: PictureNode, style: TextStyle, inner: number): Label {
  const cellsWidth = signature === undefined ? 0 : signatureWidth(signature, cells.height);
  const behind = cellsWidth === 0 ? 0 : cellsWidth + signatureGap;
  const alone = measured(label, inner, style);
  const together = measured(label, inner - behind, style);
  const isBelow = behind > 0 && together.lines > alone.lines;
  const { width, height } = isBelow ? alone : together;
  return {
    width: isBelow ? Math.max(width, cellsWidth) : width + behind,
    height: height + (isBelow ? cells.height + cells.space : 0),
    at: ([x, y]) => {
      const place = isBelow
        ? { x, y: y + height + cells.space / 2 }
        : { x: x + width + signatureGap, y: y + (height - cells.height) / 2 };
      return [
        ...textBlock(label, { x, y, width: isBelow ? inner : inner - behind }, style).marks,
        ...(signature === undefined ? [] : signatureMarks(signature, { ...place, height: cells.height }).marks),
      ];
    },
  };
}

function measured(text: string, width: number, style: TextStyle) {
  const block = textBlock(text, { x: 0, y: 0, width }, style);
  return { width: block.width, height: block.height, lines: block.marks.length };
}

function isTextOnly(kind: GraphNodeKind): boolean {
  return kind === 'RESPONSIBILITY' || kind === 'TOPIC';
}

/** Duties and topics have no outline, but a background, so that no line runs through the text. */
function backgroundOf(
  kind: GraphNodeKind,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  { isRoot = false, isHighlighted = false }: Pick<NodeBoxOptions, 'isRoot' | 'isHighlighted'>,
): Mark {
  const fill: Color = isHighlighted ? 'HIGHLIGHT' : isTextOnly(kind) && !isRoot ? 'PAPER' : 'CARD';
  const radius = kind === 'ROLE' ? Math.min(height / 2, 15) : 4;
  const outline = isRoot
    ? ({ stroke: 'ACCENT', strokeWidth: 2 } as const)
    : isTextOnly(kind)
      ? {}
      : ({ stroke: 'BORDER' } as const);
  return { type: 'rect', x, y, width, height, radius, fill, ...outline };
}

/** E.g. "DevOps Engineer: role in all 6 pillars; both: Automate operations". */
function titleOf({ label, kind, signature }: PictureNode, caption: string): string {
  const where = signature === undefined ? '' : ` ${signatureText(signature)}`;
  const what = `${label}: ${kindNames[kind]}${where}`.trimEnd();
  return caption === '' || caption.startsWith(kindNames[kind]) ? what : `${what}; ${caption}`;
}
