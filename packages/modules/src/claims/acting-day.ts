import { DomainError } from '@perennial/domain/shared/errors';
import { chargesOf, linesOf, type ClaimRow, type Writing } from './rows.ts';

/**
 * What is done with a claim is written down as of the business's day. On one before what is on record of the claim (that
 * it was made, looked at, or a charge agreed to) the receipt would tell it as done before it was asked for. Refused with
 * `CLAIM_LOOKING_BACK` while somebody looks back at such a day (ADR 20).
 */
export async function notBeforeRecord(ctx: Pick<Writing, 'tx' | 'asOf'>, claim: ClaimRow): Promise<void> {
  const days = [claim.claimedOn, ...(await consentDays(ctx, claim)), ...(await reviewDays(ctx, claim))];
  const last = days.reduce((latest, day) => (day > latest ? day : latest));
  if (ctx.asOf >= last) return;
  throw new DomainError(
    'CLAIM_LOOKING_BACK',
    `The business looks back at ${ctx.asOf}, but claim ${claim.number} is on record up to ${last}; set the as-of day to ${last} or a later one first.`,
    { path: ['id'], params: { number: claim.number, asOf: ctx.asOf, last } },
  );
}

const consentDays = async ({ tx }: Pick<Writing, 'tx'>, claim: ClaimRow) =>
  (await chargesOf(tx, claim)).flatMap(({ consentOn }) => consentOn ?? []);

async function reviewDays({ tx }: Pick<Writing, 'tx'>, claim: ClaimRow): Promise<string[]> {
  const steps = (await linesOf(tx, claim)).flatMap(({ trace }) => trace);
  return steps.flatMap(({ code, params }) => (code === 'CLAIM_REVIEWED' ? String(params['on']) : []));
}
