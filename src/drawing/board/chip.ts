import { inWords, numberOf } from '../../text/in-words.ts';
import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import type { EntryPlace } from '../scene/columns.ts';
import type { Placed, TextStyle } from '../scene/scene.ts';
import { allOf } from '../sentences.ts';
import { signatureCells, signatureWidth } from '../signature/signature-marks.ts';
import { textBlock } from '../text/text-block.ts';
import type { BoardRole, BoardSection } from './board-data.ts';
import { hasSignature } from './has-signature.ts';
import type { Spread } from './spread.ts';

/** What the chips of a section have in common. */
export interface ChipContext {
  readonly section: BoardSection['kind'];
  readonly spread: Spread;
}

const size = 13;
/** Above and below the label, in pixels. */
const padding = 2;
const signatureHeight = 9;
const signatureGap = 8;
/** The most groups that the title of a chip names. */
const mostNamed = 5;

/**
 * A role: bold where it stands in several groups, with its signature at the right edge. In a pillar's own column, the signature of a
 * role that stands in no other pillar would say nothing new, and is left out.
 */
export function chipMarks(role: BoardRole, { section, spread }: ChipContext, { x, y, width }: EntryPlace): Placed {
  const isShared = role.groups.length > 1;
  const style: TextStyle = isShared ? { size, weight: 'BOLD' } : { size };
  const signature = hasSignature(role, section, spread) ? role.signature : null;
  const cellsWidth = signature === null ? 0 : signatureWidth(signature, signatureHeight);
  const labelWidth = width - (cellsWidth > 0 ? cellsWidth + signatureGap : 0);
  const label = textBlock(role.label, { x, y: y + padding, width: labelWidth }, style);
  const height = label.height + 2 * padding;
  const place = { x: x + width - cellsWidth, y: y + (height - signatureHeight) / 2, height: signatureHeight };
  const cells = signature === null ? [] : signatureCells(signature, place);
  const title = chipTitle(role, spread);
  return { marks: [{ type: 'group', title, node: role.id, marks: [...label.marks, ...cells] }], height };
}

/** E.g. "Data Owner: in 2 of 6 pillars (Security and Reliability); 5 duties". Many catalogs state no duties. */
function chipTitle({ label, groups, dutyCount }: BoardRole, spread: Spread): string {
  const duties = dutyCount === 0 ? '' : `; ${numberOf(dutyCount, 'duty', 'duties')}`;
  return `${label}: ${whereInWords(groups, spread)}${duties}`;
}

function whereInWords(names: readonly string[], { kind, groups }: Spread): string {
  if (names.length === 0) return `in no ${kindNames[kind]}`;
  if (names.length === 1) return `in ${names.join('')}`;
  if (names.length === groups.length) return `in ${allOf(groups.length, kind)}`;
  return `in ${names.length} of ${groups.length} ${pluralNames[kind]} (${inWords(names, mostNamed)})`;
}
