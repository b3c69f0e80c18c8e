import { Box } from '@mui/material';
import { pointNameIn } from '@perennial/domain/points/point';
import type { Language } from '@perennial/domain/shared/language';
import { useRead } from '../api/useRead.ts';
import { AuditSubjectDocument, type AuditSubjectQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { nameIn } from './changes.ts';
import { useAuditWords } from './useAuditWords.ts';

/** Subjects that have a row of their own to be asked for: `ServicePoint_<id>`, `Claim_<customer>_<id>`. */
const ROW = /^[A-Z]\w*?_[0-9a-f-]{36}(_[0-9a-f-]{36})?$/;

interface Props {
  subject: string;
  before: unknown;
  after: unknown;
}

/** The thing that was changed: of what kind, and which one. */
export function Subject({ subject, before, after }: Props) {
  const words = useAuditWords();
  const named = useNameOf({ subject, before, after });
  // a sign-in is about the e-mail that was given, which need not be anybody's
  if (subject.includes('@')) return <>{subject}</>;
  return (
    <Box component="span" title={subject}>
      {words.entity(typeOf(subject))}
      {named && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {named}
        </Box>
      )}
    </Box>
  );
}

/** What a key means, by its name. */
export function NameOf({ subject }: { subject: string }) {
  return <>{useNameOf({ subject, before: null, after: null }) ?? '–'}</>;
}

export const typeOf = (subject: string): string => subject.split('_')[0] ?? subject;

/** As it is called now; of what is gone, as the trail tells it. */
function useNameOf({ subject, before, after }: Props): string | null {
  const t = useWords();
  const language = useLanguage();
  const read = useRead(AuditSubjectDocument, { id: subject }, { enabled: ROW.test(subject) });
  return nameOfNode(read.data?.node, t, language) ?? nameIn(after) ?? nameIn(before);
}

type Node = AuditSubjectQuery['node'];

function nameOfNode(node: Node | undefined, t: ReturnType<typeof useWords>, language: Language): string | null {
  if (!node) return null;
  const of = (...parts: (string | null | undefined)[]): string | null => {
    const said = parts.filter((each) => each !== null && each !== undefined && each !== '');
    return said.length > 0 ? said.join(' · ') : null;
  };
  const version = (one: { number: number; policy: { name: string } | null } | null) =>
    one && t('customers.promises.version', { policy: one.policy?.name ?? '', number: one.number });
  const customer = (one: { number: string; name: string | null } | null) =>
    one && `${one.number} ${one.name ?? ''}`.trim();
  switch (node.__typename) {
    case 'Customer':
      return customer({ number: node.number, name: node.knownAs });
    case 'PolicyVersion':
      return version({ number: node.versionNumber, policy: node.policy });
    case 'PolicyCut':
    case 'PolicyComment':
      return version(node.policyVersion);
    case 'WhatIfRun':
      return of(node.policy?.name);
    case 'Agreement':
    case 'PartnerProductRole':
      return of(node.partner?.name);
    case 'ServicePoint':
      return pointNameIn(node, language);
    case 'ServicePointProbe':
      return of(node.point && pointNameIn(node.point, language));
    case 'QuoteRevision':
      return of(node.quote?.number, node.quote?.title);
    case 'ClaimCharge':
      return of(node.claim?.number, node.code);
    case 'PlanAction':
    case 'PlanResource':
      return of(node.plan?.name, node.description);
    case 'FulfilmentTask':
      return of(t(`values.FulfilmentKind.${node.kind}`), node.invoice?.number);
    case 'Entitlement':
      return of(node.policy?.name, node.invoice?.number);
    case 'Return':
      return of(node.code, customer(node.customer));
    case 'Warning':
    case 'Consent':
    case 'Contact':
    case 'Touchpoint':
      return customer(node.customer);
    default:
      return nameIn(node);
  }
}
