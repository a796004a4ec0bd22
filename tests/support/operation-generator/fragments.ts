import {
  doTypesOverlap,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { SelectionPlace } from './place.ts';

export interface NamedFragment {
  readonly definition: FragmentDefinitionNode;
  readonly type: GraphQLCompositeType;
  readonly nodeIndex: SelectionPlace;
  /** The number of its aliases, including those of its own fragments. */
  readonly aliases: number;
}

/** The named fragments of a document, in the order of completion. A fragment spreads only earlier ones. */
export class Fragments {
  readonly #schema: GraphQLSchema;
  readonly #all: NamedFragment[] = [];

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  get definitions(): FragmentDefinitionNode[] {
    return this.#all.map(({ definition }) => definition);
  }

  get count(): number {
    return this.#all.length;
  }

  end(
    type: GraphQLCompositeType,
    selectionSet: SelectionSetNode,
    nodeIndex: SelectionPlace,
    aliases: number,
  ): NamedFragment {
    const definition: FragmentDefinitionNode = {
      kind: Kind.FRAGMENT_DEFINITION,
      name: { kind: Kind.NAME, value: `F${this.#all.length + 1}` },
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
      selectionSet,
    };
    const fragment = { definition, type, nodeIndex, aliases };
    this.#all.push(fragment);
    return fragment;
  }

  /** The fragments that can be spread there. */
  fitting(type: GraphQLCompositeType, nodeIndex: SelectionPlace, aliasesLeft: number): NamedFragment[] {
    return this.#all.filter(
      (fragment) =>
        fragment.nodeIndex.levels <= nodeIndex.levels &&
        fragment.nodeIndex.room <= nodeIndex.room &&
        fragment.aliases <= aliasesLeft &&
        doTypesOverlap(this.#schema, fragment.type, type) &&
        nodeIndex.shape.takesAll(fragment.nodeIndex.shape),
    );
  }
}
