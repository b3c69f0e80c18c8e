import { Button } from '@mui/material';
import { CUSTOMER_STAGES, AUTOMATIC_SEGMENTS } from '@perennial/domain/customers/customer';
import { Link, useSearchParams } from 'react-router';
import { useMayWrite } from '../auth/useStaff.ts';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { CustomerRegionsDocument, MostValuableCustomerDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { DataList } from '../list/DataList.tsx';
import type { FilterField, View } from '../list/column.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { useCustomerColumns, type CustomerRow } from './columns.tsx';
import { CreateCustomer } from './CreateCustomer.tsx';
import { OtherCurrencies } from './OtherCurrencies.tsx';

const views: View[] = [
  { key: 'all', label: 'customers.views.all', filter: {} },
  { key: 'key', label: 'customers.views.key', filter: { segment: 'KEY' } },
  { key: 'cooling', label: 'customers.views.cooling', filter: { stage: 'COOLING' } },
  { key: 'lost', label: 'customers.views.lost', filter: { stage: 'LOST' } },
  { key: 'prospects', label: 'customers.views.prospects', filter: { stage: 'PROSPECT' } },
];

/** Every customer: who, how valuable, how healthy, whose turn it is to move (C35, C41). */
export default function CustomerList() {
  const t = useWords();
  const { latestDay } = useBusiness();
  const mayWrite = useMayWrite('customers');
  const mayImport = useMayWrite('importing');
  const [params, setParams] = useSearchParams();
  const { currency } = useBusiness();
  const most = useRead(MostValuableCustomerDocument, { currency }).data?.customers.nodes[0]?.value.amount ?? 0;
  const regions = useRead(CustomerRegionsDocument, {}).data?.customerRegions ?? [];
  const columns = useCustomerColumns({ amount: most, currency });
  const filters: FilterField[] = [
    {
      key: 'stage',
      label: 'customers.filter.stage',
      choices: CUSTOMER_STAGES.map((value) => ({ value, label: t(`values.CustomerStage.${value}`) })),
    },
    {
      key: 'segment',
      label: 'customers.filter.segment',
      choices: AUTOMATIC_SEGMENTS.map((value) => ({ value, label: t(`values.Segment.${value}`) })),
    },
    {
      key: 'region',
      label: 'customers.filter.region',
      choices: regions.map((value) => ({ value, label: value })),
    },
  ];
  const open = () => setParams((now) => new URLSearchParams([...now, ['new', '1']]));
  const close = () =>
    setParams((now) => {
      now.delete('new');
      return now;
    });
  return (
    <Page
      title={t('customers.title')}
      intro={t('customers.intro')}
      actions={mayWrite && <NewButton label="customers.new" onClick={open} />}
    >
      <LookingBack of="customers" until={latestDay} />
      <OtherCurrencies of="customers" />
      <DataList<CustomerRow>
        resource="customers"
        label={t('customers.title')}
        columns={columns}
        sort={{ field: 'value', order: 'DESC' }}
        search
        filters={filters}
        views={views}
        to={(row) => `/customers/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('customers.empty.title')}
            picture={<ListPicture />}
            action={
              mayImport && (
                <Button variant="contained" component={Link} to="/import">
                  {t('customers.empty.action')}
                </Button>
              )
            }
          >
            {t('customers.empty.text')}
          </EmptyState>
        }
      />
      <CreateCustomer open={params.get('new') === '1' && mayWrite} onClose={close} />
    </Page>
  );
}
