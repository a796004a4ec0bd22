import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';
import { ArgumentWriter } from './argument-writer.ts';
import type { Coverage } from './coverage.ts';
import { DirectiveWriter } from './directive-writer.ts';
import { variablesUsed } from './executed-part.ts';
import { Fragments } from './fragments.ts';
import type { Json } from './generated-operation.ts';
import type { GraphValues } from './graph-values.ts';
import { introspectionField } from './introspection.ts';
import type { Needs } from './need.ts';
import type { Random } from './random.ts';
import { ResponseShape } from './response-shape.ts';
import { MAX_NESTED, SelectionWriter } from './selection-writer.ts';
import { ValueExpression } from './value-expression.ts';
import { Variables } from './variables.ts';

/** How often a document has several operations, queries the schema itself, or contains a value that is refused. */
const SEVERAL = 0.1;
const INTROSPECTION = 0.01;
const FAULTY = 0.02;
const NO_MORE_ALIASES_THAN = 24;

/** One operation of a document, with the variable values of one or more requests. */
export interface WrittenOperation {
  readonly name: string | undefined;
  readonly requests: readonly Readonly<Record<string, Json>>[];
}

export interface WrittenDocument {
  readonly document: DocumentNode;
  readonly operations: readonly WrittenOperation[];
}

/** A document of one or more operations that share its fragments and variables. */
export function writeDocument(
  schema: GraphQLSchema,
  random: Random,
  coverage: Coverage,
  needs: Needs,
  values: GraphValues,
): WrittenDocument {
  const variables = new Variables(random);
  const fragments = new Fragments(schema);
  const argumentWriter = new ArgumentWriter({
    random,
    values,
    needs,
    expression: new ValueExpression(random, variables),
    faulty: random.chance(FAULTY),
  });
  const directives = new DirectiveWriter(random, coverage, variables);
  const count = random.chance(SEVERAL) ? random.int(2, 3) : 1;
  const named = count > 1 || random.chance(0.4);
  const bodies = Array.from({ length: count }, () => {
    const left = { fields: random.int(16, 64), aliases: NO_MORE_ALIASES_THAN };
    const writer = new SelectionWriter(
      { schema, random, needs, argumentWriter, directives, fragments },
      left,
    );
    const nodeIndex = {
      shape: new ResponseShape(),
      fragments: MAX_NESTED,
      levels: random.chance(0.1) ? random.int(9, 13) : random.int(3, 7),
      room: random.pick([30, 60, 150]),
      hints: new Map<string, string>(),
    };
    const { selections } = writer.write(schema.getQueryType() as GraphQLObjectType, nodeIndex, 6);
    return random.chance(INTROSPECTION) ? [...selections, introspectionField(random, schema)] : selections;
  });
  const definitions = bodies.map((selections, index) =>
    operationOf(named ? `Op${index + 1}` : undefined, selections, fragments, variables),
  );
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: random.some([...definitions, ...fragments.definitions], Number.POSITIVE_INFINITY),
  };
  return {
    document,
    operations: definitions.map((definition) => {
      const used = new Set((definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
      const given = variables.values(used);
      const others = Object.keys(given).length > 0 && random.chance(0.18);
      return {
        name: definition.name?.value,
        requests: others ? [given, variables.otherValues(used)] : [given],
      };
    }),
  };
}

function operationOf(
  name: string | undefined,
  selections: readonly SelectionNode[],
  fragments: Fragments,
  variables: Variables,
): OperationDefinitionNode {
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(name === undefined ? {} : { name: { kind: Kind.NAME, value: name } }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const variableDefinitions = variables.definitionsOf(variablesUsed(operation, fragments.definitions));
  return { ...operation, variableDefinitions };
}
