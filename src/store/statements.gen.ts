// Generated from cypher/**/*.cypher by npm run generate. Do not edit.
import { z } from 'zod';
import { itemClause } from '../domain/item-clause.ts';
import { nodeSchemas } from '../domain/nodes.ts';
import { relationshipSchemas } from '../domain/relationships.ts';
import { anyNode, defineStatement } from './statement.ts';

/** The zone whose authority each given agency is. */
export const agencyAdministers = defineStatement({
  file: 'agency/administers.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.PilotZone,
  }),
});

/** The agency of each given name, alias or id. */
export const agencyByNames = defineStatement({
  file: 'agency/by-names.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
    node: nodeSchemas.Agency,
  }),
});

/** Agencies that share reform items with each given agency, most shared first. */
export const agencyCoOwners = defineStatement({
  file: 'agency/co-owners.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.int().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    mostItems: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.int(), node: nodeSchemas.Agency, shared: z.int(), itemIds: z.array(z.string()) })),
  }),
});

/** A page of agencies, in a given order. */
export const agencyPage = defineStatement({
  file: 'agency/page.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    orderBy: z.string(),
    kinds: z.array(z.string()),
    levels: z.array(z.string()),
  }),
  row: z.strictObject({
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.Agency })),
  }),
});

/** The agency that each given agency is part of. */
export const agencyParent = defineStatement({
  file: 'agency/parent.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Agency,
  }),
});

/** The reform items that each given agency is responsible for. */
export const agencyReformItems = defineStatement({
  file: 'agency/reform-items.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem, edge: relationshipSchemas.RESPONSIBLE_FOR })),
  }),
});

/** How many reform items of each theme each given agency is responsible for. */
export const agencyThemeCounts = defineStatement({
  file: 'agency/theme-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.Theme, count: z.int() })),
  }),
});

/** How many reform items each given agency has in each zone. */
export const agencyZoneCounts = defineStatement({
  file: 'agency/zone-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.PilotZone, count: z.int() })),
  }),
});

/** Every batch, by publisher and number. */
export const batchAll = defineStatement({
  file: 'batch/all.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
  }),
  row: z.strictObject({
    node: nodeSchemas.Batch,
  }),
});

/** The batch of each given code. */
export const batchByCodes = defineStatement({
  file: 'batch/by-codes.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Batch,
  }),
});

/** The batches of each given number, of whichever publisher. */
export const batchByNumbers = defineStatement({
  file: 'batch/by-numbers.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
  }),
});

/** The reform items that each given batch published. */
export const batchReformItems = defineStatement({
  file: 'batch/reform-items.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem })),
  }),
});

/** Pairs of agencies that share reform items, most shared first. */
export const coOwnershipPage = defineStatement({
  file: 'co-ownership/page.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
    afterKey: z.int().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    minShared: z.int(),
    mostItems: z.int(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.int(), pairId: z.string(), a: nodeSchemas.Agency, b: nodeSchemas.Agency, shared: z.int(), either: z.int(), itemIds: z.array(z.string()) })),
  }),
});

