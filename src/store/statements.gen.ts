// Generated from cypher/**/*.cypher by npm run generate. Do not edit.
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import { defineStatement } from './statement.ts';

/** Every batch, by publisher and number. */
export const batchAll = defineStatement<
  { first: number },
  { node: NodeOf<'Batch'> }
>({
  file: 'batch/all.cypher',
  mode: 'read',
  params: { first: 'int' },
  columns: { node: 'Batch' },
});

/** The changes of each given block, in order. */
export const changesBlocks = defineStatement<
  { ids: string[] },
  { ownerId: string; entries: string[] }
>({
  file: 'changes/blocks.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', entries: 'string[]' },
});

/** A page of the imports that made the versions after $since, up to $until, oldest first or newest first. */
export const changesImports = defineStatement<
  { since: number; until: number; after: number; before: number; first: number; newest: boolean },
  { total: number; untilAt: string | null; imports: Record<string, unknown>[] }
>({
  file: 'changes/imports.cypher',
  mode: 'read',
  params: { since: 'int', until: 'int', after: 'int', before: 'int', first: 'int', newest: 'boolean' },
  columns: { total: 'int', untilAt: 'string?', imports: 'map[]' },
});

/** The id of a Agency is unique. */
export const constraintsAgencyId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/agency-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Batch is unique. */
export const constraintsBatchId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/batch-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a block of changes is unique. */
export const constraintsChangeBlockId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/change-block-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of any node is unique: one look-up finds a node whatever its label. */
export const constraintsEntityId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/entity-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Figure is unique. */
export const constraintsFigureId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/figure-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a FirstClaim is unique. */
export const constraintsFirstClaimId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/first-claim-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** Only one node holds the version of the graph. */
export const constraintsGraphId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/graph-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of an import record is unique. */
export const constraintsImportRecordId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/import-record-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** A block of changes is found by its id without a scan (see lookup-entity-id.cypher). */
export const constraintsLookupChangeBlockId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/lookup-change-block-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** An id is found without a scan, whatever the node's label. In Neo4j the constraint already does this, so Neo4j skips this statement. In the embedded engine a constraint adds no index. Run after the constraints, or Neo4j refuses them. */
export const constraintsLookupEntityId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/lookup-entity-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** Pages of reform items are read in the order of their position. */
export const constraintsLookupReformItemPosition = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/lookup-reform-item-position.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Milestone is unique. */
export const constraintsMilestoneId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/milestone-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Organization is unique. */
export const constraintsOrganizationId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/organization-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a PilotZone is unique. */
export const constraintsPilotZoneId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/pilot-zone-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a PolicyDocument is unique. */
export const constraintsPolicyDocumentId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/policy-document-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a ReformItem is unique. */
export const constraintsReformItemId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/reform-item-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Region is unique. */
export const constraintsRegionId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/region-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The id of a Theme is unique. */
export const constraintsThemeId = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'constraints/theme-id.cypher',
  mode: 'schema',
  params: {},
  columns: {},
});

/** The number of nodes of each label. */
export const graphLabelCounts = defineStatement<
  Record<string, never>,
  { label: string; count: number }
>({
  file: 'graph/label-counts.cypher',
  mode: 'read',
  params: {},
  columns: { label: 'string', count: 'int' },
});

/** The number of relationships of each type. */
export const graphRelationshipCounts = defineStatement<
  Record<string, never>,
  { type: string; count: number }
>({
  file: 'graph/relationship-counts.cypher',
  mode: 'read',
  params: {},
  columns: { type: 'string', count: 'int' },
});

/** The version of the graph and when it last changed; no row before the first import. */
export const graphVersion = defineStatement<
  Record<string, never>,
  { version: number; changedAt: string | null }
>({
  file: 'graph/version.cypher',
  mode: 'read',
  params: {},
  columns: { version: 'int', changedAt: 'string?' },
});

