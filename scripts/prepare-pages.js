// What `npm ci` runs at its end: builds the explorer and the documentation, so that `npm start` serves them at once. Where they cannot
// be built, that is no failure: the server says at their addresses what to run. Plain JavaScript, because `npm ci --omit=dev` runs it on
// whichever Node.js there is.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folders = ['explorer', 'site'].map((name) => fileURLToPath(new URL(`../${name}`, import.meta.url)));

/** @param {string} why */
function leaveOut(why) {
  process.stdout.write(`The explorer and the documentation are not built: ${why}.\n`);
}

/** Vite, or null where only the dependencies of the server are installed. */
async function installedVite() {
  try {
    return await import('vite');
  } catch {
    return null;
  }
}

if (!folders.every((folder) => existsSync(`${folder}/vite.config.ts`))) {
  leaveOut('there are no folders explorer/ and site/ here');
} else {
  const vite = await installedVite();
  if (vite === null) leaveOut('Vite is not installed here (--omit=dev), or does not run on this Node.js');
  else for (const root of folders) await vite.build({ root, logLevel: 'warn' });
}
