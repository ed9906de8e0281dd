import { SignatureCells } from '../../pictures/signature-cells.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { FoundNode } from '../../state/questions/search-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { words } from '../../words/words.ts';

/** A match of a search: what it is, and what matched if its name does not say that. */
export function FoundItem({ item, frame }: { readonly item: FoundNode; readonly frame: Frame | undefined }) {
  const { kind, label, matched, hidden, node } = item;
  return (
    <>
      <span class="found-label">{label}</span>
      {frame !== undefined && 'pillars' in node && <SignatureCells {...signatureIn(frame, node.pillars)} />}
      <span class="found-kind">{words.kinds[kind]}</span>
      {matched !== label && !hidden && <span class="found-match">{words.search.matched(matched)}</span>}
    </>
  );
}
