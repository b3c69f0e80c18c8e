import { filterInAddress } from './filterInAddress.ts';

/**
 * Under which name a list remembers what it is narrowed and sorted by. Opened for chosen rows, as a page leads to a
 * warning, it remembers that apart: from the menu the list opens as the person left it, not narrowed to those rows.
 */
export function storeKeyOf(resource: string, search: string): string {
  const chosen = 'id' in filterInAddress(new URLSearchParams(search));
  return `${resource}.listParams${chosen ? '.chosen' : ''}`;
}
