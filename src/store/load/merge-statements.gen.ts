// Generated from src/domain/model.ts by npm run generate. Do not edit.
import type { Label, RelationshipType } from '../../domain/model.ts';
import type { Statement } from '../statement.ts';
import * as statements from '../statements.gen.ts';

type Merge = Statement<{ rows: Record<string, unknown>[] }, Record<string, never>>;

export const mergeNodeStatements: Record<Label, Merge> = {
  ReformItem: statements.loadMergeReformItem,
  Agency: statements.loadMergeAgency,
  PilotZone: statements.loadMergePilotZone,
  Theme: statements.loadMergeTheme,
  Region: statements.loadMergeRegion,
  Batch: statements.loadMergeBatch,
  PolicyDocument: statements.loadMergePolicyDocument,
  Organization: statements.loadMergeOrganization,
  FirstClaim: statements.loadMergeFirstClaim,
  Figure: statements.loadMergeFigure,
  Milestone: statements.loadMergeMilestone,
};

export const mergeRelationshipStatements: Record<RelationshipType, Merge> = {
  RESPONSIBLE_FOR: statements.loadMergeResponsibleFor,
  PILOTED_IN: statements.loadMergePilotedIn,
  HAS_THEME: statements.loadMergeHasTheme,
  PROMOTED_TO: statements.loadMergePromotedTo,
  STATES: statements.loadMergeStates,
  CITES: statements.loadMergeCites,
  MENTIONS: statements.loadMergeMentions,
  MENTIONS_AGENCY: statements.loadMergeMentionsAgency,
  CONTINUES: statements.loadMergeContinues,
  PUBLISHED_IN: statements.loadMergePublishedIn,
  PART_OF: statements.loadMergePartOf,
  MERGED_INTO: statements.loadMergeMergedInto,
  ADMINISTERS: statements.loadMergeAdministers,
  NARROWER_THAN: statements.loadMergeNarrowerThan,
};
