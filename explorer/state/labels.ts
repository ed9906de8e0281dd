import { useAnswer } from './answers.ts';
import type { Frame } from './questions/frame-questions.ts';
import { labelAnswers } from './questions/labels-questions.ts';

/** What nodes of an address are called. It may name them by their names, which are their labels, too. */
export function useLabels(values: readonly string[], frame: Frame | undefined): (value: string) => string {
  const known = new Map(
    frame === undefined
      ? []
      : [...frame.pillars, ...frame.organizationTypes, ...frame.topics].map(({ id, name }) => [id, name] as const),
  );
  const unknown = values.filter((value) => value.includes(':') && !known.has(value));
  const asked = useAnswer(labelAnswers, frame === undefined || unknown.length === 0 ? null : unknown);
  return (value) => known.get(value) ?? asked.data?.get(value) ?? value;
}
