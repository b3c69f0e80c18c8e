import { defineModule } from '@perennial/kernel/registry/module';
import { charterPages } from './pages.ts';

/** What is promised, for everybody to read (服務承諾、告示, C5). */
export const charterModule = defineModule({ name: 'charter', pages: [charterPages] });
