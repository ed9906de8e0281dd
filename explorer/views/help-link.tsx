import { type HelpTopic, helpPages } from '../state/help.ts';
import { serverAddress } from '../state/location.ts';
import { words } from '../words/words.ts';

interface HelpLinkProps {
  readonly about: HelpTopic;
  /** Whether it is no part of a sentence, so that it has to be large enough for a finger. */
  readonly isAlone?: boolean;
}

/** Leads to the page of the documentation that explains something. */
export function HelpLink({ about, isAlone = false }: HelpLinkProps) {
  return (
    <a class={isAlone ? 'help-link text-link' : 'help-link'} href={serverAddress(helpPages[about])}>
      {words.help[about]}
    </a>
  );
}
