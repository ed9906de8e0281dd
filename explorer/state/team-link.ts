import { type Member, membersIn } from './team.ts';

/*
 * A link with a team has it in its fragment, which browsers send to no server: "#team=" and the team as JSON, compressed, in the
 * alphabet of addresses.
 */

const prefix = '#team=';

/** The most bytes that a team of a link may have when it is unpacked, so that a link cannot fill the memory. */
const mostBytes = 1_000_000;

/** The most people of such a team, as many as the server takes: a page with all that fit into a link would no longer react. */
const mostPeople = 1_000;

/** Whether a fragment has a team. */
export function hasTeam(fragment: string): boolean {
  return fragment.startsWith(prefix);
}

/** The fragment that carries a team. */
export async function teamFragment(team: readonly Member[]): Promise<string> {
  const packed = new Blob([JSON.stringify(team)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return prefix + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The team that a fragment carries; null if it cannot be read, or is none that this page makes a link of. */
export async function teamInFragment(fragment: string): Promise<readonly Member[] | null> {
  try {
    const binary = atob(fragment.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await unpacked(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
    const team = membersIn(JSON.parse(text));
    const names = new Set(team.map(({ name }) => name));
    return team.length === 0 || team.length > mostPeople || names.size < team.length ? null : team;
  } catch {
    return null;
  }
}

async function unpacked(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > mostBytes) throw new RangeError(`A team in a link has at most ${mostBytes} bytes.`);
    text += decoder.decode(value, { stream: true });
  }
}
