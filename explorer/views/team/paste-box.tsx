import { useEffect, useRef, useState } from 'preact/hooks';
import { wholeCatalog } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import type { ReadPeople, ReadRow } from '../../state/read-people.ts';
import { meaningOf } from '../../state/questions/title-questions.ts';
import { keepTeam, type Member, storedTeam } from '../../state/team.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { showUnknownTitles } from './unknown-titles.tsx';

const { paste } = words.team;

/** The largest file that is read, in bytes. */
const mostBytes = 1_000_000;

type Reading =
  | { readonly status: 'NOTHING' }
  | { readonly status: 'READING' }
  | { readonly status: 'PROBLEM'; readonly text: string }
  | { readonly status: 'READ'; readonly read: ReadPeople };

/** Takes people from what is pasted or dropped, and says how each line was understood. */
export function PasteBox({ team }: { readonly team: readonly Member[] }) {
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading>({ status: 'NOTHING' });
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const isUnknown = team.some(({ unknown = [] }) => unknown.length > 0);
  useEffect(() => {
    if (reading.status === 'READ' && reading.read.rows.some(hasUnknown)) showUnknownTitles();
  }, [reading]);

  const readText = async (given: string, name: string) => {
    setReading({ status: 'READING' });
    try {
      const { readPeople, withPeople } = await import('../../state/read-people.ts');
      const ended = new AbortController();
      const read = await readPeople(
        given,
        name,
        team.map((member) => member.name),
        (title) => meaningOf(title, ended.signal),
      );
      if (read.rows.length === 0 && read.problems.length === 0) {
        setReading({ status: 'PROBLEM', text: paste.nobody });
        return;
      }
      if (read.rows.length > 0) {
        keepTeam(
          withPeople(
            storedTeam(),
            read.rows.map(({ member }) => member),
          ),
          summaryOf(read),
        );
        setText('');
      }
      setReading({ status: 'READ', read });
    } catch {
      setReading({ status: 'PROBLEM', text: paste.failed });
    }
  };
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > mostBytes) {
      setReading({ status: 'PROBLEM', text: paste.tooLarge(file.name) });
      return;
    }
    let content: string | null;
    try {
      const { textOfFile } = await import('../../state/read-people.ts');
      content = textOfFile(new Uint8Array(await file.arrayBuffer()));
    } catch {
      // A folder cannot be read, nor a file that is gone.
      content = null;
    }
    if (content === null) setReading({ status: 'PROBLEM', text: paste.notText(file.name) });
    else await readText(content, file.name);
  };
  return (
    <section
      class={isOver ? 'card paste over' : 'card paste'}
      aria-labelledby="paste"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void readFile(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="paste">{paste.title}</h2>
      <p class="fine" id="paste-hint">
        {paste.hint}
      </p>
      <textarea
        class="field"
        rows={4}
        aria-label={paste.label}
        aria-describedby="paste-hint"
        placeholder={paste.example}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
      <div class="filters">
        <button
          type="button"
          class="button main"
          disabled={text.trim() === '' || reading.status === 'READING'}
          onClick={() => void readText(text, '')}
        >
          {paste.read}
        </button>
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          {paste.choose}
        </button>
        <span class="fine with-mouse">{paste.drop}</span>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.yaml,.yml,.json,text/plain"
          onChange={({ currentTarget }) => {
            void readFile(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p role="status">
        {reading.status === 'READING' && paste.reading}
        {reading.status === 'PROBLEM' && reading.text}
        {reading.status === 'READ' && reading.read.rows.length === 0 && summaryOf(reading.read)}
      </p>
      {reading.status === 'READ' && (
        <>
          {reading.read.rows.length > 0 && !isUnknown && <p>{summaryOf(reading.read, true)}</p>}
          <Account read={reading.read} />
          {isUnknown && (
            <button type="button" class="button main" onClick={showUnknownTitles}>
              {paste.toUnknown}
            </button>
          )}
          {reading.read.rows.length > 0 && !isUnknown && (
            <Link class="button main" to={{ name: 'TEAM', question: { ...wholeCatalog, part: 'COVERS' } }}>
              {paste.seeCover}
            </Link>
          )}
        </>
      )}
    </section>
  );
}

function hasUnknown({ titles }: ReadRow): boolean {
  return titles.some(({ role }) => role === null);
}

/** @param isDecided says that somebody has chosen what unknown titles mean. */
function summaryOf({ rows, problems }: ReadPeople, isDecided = false): string {
  const titles = rows.flatMap((row) => row.titles);
  const found = titles.filter(({ role }) => role !== null).length;
  return paste.summary(rows.length, found, isDecided ? 0 : titles.length - found, problems.length);
}

/** How each line was understood, so that nothing is lost unseen. */
function Account({ read: { rows, problems } }: { readonly read: ReadPeople }) {
  return (
    <>
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>{paste.problem(line, message)}</li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <details class="account">
          <summary>{paste.details}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{paste.line}</th>
                <th scope="col">{words.team.list.name}</th>
                <th scope="col">{paste.given}</th>
                <th scope="col">{paste.understood}</th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap(({ line, name, titles }) =>
                titles.map(({ given, role }, index) => (
                  <tr key={`${line} ${given} ${index}`}>
                    <td>{number(line)}</td>
                    <td>{name}</td>
                    <td>{given}</td>
                    <td>{role?.label ?? <strong>{paste.isUnknown}</strong>}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
