/** How long a line may wait, in milliseconds. */
const longestWait = 100;

/** How much may wait, in characters. */
const mostWaiting = 64 * 1024;

/** Something that is written to, line by line. */
export interface Lines {
  write(text: string): unknown;
}

/**
 * Writes lines together, those of a tenth of a second at most: each write stops the process until the system has taken it,
 * which takes longer than to answer from what is kept. A process that ends, even by an error that nobody caught, writes
 * first what waits; only one that is killed at once (SIGKILL) loses it.
 */
export function gatheredLines(output: Lines): Lines & { flush(): void } {
  let waiting = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    process.off('exit', flush);
    const text = waiting;
    waiting = '';
    if (text !== '') output.write(text);
  };
  return {
    flush,
    write(line) {
      if (waiting === '') {
        timer = setTimeout(flush, longestWait).unref();
        process.once('exit', flush);
      }
      waiting += line;
      if (waiting.length > mostWaiting) flush();
    },
  };
}
