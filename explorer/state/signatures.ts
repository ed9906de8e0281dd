import { mostCells, type Signature } from '../../src/drawing/signature/signature.ts';
import type { Frame } from './questions/frame-questions.ts';

/** The signature of a role that stands in some pillars, given by their ids. */
export function signatureIn({ pillars }: Pick<Frame, 'pillars'>, own: readonly { readonly id: string }[]): Signature {
  const isIn = (id: string) => own.some((pillar) => pillar.id === id);
  return {
    filled: pillars.length > 0 && pillars.length <= mostCells ? pillars.map(({ id }) => isIn(id)) : null,
    count: own.length,
    pillarCount: pillars.length,
    names: pillars.filter(({ id }) => isIn(id)).map(({ name }) => name),
  };
}
