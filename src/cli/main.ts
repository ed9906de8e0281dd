import { exitOnSignals } from '../server/stop-on-signals.ts';
import { exitCodes } from './exit-codes.ts';

const words = process.argv.slice(2);
const isServer = words[0] === 'serve';

// Before anything else is loaded, which takes up to a second. Other commands need this only as the first process of a
// container; elsewhere, a signal ends them even while they compute.
if (isServer) exitOnSignals(() => exitCodes.done);
else if (process.pid === 1) exitOnSignals((signal) => 128 + signal);

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has read enough (`| head`) closes the pipe. That is not a failure: an import runs to its end.
    // A server goes on without its output; its log says so (src/server/log-output.ts).
    if (error.code === 'EPIPE' || isServer) return;
    process.stderr.write(`Cannot write the output: ${error.message}\n`);
    process.exit(exitCodes.refused);
  });
}

const { cacheCompiledModules } = await import('../config/compile-cache.ts');
cacheCompiledModules();
const { goToUsersFolder } = await import('../config/users-folder.ts');
goToUsersFolder();
const { run } = await import('./run.ts');

process.exitCode = await run(words, process);
// A server keeps running. All other commands end here, even if something still waits for a database that does not answer,
// but not before everything that was written to a pipe has been read.
if (!isServer || process.exitCode !== exitCodes.done) {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write('', resolve));
  }
  process.exit();
}
