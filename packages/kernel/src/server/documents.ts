import { hash } from 'node:crypto';
import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { limitRules } from './limit-rules.ts';
import type { Limits } from './limits.ts';

/**
 * Documents that were accepted, newest last, kept for Apollo (`documentStore`) so that recurring ones are neither
 * parsed nor validated again. Bounded by the length of their text: a parsed document takes about fifty times that.
 */
export class AcceptedDocuments {
  readonly #byHash = new Map<string, DocumentNode>();
  readonly #maxText: number;
  #text = 0;

  constructor(maxText: number) {
    this.#maxText = maxText;
  }

  has(queryHash: string): boolean {
    return this.#byHash.has(queryHash);
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(hashIn(key));
  }

  find(queryHash: string): DocumentNode | undefined {
    const found = this.#byHash.get(queryHash);
    if (found) {
      this.#byHash.delete(queryHash);
      this.#byHash.set(queryHash, found);
    }
    return found;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#byHash.set(hashIn(key), document);
    this.#text += lengthOf(document);
    for (const [oldest, old] of this.#byHash) {
      if (this.#text <= this.#maxText) break;
      this.#byHash.delete(oldest);
      this.#text -= lengthOf(old);
    }
  }

  async delete(key: string): Promise<boolean> {
    const queryHash = hashIn(key);
    const old = this.#byHash.get(queryHash);
    if (old) this.#text -= lengthOf(old);
    return this.#byHash.delete(queryHash);
  }
}

/** Apollo puts a prefix in front of the SHA-256 of the text. */
const hashIn = (key: string): string => key.slice(-64);
const lengthOf = (document: DocumentNode): number => document.loc?.end ?? 1_000;

/**
 * Refuses a text that exceeds the limits before anything expensive looks at it. Texts accepted before pass at the
 * price of a hash.
 *
 * @throws GraphQLError TOKEN_LIMIT, DEPTH_LIMIT, ALIAS_LIMIT, ROOT_FIELD_LIMIT, FIELD_LIMIT, GRAPHQL_PARSE_FAILED
 */
export function documentGate(
  schema: GraphQLSchema,
  accepted: AcceptedDocuments,
  limits: Limits,
): (query: unknown) => void {
  const rules = limitRules(limits);
  return (query) => {
    // Apollo has its own answer for what is no text
    if (typeof query !== 'string' || query === '' || accepted.has(hash('sha256', query, 'hex'))) return;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: limits.tokens });
    } catch {
      // Apollo parses it again and says where the fault is
      return;
    }
    const [error] = validate(schema, document, rules, { maxErrors: 1 });
    if (error) throw error;
  };
}
