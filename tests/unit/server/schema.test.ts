import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { createSchema } from '../../../src/server/schema.ts';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const objects = types.filter((type): type is GraphQLObjectType => isObjectType(type));

/** Every visible part of a type, by its path. */
function partsOf(type: GraphQLNamedType): [path: string, description: string | null | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    for (const { name, description } of type.getValues()) parts.push([`${type.name}.${name}`, description]);
  if (isInputObjectType(type))
    for (const { name, description } of Object.values(type.getFields()))
      parts.push([`${type.name}.${name}`, description]);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      parts.push([`${type.name}.${name}`, description]);
      for (const arg of args) parts.push([`${type.name}.${name}(${arg.name}:)`, arg.description]);
    }
  }
  return parts;
}
const fieldOf = (type: string, name: string): GraphQLField<unknown, unknown> => {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  if (field === undefined) throw new Error(`${type} has no ${name}`);
  return field;
};

describe('the public schema', () => {
  test.each(types.map((type) => [type.name, type] as const))(
    '%s: every part has a description, in English and in Chinese',
    (_name, type) => {
      for (const [path, description] of partsOf(type)) {
        expect([path, description]).toEqual([path, expect.stringMatching(/\S.*/)]);
        expect([path, description]).toEqual([path, expect.stringMatching(/[\u4e00-\u9fff]|Jaccard/)]);
      }
    },
  );

  test('lists are connections, or declare a limit, or cannot grow with the graph', () => {
    /** Always short: names of one thing, places in one text, kinds of this schema, two of a pair. */
    const SHORT = [
      /^(Agency|PilotZone|Theme|Region)\.aliases$/,
      /^Agency\.formerNames$/,
      /^(\w+Edge|FirstClaim|Figure|Milestone)\.evidence$/,
      /^GraphInfo\.(nodes|relationships)$/,
      /^CoOwnership\.agencies$/,
      // At most the length of a path; or one number for each row or column.
      /^Path\.(nodes|relationships)$/,
      /^(CrossTabulation|CoOwnershipMatrix)\.(counts|rowTotals|columnTotals)$/,
      // The facts of one item or agency only.
      /^Similar(ReformItem|Agency)\.(parts|shared[A-Z]\w+)$/,
      /^SubgraphNode\.degrees$/,
      /^SearchConnection\.kindCounts$/,
      /^Relationship\.evidence$/,
    ];
    for (const type of objects.filter(({ name }) => !name.endsWith('Connection'))) {
      for (const field of Object.values(type.getFields())) {
        if (!isListType(getNullableType(field.type))) continue;
        const path = `${type.name}.${field.name}`;
        const said = [field.description, ...field.args.map(({ description }) => description)].join(' ');
        const bounded = /[Aa]t most (\d+|limit)|1 to \d+/.test(said) || SHORT.some((each) => each.test(path));
        expect([path, bounded]).toEqual([path, true]);
      }
    }
  });

  test('every connection has edges, nodes, pageInfo and totalCount, and pages both ways', () => {
    const connections = objects.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThanOrEqual(11);
    for (const connection of connections) {
      const fields = Object.values(connection.getFields()).map(({ name, type }) => `${name}: ${type}`);
      const edge = getNamedType(
        (connection.getFields().edges as GraphQLField<unknown, unknown>).type,
      ) as GraphQLObjectType;
      const node = String(getNamedType((edge.getFields().node as GraphQLField<unknown, unknown>).type));
      expect(fields).toEqual(
        expect.arrayContaining([
          `edges: [${edge.name}!]!`,
          `nodes: [${node}!]!`,
          'pageInfo: PageInfo!',
          'totalCount: Int!',
        ]),
      );
      expect(String((edge.getFields().cursor as GraphQLField<unknown, unknown>).type)).toBe('String!');
    }
    for (const type of objects) {
      for (const field of Object.values(type.getFields())) {
        if (!getNamedType(field.type).name.endsWith('Connection')) continue;
        const paging = field.args.filter(({ name }) => ['first', 'after', 'last', 'before'].includes(name));
        expect([
          `${type.name}.${field.name}`,
          paging.map(({ name, type }) => `${name}: ${type}`).sort(),
        ]).toEqual([
          `${type.name}.${field.name}`,
          ['after: String', 'before: String', 'first: Int', 'last: Int'],
        ]);
        expect(isNonNullType(field.type)).toBe(true);
      }
    }
  });

  test('every node type has an id, and the node types are those of the contract', () => {
    const nodes = objects.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
    expect(nodes.map(({ name }) => name).sort()).toEqual([
      'Agency',
      'Batch',
      'Figure',
      'FirstClaim',
      'Milestone',
      'Organization',
      'PilotZone',
      'PolicyDocument',
      'ReformItem',
      'Region',
      'Theme',
    ]);
    for (const { name } of nodes) expect(String(fieldOf(name, 'id').type)).toBe('ID!');
  });

  test('names are those of the contract, as its clients write them', () => {
    const contract: Record<string, string[]> = {
      Query: [
        'node: Node',
        'nodes: [Node]!',
        'reformItem: ReformItem',
        'reformItems: ReformItemConnection!',
        'agency: Agency',
        'agencies: AgencyConnection!',
        'pilotZone: PilotZone',
        'pilotZones: PilotZoneConnection!',
        'theme: Theme',
        'themes: ThemeConnection!',
        'regions: [Region!]!',
        'batches: [Batch!]!',
        'coOwnerships: CoOwnershipConnection!',
        'coOwnershipMatrix: CoOwnershipMatrix!',
        'crossTabulation: CrossTabulation!',
        'paths: [Path!]!',
        'neighbourhood: Subgraph!',
        'agencyNetwork: AgencyNetwork!',
        'search: SearchConnection!',
        'graph: GraphInfo!',
        'firstClaims: FirstClaimConnection!',
        'figures: FigureConnection!',
        'figuresByUnit: [FigureSummary!]!',
        'milestones: MilestoneConnection!',
        'timeline: MilestoneConnection!',
        'document: PolicyDocument',
        'documents: PolicyDocumentConnection!',
        'organization: Organization',
        'organizations: OrganizationConnection!',
      ],
      ReformItem: [
        ...['id: ID!', 'code: String!', 'number: Int!', 'title: String!', 'content: String!'],
        ...['batch: Batch!', 'promotedTo: Region!', 'agencies: ReformItemAgencyConnection!'],
        ...['zones: ReformItemZoneConnection!', 'themes: ReformItemThemeConnection!'],
        ...['documents: [PolicyDocument!]!', 'firstClaims: [FirstClaim!]!', 'figures: [Figure!]!'],
        ...['milestones: [Milestone!]!', 'organizations: [Organization!]!'],
        ...['citations: ReformItemCitationConnection!', 'mentions: ReformItemMentionConnection!'],
        'mentionedAgencies: ReformItemMentionedAgencyConnection!',
      ],
      // The contract’s single evidence is a list here: a claim in title and content is one claim with two proofs.
      FirstClaim: [
        'scope: FirstScope!',
        'kind: FirstKind!',
        'subject: String!',
        'evidence: [Evidence!]!',
        'item: ReformItem!',
      ],
      Figure: [
        ...[
          'value: Float!',
          'unit: String!',
          'approximation: Approximation!',
          'raw: String!',
          'date: String',
        ],
        ...['evidence: [Evidence!]!', 'item: ReformItem!'],
      ],
      Milestone: [
        ...[
          'date: String!',
          'precision: DatePrecision!',
          'raw: String!',
          'kind: MilestoneKind!',
          'endDate: String',
        ],
        ...['part: DatePart', 'event: String!', 'evidence: [Evidence!]!', 'item: ReformItem!'],
      ],
      PolicyDocument: ['id: ID!', 'title: String!', 'citedBy: [ReformItem!]!'],
      Organization: [
        'id: ID!',
        'name: String!',
        'kind: OrganizationKind!',
        'mentionedIn: [ReformItem!]!',
        'shortNames: [String!]!',
      ],
      Agency: [
        ...['id: ID!', 'name: String!', 'aliases: [String!]!', 'kind: AgencyKind!', 'level: AgencyLevel!'],
        ...['parent: Agency', 'administers: PilotZone', 'reformItems: AgencyReformItemConnection!'],
        ...['coOwners: AgencyCoOwnerConnection!', 'themes: [ThemeCount!]!', 'zones: [ZoneCount!]!'],
      ],
      PilotZone: [
        ...['id: ID!', 'name: String!', 'aliases: [String!]!', 'kind: PilotZoneKind!', 'partOf: PilotZone'],
        ...['authority: Agency', 'reformItems: ZoneReformItemConnection!'],
        ...['themes: [ThemeCount!]!', 'agencies: [AgencyCount!]!'],
      ],
      Theme: [
        ...['id: ID!', 'name: String!', 'broader: Theme', 'narrower: [Theme!]!'],
        ...['reformItems: ThemeReformItemConnection!', 'agencies: [AgencyCount!]!'],
      ],
      Region: ['id: ID!', 'name: String!', 'reformItems: ReformItemConnection!'],
      Batch: [
        ...['id: ID!', 'code: String!', 'number: Int!', 'title: String!', 'source: SourceFile!'],
        'reformItems: ReformItemConnection!',
      ],
      Evidence: ['item: ReformItem!', 'field: SourceField!', 'start: Int!', 'end: Int!', 'quote: String!'],
      CoOwnership: [
        'agencies: [Agency!]!',
        'sharedCount: Int!',
        'sharedItems: [ReformItem!]!',
        'jaccard: Float!',
      ],
      Path: ['length: Int!', 'nodes: [Node!]!', 'relationships: [Relationship!]!', 'sentence: String!'],
      Relationship: ['kind: RelationshipKind!', 'from: Node!', 'to: Node!', 'evidence: [Evidence!]!'],
      Subgraph: [
        ...['nodes: [SubgraphNode!]!', 'relationships: [Relationship!]!'],
        ...['truncated: Boolean!', 'omitted: Int!'],
      ],
      SubgraphNode: ['node: Node!', 'distance: Int!', 'degrees: [KindCount!]!'],
      AgencyNetwork: [
        ...['nodes: [AgencyNetworkNode!]!', 'links: [CoOwnership!]!', 'components: Int!', 'density: Float!'],
      ],
      AgencyNetworkNode: [
        ...['agency: Agency!', 'degree: Int!', 'weightedDegree: Int!', 'betweenness: Float!'],
        ...['closeness: Float!', 'pageRank: Float!', 'community: Int!'],
      ],
      CoOwnershipMatrix: ['agencies: [Agency!]!', 'counts: [[Int!]!]!', 'cell: CoOwnership'],
      CrossTabulation: [
        ...['rows: [Node!]!', 'columns: [Node!]!', 'cells: [CrossTabulationCell!]!'],
        'emptyCells: [CrossTabulationCell!]!',
      ],
      CrossTabulationCell: ['row: Node!', 'column: Node!', 'count: Int!', 'items: [ReformItem!]!'],
      SearchEdge: ['node: SearchResult!', 'cursor: String!', 'score: Float!', 'highlights: [Highlight!]!'],
      Highlight: ['field: String!', 'start: Int!', 'end: Int!', 'text: String!'],
      ReformItemAgencyEdge: ['order: Int!', 'evidence: [Evidence!]!'],
      ReformItemZoneEdge: ['evidence: [Evidence!]!'],
      ReformItemThemeEdge: ['evidence: [Evidence!]!'],
      AgencyCoOwnerEdge: ['sharedCount: Int!', 'sharedItems: [ReformItem!]!'],
    };
    for (const [type, expected] of Object.entries(contract)) {
      const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
      expect([type, fields.map(({ name, type }) => `${name}: ${type}`)]).toEqual([
        type,
        expect.arrayContaining(expected),
      ]);
    }
  });

  test('inputs and enums match the contract too', () => {
    const inputs: Record<string, string[]> = {
      ReformItemFilter: [
        ...[
          'batches: [Int!]',
          'regions: [String!]',
          'agencies: SetFilter',
          'zones: SetFilter',
          'themes: SetFilter',
        ],
        ...['minAgencies: Int', 'maxAgencies: Int', 'text: String'],
        ...['and: [ReformItemFilter!]', 'or: [ReformItemFilter!]', 'not: ReformItemFilter'],
      ],
      SetFilter: ['anyOf: [String!]', 'allOf: [String!]', 'noneOf: [String!]', 'isEmpty: Boolean'],
    };
    for (const [name, expected] of Object.entries(inputs)) {
      const type = schema.getType(name);
      const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
      expect([name, fields.map(({ name, type }) => `${name}: ${type}`)]).toEqual([
        name,
        expect.arrayContaining(expected),
      ]);
    }
    const valuesOf = (name: string): string[] => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    };
    expect(valuesOf('PilotZoneKind').sort()).toEqual(['AREA', 'FREE_TRADE_ZONE', 'LINKED_INNOVATION_ZONE']);
    expect(valuesOf('FirstScope').sort()).toEqual([
      'GLOBAL',
      'MUNICIPAL',
      'NATIONAL',
      'REGIONAL',
      'UNSPECIFIED',
    ]);
    expect(valuesOf('Approximation').sort()).toEqual(['ABOUT', 'ABOVE', 'BELOW', 'EXACT']);
    expect(valuesOf('DatePrecision').sort()).toEqual(['DAY', 'MONTH', 'YEAR']);
    expect(valuesOf('SourceField').sort()).toEqual(['AGENCIES', 'CONTENT', 'SCOPE', 'TITLE']);
    for (const type of types.filter(isEnumType))
      for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  });

  test('fields and arguments are camelCase, types PascalCase', () => {
    for (const type of types) {
      expect(type.name).toMatch(/^([A-Z][a-z]+)+$/);
      if (isEnumType(type)) continue;
      for (const [path] of partsOf(type).slice(1))
        expect(path).toMatch(/\.[a-z]+([A-Z][a-z]*|\d+)*(\([a-z][A-Za-z]*:\))?$/);
    }
  });

  test('there are only queries, no mutations or subscriptions', () => {
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
  });
});
