import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import closenessModule from 'graphology-metrics/centrality/closeness.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';

/** Each module of the library is its function at run time, but its type declarations put the function in `default`. */
const asFunction = <T>(module: { readonly default: T }): T => module as unknown as T;

export const betweennessCentrality = asFunction(betweennessModule);
export const closenessCentrality = asFunction(closenessModule);
export const pagerank = asFunction(pagerankModule);
export const louvain = asFunction(louvainModule);
