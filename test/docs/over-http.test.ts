import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';
import { signatureHeaders } from '../../src/server/webhook/signature.ts';
import { cliProcess } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { servingProcess } from '../e2e/serving-process.ts';

const run = promisify(execFile);

/** A catalog that replaces the one that ships; the pages leave it to their readers. */
const ourTeams = `
name: Our teams
version: 1.0.0
sources: []
pillars: [{ slug: security, name: Security }]
organizationTypes: []
categories: [{ slug: platform, name: Platform, pillar: security }]
topics: []
responsibilities: []
roles: [{ slug: developer, title: Developer }]
appearances: []
`;

interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  const markdown = readFileSync(join(packageFolder(), 'docs', page), 'utf8');
  return Array.from(markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** A server that accepts one token, and a folder with what the commands of the pages need. */
async function reader() {
  const folder = await temporaryFolder();
  const tokens = join(folder, 'tokens.yaml');
  const made = await cliProcess(['token', '--name', 'ci', '--right', 'import', '--file', tokens]);
  await writeFile(join(folder, 'our-teams.yaml'), ourTeams);
  const { url } = await servingProcess({
    ROLEGRAPH_DATA: join(folder, 'data'),
    AUTH: 'tokens',
    AUTH_TOKENS_FILE: tokens,
  });
  return { cwd: folder, env: { PATH: process.env['PATH'], SERVER: url, TOKEN: made.stdout.trim() } };
}

/** Runs the commands of a page for bash in their order, and compares each answer with the one that the page shows, if it does. */
async function runCommands(page: string, options: Awaited<ReturnType<typeof reader>>): Promise<readonly string[]> {
  const blocks = blocksOf(page);
  const answers: string[] = [];
  for (const [index, { language, text }] of blocks.entries()) {
    if (language !== 'bash' || text.includes('--no-buffer')) continue;
    const { stdout } = await run('bash', ['-ec', text], options);
    answers.push(stdout);
    const shown = blocks[index + 1];
    if (shown?.language === 'json') expectAsShown(JSON.parse(stdout), JSON.parse(shown.text), page);
  }
  return answers;
}

const object = z.record(z.string(), z.unknown());
const varies = /…|^\d{4}-\d\d-\d\dT/;

/** The same keys, the same types, and the same texts, except times and those that the page shortens. */
function expectAsShown(answer: unknown, shown: unknown, where: string): void {
  const [answered, shownObject] = [object.safeParse(answer).data, object.safeParse(shown).data];
  if (answered !== undefined && shownObject !== undefined) {
    expect(Object.keys(answered), `the keys at ${where}`).toEqual(Object.keys(shownObject));
    for (const [key, value] of Object.entries(shownObject)) expectAsShown(answered[key], value, `${where} ${key}`);
  } else if (typeof shown === 'string' && !varies.test(shown)) expect(answer, where).toBe(shown);
  else expect(typeof answer, where).toBe(typeof shown);
}

test('the commands about access, importing and listening answer what their pages say', async () => {
  const options = await reader();

  const [, withoutToken] = await runCommands('access.md', options);
  expect(withoutToken).toContain('UNAUTHENTICATED');
  expect(withoutToken).toContain('/docs/access#when-a-request-is-refused');

  const [current, compared, imported, conflict] = await runCommands('writing.md', options);
  expect(current).toContain('"sequence":0');
  expect(compared).toContain('NOT_WRITTEN');
  expect(imported).toContain('IMPORTED');
  expect(conflict).toContain('CONFLICT');

  const [subscribe] = blocksOf('listening.md').filter(({ language }) => language === 'bash');
  expect(await untilEvent(subscribe?.text ?? '', options)).toContain('"sequence":1,"importedBy":"ci"');
});

/** What a command prints until it has printed an event and the line after it. */
async function untilEvent(command: string, options: Awaited<ReturnType<typeof reader>>): Promise<string> {
  // Ending bash would leave curl running.
  const child = spawn('bash', ['-ec', `exec ${command}`], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let text = '';
  for await (const part of child.stdout) {
    text += String(part);
    if (/^event: next\ndata: .*\n/m.test(text)) break;
  }
  return text;
}

const verifying = z.object({
  isGenuine: z.custom<(body: string, headers: object, secret: string) => boolean>(
    (given) => typeof given === 'function',
  ),
});

test('both ways to verify a message of the webhook accept a genuine one, and no other', async () => {
  const script = blocksOf('listening.md').find(({ text }) => text.includes('function isGenuine'));
  const file = join(await temporaryFolder(), 'verify.mjs');
  await writeFile(file, script?.text ?? '');
  const { isGenuine } = verifying.parse(await import(pathToFileURL(file).href));
  const secret = 'a secret of at least 24 bytes';
  const body = '{"type":"catalog.changed"}';
  const headers = { ...signatureHeaders(secret, 'msg_1', Date.now(), body) };
  const library = new Webhook(secret, { format: 'raw' });

  expect(isGenuine(body, headers, secret)).toBe(true);
  expect(library.verify(body, headers)).toEqual(JSON.parse(body));

  const old = { ...signatureHeaders(secret, 'msg_1', Date.now() - 600_000, body) };
  const of = (other: object) => ({ ...headers, ...other });
  const forged: readonly (readonly [string, Record<string, string>])[] = [
    [`${body} `, headers],
    [body, of({ 'webhook-id': 'msg_2' })],
    [body, of({ 'webhook-signature': 'v1,AAAA' })],
    [body, of({ 'webhook-timestamp': 'soon' })],
    [body, old],
  ];
  for (const [text, sent] of forged) {
    expect(isGenuine(text, sent, secret)).toBe(false);
    expect(() => library.verify(text, sent)).toThrow();
  }
  expect(isGenuine(body, headers, `${secret}!`)).toBe(false);
});
