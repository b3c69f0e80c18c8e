import type { DataProvider, ListControllerResult, RaRecord } from 'react-admin';

const PAGE = 100;
/** The server pages by offset up to here; a list longer than this is dealt with by narrowing it. */
const MOST_ROWS = 10_000;

/** Every row the list would show, by its filters and in its order, page after page. */
export async function everyRow<Row extends RaRecord>(
  dataProvider: DataProvider,
  list: ListControllerResult<Row>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; (page - 1) * PAGE < Math.min(list.total ?? 0, MOST_ROWS); page += 1) {
    const { data } = await dataProvider.getList<Row>(list.resource, {
      pagination: { page, perPage: PAGE },
      sort: list.sort,
      filter: { ...list.filter, ...list.filterValues },
    });
    rows.push(...data);
    if (data.length < PAGE) break;
  }
  return rows;
}
