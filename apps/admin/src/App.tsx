import { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  Notification,
  Resource,
  type I18nProvider,
  type Store,
} from 'react-admin';
import { BrowserRouter, Route } from 'react-router';
import { dataProviderFor } from './api/dataProvider.ts';
import { mayPass } from './api/errors.ts';
import { authProvider } from './auth/authProvider.ts';
import { SignIn } from './auth/SignIn.tsx';
import { customPages, resources, Today } from './features.ts';
import { Crash } from './shell/ErrorBoundary.tsx';
import { Layout } from './shell/Layout.tsx';
import { LookProvider } from './shell/LookProvider.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Starting } from './shell/Starting.tsx';

const dataProvider = dataProviderFor(Object.fromEntries(resources.map((each) => [each.name, each.documents])));

/** The dashboard: react-admin's contexts and router around our own frame and pages. */
export function App({ store, i18nProvider }: { store: Store; i18nProvider: I18nProvider }) {
  const queryClient = useMemo(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 10_000,
            refetchOnWindowFocus: false,
            retry: (failures, error) => failures < 1 && mayPass(error),
          },
        },
      }),
    [],
  );
  return (
    <BrowserRouter>
      <CoreAdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        store={store}
        queryClient={queryClient}
      >
        <LookProvider>
          <CoreAdminUI
            layout={Layout}
            dashboard={Today}
            loginPage={SignIn}
            catchAll={NotFound}
            loading={Starting}
            error={Crash}
            title="Perennial"
            requireAuth
            disableTelemetry
          >
            {resources.map(({ name, list, show }) => (
              <Resource key={name} name={name} {...(list ? { list } : {})} {...(show ? { show } : {})} />
            ))}
            <CustomRoutes>
              {customPages.map(({ path, page: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </CustomRoutes>
          </CoreAdminUI>
          <Notification />
        </LookProvider>
      </CoreAdminContext>
    </BrowserRouter>
  );
}
