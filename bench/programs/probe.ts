import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into a server before anything of its own (NODE_OPTIONS=--import): how long its event loop is held, the most
 * memory that it takes, and what of that is in use, garbage collected where Node.js exposes that (--expose-gc). SIGUSR2 writes them to PROBE_FILE, and begins anew.
 */
const file = process.env['PROBE_FILE'];
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on('SIGUSR2', () => {
  const longestHold = delays.max / 1e6;
  const peakMemory = (process.resourceUsage().maxRSS * 1024) / 1e6;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const usedMemory = (heapUsed + external) / 1e6;
  if (file !== undefined) writeFileSync(file, JSON.stringify({ longestHold, peakMemory, usedMemory }), { flush: true });
  delays.reset();
});
