import type { Language } from '../../shared/language.ts';
import { delivery } from './delivery.ts';
import { exclusions } from './exclusions.ts';
import { extras } from './extras.ts';
import { fees } from './fees.ts';
import { installation } from './installation.ts';
import type { TermKind } from './kind.ts';
import { maintenance } from './maintenance.ts';
import { packaging } from './packaging.ts';
import { remedy } from './remedy.ts';
import { responseTarget } from './response-target.ts';
import { returns } from './returns.ts';
import { training } from './training.ts';
import { warranty } from './warranty.ts';

/** In the order in which a charter tells them: what comes with the sale, then what stands behind it. */
const kinds: TermKind[] = [
  delivery,
  installation,
  packaging,
  extras,
  returns,
  remedy,
  warranty,
  maintenance,
  training,
  responseTarget,
  fees,
  exclusions,
];

/** The kinds of term there are: those of the product, one line each above, and those that packages registered. */
export const termKinds: readonly TermKind[] = kinds;

/** What a kind is called; of one whose package is gone, the name it is stored by. */
export const kindLabel = (kind: string, language: Language): string =>
  termKinds.find((each) => each.kind === kind)?.label[language] ?? kind;

/**
 * Adds a kind from outside the product. Called once at the start, from the `extensions.ts` of the API and of the
 * dashboard, so that both judge alike. Registering the very same kind again changes nothing; another one of that name
 * is a programming error and stops the start.
 *
 * @returns takes it away again, for tests.
 */
export function registerTermKind(kind: TermKind): () => void {
  const remove = () => void kinds.splice(kinds.indexOf(kind), kinds.includes(kind) ? 1 : 0);
  const known = kinds.find((each) => each.kind === kind.kind);
  if (known === kind) return remove;
  if (known) throw new TypeError(`there is a kind of term called ${kind.kind} already; choose another name`);
  kinds.push(kind);
  return remove;
}
