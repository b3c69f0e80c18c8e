import type { Model } from '@perennial/kernel/graphql/model';
import type { PreviewField } from './preview.ts';

/**
 * Everything a partner could ever be granted, and what never can be, read off the declarations: fields and relations
 * of all types that can be reached from a customer.
 */
export function grantCatalogue(models: ReadonlyMap<string, Model>): PreviewField[] {
  const entries: PreviewField[] = [];
  const seen = new Set<string>(['Customer']);
  // a Set may grow while it is walked: types are visited in the order in which relations reach them
  for (const name of seen) {
    const model = models.get(name);
    if (!model) continue;
    for (const [field, { meta }] of model.fields) {
      entries.push({ entity: name, field, share: meta.share, pii: meta.pii, target: null, kind: meta.kind });
    }
    for (const [field, relation] of model.relations) {
      entries.push({
        entity: name,
        field,
        share: relation.share,
        pii: 'none',
        target: relation.target,
        kind: relation.kind,
      });
      if (relation.share !== 'never') seen.add(relation.target);
    }
  }
  return entries;
}
