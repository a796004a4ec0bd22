/**
 * The graph as data: every label, every relationship with its ends, and their Chinese names.
 * The load statements, the identity rules and the counts of `graph { … }` are derived from these two tables,
 * so a new relationship starts with a row here.
 */

interface LabelModel {
  readonly gloss: string;
  /** Nearly every item is linked to one of a few such nodes, so a path through them says nothing about its ends. */
  readonly hub: boolean;
}

export const LABELS = {
  ReformItem: { gloss: '改革事项', hub: false },
  Agency: { gloss: '单位', hub: false },
  PilotZone: { gloss: '试点片区', hub: false },
  Theme: { gloss: '主题', hub: false },
  Region: { gloss: '推广范围', hub: true },
  Batch: { gloss: '批次', hub: true },
  PolicyDocument: { gloss: '文件', hub: false },
  Organization: { gloss: '机构', hub: false },
  FirstClaim: { gloss: '首创', hub: false },
  Figure: { gloss: '数据', hub: false },
  Milestone: { gloss: '时间节点', hub: false },
} as const satisfies Record<string, LabelModel>;

export type Label = keyof typeof LABELS;

interface RelationshipModel {
  /** The allowed pairs of labels, from → to. */
  readonly ends: readonly (readonly [from: Label, to: Label])[];
  /** Read from the first end to the second. */
  readonly gloss: string;
  /** Whether each edge carries the words of the bulletin that prove it (see evidence.ts). */
  readonly evidence: boolean;
}

export const RELATIONSHIPS = {
  RESPONSIBLE_FOR: { ends: [['Agency', 'ReformItem']], gloss: '负责', evidence: true },
  PILOTED_IN: { ends: [['ReformItem', 'PilotZone']], gloss: '试点于', evidence: true },
  HAS_THEME: { ends: [['ReformItem', 'Theme']], gloss: '主题为', evidence: true },
  PROMOTED_TO: { ends: [['ReformItem', 'Region']], gloss: '推广至', evidence: true },
  STATES: {
    ends: [
      ['ReformItem', 'FirstClaim'],
      ['ReformItem', 'Figure'],
      ['ReformItem', 'Milestone'],
    ],
    gloss: '写明',
    evidence: true,
  },
  CITES: { ends: [['ReformItem', 'PolicyDocument']], gloss: '引用', evidence: true },
  MENTIONS: { ends: [['ReformItem', 'Organization']], gloss: '提到', evidence: true },
  MENTIONS_AGENCY: { ends: [['ReformItem', 'Agency']], gloss: '提到单位', evidence: true },
  CONTINUES: { ends: [['ReformItem', 'ReformItem']], gloss: '延续', evidence: false },
  PUBLISHED_IN: { ends: [['ReformItem', 'Batch']], gloss: '发布于', evidence: false },
  PART_OF: {
    ends: [
      ['PilotZone', 'PilotZone'],
      ['Agency', 'Agency'],
    ],
    gloss: '属于',
    evidence: false,
  },
  MERGED_INTO: { ends: [['Agency', 'Agency']], gloss: '并入', evidence: false },
  ADMINISTERS: { ends: [['Agency', 'PilotZone']], gloss: '管理', evidence: false },
  NARROWER_THAN: { ends: [['Theme', 'Theme']], gloss: '从属于主题', evidence: false },
} as const satisfies Record<string, RelationshipModel>;

export type RelationshipType = keyof typeof RELATIONSHIPS;

export const labels = Object.keys(LABELS) as Label[];
export const relationshipTypes = Object.keys(RELATIONSHIPS) as RelationshipType[];

const touchesItem = (type: RelationshipType): boolean =>
  RELATIONSHIPS[type].ends.flat().includes('ReformItem' as never);

/** Relationships that state something about a reform item. They are added and removed with that item's batch. */
export const itemRelationshipTypes = relationshipTypes.filter(touchesItem);

/** Relationships among vocabulary entries (zones, agencies, themes), shared by all batches. */
export const vocabularyRelationshipTypes = relationshipTypes.filter((type) => !touchesItem(type));

/** Labels of the facts that an item states. Each node belongs to its item, and is added and removed with it. */
export const factLabels: readonly Label[] = RELATIONSHIPS.STATES.ends.map(([, label]) => label);

/** Labels whose nodes belong to one batch. All other nodes are shared by the batches that name them. */
export const batchLabels: readonly Label[] = ['ReformItem', 'Batch', ...factLabels];
