import { replacementOf } from '@perennial/domain/claims/receipt';
import { Link, List, ListItem, Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { receiptPath, type Claim } from './claim.ts';

/** Receipts that a customer may still have in print, though the claim moved on; each page says so itself. */
export function ReplacedReceipts({ claim }: { claim: Claim }) {
  const t = useWords();
  const format = useFormat();
  const issued = claim.receipts.nodes.map(({ hash, createdAt }) => ({ hash, at: createdAt }));
  const replaced = issued.flatMap(({ hash, at }) => {
    const by = replacementOf(hash, issued, claim.receiptHash);
    return by ? [{ hash, at, on: by.on }] : [];
  });
  if (replaced.length === 0) return null;
  const title = t(claim.status === 'WITHDRAWN' ? 'claims.receipt.withdrawn' : 'claims.receipt.replaced');
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
        {title}
      </Typography>
      <List dense disablePadding aria-label={title}>
        {replaced.map(({ hash, at, on }) => (
          <ListItem key={hash} disableGutters sx={{ display: 'block', overflowWrap: 'anywhere' }}>
            <Link href={receiptPath({ receiptHash: hash })} target="_blank" rel="noreferrer">
              {t('claims.receipt.issued', { on: format.time(at) })}
            </Link>{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              {on ? t('claims.receipt.until', { on: format.time(on) }) : t('claims.receipt.passed')}
            </Typography>
          </ListItem>
        ))}
      </List>
    </>
  );
}
