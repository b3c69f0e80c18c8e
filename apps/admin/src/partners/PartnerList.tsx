import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import type { PartnerListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { ListPage } from '../list/ListPage.tsx';
import { MatrixPicture } from '../ui/pictures.tsx';
import { PartnerForm } from './PartnerForm.tsx';

type PartnerRow = PartnerListQuery['partners']['nodes'][number];

/** Companies that serve some of the same customers (C59, C60). */
export default function PartnerList() {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('partners');
  const inForce = (row: PartnerRow) => row.agreements.nodes.filter((each) => each.inForce);
  const visible = (row: PartnerRow) => Math.max(0, ...inForce(row).map((each) => each.visibleCustomers));
  const lastRead = (row: PartnerRow) =>
    row.agreements.nodes
      .map((each) => each.lastReadAt)
      .filter((each) => each !== null)
      .sort()
      .at(-1);
  const columns: Column<PartnerRow>[] = [
    {
      key: 'partner',
      label: 'partners.column.partner',
      sort: 'name',
      render: (row) => row.name,
      csv: (row) => row.name,
    },
    {
      key: 'agreements',
      label: 'partners.column.agreements',
      numeric: true,
      render: (row) => format.number(inForce(row).length),
      csv: (row) => inForce(row).length,
    },
    {
      key: 'visible',
      label: 'partners.column.visible',
      numeric: true,
      render: (row) => format.number(visible(row)),
      csv: visible,
    },
    {
      key: 'lastRead',
      label: 'partners.column.lastRead',
      render: (row) => {
        const at = lastRead(row);
        return at ? format.time(at) : t('shell.never');
      },
      csv: lastRead,
    },
  ];
  return (
    <ListPage<PartnerRow>
      words="partners"
      resource="partners"
      columns={columns}
      mayWrite={mayWrite}
      picture={<MatrixPicture />}
      form={(open, onClose) => <PartnerForm open={open} onClose={onClose} />}
    />
  );
}
