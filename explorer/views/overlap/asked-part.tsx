import type { ComponentChildren } from 'preact';
import type { Asked } from '../../state/answers.ts';
import { Waiting } from '../waiting.tsx';

interface AskedPartProps<Data> {
  readonly asked: Asked<Data>;
  readonly draw: (data: Data) => ComponentChildren;
}

/** A picture that has an answer of its own. The one before stays until the new one is there. */
export function AskedPart<Data>({ asked, draw }: AskedPartProps<Data>) {
  return asked.data === undefined ? <Waiting answer={asked} /> : <>{draw(asked.data)}</>;
}
