#!/usr/bin/env node
// Plain JavaScript, which every Node.js runs: one that is too old for our TypeScript and our imports must still say so.
import process from 'node:process';

/** As in package.json, for which npm only warns. */
const oldestNode = '22.15.0';

if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(`Rolegraph needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await import('./main.ts');
}
