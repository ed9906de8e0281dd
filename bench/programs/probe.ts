import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Measures a server from inside. It is loaded before the server's own code (NODE_OPTIONS=--import) and measures how long the
 * event loop is held, the peak memory, and the memory in use, after a garbage collection if Node.js exposes that
 * (--expose-gc). On SIGUSR2 it writes them to PROBE_FILE and starts again.
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
