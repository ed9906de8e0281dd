/** Longest time that a line stays in the buffer, in milliseconds. */
const longestWait = 100;

/** Largest size of the buffer, in characters. */
const mostWaiting = 64 * 1024;

/** A stream that lines are written to. */
export interface Lines {
  write(text: string): unknown;
}

/**
 * Buffers lines for up to a tenth of a second and writes them together. A write to standard output blocks the process, for
 * longer than it takes to send a cached answer. The buffer is written when the process exits, even after an uncaught
 * error; only SIGKILL loses it.
 */
export function bufferedLines(output: Lines): Lines & { flush(): void } {
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
