import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import type { ServedFiles } from '../../src/server/pages/findings-route.ts';
import type { PictureJson } from '../../src/exchange/pictures/picture-json.ts';
import { type Parameter, withQuery } from './address/parameters.ts';
import { Failure } from './failure.ts';
import { serverAddress } from './location.ts';
import { noteSession } from './session.ts';

/** Every query asks for `catalog { revision }`, by which the explorer notices an import. */
interface WithRevision {
  readonly catalog: { readonly revision: string };
}

/** An answer, and the revision of the catalog that it is of. */
export interface Answer<Data> {
  readonly data: Data;
  readonly revision: string;
}

/**
 * Sends a GraphQL query.
 *
 * @throws Failure, and what fetch throws if the signal ends the request.
 */
export async function askGraphql<Data extends WithRevision, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answer<Data>> {
  const response = await fetched(serverAddress('graphql'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: textOf(document), variables }),
    signal,
  });
  const body = await jsonOf(response);
  // The server answers by the schema from which the types of documents are made, so only the outside is looked at.
  const hasData = (value: unknown): value is { readonly data: Data } =>
    isObject(value) && isObject(value['data']) && isObject(value['data']['catalog']);
  const [error] = errorsIn(body);
  if (error !== undefined || !hasData(body)) {
    const isRefused = response.status === 400 || error?.isOfArgument === true;
    throw new Failure(isRefused ? 'REFUSED' : 'FAILED', error?.message ?? '', requestIdOf(response));
  }
  return { data: body.data, revision: body.data.catalog.revision };
}

/** The text of a query. */
export function textOf<Data, Variables>(document: TadaDocumentNode<Data, Variables>): string {
  return print(document);
}

/**
 * Asks for the data of a picture.
 *
 * @param kind e.g. "board".
 * @throws as askGraphql.
 */
export async function askPicture<Data>(
  kind: string,
  parameters: readonly Parameter[],
  signal: AbortSignal,
): Promise<Answer<Data>> {
  const response = await fetched(serverAddress(withQuery(`picture/${kind}.json`, parameters)), { signal });
  if (!response.ok) throw await refusalOf(response);
  const body = await jsonOf(response);
  // The data come from the functions whose types they have, so only the outside is looked at.
  const isPicture = (value: unknown): value is PictureJson<Data> =>
    isObject(value) && 'data' in value && isObject(value['catalog']) && 'revision' in value['catalog'];
  if (!isPicture(body)) throw new Failure('FAILED', '', requestIdOf(response));
  return { data: body.data, revision: body.catalog.revision };
}

/**
 * Asks how the last import of the files ended from which the server imports its catalog.
 *
 * @throws as askGraphql.
 */
export async function askFindings(signal: AbortSignal): Promise<ServedFiles> {
  const response = await fetched(serverAddress('catalog/findings.json'), { signal });
  if (!response.ok) throw await refusalOf(response);
  const body = await jsonOf(response);
  // The server writes a value of this type, so only the outside is looked at.
  const isServedFiles = (value: unknown): value is ServedFiles => isObject(value) && 'findings' in value;
  if (!isServedFiles(body)) throw new Failure('FAILED', '', requestIdOf(response));
  return body;
}

/**
 * Asks for a file of the server.
 *
 * @throws as askGraphql.
 */
export async function askFile(address: string): Promise<Blob> {
  const response = await fetched(address, {});
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}

/** Why a file of the explorer could not be loaded, which browsers do not say. */
export async function whyNotLoaded(): Promise<Failure> {
  try {
    await fetched(serverAddress('graphql'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  return new Failure('UNREACHABLE', '', null);
}

async function refusalOf(response: Response): Promise<Failure> {
  const text = await response.text().catch(() => '');
  return new Failure(response.status === 400 ? 'REFUSED' : 'FAILED', text.trim(), requestIdOf(response));
}

async function fetched(address: string, options: RequestInit): Promise<Response> {
  const response = await reached(address, options);
  noteSession(response);
  if (response.status === 401) throw new Failure('SIGNED_OUT', '', requestIdOf(response));
  return response;
}

async function reached(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new Failure('UNREACHABLE', '', null);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new Failure('FAILED', '', requestIdOf(response));
  }
}

function requestIdOf({ headers }: Response): string | null {
  return headers.get('X-Request-Id');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

interface GraphqlError {
  readonly message: string;
  /** Whether the value of an argument is wrong, e.g. an id that the catalog does not have. Such an answer has the HTTP status 200. */
  readonly isOfArgument: boolean;
}

/** The errors of a GraphQL answer. */
function errorsIn(body: unknown): readonly GraphqlError[] {
  if (!isObject(body) || !Array.isArray(body['errors'])) return [];
  const errors: readonly unknown[] = body['errors'];
  return errors.map((error) => {
    const { message, extensions } = isObject(error) ? error : {};
    return {
      message: typeof message === 'string' ? message : 'unknown error',
      isOfArgument: isObject(extensions) && extensions['code'] === 'BAD_USER_INPUT',
    };
  });
}
