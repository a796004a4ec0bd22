/** Our labels, properties and relationships as a user of the peer would declare them. */
export const typeDefs = /* GraphQL */ `
  type ReformItem @node {
    id: ID!
    code: String!
    number: Int!
    title: String!
    content: String!
    scopeText: String!
    agenciesText: String!
    position: String!
    titlePinyin: String!
    agencyCount: Int!
    agencies: [Agency!]! @relationship(type: "RESPONSIBLE_FOR", direction: IN, properties: "Responsibility")
    zones: [PilotZone!]! @relationship(type: "PILOTED_IN", direction: OUT, properties: "Proof")
    themes: [Theme!]! @relationship(type: "HAS_THEME", direction: OUT, properties: "Proof")
    regions: [Region!]! @relationship(type: "PROMOTED_TO", direction: OUT, properties: "Proof")
    batches: [Batch!]! @relationship(type: "PUBLISHED_IN", direction: OUT)
    firstClaims: [FirstClaim!]! @relationship(type: "STATES", direction: OUT, properties: "Proof")
    figures: [Figure!]! @relationship(type: "STATES", direction: OUT, properties: "Proof")
    milestones: [Milestone!]! @relationship(type: "STATES", direction: OUT, properties: "Proof")
    documents: [PolicyDocument!]! @relationship(type: "CITES", direction: OUT, properties: "Proof")
    organizations: [Organization!]! @relationship(type: "MENTIONS", direction: OUT, properties: "Mention")
    mentionedAgencies: [Agency!]! @relationship(type: "MENTIONS_AGENCY", direction: OUT, properties: "Proof")
    continues: [ReformItem!]! @relationship(type: "CONTINUES", direction: OUT)
    continuedBy: [ReformItem!]! @relationship(type: "CONTINUES", direction: IN)
  }

  type Agency @node {
    id: ID!
    name: String!
    aliases: [String!]!
    kind: String!
    level: String!
    pinyin: String!
    reformItems: [ReformItem!]!
      @relationship(type: "RESPONSIBLE_FOR", direction: OUT, properties: "Responsibility")
    mentions: [ReformItem!]! @relationship(type: "MENTIONS_AGENCY", direction: IN, properties: "Proof")
    parents: [Agency!]! @relationship(type: "PART_OF", direction: OUT)
    mergedInto: [Agency!]! @relationship(type: "MERGED_INTO", direction: OUT)
    administers: [PilotZone!]! @relationship(type: "ADMINISTERS", direction: OUT)
  }

  type PilotZone @node {
    id: ID!
    name: String!
    aliases: [String!]!
    kind: String!
    pinyin: String!
    reformItems: [ReformItem!]! @relationship(type: "PILOTED_IN", direction: IN, properties: "Proof")
    partOf: [PilotZone!]! @relationship(type: "PART_OF", direction: OUT)
    authorities: [Agency!]! @relationship(type: "ADMINISTERS", direction: IN)
  }

  type Theme @node {
    id: ID!
    name: String!
    aliases: [String!]!
    pinyin: String!
    reformItems: [ReformItem!]! @relationship(type: "HAS_THEME", direction: IN, properties: "Proof")
    broader: [Theme!]! @relationship(type: "NARROWER_THAN", direction: OUT)
  }

  type Region @node {
    id: ID!
    name: String!
    aliases: [String!]!
    reformItems: [ReformItem!]! @relationship(type: "PROMOTED_TO", direction: IN, properties: "Proof")
  }

  type Batch @node {
    id: ID!
    code: String!
    number: Int!
    title: String!
    publisher: String!
    reformItems: [ReformItem!]! @relationship(type: "PUBLISHED_IN", direction: IN)
  }

  type PolicyDocument @node {
    id: ID!
    title: String!
    pinyin: String!
    items: [ReformItem!]! @relationship(type: "CITES", direction: IN, properties: "Proof")
  }

  type Organization @node {
    id: ID!
    name: String!
    kind: String!
    pinyin: String!
    items: [ReformItem!]! @relationship(type: "MENTIONS", direction: IN, properties: "Mention")
  }

  type FirstClaim @node {
    id: ID!
    scope: String!
    kind: String!
    subject: String!
    position: String!
  }

  type Figure @node {
    id: ID!
    value: Float!
    unit: String!
    approximation: String!
    date: String
    position: String!
  }

  type Milestone @node {
    id: ID!
    date: String!
    precision: String!
    kind: String!
    event: String!
    position: String!
  }

  type Responsibility @relationshipProperties {
    order: Int!
    printedName: String
    evidenceFields: [String!]!
    evidenceStarts: [Int!]!
    evidenceEnds: [Int!]!
  }

  type Mention @relationshipProperties {
    shortNames: [String!]!
    evidenceFields: [String!]!
    evidenceStarts: [Int!]!
    evidenceEnds: [Int!]!
  }

  type Proof @relationshipProperties {
    evidenceFields: [String!]!
    evidenceStarts: [Int!]!
    evidenceEnds: [Int!]!
  }
`;
