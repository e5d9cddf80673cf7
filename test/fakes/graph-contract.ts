import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Document } from 'openapi-backend';

/** The published API description, in a folder next to the repository that not every machine has. */
const SPECS = join(import.meta.dirname, '../../../shared/specs');
const DESCRIPTION = join(SPECS, 'graph-dsg-v1.0.openapi.json');
export const hasContract = existsSync(DESCRIPTION);

interface Examples {
  readonly examples: readonly { readonly operation: string; readonly part: string; readonly body: unknown }[];
}

/** The bodies that Microsoft's reference pages show as answers of one operation. */
export function exampleAnswers(operation: string): readonly unknown[] {
  const text = readFileSync(join(SPECS, 'graph-dsg-examples.json'), 'utf8');
  return (JSON.parse(text) as Examples).examples
    .filter((each) => each.operation === operation && each.part === 'response')
    .map(({ body }) => body);
}

export interface GraphContract {
  /** What is wrong with a request; empty when nothing is. `url` is path and query. */
  request(method: string, url: string, headers: Readonly<Record<string, string>>): readonly string[];
  /** What is wrong with an answer to it. */
  response(method: string, url: string, status: number, body: unknown): readonly string[];
}

/** Checks requests and answers of the v1.0 label operations against the published description. */
export async function loadContract(): Promise<GraphContract> {
  const definition = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Document;
  const api = new OpenAPIBackend({
    definition,
    apiRoot: '/v1.0',
    quick: true,
    ajvOpts: { strict: false },
    customizeAjv: (ajv) => {
      addFormats.default(ajv);
      return ajv;
    },
  });
  await api.init();
  const operationOf = (method: string, url: string) =>
    api.matchOperation({ method, path: url.split('?')[0] ?? url, headers: {} });
  return {
    request: (method, url, headers) => {
      const operation = operationOf(method, url);
      if (operation === undefined) return [`${method} ${url.split('?')[0]}: no such operation`];
      const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
      const path = url.split('?')[0] ?? url;
      const { errors } = api.validateRequest({ method, path, headers: { ...headers }, query }, operation);
      return wordsOf(errors);
    },
    response: (method, url, status, body) => {
      const operation = operationOf(method, url);
      return operation === undefined
        ? [`${method} ${url}: no such operation`]
        : wordsOf(api.validateResponse(body, operation, status).errors);
    },
  };
}

const wordsOf = (
  errors: readonly { readonly instancePath: string; readonly message?: string }[] | null | undefined,
): readonly string[] => (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
