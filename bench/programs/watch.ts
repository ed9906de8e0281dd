import { createServer } from 'node:http';
import { memoryUsage, resourceUsage } from 'node:process';
import { isMainThread } from 'node:worker_threads';

/**
 * Watches a server from inside. It is loaded before the server's own code (NODE_OPTIONS=--import) and answers on WATCH_PORT,
 * on loopback, with its measurements since the previous request. For /collect, it collects garbage first (--expose-gc).
 *
 * A timer that is due every millisecond fires once in each turn of the event loop. The time between two of its calls is how
 * long the loop was held. On a machine that is busy with other processes, much of that time is theirs; so the processor time
 * of this thread between the two calls is measured, too. This is what the server itself held, and it does not depend on
 * other processes.
 */
let longestHold = 0;
let longestWork = 0;
let lastCall = performance.now();
let lastWork = workTime();
setInterval(measure, 1).unref();

function measure(): void {
  const [now, work] = [performance.now(), workTime()];
  longestHold = Math.max(longestHold, now - lastCall);
  longestWork = Math.max(longestWork, work - lastWork);
  [lastCall, lastWork] = [now, work];
}

/** The processor time of this thread, in milliseconds. */
function workTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const server = createServer((request, response) => {
  measure();
  const measured = { longestHold, longestWork };
  if (request.url === '/collect') globalThis.gc?.();
  const { rss, heapUsed, external } = memoryUsage();
  const memory = {
    resident: rss / 1e6,
    peak: (resourceUsage().maxRSS * 1024) / 1e6,
    used: (heapUsed + external) / 1e6,
  };
  response.end(JSON.stringify({ ...measured, ...memory }));
  // This request and its collection are not the work of the server.
  measure();
  [longestHold, longestWork] = [0, 0];
});
// The server's worker threads load this, too.
if (isMainThread) server.listen(Number(process.env['WATCH_PORT']), '127.0.0.1').unref();
