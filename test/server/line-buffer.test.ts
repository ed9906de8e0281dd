import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bufferedLines } from '../../src/server/line-buffer.ts';

function written() {
  const texts: string[] = [];
  return { texts, lines: bufferedLines({ write: (text) => texts.push(text) }) };
}

test('lines are written together, soon and in order', async () => {
  const { texts, lines } = written();
  lines.write('a\n');
  lines.write('b\n');
  expect(texts).toEqual([]);
  await expect.poll(() => texts).toEqual(['a\nb\n']);
  lines.write('c\n');
  await expect.poll(() => texts).toEqual(['a\nb\n', 'c\n']);
});

test('lines are written at once on flush, or if the buffer is full', () => {
  const { texts, lines } = written();
  lines.write('a\n');
  lines.flush();
  lines.flush();
  const long = 'b'.repeat(65_536);
  lines.write(long);
  lines.write('\n');
  expect(texts).toEqual(['a\n', `${long}\n`]);
});

test('flushing removes the exit listener', () => {
  const before = process.listenerCount('exit');
  const { lines } = written();
  for (let n = 0; n < 10; n++) {
    lines.write('a\n');
    lines.flush();
  }
  expect(process.listenerCount('exit')).toBe(before);
});

test.each([
  ['process.exit(0)', 0],
  ["throw new Error('that nobody caught')", 1],
  ['undefined', 0],
])('a process writes its buffered lines before it ends: %s', (end, code) => {
  const module = fileURLToPath(new URL('../../src/server/line-buffer.ts', import.meta.url));
  const program = `import { bufferedLines } from ${JSON.stringify(module)};
    const lines = bufferedLines(process.stdout);
    for (let n = 0; n < 100; n++) lines.write(n + '\\n');
    ${end};`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect([stdout.split('\n').length, status]).toEqual([101, code]);
});
