import { ComputeQueue } from '../../src/graphql/cost/compute-queue.ts';
import { RequestContext, type RequestOptions } from '../../src/graphql/request-context.ts';
import { createResultCache } from '../../src/graphql/result-cache.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { SLICE_MS } from '../../src/snapshot/time-slices.ts';

/** A context for questions that the snapshot answers. Every statement fails. */
export const contextOf = (snapshot: GraphSnapshot, options: Partial<RequestOptions> = {}): RequestContext =>
  new RequestContext(
    { snapshot, ageMs: 0 },
    {
      store: {
        engine: 'embedded',
        read: ({ file }) => Promise.reject(new Error(`no statement is expected, and ${file} came`)),
      },
      kept: createResultCache(0),
      queue: new ComputeQueue({ all: 60_000, client: 60_000, slice: SLICE_MS }),
      client: 'test',
      deadlineMs: 60_000,
      explain: false,
      maxObjects: 20_000,
      ...options,
    },
  );
