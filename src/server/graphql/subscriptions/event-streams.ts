import type { Logger } from 'pino';
import type { Config } from '../../../config/config.ts';
import { grouped } from '../../../text/quoted-text.ts';
import { isRefusal, type RequestAccess } from '../../access/request-access.ts';
import { networkOf } from '../../http/client-address.ts';
import type { ConnectionLimits } from '../../http/connections.ts';
import { commonHeaders, type Exchange, type Headers } from '../../http/exchange.ts';
import { logFailure } from '../../log-failure.ts';
import type { Subscription } from './subscribing.ts';

/** How often something is sent to each listener, in milliseconds: many proxies end a connection that is silent for a minute or less. */
const longestSilence = 10_000;

/** The listeners get their heartbeats in groups, one after the other, so that many of them do not hold the event loop. */
const groups = 10;

/** Who listens is checked again at one of this many heartbeats: every 30 s. */
const beatsPerCheck = 3;

/** Ends the connection of a client for which this much waits, in bytes, when the next event comes. */
const mostUnread = 64 * 1024;

/** Listeners take at most this share of the connections, so that there is room for queries. */
const shareOfConnections = 3 / 4;

/** The settings that limit listeners. The stall timeout is that of connections, in milliseconds. */
export type ListenerLimits = Pick<Config, 'mostListeners' | 'stallTimeout'> & ConnectionLimits;

export interface EventStreamParts extends ListenerLimits {
  readonly access: RequestAccess;
  readonly logger: Logger;
}

interface Stream {
  readonly exchange: Exchange;
  readonly events: Subscription['events'];
  readonly network: string;
  beats: number;
  /** Whether the client had not taken everything at the last heartbeat. */
  isBehind: boolean;
}

/**
 * The subscriptions that are open, each an answer that goes on: server-sent events in the "distinct connections mode" of
 * graphql-sse. One timer serves all of them.
 */
