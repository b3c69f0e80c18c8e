import { Alert, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { ReferralPartnerDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

interface Decision {
  termKind?: string | null;
  result: unknown;
}

/** Whom a claim is referred to because what it asks for is declared as not served (專注優勢領域, C48); null: to nobody. */
const referredTo = ({ termKind, result }: Decision): string | null => {
  if (termKind !== 'exclusions') return null;
  const { referTo } = (result ?? {}) as { referTo?: unknown };
  return typeof referTo === 'string' && referTo.trim() !== '' ? referTo.trim() : null;
};

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The recommendation in place of a service that is not ours; nothing where none was given. */
export function Referred({ decision }: { decision: Decision }) {
  const to = referredTo(decision);
  return to === null ? null : <Referral to={to} />;
}

/** With the way to that partner where it is one of ours. */
function Referral({ to }: { to: string }) {
  const t = useWords();
  const read = useRead(ReferralPartnerDocument, { name: to });
  const partner = read.data?.partners.nodes.find(({ name }) => sameName(name, to));
  const complements = partner?.productRoles.nodes.some(({ role }) => role === 'COMPLEMENTOR') ?? false;
  return (
    <Alert severity="info" sx={{ my: 1 }}>
      <strong>{t('claims.referral.title')}</strong>
      <div>
        {partner ? (
          <Link component={RouterLink} to={`/partners/${encodeURIComponent(partner.id)}/show`}>
            {partner.name}
          </Link>
        ) : (
          to
        )}
        {complements && <> · {t('values.PartnerRole.COMPLEMENTOR')}</>}
      </div>
      {partner?.contactEmail && <div>{partner.contactEmail}</div>}
    </Alert>
  );
}
