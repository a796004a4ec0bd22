import type { RequestContext } from '../graphql/request-context.ts';

/** The `extensions` of an answer: what a client asked to be explained, and how old the graph is where it is not fresh. */
export function extensionsOf(context: RequestContext): Record<string, unknown> | undefined {
  const { explain, ageMs, snapshotIfAny } = context;
  if (!explain && ageMs === 0) return undefined;
  return {
    ...(explain ? { explain: explanationOf(context) } : {}),
    ...(ageMs > 0 ? { graph: { version: snapshotIfAny?.version ?? null, ageMs } } : {}),
  };
}

const explanationOf = ({ path, measure, counted, elapsedMs, statements }: RequestContext) => ({
  /** Which way the operation was executed; see graphql/execution/README.md. */
  path,
  /** How many objects the answer could have at most; null where the operation could not be measured. */
  estimate: measure?.cost.objects ?? null,
  /** How many it has. */
  counted,
  /** How long its fields were calculated to compute, in milliseconds. */
  computeMs: measure === undefined ? null : Math.round(measure.cost.milliseconds * 10) / 10,
  depth: measure?.cost.depth ?? null,
  ms: elapsedMs,
  statements: statements.ended,
});
