/** The measures that are summed over the fields of an operation. */
export type Measure = 'objects' | 'values' | 'milliseconds';

/** The cost of one field, without its selection. */
interface Share extends Steps {
  readonly cost: number;
  readonly below?: Share | undefined;
}

/** The path down to a field. */
interface Steps {
  /** The response name of the field, or of one of its ancestors. */
  readonly name: string;
  readonly below?: Steps | undefined;
}

/** Response names, joined by dots; empty if there is no field. */
function pathOf(steps: Steps | undefined): string {
  const names: string[] = [];
  for (let each = steps; each !== undefined; each = each.below) names.push(each.name);
  return names.join('.');
}

/** The maximum cost of an operation, or of a part of it, given the contents of the graph. */
export class QueryCost implements Readonly<Record<Measure, number>> {
  /** The number of objects in the answer. */
  objects = 0;
  /** The number of values that are not objects. */
  values = 0;
  /** The computing time of the fields that do more than read. */
  milliseconds = 0;
  /** The nesting depth of selections. */
  depth = 0;
  /** The number of aliases. Those in a fragment count once for each spread. */
  aliases = 0;
  /** The number of aliases for each field. */
  #aliased: ReadonlyMap<string, number> | undefined;
  #deepest: Steps | undefined;
  /** An aliased introspection field, if there is one. */
  introspectionAlias: string | undefined;
  readonly #largest: Record<Measure, Share | undefined> = {
    objects: undefined,
    values: undefined,
    milliseconds: undefined,
  };

  /** Response names, joined by dots, down to the field with the highest own cost; empty if no field costs anything. */
  mostCostly(measure: Measure): string {
    return pathOf(this.#largest[measure]);
  }

  /** Response names, joined by dots, down to the most deeply nested field. */
  get deepest(): string {
    return pathOf(this.#deepest);
  }

  /** The field with the most aliases; empty if there are no aliases. */
  get mostAliased(): string {
    const [most] = [...(this.#aliased ?? [])].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? '';
  }

  /** Adds an alias of a field. */
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

  /** Adds a field: its own cost, and the cost of its selection. */
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

  /** Adds the selection of objects of another type. No object has both types. */
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
