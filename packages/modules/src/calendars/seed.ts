import type { JobContext } from '@perennial/kernel/write/context';
import { createCalendar } from './service.ts';
import { calendars } from './table.ts';

const WEEKDAY = [{ from: 9 * 60, to: 17 * 60 + 30 }];
const SATURDAY = [{ from: 10 * 60, to: 16 * 60 }];

/** Opening hours of the sample shop, with the bank holidays of the years of its data. */
export async function seed(ctx: JobContext): Promise<void> {
  await ctx.write('calendars.seed', async (write) => {
    // a start that was cut off here goes on where it was
    const [some] = await write.tx.select({ id: calendars.id }).from(calendars).limit(1);
    if (some) return;
    await createCalendar(write, {
      name: 'Shop hours',
      timeZone: 'Europe/London',
      week: { 1: WEEKDAY, 2: WEEKDAY, 3: WEEKDAY, 4: WEEKDAY, 5: WEEKDAY, 6: SATURDAY },
      packs: ['gb-eaw-2010', 'gb-eaw-2011', 'gb-eaw-2012'],
    });
  });
}
