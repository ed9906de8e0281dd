import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { Task } from '../../src/cli/output/listr-progress.ts';
import { withProgress } from '../../src/cli/output/progress.ts';

class FakeTerminal extends PassThrough {
  readonly isTTY = true;
  readonly columns: number;

  constructor(columns = 100) {
    super({ encoding: 'utf8' });
    this.columns = columns;
  }

  /** What was drawn, one state a line. */
  get drawn(): readonly string[] {
    return stripVTControlCharacters(String(this.read() ?? '')).split(/\r?\n/);
  }
}

const counting: Task<string> = {
  title: 'Counting',
  work: async (tell) => {
    for (const progress of ['1 of 2', '2 of 2']) {
      tell(progress);
      await Promise.resolve();
    }
    return 'counted';
  },
};

test('a step shows what it does, how far it is and that it is done, on the given stream alone', async () => {
  const stream = new FakeTerminal();
  const stdout = vi.spyOn(process.stdout, 'write');
  expect(await withProgress(counting, stream)).toBe('counted');
  expect(stdout).not.toHaveBeenCalled();
  stdout.mockRestore();
  const drawn = stream.drawn;
  expect(drawn).toContain('⠋ Counting');
  expect(drawn).toContain('⠋ Counting: 1 of 2');
  expect(drawn.slice(-2)).toEqual(['✔ Counting: 2 of 2', '']);
});

test('a result that is bad news ends the step as a failure, and is given all the same', async () => {
  const stream = new FakeTerminal();
  expect(await withProgress({ ...counting, isRefused: (result) => result === 'counted' }, stream)).toBe('counted');
  expect(stream.drawn.slice(-2)).toEqual(['✖ Counting: 2 of 2', '']);
});

test('what a step throws is thrown as it is, and reported by the caller who catches it', async () => {
  const stream = new FakeTerminal();
  const error = new Error('out of numbers');
  await expect(withProgress({ title: 'Counting', work: () => Promise.reject(error) }, stream)).rejects.toBe(error);
  const drawn = stream.drawn;
  expect(drawn.slice(-2)).toEqual(['✖ Counting', '']);
  expect(drawn.join()).not.toContain('out of numbers');
});

test.each([
  ['no terminal', new PassThrough({ encoding: 'utf8' })],
  ['a terminal without a width', new FakeTerminal(0)],
])('nothing is drawn on %s', async (_, stream) => {
  expect(await withProgress(counting, stream)).toBe('counted');
  expect(stream.read()).toBeNull();
});

test('steps can follow one another, and leave no listeners behind', async () => {
  const stream = new FakeTerminal();
  const before = process.listenerCount('SIGINT');
  await withProgress(counting, stream);
  await withProgress({ ...counting, title: 'Again' }, stream);
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(stream.drawn.slice(-2)).toEqual(['✔ Again: 2 of 2', '']);
});
