import { itemAt } from '../../collections/item-at.ts';

/**
 * What a picture consists of, before it is SVG or the elements of a page. Lengths are in CSS pixels; the origin is the top
 * left corner, and y grows downwards. Marks are drawn in their order: later ones cover earlier ones.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the picture answers, as one line, e.g. "139 roles, where they stand and what they share". */
  readonly title: string;
  /** The answer in full sentences, for people who do not see the picture. */
  readonly description: string;
  readonly marks: readonly Mark[];
}

export type Mark = GroupMark | RectMark | CircleMark | LineMark | PathMark | TextMark;

/** Marks of a part of a picture, and its height in pixels. */
export interface Placed {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** Marks that belong together, e.g. a chip with its label and cells. */
export interface GroupMark {
  readonly type: 'group';
  /** What the marks say, as a sentence or a name: it is shown when somebody points at them, and read aloud. */
  readonly title?: string;
  /** The id of the node that the marks stand for, e.g. "role:devops-engineer". */
  readonly node?: string;
  /** Where the origin of its marks is; that of the picture where it is not given. */
  readonly origin?: Point;
  readonly marks: readonly Mark[];
}

/** What shapes have in common. */
export interface Shape {
  /** What fills the shape; without it, the shape is empty. */
  readonly fill?: Color;
  readonly stroke?: Color;
  /** In pixels; 1 where a stroke is given without it. */
  readonly strokeWidth?: number;
  /** What the shape says, see GroupMark. */
  readonly title?: string;
}

export interface RectMark extends Shape {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The radius of the corners; 0 where it is not given. */
  readonly radius?: number;
}

export interface CircleMark extends Shape {
  readonly type: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface LineMark {
  readonly type: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly stroke: Color;
  /** In pixels; 1 where it is not given. */
  readonly strokeWidth?: number;
  readonly isDashed?: boolean;
  readonly title?: string;
}

/** A curve through cubic Bézier segments, as SVG defines them. */
export interface PathMark extends Shape {
  readonly type: 'path';
  readonly start: Point;
  readonly segments: readonly Segment[];
}

/** The two control points and the end of a cubic Bézier segment. */
export type Segment = readonly [Point, Point, Point];

export type Point = readonly [x: number, y: number];

/** One line of text. Wrapping is done before, see `textBlock`. */
export interface TextMark extends TextStyle {
  readonly type: 'text';
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** Which point of the line is at x; its start where it is not given. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Turns the line clockwise around x and y, in degrees; 0 where it is not given. */
  readonly angle?: number;
}

/** How a text looks. */
export interface TextStyle {
  /** The size of the font, 11 to 28. */
  readonly size: number;
  /** REGULAR where it is not given. */
  readonly weight?: FontWeight;
  /** INK where it is not given. */
  readonly color?: Color;
}

export type FontWeight = 'REGULAR' | 'BOLD';

/** The steps of a heat map, from nothing to most. */
export const stepCount = 9;

/** Colors by their use, so that a theme decides what they are. HUE_0 to HUE_5 and STEP_0 to STEP_8 are in their order. */
export type Color =
  | 'PAPER'
  | 'CARD'
  | 'INK'
  | 'MUTED'
  | 'BORDER'
  | 'EMPTY_CELL'
  | 'STRIPE'
  | 'ACCENT'
  | 'SOFT_ACCENT'
  | 'HIGHLIGHT'
  | `HUE_${0 | 1 | 2 | 3 | 4 | 5}`
  | `STEP_${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `ON_STEP_${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** The hues that groups take by position, again from the first after the last. */
const hues = ['HUE_0', 'HUE_1', 'HUE_2', 'HUE_3', 'HUE_4', 'HUE_5'] as const satisfies readonly Color[];

/** The color of the group at a position among those of its kind, from 0. */
export function hueAt(position: number): Color {
  return itemAt(hues, position % hues.length);
}

const steps = [
  ['STEP_0', 'ON_STEP_0'],
  ['STEP_1', 'ON_STEP_1'],
  ['STEP_2', 'ON_STEP_2'],
  ['STEP_3', 'ON_STEP_3'],
  ['STEP_4', 'ON_STEP_4'],
  ['STEP_5', 'ON_STEP_5'],
  ['STEP_6', 'ON_STEP_6'],
  ['STEP_7', 'ON_STEP_7'],
  ['STEP_8', 'ON_STEP_8'],
] as const satisfies readonly (readonly [Color, Color])[];

/** The color of a step of a heat map, 0 to stepCount - 1, and that of texts on it. */
export function stepColors(step: number): readonly [step: Color, onStep: Color] {
  return itemAt(steps, step);
}
