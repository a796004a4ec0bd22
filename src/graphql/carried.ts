import type { RelationshipType } from '../domain/model.ts';
import type { RelationshipOf } from '../domain/relationships.ts';
import { reformItemCarried } from '../store/statements.gen.ts';
import type { GraphContext } from './context.ts';
import { andThen, type MaybePromise } from './maybe-promise.ts';

/**
 * What an item's relationships of one type to nodes of these ids carry. One statement serves all items of a
 * level, whatever they are asked of.
 */
export const loadCarried = <T extends RelationshipType>(
  { relations }: GraphContext,
  item: { readonly id: string },
  type: T,
  isEnd: (id: string) => boolean,
): MaybePromise<RelationshipOf<T>[]> =>
  andThen(
    relations.load(reformItemCarried, item.id),
    ([row]) =>
      (row?.carried.filter((_, index) => row.types[index] === type && isEnd(row.ends[index] as string)) ??
        []) as RelationshipOf<T>[],
  );
