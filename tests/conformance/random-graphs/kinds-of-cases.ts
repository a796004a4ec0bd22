import type { PlainGraph } from './plain-graph.ts';
import { plainItems } from './plain-items.ts';
import { plainNetwork } from './plain-network.ts';
import { plainPaths } from './plain-paths.ts';
import type { RandomCase } from './random-questions.ts';

type Kind = (each: RandomCase, plain: PlainGraph) => boolean;

const waysBetweenEnds = (each: RandomCase, plain: PlainGraph): number[][] =>
  each.paths.map((path) => plainPaths(plain, path, 2).map(({ length }) => length));
const membersOf = (plain: PlainGraph) => plainNetwork(plain, plainItems(plain, null)).members;

/** Common and rare features of bulletins, some never seen. Each must occur in several of the random graphs. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'no item': ({ graph }) => graph.items.length === 0,
  'twenty items or more': ({ graph }) => graph.items.length >= 20,
  'several batches': ({ graph }) => new Set(graph.items.map(({ batch }) => batch)).size > 1,
  'an item without agency': ({ graph }) => graph.items.some(({ agencies }) => agencies.length === 0),
  'an item without zone': ({ graph }) => graph.items.some(({ zones }) => zones.length === 0),
  'an item without theme': ({ graph }) => graph.items.some(({ themes }) => themes.length === 0),
  'an item without region': ({ graph }) => graph.items.some(({ region }) => region === null),
  'an agency without item': ({ graph }) =>
    graph.agencies.some(({ name }) => !graph.items.some(({ agencies }) => agencies.includes(name))),
  'an agency with items and no co-owner': (_each, plain) =>
    membersOf(plain).some(({ degree }) => degree === 0),
  'a zone that is part of another': ({ graph }) => graph.zones.some(({ partOf }) => partOf !== null),
  'an agency that administers zones': ({ graph }) =>
    graph.agencies.some(({ administers }) => administers.length > 0),
  'a theme of no domain': ({ graph }) => graph.themes.some(({ domain }) => domain === null),
  'an item of a domain itself': ({ graph }) =>
    graph.items.some(({ themes }) => graph.themes.some(({ domain }) => themes.includes(domain ?? ''))),
  'a network of several parts': (_each, plain) => plainNetwork(plain, plainItems(plain, null)).components > 1,
  'an agency between others': (_each, plain) => membersOf(plain).some(({ betweenness }) => betweenness > 0),
  'a filter that some items meet and some do not': ({ graph, filters }, plain) =>
    filters.some((filter) => ![0, graph.items.length].includes(plainItems(plain, filter).length)),
  'ends that nothing joins': (...of) => waysBetweenEnds(...of).some((ways) => ways.length === 0),
  'ends with several shortest ways': (...of) => waysBetweenEnds(...of).some((ways) => ways.length > 1),
  'ends four steps from each other or more': (...of) =>
    waysBetweenEnds(...of).some(([length]) => length !== undefined && length >= 4),
};
