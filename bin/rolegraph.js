#!/usr/bin/env node
// Plain JavaScript, which every Node.js runs: one that is too old for our TypeScript and our imports must still say so.
import { existsSync } from 'node:fs';
import process from 'node:process';

/** As in package.json, for which npm only warns. */
const oldestNode = '22.18.0';

// A clone has the sources, which Node.js runs as they are, and which may be newer than what was built of them. The package and
// the image have only the compiled files: Node.js runs no TypeScript in node_modules.
const sources = new URL('../src/cli/main.ts', import.meta.url);
const isClone = existsSync(sources);

if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  const inClone = isClone
    ? ' In a clone, "npm ci" installs one for npm scripts and npx in that folder, unless --omit=dev or --ignore-scripts is given.'
    : '';
  process.stderr.write(`Rolegraph needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.${inClone}\n`);
  process.exitCode = 1;
} else {
  const main = isClone ? sources : new URL('../dist/src/cli/main.js', import.meta.url);
  await import(main.href);
}
