#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts';

/** As package.json says to npm, which only warns. An older one fails on our imports, with words that tell nobody why. */
const oldestNode = '22.15.0';

if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(`Rolegraph needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.\n`);
  process.exit(exitCodes.refused);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe. That is no failure: an import goes on to its end.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Cannot write the output: ${error.message}\n`);
    process.exit(exitCodes.refused);
  });
}

const { keepCompiledModules } = await import('../config/compile-cache.ts');
keepCompiledModules();
const { run } = await import('./run.ts');

const words = process.argv.slice(2);
process.exitCode = await run(words, process);
// A server runs on. All else ends here, whatever still waits for a database that says nothing; but not before what was
// written to a pipe has been taken.
if (words[0] !== 'serve' || process.exitCode !== exitCodes.done) {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write('', resolve));
  }
  process.exit();
}
