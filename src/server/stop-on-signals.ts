import type { Logger } from 'pino';

const signals = ['SIGTERM', 'SIGINT'] as const;

/** What a signal does before `stopOnSignals` is called. */
let exit: ((name: string, number: number) => void) | undefined;

/**
 * Ends the process at once on SIGTERM and Ctrl-C, until `stopOnSignals` replaces this. It is called before anything else is
 * loaded: the first process of a container ignores signals that it does not listen for.
 *
 * @param exitCode of the process, by the number of the signal.
 */
export function exitOnSignals(exitCode: (signal: number) => number): void {
  exit = (_, signal) => process.exit(exitCode(signal));
  for (const signal of signals) process.on(signal, exit);
}

/**
 * Shuts the process down on SIGTERM and Ctrl-C, with exit code 0, or 1 if closing fails. A second signal ends it at once
 * with exit code 1; requests that were still open are lost.
 */
export function stopOnSignals(server: { close(): Promise<void> }, logger: Logger): void {
  let isStopping = false;

  async function stop(signal: string): Promise<void> {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info(`Stopping on ${signal}: finishing open requests`);
    try {
      await server.close();
      logger.info('Stopped');
      process.exit(0);
    } catch (error) {
      logger.error(error, 'Shutdown failed');
      process.exit(1);
    }
  }

  for (const signal of signals) {
    process.on(signal, () => void stop(signal));
    if (exit !== undefined) process.off(signal, exit);
  }
}
