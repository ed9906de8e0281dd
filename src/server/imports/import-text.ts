import { GraphQLError } from 'graphql';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { GivenText, TextImport } from '../../import/catalog-importer.ts';
import { otherSequence } from '../../store/store-error.ts';
import type { GraphqlAsker, Mutations } from '../graphql/endpoint.ts';
import { failureAnswer, withoutFile } from './import-answer.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { Asker, Imports } from './imports.ts';
import { makeUploadFile } from './upload-file.ts';

/** What the mutations of a server do. */
export function mutationsOf(imports: Imports, dataFolder: string): Mutations {
  const askerOf = ({ caller, record: { client, id } }: GraphqlAsker) => ({ caller, client, requestId: id });
  return {
    importText: (given, asker) => importText(given, askerOf(asker), imports, dataFolder),
    forbidden: (asker) => {
      // Whether it would have been a dry run is not known any more.
      const asking: Asker = { ...askerOf(asker), via: 'GRAPHQL', dryRun: false };
      void imports.refused(asking, new ImportRefusal(403, 'FORBIDDEN', ''));
    },
  };
}

/**
 * Imports the text of a mutation: written to a file and imported like one that is uploaded, so that both ways follow the same rules.
 *
 * @throws ArgumentError without the sequence that is expected; GraphQLError where it is refused; StoreError, e.g. CONFLICT.
 */
async function importText(
  { catalog, dryRun, expectedSequence }: GivenText,
  asker: Omit<Asker, 'via' | 'dryRun'>,
  imports: Imports,
  dataFolder: string,
): Promise<TextImport> {
  const asking: Asker = { ...asker, via: 'GRAPHQL', dryRun };
  const running = await begin();
  const file = { remove: () => Promise.resolve() };
  try {
    const { result, served } = await running.run(
      async () => {
        const upload = await makeUploadFile(dataFolder, /^\uFEFF?\s*\{/.test(catalog) ? 'json' : 'yaml');
        file.remove = () => upload.remove();
        await upload.handle.writeFile(catalog);
        await upload.handle.close();
        return { file: upload.path, expectedSequence };
      },
      () => undefined,
      new AbortController().signal,
    );
    const findings = result.findings.map((finding) => ({ ...finding, ...withoutFile(finding) }));
    return { result: { ...result, findings }, catalog: served };
  } catch (error) {
    throw asGraphQL(error);
  } finally {
    await file.remove();
  }

  async function begin() {
    try {
      const current = await imports.current();
      if (expectedSequence === undefined && !dryRun) throw noSequence(current?.sequence ?? 0);
      if (expectedSequence !== undefined && expectedSequence !== (current?.sequence ?? 0)) {
        throw otherSequence(current, expectedSequence);
      }
      return await imports.begin(asking, current);
    } catch (error) {
      const isMissing = error instanceof ArgumentError;
      await imports.refused(asking, isMissing ? new ImportRefusal(428, 'PRECONDITION_REQUIRED', error.message) : error);
      throw asGraphQL(error);
    }
  }
}

function noSequence(current: number): ArgumentError {
  return new ArgumentError(
    'input.expectedSequence',
    'input.expectedSequence is missing, so the import could overwrite what you have not seen. Set it to the sequence of the catalog that ' +
      `yours is to replace (catalog { sequence }), which is ${current} now. With dryRun: true you see the differences first, and it is not needed.`,
  );
}

/** An error that says to clients what a PUT would be told. Those of the store have their own form (error-answers.ts). */
function asGraphQL(error: unknown): unknown {
  if (!(error instanceof ImportRefusal)) return error;
  const { status = 503, headers = {}, json = {} } = failureAnswer(error) ?? {};
  const { code } = json;
  return new GraphQLError(error.message, {
    extensions: { code, ...(status === 503 && { http: { status, headers } }) },
  });
}