/** The id of a Agency is unique. */
export const constraintsAgencyId = defineStatement({
  file: 'constraints/agency-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of a Batch is unique. */
export const constraintsBatchId = defineStatement({
  file: 'constraints/batch-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of any node is unique: one look-up finds a node whatever its label. */
export const constraintsEntityId = defineStatement({
  file: 'constraints/entity-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** There is one node that holds the version of the graph. */
export const constraintsGraphId = defineStatement({
  file: 'constraints/graph-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of a PilotZone is unique. */
export const constraintsPilotZoneId = defineStatement({
  file: 'constraints/pilot-zone-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of a ReformItem is unique. */
export const constraintsReformItemId = defineStatement({
  file: 'constraints/reform-item-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** Pages of reform items are read in the order of their position. */
export const constraintsReformItemPosition = defineStatement({
  file: 'constraints/reform-item-position.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of a Region is unique. */
export const constraintsRegionId = defineStatement({
  file: 'constraints/region-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** The id of a Theme is unique. */
export const constraintsThemeId = defineStatement({
  file: 'constraints/theme-id.cypher',
  mode: 'schema',
  params: z.strictObject({}),
  row: z.strictObject({}),
});

/** How many nodes there are of each label. */
export const graphLabelCounts = defineStatement({
  file: 'graph/label-counts.cypher',
  mode: 'read',
  params: z.strictObject({}),
  row: z.strictObject({
    label: z.string(),
    count: z.int(),
  }),
});

/** How many relationships there are of each type. */
export const graphRelationshipCounts = defineStatement({
  file: 'graph/relationship-counts.cypher',
  mode: 'read',
  params: z.strictObject({}),
  row: z.strictObject({
    type: z.string(),
    count: z.int(),
  }),
});

/** The version of the graph and when it last changed; no row before the first import. */
export const graphVersion = defineStatement({
  file: 'graph/version.cypher',
  mode: 'read',
  params: z.strictObject({}),
  row: z.strictObject({
    version: z.int(),
    changedAt: z.string().nullable(),
  }),
});

/** A batch and its reform items, as the graph has them. */
export const loadBatchNodes = defineStatement({
  file: 'load/batch-nodes.cypher',
  mode: 'read',
  params: z.strictObject({
    batchId: z.string(),
  }),
  row: z.strictObject({
    node: anyNode,
  }),
});

/** All relationships of a batch's reform items, as the graph has them. */
export const loadBatchRelationships = defineStatement({
  file: 'load/batch-relationships.cypher',
  mode: 'read',
  params: z.strictObject({
    batchId: z.string(),
  }),
  row: z.strictObject({
    type: z.string(),
    from: z.string(),
    to: z.string(),
    properties: z.record(z.string(), z.unknown()),
  }),
});

/** Deletes the given nodes with all their relationships. */
export const loadDeleteNodes = defineStatement({
  file: 'load/delete-nodes.cypher',
  mode: 'write',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({}),
});

/** Deletes the given relationships. */
export const loadDeleteRelationships = defineStatement({
  file: 'load/delete-relationships.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Takes the graph for one writer, and says which version it is at (0 before the first import). */
export const loadLockGraph = defineStatement({
  file: 'load/lock-graph.cypher',
  mode: 'write',
  params: z.strictObject({}),
  row: z.strictObject({
    version: z.int(),
  }),
});

/** Joins each row's two nodes by ADMINISTERS, with exactly the row's properties. */
export const loadMergeAdministers = defineStatement({
  file: 'load/merge-administers.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a Agency, with exactly the row's properties. */
export const loadMergeAgency = defineStatement({
  file: 'load/merge-agency.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a Batch, with exactly the row's properties. */
export const loadMergeBatch = defineStatement({
  file: 'load/merge-batch.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by HAS_THEME, with exactly the row's properties. */
export const loadMergeHasTheme = defineStatement({
  file: 'load/merge-has-theme.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by NARROWER_THAN, with exactly the row's properties. */
export const loadMergeNarrowerThan = defineStatement({
  file: 'load/merge-narrower-than.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by PART_OF, with exactly the row's properties. */
export const loadMergePartOf = defineStatement({
  file: 'load/merge-part-of.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a PilotZone, with exactly the row's properties. */
export const loadMergePilotZone = defineStatement({
  file: 'load/merge-pilot-zone.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by PILOTED_IN, with exactly the row's properties. */
export const loadMergePilotedIn = defineStatement({
  file: 'load/merge-piloted-in.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by PROMOTED_TO, with exactly the row's properties. */
export const loadMergePromotedTo = defineStatement({
  file: 'load/merge-promoted-to.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by PUBLISHED_IN, with exactly the row's properties. */
export const loadMergePublishedIn = defineStatement({
  file: 'load/merge-published-in.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a ReformItem, with exactly the row's properties. */
export const loadMergeReformItem = defineStatement({
  file: 'load/merge-reform-item.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a Region, with exactly the row's properties. */
export const loadMergeRegion = defineStatement({
  file: 'load/merge-region.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Joins each row's two nodes by RESPONSIBLE_FOR, with exactly the row's properties. */
export const loadMergeResponsibleFor = defineStatement({
  file: 'load/merge-responsible-for.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Makes each row a Theme, with exactly the row's properties. */
export const loadMergeTheme = defineStatement({
  file: 'load/merge-theme.cypher',
  mode: 'write',
  params: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
  row: z.strictObject({}),
});

/** Raises the version of the graph, in the transaction that changed it. */
export const loadRaiseVersion = defineStatement({
  file: 'load/raise-version.cypher',
  mode: 'write',
  params: z.strictObject({
    now: z.string(),
  }),
  row: z.strictObject({
    version: z.int(),
  }),
});

/** Which of the given vocabulary entries no reform item and no narrower entry refers to any more. */
export const loadUnused = defineStatement({
  file: 'load/unused.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    id: z.string(),
  }),
});

/** The relationships that lead from each given node to another vocabulary entry. */
export const loadVocabularyRelationships = defineStatement({
  file: 'load/vocabulary-relationships.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    type: z.string(),
    from: z.string(),
    to: z.string(),
    properties: z.record(z.string(), z.unknown()),
  }),
});

/** The node of each given id, whatever its label. */
export const nodeByIds = defineStatement({
  file: 'node/by-ids.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: anyNode,
  }),
});

/** How many reform items each agency has in each given zone. */
export const pilotZoneAgencyCounts = defineStatement({
  file: 'pilot-zone/agency-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.Agency, count: z.int() })),
  }),
});

/** The agency that is each given zone's own authority. */
export const pilotZoneAuthority = defineStatement({
  file: 'pilot-zone/authority.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Agency,
  }),
});

/** The zone of each given name, alias or id. */
export const pilotZoneByNames = defineStatement({
  file: 'pilot-zone/by-names.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
    node: nodeSchemas.PilotZone,
  }),
});

/** A page of zones, by name. */
export const pilotZonePage = defineStatement({
  file: 'pilot-zone/page.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
  }),
  row: z.strictObject({
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.PilotZone })),
  }),
});

/** The zone that each given zone is part of. */
export const pilotZonePartOf = defineStatement({
  file: 'pilot-zone/part-of.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.PilotZone,
  }),
});

/** The zones that are part of each given zone. */
export const pilotZoneParts = defineStatement({
  file: 'pilot-zone/parts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.PilotZone,
  }),
});

/** The reform items piloted in each given zone, with the words that say so. */
export const pilotZoneReformItems = defineStatement({
  file: 'pilot-zone/reform-items.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem, edge: relationshipSchemas.PILOTED_IN })),
  }),
});

/** How many reform items of each theme each given zone pilots. */
export const pilotZoneThemeCounts = defineStatement({
  file: 'pilot-zone/theme-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.Theme, count: z.int() })),
  }),
});

/** The agencies responsible for each given reform item, in printed order. */
export const reformItemAgencies = defineStatement({
  file: 'reform-item/agencies.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.int().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.int(), node: nodeSchemas.Agency, edge: relationshipSchemas.RESPONSIBLE_FOR })),
  }),
});

/** The batch that published each given reform item. */
export const reformItemBatch = defineStatement({
  file: 'reform-item/batch.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Batch,
  }),
});

/** The reform item of each given code. */
export const reformItemByCodes = defineStatement({
  file: 'reform-item/by-codes.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.ReformItem,
  }),
});

/** A page of reform items, in a given order. */
export const reformItemPage = defineStatement({
  file: 'reform-item/page.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    orderBy: z.string(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem })),
  }),
});

/** The region that each given reform item is promoted to. */
export const reformItemRegion = defineStatement({
  file: 'reform-item/region.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Region,
  }),
});

/** The themes of each given reform item, with the words that evidence them. */
export const reformItemThemes = defineStatement({
  file: 'reform-item/themes.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.Theme, edge: relationshipSchemas.HAS_THEME })),
  }),
});

/** The zones where each given reform item is piloted, with the words that say so. */
export const reformItemZones = defineStatement({
  file: 'reform-item/zones.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.PilotZone, edge: relationshipSchemas.PILOTED_IN })),
  }),
});

/** Every region that reform items are promoted to. */
export const regionAll = defineStatement({
  file: 'region/all.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
  }),
  row: z.strictObject({
    node: nodeSchemas.Region,
  }),
});

/** The region of each given name, alias or id. */
export const regionByNames = defineStatement({
  file: 'region/by-names.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
    node: nodeSchemas.Region,
  }),
});

/** The reform items promoted to each given region. */
export const regionReformItems = defineStatement({
  file: 'region/reform-items.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem, edge: relationshipSchemas.PROMOTED_TO })),
  }),
});

