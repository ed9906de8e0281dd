import type { Drawing } from './picture.ts';
import type { Mark, Scene, TextStyle } from './scene/scene.ts';
import { textBlock } from './text/text-block.ts';

/** Of which catalog a picture is, and where it comes from: what somebody needs who finds it on a wall. */
export interface PictureFoot {
  /** The name of the catalog. */
  readonly catalog: string;
  readonly version: string;
  /** The revision as hexadecimal digits, of which the first eight are shown. */
  readonly revision: string;
  /** The day of the import, e.g. "2026-11-30"; null for a picture that is the same on every day. */
  readonly date: string | null;
  /** Where the picture can be had again; null if nobody serves it. */
  readonly address: string | null;
}

export interface FrameOptions {
  /** Of the whole picture, in pixels. */
  readonly width: number;
  readonly foot: PictureFoot;
}

/** Lines of prose that are wider than this are hard to read. In pixels, as everything here. */
const widestProse = 720;
const titleStyle: TextStyle = { size: 22, weight: 'BOLD' };
const leadStyle: TextStyle = { size: 14, color: 'MUTED' };
const remarkStyle: TextStyle = { size: 12, color: 'MUTED' };
const footStyle: TextStyle = { size: 11, color: 'MUTED' };
const shownRevision = 8;

/** The space around the content of a picture of a given width: less on a phone, more on a wall. */
function marginOf(width: number): number {
  if (width < 600) return 16;
  return width < 1200 ? 24 : 32;
}

/** How wide a picture of a given width draws its content: what a Drawing for `framedScene` is made for. */
export function contentWidth(width: number): number {
  return width - 2 * marginOf(width);
}

/**
 * A drawing with its heading above it, its remarks below it, and at the foot the catalog, its revision, the day and the address.
 * The drawing must have been made for `contentWidth(width)`.
 */
export function framedScene(drawing: Drawing, { width, foot }: FrameOptions): Scene {
  const margin = marginOf(width);
  const inner = contentWidth(width);
  const marks: Mark[] = [];
  let y = margin;
  const write = (text: string, style: TextStyle, most = inner) => {
    const block = textBlock(text, { x: margin, y, width: most }, style);
    marks.push(...block.marks);
    y += block.height;
  };

  write(drawing.title, titleStyle);
  if (drawing.lead !== '') {
    y += 4;
    write(drawing.lead, leadStyle, Math.min(inner, widestProse));
  }
  y += 16;
  marks.push({ type: 'group', origin: [margin, y], marks: drawing.marks });
  y += drawing.height;
  if (drawing.remarks.length > 0) y += 16;
  for (const remark of drawing.remarks) {
    write(remark, remarkStyle, Math.min(inner, widestProse));
    y += 4;
  }
  y += 16;
  write(footText(foot), footStyle);

  const height = Math.ceil(y + margin / 2);
  const paper: Mark = { type: 'rect', x: 0, y: 0, width, height, fill: 'PAPER' };
  return { width, height, title: drawing.title, description: drawing.description, marks: [paper, ...marks] };
}

function footText({ catalog, version, revision, date, address }: PictureFoot): string {
  const parts = [
    `${catalog} ${version}`,
    `revision ${revision.slice(0, shownRevision)}`,
    ...(date === null ? [] : [date]),
    ...(address === null ? [] : [address]),
  ];
  return parts.join(' · ');
}
