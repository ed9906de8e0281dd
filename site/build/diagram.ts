import { hash } from 'node:crypto';

/**
 * Where the drawing of a diagram in Mermaid is, below docs/. Browsers need a megabyte of script to draw one, which the policy of the
 * pages does not allow to style what it draws; so they are drawn beforehand, by `UPDATE_DOCS=1` and test/e2e/diagrams.test.ts. The
 * name has a hash of the text: a test fails where a diagram was changed and not drawn again.
 */
export function diagramPath(text: string): string {
  return `images/diagrams/${hash('sha256', text.trim()).slice(0, 12)}.png`;
}

/** The texts of the diagrams of a page. */
export function diagramsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text.trim());
}
