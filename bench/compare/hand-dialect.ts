import { coOwnerCounts, linkCounts, pairOf, unordered } from './canonical.ts';
import { HAND_STATEMENTS } from './hand-statements.ts';
import type { Dialect } from './operations.ts';

interface Row {
  readonly [column: string]: unknown;
}

/** Sends the name of a statement instead of a query: see ../hand-server.ts. */
export const handDialect: Dialect = {
  body: (operation, variables) =>
    HAND_STATEMENTS[operation] && JSON.stringify({ query: operation, variables }),
  canonical(operation, rows) {
    switch (operation) {
      case 'item': {
        const [{ regions, batches, ...item }] = rows;
        return {
          ...item,
          region: regions[0],
          batch: batches[0],
          zones: unordered(item.zones),
          themes: unordered(item.themes),
          documents: unordered(item.documents),
          organizations: unordered(item.organizations),
          mentionedAgencies: unordered(item.mentionedAgencies),
          firstClaims: unordered(item.firstClaims),
          figures: unordered(item.figures),
          milestones: unordered(item.milestones),
        };
      }
      case 'coOwners':
        return coOwnerCounts(new Map(rows.map(({ name, shared }: Row) => [name, shared])));
      case 'page':
        return rows.map(itemOf);
      case 'nested':
      case 'rotating':
        return {
          name: rows[0].name,
          // biome-ignore lint/suspicious/noExplicitAny: as the statement returns
          items: rows[0].items.map(({ agencies, ...item }: any) => ({
            ...item,
            // biome-ignore lint/suspicious/noExplicitAny: as the statement returns
            agencies: agencies.map(({ name, items }: any) => ({ name, items: items.map(itemOf) })),
          })),
        };
      case 'search':
        return rows[0];
      case 'ranked':
        return undefined;
      case 'network':
        return linkCounts(
          new Map(rows.map(({ a, b, shared }: Row) => [pairOf(a as string, b as string), shared])),
        );
    }
  },
};

const itemOf = ({ zones, themes, ...item }: Row): unknown => ({
  ...item,
  zones: unordered(zones as string[]),
  themes: unordered(themes as string[]),
});
