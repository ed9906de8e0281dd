import type { DocumentNode } from 'graphql';
import type { StoredCatalog } from '../../../store/stored-catalog.ts';

/** What a client is sent for an event. */
export interface EventAnswer {
  /** Without line breaks. */
  readonly json: string;
  readonly cost: number;
}

/** An answer with what decides whether others may have it, too. */
export interface MadeAnswer extends EventAnswer {
  readonly hasErrors: boolean;
}

type MakeAnswer = () => Promise<MadeAnswer>;

/** By their documents, and by what else is asked with these. */
type EventAnswers = Map<DocumentNode, DocumentAnswers>;
type DocumentAnswers = Map<string, Promise<MadeAnswer>>;

/**
 * The answers to an event, made once for all who have sent the same subscription: often that is one program, a thousand times. No
 * answer depends on who asks. Errors are not shared, because they may have the id of the request.
 *
 * An answer is only shared by those who are given the event together, which is in one turn of the event loop, and then forgotten:
 * otherwise, a client that subscribes again and again, each time with another document, would fill the memory.
 */
export class SharedAnswers {
  readonly #ofEvents = new WeakMap<StoredCatalog, EventAnswers>();

  /** @param document the same object for the same text, from the cache of documents. */
  async answer(event: StoredCatalog, document: DocumentNode, key: string, make: MakeAnswer): Promise<EventAnswer> {
    const ofDocument = this.#ofDocument(event, document);
    const begun = ofDocument.get(key);
    if (begun !== undefined) {
      const found = await begun.catch(() => undefined);
      return found?.hasErrors === false ? found : make();
    }
    const made = make();
    ofDocument.set(key, made);
    return made;
  }

  #ofDocument(event: StoredCatalog, document: DocumentNode): DocumentAnswers {
    const known = this.#ofEvents.get(event);
    const ofEvent: EventAnswers = known ?? new Map<DocumentNode, DocumentAnswers>();
    if (known === undefined) {
      this.#ofEvents.set(event, ofEvent);
      setImmediate(() => this.#ofEvents.delete(event));
    }
    const ofDocument: DocumentAnswers = ofEvent.get(document) ?? new Map<string, Promise<MadeAnswer>>();
    ofEvent.set(document, ofDocument);
    return ofDocument;
  }
}