/** The nodes of a batch, its reform items and the facts that these state, as the graph has them. */
export const loadBatchNodes = defineStatement<
  { batchId: string },
  { node: AnyNode }
>({
  file: 'load/batch-nodes.cypher',
  mode: 'read',
  params: { batchId: 'string' },
  columns: { node: 'AnyNode' },
});

/** All relationships of a batch's reform items, as the graph has them. Excludes relationships that another batch states: those by which its items continue items of this batch. */
export const loadBatchRelationships = defineStatement<
  { batchId: string },
  { type: string; from: string; to: string; properties: Record<string, unknown> }
>({
  file: 'load/batch-relationships.cypher',
  mode: 'read',
  params: { batchId: 'string' },
  columns: { type: 'string', from: 'string', to: 'string', properties: 'map' },
});

/** The later items that continue each given reform item, by position. */
export const loadContinuedBy = defineStatement<
  { ids: string[] },
  { ownerId: string; id: string }
>({
  file: 'load/continued-by.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', id: 'string' },
});

/** The earlier items that each given reform item continues, by position. */
export const loadContinues = defineStatement<
  { ids: string[] },
  { ownerId: string; id: string }
>({
  file: 'load/continues.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', id: 'string' },
});

/** Creates ADMINISTERS between the two nodes of each row. The graph must not have any of them. */
export const loadCreateAdministers = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-administers.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Agency for each row. The graph must not have any of them. */
export const loadCreateAgency = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-agency.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Batch for each row. The graph must not have any of them. */
export const loadCreateBatch = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-batch.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates CITES between the two nodes of each row. The graph must not have any of them. */
export const loadCreateCites = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-cites.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates CONTINUES between the two nodes of each row. The graph must not have any of them. */
export const loadCreateContinues = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-continues.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Figure for each row. The graph must not have any of them. */
export const loadCreateFigure = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-figure.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one FirstClaim for each row. The graph must not have any of them. */
export const loadCreateFirstClaim = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-first-claim.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates HAS_THEME between the two nodes of each row. The graph must not have any of them. */
export const loadCreateHasTheme = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-has-theme.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates MENTIONS_AGENCY between the two nodes of each row. The graph must not have any of them. */
export const loadCreateMentionsAgency = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-mentions-agency.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates MENTIONS between the two nodes of each row. The graph must not have any of them. */
export const loadCreateMentions = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-mentions.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates MERGED_INTO between the two nodes of each row. The graph must not have any of them. */
export const loadCreateMergedInto = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-merged-into.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Milestone for each row. The graph must not have any of them. */
export const loadCreateMilestone = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-milestone.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates NARROWER_THAN between the two nodes of each row. The graph must not have any of them. */
export const loadCreateNarrowerThan = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-narrower-than.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Organization for each row. The graph must not have any of them. */
export const loadCreateOrganization = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-organization.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates PART_OF between the two nodes of each row. The graph must not have any of them. */
export const loadCreatePartOf = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-part-of.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one PilotZone for each row. The graph must not have any of them. */
export const loadCreatePilotZone = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-pilot-zone.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates PILOTED_IN between the two nodes of each row. The graph must not have any of them. */
export const loadCreatePilotedIn = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-piloted-in.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one PolicyDocument for each row. The graph must not have any of them. */
export const loadCreatePolicyDocument = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-policy-document.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates PROMOTED_TO between the two nodes of each row. The graph must not have any of them. */
export const loadCreatePromotedTo = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-promoted-to.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates PUBLISHED_IN between the two nodes of each row. The graph must not have any of them. */
export const loadCreatePublishedIn = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-published-in.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one ReformItem for each row. The graph must not have any of them. */
export const loadCreateReformItem = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-reform-item.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Region for each row. The graph must not have any of them. */
export const loadCreateRegion = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-region.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates RESPONSIBLE_FOR between the two nodes of each row. The graph must not have any of them. */
export const loadCreateResponsibleFor = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-responsible-for.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates STATES between the two nodes of each row. The graph must not have any of them. */
export const loadCreateStates = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-states.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates one Theme for each row. The graph must not have any of them. */
export const loadCreateTheme = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/create-theme.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Deletes the given nodes with all their relationships. */
export const loadDeleteNodes = defineStatement<
  { ids: string[] },
  Record<string, never>
