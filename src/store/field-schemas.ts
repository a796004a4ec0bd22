import { z } from 'zod';
import { parseNodeId } from '../domain/node-id.ts';
import { nodeSchemas } from '../domain/nodes.ts';

/** Types in a query file's header, such as `string[]` or `Agency?`, by field. An object stands for a list of maps. */
export type Columns = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Analysts may add their own properties to the graph. These are dropped here, and no row fails because of them. */
function leniently<K extends string>(schemas: Readonly<Record<K, z.ZodObject>>): Record<K, z.ZodType> {
  const entries = Object.entries<z.ZodObject>(schemas).map(([name, { shape }]) => [name, z.object(shape)]);
  return Object.fromEntries(entries) as Record<K, z.ZodType>;
}

const nodes = leniently(nodeSchemas);

/** A node of the label that its id begins with. */
const anyNode = z.custom((value) => {
  const id = (value as { id?: unknown } | null)?.id;
  const label = typeof id === 'string' ? parseNodeId(id)?.label : undefined;
  return label !== undefined && nodes[label].safeParse(value).success;
}, 'no node of the model');

/** A shallow check: z.record would copy each of the 25,000 rows that an import of a thousand items writes. */
const map = z.custom(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'no map',
);

const BASES: Readonly<Record<string, z.ZodType>> = {
  string: z.string(),
  int: z.int(),
  float: z.number(),
  boolean: z.boolean(),
  map,
  AnyNode: anyNode,
  ...nodes,
};

/** The schema of a row or of parameters: exactly these fields, each of its type. */
export function rowSchema(columns: Columns): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, type]) => [
        name,
        typeof type === 'string' ? fieldSchema(type) : z.array(rowSchema(type)),
      ]),
    ),
  );
}

function fieldSchema(type: string): z.ZodType {
  const [, word = '', list, nullable] = /^(\w+)(\[\])?(\?)?$/.exec(type) ?? [];
  const base = BASES[word];
  if (base === undefined) throw new TypeError(`unknown type in a query file: ${type}`);
  const schema = list ? z.array(base) : base;
  return nullable ? schema.nullable() : schema;
}
