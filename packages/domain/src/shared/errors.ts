export interface ErrorDetail {
  /** Where in the input the fault lies, e.g. `['terms', '2', 'days']`. */
  path?: string[];
  /** Values that the dashboard's dictionaries put into the translated sentence. Never secrets, SQL or personal data. */
  params?: Record<string, unknown>;
}

/**
 * A refusal that a person can act on.
 *
 * `code` is stable and SCREAMING_SNAKE: clients and dictionaries depend on it. `message` is an English sentence
 * that names the field and the remedy; the dashboard shows its own sentence, found by `code` and filled from `params`.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly path: string[];
  readonly params: Record<string, unknown>;

  constructor(code: string, message: string, detail: ErrorDetail = {}) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.path = detail.path ?? [];
    this.params = detail.params ?? {};
  }
}
