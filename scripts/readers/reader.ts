import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { FileForm, WrittenFile } from './written-files.ts';

const run = promisify(execFile);

const answer = z.union([
  z.strictObject({ path: z.string(), error: z.string() }),
  z.strictObject({
    path: z.string(),
    nodes: z.number(),
    edges: z.number(),
    /** The number of edges with a direction, of readers that know it of each edge. */
    directed: z.number().optional(),
    /** Without it, the format has no weights. */
    weight: z.number().optional(),
    labels: z.array(z.string()),
  }),
]);

/** What a reader found in a file, or why it does not take it. */
export type Answer = z.infer<typeof answer>;

/** A tool that opens files, and counts what it finds in them. */
export interface Reader {
  /** As `npm run test:readers -- NAME` takes it. */
  readonly name: string;
  readonly reads: (file: FileForm) => boolean;
  /** Throws if the tool cannot be had here, and says what to install. */
  readonly read: (files: readonly WrittenFile[]) => Promise<readonly Answer[]>;
}

/** What a program prints to its standard output. Throws with what it says of an error if it fails. */
export async function outputOf(program: string, words: readonly string[], input = ''): Promise<string> {
  const running = run(program, words, { maxBuffer: 2 ** 30 });
  // A program may end before it has read its input, or read none. Whether that is a failure, its exit code says.
  running.child.stdin?.on('error', () => undefined).end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') {
      throw new Error(`${program} cannot be run. Install it. (${error.message})`, { cause: error });
    }
    const told = 'stderr' in error ? String(error.stderr).slice(-2_000) : error.message;
    throw new Error(`${program} ${words.join(' ')} failed:\n${told}`, { cause: error });
  }
}

/** The answers of a program that prints a line of JSON for each file. */
export function answersIn(output: string): readonly Answer[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => answer.parse(JSON.parse(line)));
}

/** What a function found in a file. */
type Found = Omit<Extract<Answer, { readonly nodes: number }>, 'path'>;

/** The answers of a function that reads one file, which may throw. */
export async function answersOf(
  files: readonly WrittenFile[],
  read: (file: WrittenFile) => Found | Promise<Found>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const file of files) {
    const { path } = file;
    try {
      answers.push({ path, ...(await read(file)) });
    } catch (error) {
      answers.push({ path, error: String(error) });
    }
  }
  return answers;
}
