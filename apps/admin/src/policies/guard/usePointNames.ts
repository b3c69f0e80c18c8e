import { pointNameIn } from '@perennial/domain/points/point';
import { useRead } from '../../api/useRead.ts';
import { PointNamesDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

interface Named {
  id: string;
  name: string;
}

/** How service points are called by who reads the page; one that is gone by the name that was written down. */
export function usePointNames(points: readonly Named[]): (point: Named) => string {
  const language = useLanguage();
  const ids = [...new Set(points.map(({ id }) => id))].sort();
  const { data } = useRead(PointNamesDocument, { ids }, { enabled: ids.length > 0 });
  return (point) => {
    const known = data?.servicePoints.nodes.find(({ id }) => id === point.id);
    return known ? pointNameIn(known, language) : point.name;
  };
}
