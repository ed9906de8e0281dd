import type { WriteStream } from 'node:tty';
import { DefaultRenderer, Listr, ListrDefaultRendererLogLevels, ListrLogger, ProcessOutput } from 'listr2';
import { styled } from './terminal.ts';

/** A part of a command that may take long. */
export interface Task<T> {
  /** What is being done, e.g. "Reading catalog.json". */
  readonly title: string;
  /** Does the work. May report its progress, e.g. "12 of 40 rows", as often as it likes. */
  readonly work: (report: (progress: string) => void) => Promise<T>;
  /** Whether a result counts as a failure; a task that throws always failed. */
  readonly isRefused?: (result: T) => boolean;
}

/** Does a step and shows it on a terminal, as {@link Task} and runStep say. */
export async function showProgress<T>({ title, work, isRefused }: Task<T>, stream: WriteStream): Promise<T> {
  let outcome: { readonly result: T } | { readonly error: unknown } | undefined;
  const task = {
    title,
    task: async (_: unknown, shown: { title: string }) => {
      try {
        outcome = { result: await work((progress) => (shown.title = `${title}: ${progress}`)) };
      } catch (error) {
        outcome = { error };
      }
      // Throwing marks the line as failed; the caller reports the error.
      if ('error' in outcome || isRefused?.(outcome.result) === true) throw new Error('refused');
    },
  };
  await new Listr(task, {
    renderer: AnyStreamRenderer,
    rendererOptions: {
      logger: new ListrLogger<ListrDefaultRendererLogLevels>({ processOutput: new PlainOutput(stream, stream) }),
      showErrorMessage: false,
      color: {
        [ListrDefaultRendererLogLevels.PENDING]: (icon = '') => styled('doubtful', icon, stream),
        [ListrDefaultRendererLogLevels.COMPLETED]: (icon = '') => styled('good', icon, stream),
        [ListrDefaultRendererLogLevels.FAILED]: (icon = '') => styled('bad', icon, stream),
      },
    },
    exitOnError: false,
    registerSignalListeners: false,
  }).run();
  if (outcome === undefined) throw new Error(`the step was not run: ${title}`);
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/** Renders even if standard output is not a terminal, because our stream is one. */
class AnyStreamRenderer extends DefaultRenderer {
  static override nonTTY = true;
}

/**
 * Does not intercept the stream. By default listr2 replaces its `write` while a task runs and buffers what others write;
 * then even the sequence that restores the cursor on Ctrl-C would be lost.
 */
class PlainOutput extends ProcessOutput {
  override hijack(): void {
    this.active = true;
  }

  override release(): void {
    this.active = false;
  }
}
