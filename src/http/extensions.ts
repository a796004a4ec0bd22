import type { RequestContext } from '../graphql/request-context.ts';

/** The `extensions` of an answer: the explanation if requested, and the age of the graph if it is not fresh. */
export function extensionsOf(context: RequestContext): Record<string, unknown> | undefined {
  const { explain, ageMs, snapshotIfAny } = context;
  if (!explain && ageMs === 0) return undefined;
  return {
    ...(explain ? { explain: explanationOf(context) } : {}),
    ...(ageMs > 0 ? { graph: { version: snapshotIfAny?.version ?? null, ageMs } } : {}),
  };
}

const explanationOf = ({ path, measure, counted, elapsedMs, statements }: RequestContext) => ({
  /** The path that executed the operation, `fast` or `apollo`; see graphql/execution/README.md. */
  path,
  /** The maximum number of objects in the answer; null if the operation could not be measured. */
  estimate: measure?.cost.objects ?? null,
  /** The actual number of objects in the answer. */
  counted,
  /** The estimated time to compute its fields, in milliseconds. */
  computeMs: measure === undefined ? null : Math.round(measure.cost.milliseconds * 10) / 10,
  depth: measure?.cost.depth ?? null,
  ms: elapsedMs,
  statements: statements.ended,
});
