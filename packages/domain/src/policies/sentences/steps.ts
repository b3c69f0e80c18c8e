import type { Step } from '../decision.ts';
import type { Applicability } from '../applicability.ts';
import type { Cases } from '../cases.ts';

/** The steps every decision may take, whatever the kind of term; each kind adds its own. */
export type CommonSteps = {
  NO_PURCHASE: Record<string, never>;
  BOUGHT_LATER: { on: string; claimedOn: string };
  PURCHASED: { code: string; on: string };
  NO_VERSION: { on: string };
  VERSION_IN_FORCE: { policy: string; number: number; from: string };
  VERSION_SUPPOSED: { policy: string; number: number };
  /** The purchase was moved to a version that began after it. */
  VERSION_MOVED: { policy: string; number: number };
  NO_TERM: { kind: string };
  /** Whom a term is for, read without a case; `but`: where a more specific one of its kind, told beside it, decides. */
  TERM_SCOPE: { appliesTo: Applicability; currency: string; but?: readonly Applicability[] };
  /** The purchases that a cut hits. */
  CASES: { cases: Cases; currency: string };
  /** `likeYou`: it names what the customer is, and that is not said; see `toldToAnybody`. */
  TERM_CHOSEN: { termId: string; appliesTo: Applicability; currency: string; passedOver: number; likeYou?: boolean };
};

/** Makes a step whose values fit its sentence. */
export const step = <Steps, Code extends keyof Steps & string>(code: Code, params: Steps[Code]): Step => ({
  code,
  params: params as Readonly<Record<string, unknown>>,
});
