interface ShowMoreProps {
  /** E.g. "Show 12 more". */
  readonly label: string;
  readonly show: () => void;
  /** Whether it stands in a sentence, where it looks like a link. */
  readonly isInText?: boolean;
}

/** A button that shows the rest of a list. */
export function ShowMore({ label, show, isInText = false }: ShowMoreProps) {
  return (
    <button type="button" class={isInText ? 'text-button' : 'button'} onClick={show}>
      {label}
    </button>
  );
}
