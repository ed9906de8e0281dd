// What `npm ci` runs at its end: builds the explorer, so that `npm start` serves it at once. Where it cannot be built, that is no
// failure: the server says at / what to run. Plain JavaScript, because `npm ci --omit=dev` runs it on whichever Node.js there is.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const explorer = fileURLToPath(new URL('../explorer', import.meta.url));

/** @param {string} why */
function leaveOut(why) {
  process.stdout.write(`The explorer is not built: ${why}.\n`);
}

/** Vite, or null where only the dependencies of the server are installed. */
async function installedVite() {
  try {
    return await import('vite');
  } catch {
    return null;
  }
}

if (!existsSync(`${explorer}/vite.config.ts`)) leaveOut('there is no folder explorer/ here');
else {
  const vite = await installedVite();
  if (vite === null) leaveOut('Vite is not installed here (--omit=dev), or does not run on this Node.js');
  else await vite.build({ root: explorer, logLevel: 'warn' });
}
