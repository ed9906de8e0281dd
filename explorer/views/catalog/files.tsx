import type { Finding } from '../../../src/catalog/finding.ts';
import type { ServedFiles } from '../../../src/server/pages/findings-route.ts';
import { useServedFiles } from '../../state/served-files.ts';
import { words } from '../../words/words.ts';
import { FirstAndRest } from '../first-and-rest.tsx';

const own = words.catalogPage.files;

/** The most findings that are shown before the others are unfolded. */
const mostShown = 10;

/** What is wrong with the files from which the server imports its catalog; nothing if it was not started with files. */
export function Files() {
  const files = useServedFiles();
  if (files === undefined) return null;
  const { findings, omitted } = files;
  return (
    <section class="card catalog-files" aria-labelledby="files" aria-live="polite">
      <h2 id="files">{titleOf(files)}</h2>
      {files.problem !== null && <p>{files.problem}</p>}
      <p>{adviceOf(files)}</p>
      <FirstAndRest items={findings} most={mostShown} more={own.more} isPrinted>
        {(some) => (
          <ul class="file-findings">
            {some.map((finding, index) => (
              <li key={index}>
                <FindingItem finding={finding} />
              </li>
            ))}
          </ul>
        )}
      </FirstAndRest>
      {omitted.errors + omitted.warnings > 0 && <p class="fine">{own.omitted(omitted.errors, omitted.warnings)}</p>}
    </section>
  );
}

function FindingItem({ finding: { severity, file, line, path, message } }: { readonly finding: Finding }) {
  return (
    <>
      <p>
        <b>{own.severities[severity]}</b> <code>{own.place(file, line)}</code>
      </p>
      <p>{path === '' ? message : `${path}: ${message}`}</p>
    </>
  );
}

function titleOf({ locations, state, findings, omitted }: ServedFiles): string {
  if (state === 'FAILED') return own.failed(locations);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors + omitted.warnings;
  return own.title(locations, errors + omitted.errors, warnings);
}

function adviceOf({ state, isWatched }: ServedFiles): string {
  if (state !== 'SERVED') return own.before;
  return isWatched ? own.watched : own.imported;
}
