import { Button } from '@mui/material';
import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import { PartnerNamesDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { ProductForm } from './ProductForm.tsx';
import type { ProductRow } from './productRow.ts';

/** What is sold, by us and by partners (C12, C59). */
export default function ProductList() {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('products');
  const [form, setForm] = useState<ProductRow | 'new' | undefined>();
  const partners = useRead(PartnerNamesDocument, {}).data?.partners.nodes ?? [];
  const seller = (row: ProductRow) =>
    row.partnerId ? (partners.find((each) => each.id === row.partnerId)?.name ?? '') : t('products.ours');
  const columns: Column<ProductRow>[] = [
    {
      key: 'name',
      label: 'products.column.name',
      sort: 'name',
      render: (row) =>
        mayWrite ? (
          <Button
            color="inherit"
            size="small"
            onClick={() => setForm(row)}
            sx={{ textAlign: 'left', ml: -0.75, fontWeight: 600 }}
          >
            {row.name}
          </Button>
        ) : (
          row.name
        ),
      csv: (row) => row.name,
    },
    { key: 'code', label: 'products.column.code', sort: 'code', render: (row) => row.code, csv: (row) => row.code },
    {
      key: 'category',
      label: 'products.column.category',
      render: (row) => row.category ?? t('products.noCategory'),
      csv: (row) => row.category,
    },
    {
      key: 'complexity',
      label: 'products.column.complexity',
      render: (row) => t(`values.ProductComplexity.${row.complexity}`),
      csv: (row) => t(`values.ProductComplexity.${row.complexity}`),
    },
    {
      key: 'price',
      label: 'products.column.price',
      numeric: true,
      render: (row) => (row.price === null ? '–' : format.unitPrice(row.price, row.currency)),
      csv: (row) => (row.price === null ? '' : row.price / 10_000),
      currency: (row) => row.currency,
    },
    { key: 'partner', label: 'products.column.partner', render: seller, csv: seller },
  ];
  return (
    <Page
      title={t('products.title')}
      intro={t('products.intro')}
      actions={mayWrite && <NewButton label="products.new" onClick={() => setForm('new')} />}
    >
      <DataList<ProductRow>
        resource="products"
        label={t('products.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        search
        filters={[
          {
            key: 'complexity',
            label: 'products.column.complexity',
            choices: COMPLEXITIES.map((value) => ({ value, label: t(`values.ProductComplexity.${value}`) })),
          },
          { key: 'category_contains', label: 'products.column.category' },
        ]}
        empty={
          <EmptyState
            title={t('products.empty.title')}
            picture={<ListPicture />}
            action={
              mayWrite && (
                <Button variant="outlined" component={Link} to="/import">
                  {t('products.empty.action')}
                </Button>
              )
            }
          >
            {t('products.empty.text')}
          </EmptyState>
        }
      />
      <ProductForm product={form} partners={partners} onClose={() => setForm(undefined)} />
    </Page>
  );
}
