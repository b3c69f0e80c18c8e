import { Box } from '@mui/material';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { CustomerClaims } from '../claims/CustomerClaims.tsx';
import { useRead } from '../api/useRead.ts';
import { CustomerPageDocument } from '../gql/graphql.ts';
import { CustomerTasks } from '../fulfilment/CustomerTasks.tsx';
import { useWords } from '../i18n/useWords.ts';
import { CustomerQuotes } from '../quotes/CustomerQuotes.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { Health } from '../ui/Health.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { customerName } from './customerName.ts';
import { AddTouch } from './page/AddTouch.tsx';
import { Consents } from './page/Consents.tsx';
import { Contacts } from './page/Contacts.tsx';
import { HealthPanel } from './page/HealthPanel.tsx';
import { Identity } from './page/Identity.tsx';
import { PlanPanel } from './page/PlanPanel.tsx';
import { Promises } from './page/Promises.tsx';
import { Sharing } from './page/Sharing.tsx';
import { Timeline } from './page/Timeline.tsx';
import { useSegmentWord } from './useCustomerWords.ts';

/** One customer (客戶檔案, C35): what we owe them, how they feel, what comes next. */
export default function CustomerPage() {
  const { id = '' } = useParams();
  const t = useWords();
  const segment = useSegmentWord();
  const mayWrite = useMayWrite('customers');
  const [adding, setAdding] = useState(false);
  const { asOf } = useBusiness();
  const read = useRead(CustomerPageDocument, { id, asOf });
  return (
    <PagePart of={read}>
      {({ customer }) => {
        if (!customer) return <NotFound />;
        const name = customerName(customer, t);
        return (
          <Page
            title={name}
            intro={
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
                <span>{segment(customer.segment)}</span>
                <span>{t(`values.CustomerStage.${customer.stage}`)}</span>
                <span>{customer.region}</span>
                <Health health={customer.health} change={customer.healthChange} />
              </Box>
            }
            actions={mayWrite && <NewButton label="customers.touch.add" onClick={() => setAdding(true)} />}
          >
            <LookingBack of="customers.page" />
            <Box
              sx={{
                display: 'grid',
                gap: 2,
                alignItems: 'start',
                gridTemplateColumns: {
                  xs: 'minmax(0, 1fr)',
                  md: '280px minmax(0, 1fr)',
                  lg: '280px minmax(0, 1fr) 340px',
                },
                // On a phone what is owed comes first: that is what one looks up in front of a customer.
                gridTemplateAreas: {
                  xs: '"care" "story" "who"',
                  md: '"who care" "who story"',
                  lg: '"who story care"',
                },
              }}
            >
              <Box sx={{ gridArea: 'care', display: 'grid', gap: 2, minWidth: 0 }}>
                <Promises customer={customer} />
                <CustomerClaims customerId={customer.id} />
                <HealthPanel customer={customer} />
                <CustomerTasks customerId={customer.id} />
                <CustomerQuotes customerId={customer.id} name={name} />
                <PlanPanel customer={customer} />
                <Sharing customer={customer} />
              </Box>
              <Box sx={{ gridArea: 'story', minWidth: 0 }}>
                <Timeline customerId={customer.id} />
              </Box>
              <Box sx={{ gridArea: 'who', display: 'grid', gap: 2, minWidth: 0 }}>
                <Identity customer={customer} />
                <Contacts customer={customer} />
                <Consents customer={customer} />
              </Box>
            </Box>
            <AddTouch customerId={customer.id} name={name} open={adding} onClose={() => setAdding(false)} />
          </Page>
        );
      }}
    </PagePart>
  );
}
