import type { GraphRelationship, PropertyValue } from '../domain/graph-document.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { Changes, GraphDifference } from '../store/load/diff-graph.ts';

interface ChangeList<T> {
  readonly added: readonly T[];
  readonly updated: readonly { readonly before: T; readonly after: T }[];
  readonly removed: readonly T[];
}

/** Every node and relationship that is added, updated or removed. */
export interface DifferenceReport {
  readonly nodes: ChangeList<AnyNode>;
  readonly relationships: ChangeList<GraphRelationship>;
}

export const toDifferenceReport = ({ nodes, relationships }: GraphDifference): DifferenceReport => ({
  nodes: toChangeList(nodes),
  relationships: toChangeList(relationships),
});

const toChangeList = <T>({ added, updated, replaced, removed }: Changes<T>): ChangeList<T> => ({
  added,
  updated: updated.map((after, index) => ({ before: replaced[index] as T, after })),
  removed,
});

/** One line for each: `+` added, `-` removed, `~` updated, followed by the changed properties, before → after. */
export const differenceLines = ({ nodes, relationships }: DifferenceReport): string[] => [
  ...linesOf(nodes, ({ id }) => id, propertiesOfNode),
  ...linesOf(
    relationships,
    ({ type, from, to }) => `(${from})-[${type}]->(${to})`,
    ({ properties }) => properties,
  ),
];

type Properties = Readonly<Record<string, PropertyValue | undefined>>;

const propertiesOfNode = ({ id: _, ...properties }: AnyNode): Properties => properties;

function linesOf<T>(
  { added, updated, removed }: ChangeList<T>,
  nameOf: (value: T) => string,
  propertiesOf: (value: T) => Properties,
): string[] {
  const whole = (sign: string, value: T): string => {
    const properties = propertiesOf(value);
    return `${sign} ${nameOf(value)}${Object.keys(properties).length > 0 ? ` ${JSON.stringify(properties)}` : ''}`;
  };
  return [
    ...added.map((value) => whole('+', value)),
    ...updated.flatMap(({ before, after }) => [
      `~ ${nameOf(after)}`,
      ...changedProperties(propertiesOf(before), propertiesOf(after)),
    ]),
    ...removed.map((value) => whole('-', value)),
  ];
}

const changedProperties = (before: Properties, after: Properties): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((name) => [name, show(before[name]), show(after[name])] as const)
    .filter(([, old, now]) => old !== now)
    .map(([name, old, now]) => `    ${name}: ${old} → ${now}`);

const show = (value: PropertyValue | undefined): string =>
  value === undefined ? 'none' : JSON.stringify(value);
