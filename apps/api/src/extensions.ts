import { registerTermKind } from '@perennial/domain/policies/kinds/all';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import type { Module } from '@perennial/kernel/registry/module';
import { auditModule } from '@perennial/modules/audit/index';
import { businessModule } from '@perennial/modules/business/index';
import { calendarsModule } from '@perennial/modules/calendars/index';
import { catalogModule } from '@perennial/modules/catalog/index';
import { claimsModule } from '@perennial/modules/claims/index';
import { charterModule } from '@perennial/modules/charter/index';
import { customersModule } from '@perennial/modules/customers/index';
import { fulfilmentModule } from '@perennial/modules/fulfilment/index';
import { importingModule } from '@perennial/modules/importing/index';
import { insightsModule } from '@perennial/modules/insights/index';
import { partnersModule } from '@perennial/modules/partners/index';
import { pointsModule } from '@perennial/modules/points/index';
import { policiesModule } from '@perennial/modules/policies/index';
import { quotesModule } from '@perennial/modules/quotes/index';
import { retentionModule } from '@perennial/modules/retention/index';
import { salesModule } from '@perennial/modules/sales/index';
import { staffModule } from '@perennial/modules/staff/index';
import { whatIfModule } from '@perennial/modules/whatif/index';

/**
 * Everything this Perennial is made of, one line an area. The order is the order in which areas are told of events and
 * bring their sample data: what another one builds on comes first.
 */
export const modules: readonly Module[] = [
  customersModule,
  catalogModule,
  salesModule,
  importingModule,
  calendarsModule,
  pointsModule,
  policiesModule,
  charterModule,
  quotesModule,
  fulfilmentModule,
  claimsModule,
  whatIfModule,
  partnersModule,
  retentionModule,
  insightsModule,
  staffModule,
  auditModule,
  businessModule,
];

/**
 * Kinds of policy term from packages outside the product, one line each. They stand in the dashboard's `extensions.ts`
 * as well, so that browser and server judge alike.
 */
const kinds: readonly TermKind[] = [];
for (const kind of kinds) registerTermKind(kind);
