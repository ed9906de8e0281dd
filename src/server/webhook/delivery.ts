import type { WebhookMessage } from './webhook-event.ts';

/** How often a message is tried at most. */
const mostTries = 6;

/** How long the second try waits, in milliseconds; each later one waits three times as long: 10 minutes in all. */
const firstWait = 5_000;
const factor = 3;

/** Each wait is longer or shorter by up to this share, so that several instances do not all try at the same time. */
const jitter = 0.2;

/** Messages that wait for the one before them; of more, the oldest that waits is given up. */
const mostWaiting = 100;

/** The receiver says that it wants no messages any more (Standard Webhooks, "Delivery and retries"). */
const gone = 410;

/** What became of one try: undefined if the message was received, otherwise what went wrong. */
export interface Failure {
  /** For the log: without a secret. */
  readonly reason: string;
  /** The status of the answer, if there was one. */
  readonly status?: number;
}

export interface DeliveryParts {
  /** Sends a message once. Never rejects. */
  readonly send: (message: WebhookMessage, signal: AbortSignal) => Promise<Failure | undefined>;
  /** Is given each message that is given up, and why. */
  readonly giveUp: (message: WebhookMessage, reason: string, tries: number) => void;
  /** Waits; ends early when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Sends messages in their order, each until it is received or given up. Nobody waits for it. */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #waiting: WebhookMessage[] = [];
  readonly #closing = new AbortController();
  /** Ends when no message waits. */
  #sending: Promise<void> | undefined;
  #isGone = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends a message after those before it. */
  add(message: WebhookMessage): void {
    const { giveUp } = this.#parts;
    if (this.#closing.signal.aborted) giveUp(message, stopped, 0);
    else if (this.#isGone) giveUp(message, isGone, 0);
    else {
      this.#waiting.push(message);
      if (this.#waiting.length > mostWaiting) {
        const [oldest] = this.#waiting.splice(0, 1);
        if (oldest !== undefined) giveUp(oldest, `${mostWaiting} later ones are waiting`, 0);
      }
      this.#sending ??= this.#sendAll();
    }
  }

  /** Gives up what has not been received yet. @returns when that is done. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    for (let message = this.#waiting.shift(); message !== undefined; message = this.#waiting.shift()) {
      await this.#deliver(message);
      if (this.#closing.signal.aborted) this.#giveUpWaiting(stopped);
      else if (this.#isGone) this.#giveUpWaiting(isGone);
    }
    this.#sending = undefined;
  }

  async #deliver(message: WebhookMessage): Promise<void> {
    const { send, giveUp, wait, random } = this.#parts;
    const { signal } = this.#closing;
    const isStopped = () => signal.aborted;
    for (let tries = 1; ; tries++) {
      const failure = await send(message, signal);
      if (failure === undefined) return;
      if (failure.status === gone) this.#isGone = true;
      if (isStopped() || this.#isGone || tries === mostTries) {
        giveUp(message, isStopped() ? `${stopped}; the last try: ${failure.reason}` : failure.reason, tries);
        return;
      }
      await wait(firstWait * factor ** (tries - 1) * (1 + jitter * (2 * random() - 1)), signal);
      if (isStopped()) {
        giveUp(message, `${stopped}; the last try: ${failure.reason}`, tries);
        return;
      }
    }
  }

  #giveUpWaiting(reason: string): void {
    for (const message of this.#waiting.splice(0)) this.#parts.giveUp(message, reason, 0);
  }
}

const stopped = 'the server stops';
const isGone =
  'the receiver answered an earlier one with 410, which means that it wants no more; restart the server to try again';
