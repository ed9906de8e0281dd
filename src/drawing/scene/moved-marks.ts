import type { Mark, Point } from './scene.ts';

/** The marks, moved to the right and down by so many pixels. */
export function movedMarks(marks: readonly Mark[], right: number, down: number): readonly Mark[] {
  const moved = ([x, y]: Point): Point => [x + right, y + down];
  return marks.map((mark): Mark => {
    switch (mark.type) {
      case 'group':
        return { ...mark, marks: movedMarks(mark.marks, right, down) };
      case 'line':
        return { ...mark, from: moved(mark.from), to: moved(mark.to) };
      case 'path': {
        const segments = mark.segments.map(
          ([first, second, end]) => [moved(first), moved(second), moved(end)] as const,
        );
        return { ...mark, start: moved(mark.start), segments };
      }
      case 'rect':
      case 'circle':
      case 'text':
        return { ...mark, x: mark.x + right, y: mark.y + down };
    }
  });
}
