import type { Language } from '../shared/language.ts';
import { roundHalfEven } from '../shared/money.ts';
import type { Reason } from './health.ts';
import type { PlanAction } from './plan.ts';
import type { Signal } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { addWorkingDays } from './working-days.ts';

export interface SuggestedAction {
  kind: PlanAction['kind'];
  description: string;
  /** Signal that this step answers. */
  why: string;
  dueOn: string;
  /** Minor units. */
  cost: number;
}

/**
 * What to do about a warning: the steps of every signal among its reasons, worst reason first, earliest step first,
 * costs as each step's share of the value at risk. The budget that goes with it is the sum of those costs.
 */
export function suggest(
  warning: { reasons: readonly Pick<Reason, 'signal'>[]; valueAtRisk: number },
  today: string,
  language: Language,
  options: { closedDays?: readonly string[]; signals?: readonly Signal[] } = {},
): { actions: SuggestedAction[]; budget: number } {
  const signals = options.signals ?? SIGNALS;
  const actions = warning.reasons.flatMap((reason) => {
    const signal = signals.find((each) => each.name === reason.signal);
    return (signal?.steps ?? []).map((step) => ({
      kind: step.kind,
      description: signal?.words[language].steps[step.code] ?? step.code,
      why: reason.signal,
      dueOn: addWorkingDays(today, step.dueIn, options.closedDays),
      cost: roundHalfEven(warning.valueAtRisk * step.costShare, 10_000),
    }));
  });
  return { actions, budget: actions.reduce((sum, each) => sum + each.cost, 0) };
}
