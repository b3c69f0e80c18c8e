import { Link } from '@mui/material';
import { websiteLink } from '@perennial/domain/shared/website';

/** The address of a website to follow; what is none is told as it was stored, and leads nowhere. */
export function Website({ address }: { address: string }) {
  const link = websiteLink(address);
  if (link === null) return <span>{address}</span>;
  return (
    <Link href={link} rel="noreferrer" target="_blank">
      {address}
    </Link>
  );
}
