import { expect, test } from 'vitest';
import { LogOutput } from '../../src/server/log-output.ts';
import { send, start } from './running-server.ts';

/** An output that works or fails as `code` says. */
function fragileOutput() {
  const written: string[] = [];
  const disk: { code: string | undefined } = { code: undefined };
  const output = {
    write: (text: string, done: (error?: Error | null) => void) => {
      if (disk.code === undefined) {
        written.push(text);
        done();
      } else {
        done(Object.assign(new Error('write failed'), { code: disk.code }));
      }
    },
  };
  return { written, disk, output };
}

test('a log that cannot be written is reported once, and so is its end', () => {
  const { written, disk, output } = fragileOutput();
  const errors: string[] = [];
  const log = new LogOutput(output, { write: (text) => errors.push(text) });
  log.write('1\n');
  expect([log.problem, errors]).toEqual([undefined, []]);
  disk.code = 'ENOSPC';
  log.write('2\n3\n');
  log.write('4\n');
  const problem = 'The log cannot be written to standard output: there is no space left (ENOSPC); free some space.';
  expect(log.problem).toBe(problem);
  expect(errors).toEqual([`${problem} The server goes on, and drops the lines that it cannot write.\n`]);
  disk.code = undefined;
  log.write('5\n');
  log.write('6\n');
  expect(log.problem).toBeUndefined();
  expect(errors.slice(1)).toEqual(['The log can be written again; about 3 of its lines were lost.\n']);
  expect(written).toEqual(['1\n', '\n5\n', '6\n']);
});

test.each([
  ['EPIPE', 'the program that read it has ended (EPIPE)'],
  ['EIO', 'the operating system reports EIO'],
])('a log that cannot be written says why: %s', (code, reason) => {
  const { disk, output } = fragileOutput();
  disk.code = code;
  const log = new LogOutput(output, { write: () => undefined });
  log.write('1\n');
  expect(log.problem).toContain(reason);
});

test('/ready reports a log that cannot be written, and is still 200', async () => {
  const state: { problem: string | undefined } = { problem: 'The disk is full.' };
  const server = await start({ logProblem: () => state.problem });
  await server.prepared;
  const ready = async () => {
    const { status, text } = await send(`${server.url}/ready`);
    return [status, text];
  };
  expect(await ready()).toEqual([200, '{"status":"ready","detail":"The disk is full."}']);
  state.problem = undefined;
  expect(await ready()).toEqual([200, '{"status":"ready"}']);
});
