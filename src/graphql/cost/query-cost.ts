/** What adds up over the fields of an operation. */
export type Measure = 'objects' | 'values' | 'milliseconds';

/** What one field costs, apart from what is selected of it. */
interface Share extends Steps {
  readonly cost: number;
  readonly below?: Share | undefined;
}

/** The way down to a field. */
interface Steps {
  /** The response name of the field, or of one that it is selected of. */
  readonly name: string;
  readonly below?: Steps | undefined;
}

/** Response names, joined by dots; empty for no field. */
function pathOf(steps: Steps | undefined): string {
  const names: string[] = [];
  for (let each = steps; each !== undefined; each = each.below) names.push(each.name);
  return names.join('.');
}

/** What an operation takes at most, by what the graph holds; or a part of it. */
export class QueryCost implements Readonly<Record<Measure, number>> {
  /** How many objects the answer has. */
  objects = 0;
  /** How many values that are no objects. */
  values = 0;
  /** How long the fields compute that do more than read. */
  milliseconds = 0;
  /** How many selections are nested. */
  depth = 0;
  /** How many fields go by another name, a fragment's wherever it is spread. */
  aliases = 0;
  /** How many of those are of which field. */
  #aliased: ReadonlyMap<string, number> | undefined;
  #deepest: Steps | undefined;
  /** A field of the schema's own description that goes by another name, if there is one. */
  introspectionAlias: string | undefined;
  readonly #largest: Record<Measure, Share | undefined> = {
    objects: undefined,
    values: undefined,
    milliseconds: undefined,
  };

  /** Response names, joined by dots, down to the field that costs most itself; empty where none costs anything. */
  mostCostly(measure: Measure): string {
    return pathOf(this.#largest[measure]);
  }

  /** Response names, joined by dots, down to the field that is nested deepest. */
  get deepest(): string {
    return pathOf(this.#deepest);
  }

  /** The field that goes by another name most often; empty where none does. */
  get mostAliased(): string {
    const [most] = [...(this.#aliased ?? [])].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? '';
  }

  /** Adds another name of a field. */
  addAlias(field: string): void {
    this.#addAliases(1, new Map([[field, 1]]));
  }

  #addAliases(count: number, aliased: ReadonlyMap<string, number> | undefined): void {
    this.aliases += count;
    if (aliased === undefined) return;
    const sums = new Map(this.#aliased);
    for (const [field, times] of aliased) sums.set(field, (sums.get(field) ?? 0) + times);
    this.#aliased = sums;
  }

  /** Adds a field: what it costs itself, and what is selected of it. */
  addField(name: string, own: Readonly<Record<Measure, number>>, inner?: QueryCost): void {
    for (const measure of MEASURES) {
      this[measure] += own[measure] + (inner?.[measure] ?? 0);
      this.#compare(measure, own[measure], name);
      const below = inner === undefined ? undefined : inner.#largest[measure];
      if (below !== undefined) this.#compare(measure, below.cost, name, below);
    }
    const depth = (inner?.depth ?? 0) + 1;
    if (depth > this.depth) this.#deepest = { name, below: inner === undefined ? undefined : inner.#deepest };
    this.depth = Math.max(this.depth, depth);
    if (inner !== undefined) this.#addAliases(inner.aliases, inner.#aliased);
    this.introspectionAlias ??= inner?.introspectionAlias;
  }

  /** Adds what is selected of objects of another kind: none is of both. */
  addKind(other: QueryCost): void {
    for (const measure of MEASURES) {
      this[measure] += other[measure];
      const share = other.#largest[measure];
      if (share !== undefined) this.#compare(measure, share.cost, share.name, share.below);
    }
    if (other.depth > this.depth) this.#deepest = other.#deepest;
    this.depth = Math.max(this.depth, other.depth);
    if (other.aliases > this.aliases) this.#aliased = other.#aliased;
    this.aliases = Math.max(this.aliases, other.aliases);
    this.introspectionAlias ??= other.introspectionAlias;
  }

  #compare(measure: Measure, cost: number, name: string, below?: Share): void {
    if (cost > (this.#largest[measure]?.cost ?? 0)) this.#largest[measure] = { cost, name, below };
  }
}

const MEASURES: readonly Measure[] = ['objects', 'values', 'milliseconds'];
