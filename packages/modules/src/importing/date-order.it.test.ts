import { imports, type Imports } from '@perennial/testkit/importing/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from './import-file.ts';
import { previewFile } from './preview.ts';

let shop: Imports;

beforeAll(async () => {
  shop = await imports();
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

const sold = (invoice: number, at: string) => `${invoice},A1,RED MUG,1,${at},2.55,17850,United Kingdom`;
const read = (path: string, given?: Awaited<ReturnType<typeof previewFile>>['mapping']) =>
  previewFile(path, shop.ctx, given, shop.db.orm);

describe('S1 the day of a purchase decides its promise, so nobody guesses it', () => {
  it('S1 asks where the dates can be read in both ways, and shows the day as it was read', async () => {
    const path = shop.file([sold(1, '12/10/2011 08:00')]);
    const { mapping, rows } = await read(path);
    expect(mapping.dateOrder).toBeNull();
    expect(rows).toMatchObject([{ outcome: null, at: null }]);
    const readAs = async (dateOrder: 'DMY' | 'MDY') => (await read(path, { ...mapping, dateOrder })).rows[0];
    expect(await readAs('DMY')).toMatchObject({ outcome: 'SALE', at: '2011-10-12T07:00:00.000Z' });
    expect(await readAs('MDY')).toMatchObject({ outcome: 'SALE', at: '2011-12-10T08:00:00.000Z' });
  });

  it('S1 imports nothing before it is said', async () => {
    await expect(shop.bring([sold(1, '12/10/2011 08:00')])).rejects.toMatchObject({
      code: 'DATE_ORDER_MISSING',
      path: ['mapping', 'dateOrder'],
    });
    expect(await shop.all('select 1 from invoices')).toEqual([]);
    const path = shop.file([sold(1, '12/10/2011 08:00')]);
    await importFile(shop.ctx, path, { by: 'test', dateOrder: 'MDY' });
    expect(await shop.all(`select at::date::text as day from invoices`)).toEqual([{ day: '2011-12-10' }]);
  });

  it('S1 reads on where a busy shop has more lines of one day than the beginning of the file holds', async () => {
    const days = Array.from({ length: 6_000 }, (_, at) => sold(at, '12/1/2010 8:26'));
    const path = shop.file([...days, sold(6_000, '12/13/2010 9:00')]);
    const { mapping, rows } = await read(path);
    expect(mapping.dateOrder).toBe('MDY');
    expect(rows[0]).toMatchObject({ outcome: 'SALE', at: '2010-12-01T08:26:00.000Z' });
  });

  it('S1 reads on where the first lines are all of one first of January', async () => {
    const newYear = Array.from({ length: 1_100 }, (_, at) => sold(at, '1/1/2011 8:26'));
    expect((await read(shop.file([...newYear, sold(2_000, '1/13/2011 9:00')]))).mapping.dateOrder).toBe('MDY');
    expect((await read(shop.file([...newYear, sold(2_000, '1/2/2011 9:00')]))).mapping.dateOrder).toBeNull();
  });

  it('S1 asks where some dates are written in the one order and some in the other, however far below', async () => {
    const days = Array.from({ length: 1_100 }, (_, at) => sold(at, '5/6/2011 8:26'));
    for (const between of [[], days]) {
      const path = shop.file([...between, sold(2_000, '13/11/2011'), sold(2_001, '11/14/2011')]);
      expect((await read(path)).mapping.dateOrder).toBeNull();
    }
    // one that is no day at all says nothing of the others
    expect((await read(shop.file([sold(1, '5/6/2011'), sold(2, '99/99/2011')]))).mapping.dateOrder).toBeNull();
  });

  it('S1 finds the order anew for another column, and asks nothing where no date depends on it', async () => {
    const { mapping } = await read(shop.file([sold(1, '13/10/2011')]));
    expect(mapping.dateOrder).toBe('DMY');
    for (const day of ['2011-12-10', '1/1/2011']) {
      const path = shop.file([sold(1, day)]);
      expect((await read(path, { ...mapping, dateOrder: null })).mapping.dateOrder).toBe('DMY');
    }
  });
});
