import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Asks /health of a server (workerData) again and again, on a thread of its own, as a probe of Kubernetes would. Each message to
 * it is answered with the longest time until an answer since the previous message, in milliseconds; Infinity if one failed.
 */
const url = String(workerData);
const pause = 20;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let longest = 0;

parentPort?.on('message', () => {
  parentPort?.postMessage(longest);
  longest = 0;
});

function ping(): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent }, (response) => {
      response.resume().once('end', resolve).once('error', reject);
    });
    sent.once('error', reject);
  });
}

for (;;) {
  const started = performance.now();
  await ping().then(
    () => (longest = Math.max(longest, performance.now() - started)),
    () => (longest = Infinity),
  );
  await wait(pause);
}
