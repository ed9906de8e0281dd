/** Duties, or sentences about them, that are shown when their summary is opened. */
export function FoldedDuties({ summary, duties }: { readonly summary: string; readonly duties: readonly string[] }) {
  return (
    <details class="opens">
      <summary>{summary}</summary>
      <ul class="duties">
        {duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
    </details>
  );
}
