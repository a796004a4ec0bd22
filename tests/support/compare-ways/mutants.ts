import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import type { GeneratedOperation, Json } from '../operation-generator/generated-operation.ts';
import type { Answer } from './keep-alive-client.ts';
import type { Execute } from './ways.ts';

/** Executes all ways except `off` as a broken server would. Each mutant has one mistake that an executor can make. */
export type Mutant = (execute: Execute) => Execute;

const onDocument =
  (change: (document: DocumentNode) => DocumentNode): Mutant =>
  (execute) =>
  (operation, way) =>
    execute(
      way === 'off' ? operation : { ...operation, query: print(change(parse(operation.query))) },
      'off',
    );

const onVariables =
  (change: (operation: GeneratedOperation) => GeneratedOperation['variables']): Mutant =>
  (execute) =>
  (operation, way) => {
    if (way === 'off') return execute(operation, 'off');
    const { variables: _given, ...rest } = operation;
    const variables = change(operation);
    return execute(variables === undefined ? rest : { ...rest, variables }, 'off');
  };

const onAnswer =
  (change: (answer: Record<string, Json>) => unknown): Mutant =>
  (execute) =>
  async (operation, way) => {
    const answer: Answer = await execute(operation, 'off');
    if (way === 'off') return answer;
    return { ...answer, body: `${JSON.stringify(change(JSON.parse(answer.body)))}\n` };
  };

const dropped = (name: string, kind: SelectionNode['kind']): Mutant =>
  onDocument((document) => {
    const without = (node: { readonly directives?: readonly DirectiveNode[] }) => ({
      ...node,
      directives: (node.directives ?? []).filter((directive) => directive.name.value !== name),
    });
    return visit(document, { [kind]: { leave: without } });
  });

/** A fragment that is skipped in one place is skipped everywhere. */
function skippedEverywhere(document: DocumentNode): DocumentNode {
  const skipped = new Map<string, readonly DirectiveNode[]>();
  visit(document, {
    FragmentSpread({ name, directives }) {
      if (directives?.length) skipped.set(name.value, directives);
    },
  });
  return visit(document, {
    FragmentSpread: { leave: (node) => ({ ...node, directives: skipped.get(node.name.value) ?? [] }) },
  });
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Of several fields to merge, only the first is executed. */
const unmerged = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave: (node) => {
        const keys = new Set<string>();
        const selections = node.selections.filter((selection) => {
          if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return true;
          const isFirst = !keys.has(keyOf(selection));
          keys.add(keyOf(selection));
          return isFirst;
        });
        return { ...node, selections };
      },
    },
  });

/** Puts fields before fragments, regardless of their order in the document. */
const fieldsFirst = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave: (node) => ({
        ...node,
        selections: node.selections.toSorted(
          (a, b) => Number(a.kind !== Kind.FIELD) - Number(b.kind !== Kind.FIELD),
        ),
      }),
    },
  });

function swapKeys(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((each) => swapKeys(each) as Json);
  if (value === null || typeof value !== 'object') return value;
  const [first, second, ...others] = Object.entries(value);
  return Object.fromEntries(
    second ? [second, first as [string, Json], ...others] : [first ?? []].filter((each) => each.length > 0),
  );
}

/** Conditions always have the values of the document's first use. */
function firstConditions(): Mutant {
  const first = new Map<string, GeneratedOperation['variables']>();
  return onVariables(({ query, operationName, variables }) => {
    const key = `${operationName} ${query}`;
    if (!first.has(key)) first.set(key, variables);
    const before = first.get(key) ?? {};
    return (
      variables &&
      Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? (before[name] ?? value) : value,
        ]),
      )
    );
  });
}

/** Treats an omitted variable as null. */
const leftOutIsNull = onVariables(({ query, variables }) => {
  const given: Record<string, Json> = { ...variables };
  visit(parse(query), {
    VariableDefinition({ variable, type }) {
      if (type.kind !== Kind.NON_NULL_TYPE) given[variable.name.value] ??= null;
    },
  });
  return given;
});

export const mutants: readonly (readonly [name: string, mutant: Mutant])[] = [
  ['@skip on fields is dropped', dropped('skip', Kind.FIELD)],
  ['@include on fields is dropped', dropped('include', Kind.FIELD)],
  ['@skip on fragment spreads is dropped', dropped('skip', Kind.FRAGMENT_SPREAD)],
  ['@include on fragment spreads is dropped', dropped('include', Kind.FRAGMENT_SPREAD)],
  ['@skip on inline fragments is dropped', dropped('skip', Kind.INLINE_FRAGMENT)],
  ['@include on inline fragments is dropped', dropped('include', Kind.INLINE_FRAGMENT)],
  ['a fragment skipped in one place is skipped in all', onDocument(skippedEverywhere)],
  ['conditions are those of the first use', firstConditions()],
  ['of merged fields only the first is asked', onDocument(unmerged)],
  ['fields come before fragments', onDocument(fieldsFirst)],
  ['two keys are swapped', onAnswer((answer) => ({ ...answer, data: swapKeys(answer.data) }))],
  ['a variable left out is null', leftOutIsNull],
  ['errors are dropped', onAnswer(({ errors: _errors, ...answer }) => answer)],
];
