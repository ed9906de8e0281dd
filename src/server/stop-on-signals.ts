import type { Logger } from 'pino';

/**
 * Ends the process in order on SIGTERM and Ctrl-C, with exit code 0; with 1 where closing fails. A second signal ends it
 * at once, with 1: whatever was still being answered is lost.
 */
export function stopOnSignals(server: { close(): Promise<void> }, logger: Logger): void {
  let isStopping = false;

  async function stop(signal: string): Promise<void> {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info(`Stopping on ${signal}: finishing what is being answered`);
    try {
      await server.close();
      logger.info('Stopped');
      process.exit(0);
    } catch (error) {
      logger.error(error, 'Could not stop in order');
      process.exit(1);
    }
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(signal));
  }
}
