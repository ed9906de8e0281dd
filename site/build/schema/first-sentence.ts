import { plainText } from '../plain-text.ts';
import { rendered } from '../rendered.ts';

/** The first sentence of a description, without markup; '' if there is none. */
export function firstSentence({ description }: { readonly description?: string | null | undefined }): string {
  const { html } = rendered(description ?? '', { link: (_, text) => text, image: (href) => href });
  const text = plainText(html);
  return /^.*?(?<!\be\.g|\bi\.e)\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
