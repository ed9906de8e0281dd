import type { Mark, TextStyle } from '../scene/scene.ts';
import { ascentOfLine, lineHeight, wrappedText, type BlockPlace, type TextBlock } from './text-block.ts';
import { textWidth } from './text-width.ts';

/** A part of a text that has its own style. */
export interface TextRun extends TextStyle {
  readonly text: string;
}

/** Some words of a run, on one line. */
interface PlacedRun {
  readonly run: TextRun;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** A text of several styles, with a space between its parts, wrapped as `textBlock` does. Lines are as high as the largest size. */
export function textRuns(runs: readonly TextRun[], { x, y, width }: Omit<BlockPlace, 'anchor'>): TextBlock {
  const lines: PlacedRun[][] = [[]];
  for (const run of runs) {
    const { size, weight } = run;
    const space = textWidth(' ', size, weight);
    const words = wrappedText(run.text, Infinity, run).flatMap((line) => line.split(' '));
    for (const [index, word] of words.flatMap((each) => wrappedText(each, width, run)).entries()) {
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      const start = last === undefined ? 0 : last.x + last.width + space;
      if (last !== undefined && start + textWidth(word, size, weight) > width) {
        lines.push([placed(run, word, 0)]);
      } else if (last !== undefined && index > 0) {
        // Words of one run are one mark, so that they can be read and copied together.
        line[line.length - 1] = placed(run, `${last.text} ${word}`, last.x);
      } else line.push(placed(run, word, start));
    }
  }
  const largest = Math.max(0, ...runs.map(({ size }) => size));
  const step = largest * lineHeight;
  const marks = lines.flatMap((line, index) =>
    line.map(({ run, text, x: start }): Mark => {
      return { type: 'text', ...run, text, x: x + start, y: y + index * step + largest * ascentOfLine };
    }),
  );
  const ends = lines.map((line) => line.at(-1)).map((last) => (last === undefined ? 0 : last.x + last.width));
  return { marks, height: lines.length * step, width: Math.max(0, ...ends) };
}

function placed(run: TextRun, text: string, x: number): PlacedRun {
  return { run, text, x, width: textWidth(text, run.size, run.weight) };
}
