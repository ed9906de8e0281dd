import type { Logger } from 'pino';

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

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(signal));
  }
}
