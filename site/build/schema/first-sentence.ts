import { plainText } from '../plain-text.ts';
import { rendered } from '../rendered.ts';
import { noLinks } from './schema-links.ts';

/** The first sentence of a description, without markup; '' if there is none. */
export function firstSentence({ description }: { readonly description?: string | null | undefined }): string {
  const { html } = rendered(description ?? '', noLinks);
  const text = plainText(html);
  return /^.*?(?<!\be\.g|\bi\.e)\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
