#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { exitCodes } from './exit-codes.ts';
import { packageFolder } from './package-folder.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe. That is no failure: an import goes on to its end.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Cannot write the output: ${error.message}\n`);
    process.exit(exitCodes.refused);
  });
}

// A quarter of a second of every start but the first. Where the folder cannot be written, starts are as slow as the first.
enableCompileCache(join(packageFolder(), 'node_modules', '.cache', 'rolegraph'));
const { run } = await import('./run.ts');

// Not process.exit: what is still being written to a pipe would be cut off, and a server runs on.
process.exitCode = await run(process.argv.slice(2), process);
