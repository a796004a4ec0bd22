import { ComputeQueue } from '../../src/graphql/cost/compute-queue.ts';
import { KeptResults } from '../../src/graphql/kept-results.ts';
import { RequestContext, type RequestOptions } from '../../src/graphql/request-context.ts';
import { SLICE_MS } from '../../src/snapshot/breathe.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';

/** For questions that the snapshot answers: a statement fails. */
export const contextOf = (snapshot: GraphSnapshot, options: Partial<RequestOptions> = {}): RequestContext =>
  new RequestContext(
    { snapshot, ageMs: 0 },
    {
      store: {
        engine: 'embedded',
        read: ({ file }) => Promise.reject(new Error(`no statement is expected, and ${file} came`)),
      },
      kept: new KeptResults(0),
      queue: new ComputeQueue({ all: 60_000, client: 60_000, slice: SLICE_MS }),
      client: 'test',
      deadlineMs: 60_000,
      explain: false,
      maxObjects: 20_000,
      ...options,
    },
  );