/** How many reform items of each given theme each agency is responsible for. */
export const themeAgencyCounts = defineStatement({
  file: 'theme/agency-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.Agency, count: z.int() })),
  }),
});

/** The theme above each given theme. */
export const themeBroader = defineStatement({
  file: 'theme/broader.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Theme,
  }),
});

/** The theme of each given name, alias or id. */
export const themeByNames = defineStatement({
  file: 'theme/by-names.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
    node: nodeSchemas.Theme,
  }),
});

/** The ids that a theme stands for in a filter: its own, and those of the themes below it. */
export const themeCovers = defineStatement({
  file: 'theme/covers.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    id: z.string(),
  }),
});

/** The themes below each given theme. */
export const themeNarrower = defineStatement({
  file: 'theme/narrower.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    node: nodeSchemas.Theme,
  }),
});

/** A page of themes, by name. */
export const themePage = defineStatement({
  file: 'theme/page.cypher',
  mode: 'read',
  params: z.strictObject({
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
  }),
  row: z.strictObject({
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.Theme })),
  }),
});

/** The reform items of each given theme or of a theme below it, with the words that evidence it. */
export const themeReformItems = defineStatement({
  file: 'theme/reform-items.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
    afterKey: z.string().nullable(),
    afterId: z.string().nullable(),
    backward: z.boolean(),
    withTotal: z.boolean(),
    clauses: z.array(itemClause),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    total: z.int(),
    edges: z.array(z.strictObject({ key: z.string(), node: nodeSchemas.ReformItem, links: z.array(relationshipSchemas.HAS_THEME) })),
  }),
});

/** How many reform items of each given theme each zone pilots. */
export const themeZoneCounts = defineStatement({
  file: 'theme/zone-counts.cypher',
  mode: 'read',
  params: z.strictObject({
    ids: z.array(z.string()),
    first: z.int(),
  }),
  row: z.strictObject({
    ownerId: z.string(),
    counts: z.array(z.strictObject({ node: nodeSchemas.PilotZone, count: z.int() })),
  }),
});
