import { DomainError } from '@perennial/domain/shared/errors';
import { fieldRegistry } from '@perennial/domain/shared/fields';
import type { Registry } from '../registry/module.ts';
import { z } from 'zod';
import { fromGlobalId } from './global-id.ts';
import { typeMarks } from './operations.ts';
import { checkTexts } from './storable-text.ts';

/**
 * Turns an input as GraphQL coerced it into what the declaration describes: global ids become row references, moments
 * become dates, then zod checks it. The first fault is thrown as `INVALID_FIELD`, naming the field and the remedy; a text
 * that cannot be kept as `TEXT_UNREADABLE`, see `checkTexts`.
 */
export function decodeInput(
  registry: Registry,
  schema: z.ZodObject,
  input: Record<string, unknown>,
): Record<string, unknown> {
  checkTexts(input);
  const result = schema.safeParse(decode(registry, schema, input, []));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map(String);
  throw new DomainError('INVALID_FIELD', `${path.join('.') || 'input'}: ${issue?.message ?? 'not accepted'}.`, {
    path,
    params: { field: path.at(-1) ?? '', problem: issue?.code ?? 'custom', ...bounds(issue) },
  });
}

/** What zod says about limits, so that the dashboard can name them in the reader's language. */
function bounds(issue: z.core.$ZodIssue | undefined): Record<string, unknown> {
  if (!issue) return {};
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  // of a text: so many characters, blanks around it left out
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum), of: issue.origin };
  if (issue.code === 'invalid_format') return { format: issue.format };
  return {};
}

interface Bare {
  type: z.ZodType;
  optional: boolean;
  nullable: boolean;
}

function bare(schema: z.ZodType): Bare {
  let type = schema;
  let optional = false;
  let nullable = false;
  for (;;) {
    if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) optional = true;
    else if (type instanceof z.ZodNullable) nullable = true;
    else return { type, optional, nullable };
    type = type.unwrap() as z.ZodType;
  }
}

function decode(registry: Registry, schema: z.ZodType, value: unknown, path: string[]): unknown {
  const { type, optional, nullable } = bare(schema);
  // GraphQL callers write null for "not given" where the declaration knows no null
  if (value === null && optional && !nullable) return undefined;
  if (value === null || value === undefined) return value;
  const mark = typeMarks.get(type);
  if (mark?.kind === 'globalId') {
    const key = registry.models.get(mark.type)?.key;
    if (!key) throw new TypeError(`an input names ${mark.type}, which is no entity`);
    return fromGlobalId(mark.type, key, String(value), path);
  }
  const target =
    fieldRegistry.get(type) ??
    fieldRegistry.get(schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema);
  if (target?.kind === 'ref' && target.target && typeof value === 'string')
    return referenceOf(registry, target.target, value, path);
  if (type instanceof z.ZodDate && typeof value === 'string') return new Date(value);
  if (type instanceof z.ZodObject && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, inner]) => {
      const field = type.shape[key] as z.ZodType | undefined;
      return [key, field ? decode(registry, field, inner, [...path, key]) : inner];
    });
    return Object.fromEntries(entries);
  }
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item, i) => decode(registry, type.element as z.ZodType, item, [...path, String(i)]));
  }
  return value;
}

/** A declared reference arrives as a global id and is stored as the row's own id. */
function referenceOf(registry: Registry, target: string, value: string, path: string[]): string | undefined {
  const key = registry.models.get(target)?.key;
  if (!key) throw new TypeError(`a field refers to ${target}, which is no entity`);
  const ref = fromGlobalId(target, key, value, path);
  return ref.id ?? ref.customerId;
}