export class EventStreams {
  readonly #parts: EventStreamParts;
  readonly #most: number;
  readonly #mostOfAddress: number;
  readonly #groups: readonly Set<Stream>[] = Array.from({ length: groups }, () => new Set());
  readonly #ofNetwork = new Map<string, number>();
  #count = 0;
  #next = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: EventStreamParts) {
    this.#parts = parts;
    const { mostListeners, maxConnections, maxConnectionsPerAddress: perAddress } = parts;
    this.#most = Math.min(mostListeners, Math.max(1, Math.floor(maxConnections * shareOfConnections)));
    this.#mostOfAddress = perAddress === 0 ? Infinity : Math.max(1, Math.floor(perAddress * shareOfConnections));
  }

  /** How many clients listen. */
  get count(): number {
    return this.#count;
  }

  /** Why one more client cannot listen; undefined if it can. */
  refusal({ record }: Exchange): string | undefined {
    const { mostListeners } = this.#parts;
    if (this.#count >= this.#most) {
      const reason =
        this.#most < mostListeners
          ? `three quarters of ROLEGRAPH_MAX_CONNECTIONS`
          : 'the setting ROLEGRAPH_MAX_LISTENERS';
      return `${grouped(this.#most)} clients are subscribed, the most that this server allows (${reason}). Try again later, or ask for catalog { sequence } from time to time.`;
    }
    if ((this.#ofNetwork.get(networkOf(record.client)) ?? 0) >= this.#mostOfAddress) {
      return `${grouped(this.#mostOfAddress)} clients at one address are subscribed, the most that this server allows (three quarters of ROLEGRAPH_MAX_CONNECTIONS_PER_ADDRESS). End subscriptions that you do not need.`;
    }
    return undefined;
  }

  /**
   * Sends the answers to all events, until these end, the client disconnects or reads too slowly, or may not listen any more.
   *
   * @param headers of the answer, without those that every answer has.
   * @param onCost is told what each event cost.
   */
  async send(
    exchange: Exchange,
    headers: Headers,
    { events, answer }: Subscription,
    onCost: (cost: number) => void,
  ): Promise<void> {
    const { response, record } = exchange;
    if (hasEnded(exchange)) {
      await events.return?.();
      return;
    }
    const stream = this.#add(exchange, events);
    response.once('close', () => {
      this.#remove(stream);
      void events.return?.();
    });
    response.writeHead(200, {
      ...commonHeaders(record.id),
      ...headers,
      'Cache-Control': 'no-store, no-transform',
      // nginx would keep the events until its buffer is full.
      'X-Accel-Buffering': 'no',
    });
    // Says at once that the subscription has begun.
    write(exchange, ':\n\n');
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (hasEnded(exchange)) return;
        if (done === true) break;
        if (response.writableLength > mostUnread) {
          response.destroy();
          return;
        }
        const { json, cost } = await answer(value);
        onCost(cost);
        write(exchange, `id: ${value.sequence}\nevent: next\ndata: ${json}\n\n`);
      }
    } catch (error) {
      logFailure(this.#parts.logger, error, { requestId: record.id }, 'A subscription failed on the server');
      await events.return?.();
    }
    if (hasEnded(exchange)) return;
    write(exchange, 'event: complete\ndata:\n\n');
    response.end();
    // The end of a subscription is no answer that anybody waits for.
    if (response.writableLength > mostUnread || stream.isBehind) response.destroy();
  }

  #add(exchange: Exchange, events: Subscription['events']): Stream {
    const network = networkOf(exchange.record.client);
    const stream = { exchange, events, network, beats: 0, isBehind: false };
    const smallest = this.#groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.add(stream);
    this.#count++;
    this.#ofNetwork.set(network, (this.#ofNetwork.get(network) ?? 0) + 1);
    const { stallTimeout } = this.#parts;
    this.#timer ??= setInterval(
      () => {
        this.#beat();
      },
      Math.min(longestSilence, stallTimeout / 3) / groups,
    ).unref();
    return stream;
  }

  #remove(stream: Stream): void {
    if (!this.#groups.some((group) => group.delete(stream))) return;
    this.#count--;
    const left = (this.#ofNetwork.get(stream.network) ?? 1) - 1;
    if (left > 0) this.#ofNetwork.set(stream.network, left);
    else this.#ofNetwork.delete(stream.network);
    if (this.#count > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Sends a comment to the next group of listeners, which keeps their connections open. */
  #beat(): void {
    const group = this.#groups[this.#next];
    this.#next = (this.#next + 1) % groups;
    for (const stream of group ?? []) {
      const { response } = stream.exchange;
      if (response.writableEnded) continue;
      const isBehind = response.writableLength > 0;
      if (isBehind && stream.isBehind) {
        response.destroy();
        continue;
      }
      stream.isBehind = isBehind;
      write(stream.exchange, ':\n\n');
      stream.beats++;
      if (this.#parts.access.isOn && stream.beats % beatsPerCheck === 0) void this.#check(stream);
    }
  }

  /** Ends the stream of a client whose token has expired or is not accepted any more. */
  async #check({ exchange, events }: Stream): Promise<void> {
    const { access } = this.#parts;
    const checked = await access.callerOf(exchange.request);
    // Nothing is known against a token while the keys cannot be fetched, but for its own end.
    const isRefused = isRefusal(checked)
      ? checked.status !== 503 || hasExpired(exchange)
      : access.refusalOf(checked, 'read') !== undefined;
    if (isRefused) await events.return?.();
  }
}

function hasExpired({ caller: { expiresAt } }: Exchange): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}

/** Whether the client has disconnected, which may happen whenever something is awaited. */
function hasEnded({ response }: Exchange): boolean {
  return response.destroyed;
}

function write({ response, record }: Exchange, text: string): void {
  record.bytes += Buffer.byteLength(text);
  response.write(text);
}
