// Generated from src/domain/model.ts by npm run generate. Do not edit.
import type { Label, RelationshipType } from '../../domain/model.ts';
import type { Statement } from '../statement.ts';
import * as statements from '../statements.gen.ts';

type Write = Statement<{ rows: Record<string, unknown>[] }, Record<string, never>>;

export const createNodeStatements: Record<Label, Write> = {
  ReformItem: statements.loadCreateReformItem,
  Agency: statements.loadCreateAgency,
  PilotZone: statements.loadCreatePilotZone,
  Theme: statements.loadCreateTheme,
  Region: statements.loadCreateRegion,
  Batch: statements.loadCreateBatch,
  PolicyDocument: statements.loadCreatePolicyDocument,
  Organization: statements.loadCreateOrganization,
  FirstClaim: statements.loadCreateFirstClaim,
  Figure: statements.loadCreateFigure,
  Milestone: statements.loadCreateMilestone,
};

export const createRelationshipStatements: Record<RelationshipType, Write> = {
  RESPONSIBLE_FOR: statements.loadCreateResponsibleFor,
  PILOTED_IN: statements.loadCreatePilotedIn,
  HAS_THEME: statements.loadCreateHasTheme,
  PROMOTED_TO: statements.loadCreatePromotedTo,
  STATES: statements.loadCreateStates,
  CITES: statements.loadCreateCites,
  MENTIONS: statements.loadCreateMentions,
  MENTIONS_AGENCY: statements.loadCreateMentionsAgency,
  CONTINUES: statements.loadCreateContinues,
  PUBLISHED_IN: statements.loadCreatePublishedIn,
  PART_OF: statements.loadCreatePartOf,
  MERGED_INTO: statements.loadCreateMergedInto,
  ADMINISTERS: statements.loadCreateAdministers,
  NARROWER_THAN: statements.loadCreateNarrowerThan,
};

export const mergeNodeStatements: Record<Label, Write> = {
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

export const mergeRelationshipStatements: Record<RelationshipType, Write> = {
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