>({
  file: 'load/delete-nodes.cypher',
  mode: 'write',
  params: { ids: 'string[]' },
  columns: {},
});

/** Deletes the given relationships. */
export const loadDeleteRelationships = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/delete-relationships.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** The given ids that exist in the graph. */
export const loadKnownIds = defineStatement<
  { ids: string[] },
  { id: string }
>({
  file: 'load/known-ids.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { id: 'string' },
});

/** Locks the graph for one writer and returns its version (0 before the first import). */
export const loadLockGraph = defineStatement<
  Record<string, never>,
  { version: number }
>({
  file: 'load/lock-graph.cypher',
  mode: 'write',
  params: {},
  columns: { version: 'int' },
});

/** Creates or updates ADMINISTERS between the two nodes of each row, with exactly the row's properties. */
export const loadMergeAdministers = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-administers.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Agency for each row, with exactly the row's properties. */
export const loadMergeAgency = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-agency.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Batch for each row, with exactly the row's properties. */
export const loadMergeBatch = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-batch.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates CITES between the two nodes of each row, with exactly the row's properties. */
export const loadMergeCites = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-cites.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates CONTINUES between the two nodes of each row, with exactly the row's properties. */
export const loadMergeContinues = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-continues.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Figure for each row, with exactly the row's properties. */
export const loadMergeFigure = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-figure.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one FirstClaim for each row, with exactly the row's properties. */
export const loadMergeFirstClaim = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-first-claim.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates HAS_THEME between the two nodes of each row, with exactly the row's properties. */
export const loadMergeHasTheme = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-has-theme.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates MENTIONS_AGENCY between the two nodes of each row, with exactly the row's properties. */
export const loadMergeMentionsAgency = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-mentions-agency.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates MENTIONS between the two nodes of each row, with exactly the row's properties. */
export const loadMergeMentions = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-mentions.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates MERGED_INTO between the two nodes of each row, with exactly the row's properties. */
export const loadMergeMergedInto = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-merged-into.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Milestone for each row, with exactly the row's properties. */
export const loadMergeMilestone = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-milestone.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates NARROWER_THAN between the two nodes of each row, with exactly the row's properties. */
export const loadMergeNarrowerThan = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-narrower-than.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Organization for each row, with exactly the row's properties. */
export const loadMergeOrganization = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-organization.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates PART_OF between the two nodes of each row, with exactly the row's properties. */
export const loadMergePartOf = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-part-of.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one PilotZone for each row, with exactly the row's properties. */
export const loadMergePilotZone = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-pilot-zone.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates PILOTED_IN between the two nodes of each row, with exactly the row's properties. */
export const loadMergePilotedIn = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-piloted-in.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one PolicyDocument for each row, with exactly the row's properties. */
export const loadMergePolicyDocument = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-policy-document.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates PROMOTED_TO between the two nodes of each row, with exactly the row's properties. */
export const loadMergePromotedTo = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-promoted-to.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates PUBLISHED_IN between the two nodes of each row, with exactly the row's properties. */
export const loadMergePublishedIn = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-published-in.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one ReformItem for each row, with exactly the row's properties. */
export const loadMergeReformItem = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-reform-item.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Region for each row, with exactly the row's properties. */
export const loadMergeRegion = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-region.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates RESPONSIBLE_FOR between the two nodes of each row, with exactly the row's properties. */
export const loadMergeResponsibleFor = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-responsible-for.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates STATES between the two nodes of each row, with exactly the row's properties. */
export const loadMergeStates = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-states.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Creates or updates one Theme for each row, with exactly the row's properties. */
export const loadMergeTheme = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/merge-theme.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Each given node with all nodes connected to it by mergers, including itself: bodies that stay or go together. */
export const loadMerged = defineStatement<
  { ids: string[] },
  { ownerId: string; id: string }
