/** How one entity is called in the different places of the house. */
export interface EntityNames {
  /** Folder of its area, e.g. `care`. */
  readonly area: string;
  /** `ServiceVisit`: the GraphQL type. */
  readonly type: string;
  /** `serviceVisit`: the declaration. */
  readonly one: string;
  /** `serviceVisits`: the table's constant and the root field of the list. */
  readonly many: string;
  /** `service-visit`: files. */
  readonly file: string;
  /** `service_visits`: the table. */
  readonly table: string;
  /** `SERVICE_VISIT`: error codes. */
  readonly code: string;
  /** `service visit`: sentences. */
  readonly words: string;
}

/**
 * Derives every name from the area's and the entity's, e.g. `care` and `ServiceVisit`.
 * @throws RangeError saying how a name has to look
 */
export function entityNames(area: string, type: string): EntityNames {
  if (!/^[a-z]{3,30}$/.test(area)) throw new RangeError(`"${area}" is no area: one lower-case word, e.g. care`);
  if (!/^([A-Z][a-z]+)+$/.test(type) || type.length > 40) {
    throw new RangeError(`"${type}" is no entity: singular words, each with a capital, e.g. ServiceVisit`);
  }
  const words = type.match(/[A-Z][a-z]+/g)!.map((word) => word.toLowerCase());
  const one = type.charAt(0).toLowerCase() + type.slice(1);
  const plural = (name: string) =>
    /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
  return {
    area,
    type,
    one,
    many: plural(one),
    file: words.join('-'),
    table: plural(words.join('_')),
    code: words.join('_').toUpperCase(),
    words: words.join(' '),
  };
}
