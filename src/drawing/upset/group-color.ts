import { hueAt, type Color } from '../scene/scene.ts';
import type { UpsetGroup } from './upset-data.ts';

/** The color of the circles and the bar of a group: its hue, or else gray. */
export function groupColor({ huePosition }: UpsetGroup): Color {
  return huePosition === null ? 'MUTED' : hueAt(huePosition);
}
