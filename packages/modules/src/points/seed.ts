import { addDays } from '@perennial/domain/shared/period';
import type { JobContext } from '@perennial/kernel/write/context';
import { calendarIds } from '../calendars/index.ts';
import { createPoint, recordProbe } from './service.ts';
import { servicePoints } from './table.ts';

/** Two ways to reach the sample shop, both answered a few days before the sample's last day. */
export async function seed(ctx: JobContext): Promise<void> {
  await ctx.write('points.seed', async (write) => {
    // a start that was cut off here goes on where it was
    const [some] = await write.tx.select({ id: servicePoints.id }).from(servicePoints).limit(1);
    if (some) return;
    const [calendarId = null] = await calendarIds(write.tx);
    const counter = await createPoint(write, {
      name: 'Shop counter',
      address: 'Ground floor, main entrance',
      calendarId,
      words: {
        'zh-Hant': { name: '門市櫃台', address: '一樓，正門入口' },
        'zh-Hans': { name: '门店柜台', address: '一楼，正门入口' },
      },
    });
    // a number that is kept free for stories (Ofcom)
    const phone = await createPoint(write, {
      name: 'Telephone service',
      phone: '+44 20 7946 0000',
      calendarId,
      words: { 'zh-Hant': { name: '電話服務' }, 'zh-Hans': { name: '电话服务' } },
    });
    const probe = async (point: string, daysAgo: number, channel: 'VISIT' | 'PHONE', answered: boolean) =>
      recordProbe(write, point, { on: addDays(ctx.asOf, -daysAgo), channel, answered });
    await probe(counter, 12, 'VISIT', true);
    await probe(phone, 9, 'PHONE', false);
    await probe(phone, 8, 'PHONE', true);
    await probe(counter, 3, 'VISIT', true);
    await probe(phone, 2, 'PHONE', true);
  });
}
