import { plainText } from '../plain-text.ts';
import { rendered } from '../rendered.ts';
import { noLinks } from './schema-links.ts';

/** Something of a schema that may have a description, which is Markdown. */
interface Described {
  readonly description?: string | null | undefined;
}

/** A description without markup; '' if there is none. */
export function descriptionText({ description }: Described): string {
  return plainText(rendered(description ?? '', noLinks).html);
}

/** The first sentence of a description, without markup; '' if there is none. */
export function firstSentence(described: Described): string {
  const text = descriptionText(described);
  return /^.*?(?<!\be\.g|\bi\.e)\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