>({
  file: 'load/merged.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', id: 'string' },
});

/** The relationships that merge other bodies into each given one. */
export const loadMergers = defineStatement<
  { ids: string[] },
  { type: string; from: string; to: string; properties: Record<string, unknown> }
>({
  file: 'load/mergers.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { type: 'string', from: 'string', to: 'string', properties: 'map' },
});

/** Raises the version of the graph, in the same transaction as the change. */
export const loadRaiseVersion = defineStatement<
  { now: string },
  { version: number }
>({
  file: 'load/raise-version.cypher',
  mode: 'write',
  params: { now: 'string' },
  columns: { version: 'int' },
});

/** Stores the changes of an import. Each row is a block of JSON texts (src/domain/change-record.ts). */
export const loadRecordChanges = defineStatement<
  { rows: Record<string, unknown>[] },
  Record<string, never>
>({
  file: 'load/record-changes.cypher',
  mode: 'write',
  params: { rows: 'map[]' },
  columns: {},
});

/** Records that an import changed the graph: the time, the batch and the number of changes. */
export const loadRecordImport = defineStatement<
  { properties: Record<string, unknown> },
  Record<string, never>
>({
  file: 'load/record-import.cypher',
  mode: 'write',
  params: { properties: 'map' },
  columns: {},
});

/** The given vocabulary entries that no reform item and no narrower entry refers to any more. A merger of two bodies is no reason to keep either (load/merged.cypher). */
export const loadUnused = defineStatement<
  { ids: string[] },
  { id: string }
>({
  file: 'load/unused.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { id: 'string' },
});

/** The relationships that lead from each given node to another vocabulary entry. */
export const loadVocabularyRelationships = defineStatement<
  { ids: string[] },
  { type: string; from: string; to: string; properties: Record<string, unknown> }
>({
  file: 'load/vocabulary-relationships.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { type: 'string', from: 'string', to: 'string', properties: 'map' },
});

/** The node of each given id, whatever its label. */
export const nodeByIds = defineStatement<
  { ids: string[] },
  { ownerId: string; node: AnyNode }
>({
  file: 'node/by-ids.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', node: 'AnyNode' },
});

/** The links of each given reform item, in both directions, with their properties: four lists of one length. A link between two items is listed only at the item where it starts. */
export const snapshotItemLinks = defineStatement<
  { ids: string[] },
  { ownerId: string; types: string[]; outward: boolean[]; ends: string[]; properties: Record<string, unknown>[] }
>({
  file: 'snapshot/item-links.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', types: 'string[]', outward: 'boolean[]', ends: 'string[]', properties: 'map[]' },
});

/** The relationships from each given node to other nodes. Neither end is a reform item. */
export const snapshotLinksBesideItems = defineStatement<
  { ids: string[] },
  { type: string; from: string; to: string; properties: Record<string, unknown> }
>({
  file: 'snapshot/links-beside-items.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { type: 'string', from: 'string', to: 'string', properties: 'map' },
});

/** The id of every node, in one row. */
export const snapshotNodeIds = defineStatement<
  Record<string, never>,
  { ids: string[] }
>({
  file: 'snapshot/node-ids.cypher',
  mode: 'read',
  params: {},
  columns: { ids: 'string[]' },
});

/** The properties of the node of each given id, whatever its label. */
export const snapshotNodes = defineStatement<
  { ids: string[] },
  { ownerId: string; properties: Record<string, unknown> }
>({
  file: 'snapshot/nodes.cypher',
  mode: 'read',
  params: { ids: 'string[]' },
  columns: { ownerId: 'string', properties: 'map' },
});
