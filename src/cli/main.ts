#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts';

/** As in package.json, for which npm only warns. Older versions fail on our imports with messages that do not say why. */
const oldestNode = '22.15.0';

if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(`Rolegraph needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.\n`);
  process.exit(exitCodes.refused);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has read enough (`| head`) closes the pipe. That is not a failure: an import runs to its end.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Cannot write the output: ${error.message}\n`);
    process.exit(exitCodes.refused);
  });
}

const { cacheCompiledModules } = await import('../config/compile-cache.ts');
cacheCompiledModules();
const { run } = await import('./run.ts');

const words = process.argv.slice(2);
process.exitCode = await run(words, process);
// A server keeps running. All other commands end here, even if something still waits for a database that does not answer,
// but not before everything that was written to a pipe has been read.
if (words[0] !== 'serve' || process.exitCode !== exitCodes.done) {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write('', resolve));
  }
  process.exit();
}
