import { graphqlFilter, type GraphqlFilter } from '../api/resource.ts';

/** The schema's filter that a page's address holds, as lists keep it: `?filter={"dueOn":"2011-12-10"}`; none where it cannot be read. */
export function filterInAddress(address: URLSearchParams): GraphqlFilter {
  try {
    const read: unknown = JSON.parse(address.get('filter') ?? '{}');
    return typeof read === 'object' && read !== null ? graphqlFilter(read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
