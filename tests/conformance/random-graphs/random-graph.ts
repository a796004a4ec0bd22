import fc from 'fast-check';

/** A small graph like that of a bulletin, by names. */
export interface RandomGraph {
  /** Codes such as tj-7. */
  readonly batches: readonly string[];
  readonly agencies: readonly { name: string; partOf: string | null; administers: readonly string[] }[];
  readonly zones: readonly { name: string; partOf: string | null }[];
  readonly themes: readonly { name: string; domain: string | null }[];
  readonly regions: readonly string[];
  readonly items: readonly RandomItem[];
}

export interface RandomItem {
  readonly batch: string;
  /** Counts from 1 in each batch. */
  readonly number: number;
  readonly title: string;
  readonly content: string;
  /** In printed order. */
  readonly agencies: readonly string[];
  readonly zones: readonly string[];
  readonly themes: readonly string[];
  readonly region: string | null;
}

// Names share their beginnings, and sort differently from their numbers. None combines Han beyond the BMP with
// full-width signs, because engines may sort those in either order (paging.test.ts).
const AGENCIES =
  '天津海关 天津市商务局 天津市委网信办 市商务局 天津海关（东疆） 天津证监局 天津海事局 中国人民银行天津市分行 东疆片区管委会 天津港集团 A局 a局 天津市商务局外资处 某新单位'.split(
    ' ',
  );
const ZONES = '天津自贸试验区 东疆片区 机场片区 中心商务片区 生态城联动创新区 天津自贸试验区（联动）'.split(
  ' ',
);
const THEMES = '融资租赁 商业保理 中欧班列 RCEP 碳交易 航运 数据跨境 保税+'.split(' ');
const DOMAINS = ['金融开放创新', '贸易便利', '绿色低碳'];
const REGIONS = ['天津市', '京津冀', '全国'];
const BATCHES = ['tj-7', 'tj-10', 'bj-3'];
/** The parts of titles and contents: capitals, full-width letters, signs of other scripts. */
export const WORDS = ['创新', 'RCEP', 'ＧｐＴ', '“保税+”', '𠮷林', 'Straße É', 'ΣΑ', '新'];

/** Selects from a list, the first elements far more often than the last: few agencies have many items. */
const pick = fc.nat(99);
const sometimes = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick });

/** Mostly one element, sometimes two or three, rarely more, and occasionally none. */
const picks = (none: number) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: none, arbitrary: fc.constant<number[]>([]) },
    { weight: 10, arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }) },
    { weight: 6, arbitrary: fc.array(pick, { minLength: 2, maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(pick, { minLength: 4, maxLength: 6 }) },
  );
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(''));

const skewed = <T>(list: readonly T[], number: number | null): T | null =>
  number === null ? null : (list[Math.floor((number / 100) ** 2 * list.length)] ?? null);
const several = <T>(list: readonly T[], numbers: readonly number[]): T[] => [
  ...new Set(numbers.flatMap((number) => skewed(list, number) ?? [])),
];

const raw = fc.record({
  batches: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['tj-7']) },
    { weight: 1, arbitrary: fc.shuffledSubarray(BATCHES, { minLength: 1 }) },
  ),
  agencies: fc.array(fc.record({ above: sometimes, administers: fc.array(pick, { maxLength: 2 }) }), {
    maxLength: AGENCIES.length,
    size: 'max',
  }),
  administering: fc.nat(3),
  zones: fc.array(sometimes, { maxLength: ZONES.length, size: 'max' }),
  domains: fc.nat(DOMAINS.length),
  themes: fc.array(fc.option(pick), { maxLength: THEMES.length, size: 'max' }),
  regions: fc.nat(REGIONS.length),
  items: fc.array(
    fc.record({
      batch: pick,
      title: words,
      content: words,
      agencies: picks(1),
      zones: picks(8),
      themes: picks(4),
      region: fc.option(pick, { freq: 9 }),
    }),
    { maxLength: 25, size: 'max' },
  ),
});

/** Graphs of up to 25 items, skewed like real bulletins, also with features that are rare or absent there. */
export const randomGraph: fc.Arbitrary<RandomGraph> = raw.map((made) => {
  const zones = ZONES.slice(0, made.zones.length);
  const agencies = AGENCIES.slice(0, made.agencies.length);
  const themes = THEMES.slice(0, made.themes.length);
  const domains = DOMAINS.slice(0, made.domains);
  const regions = REGIONS.slice(0, made.regions);
  const printed = new Map<string, number>();
  return {
    batches: made.batches,
    agencies: made.agencies.map(({ above, administers }, index) => ({
      name: agencies[index] as string,
      partOf: skewed(agencies.slice(0, index), above),
      administers: index < made.administering ? several(zones, administers) : [],
    })),
    zones: made.zones.map((above, index) => ({
      name: zones[index] as string,
      partOf: skewed(zones.slice(0, index), above),
    })),
    themes: [
      ...made.themes.map((domain, index) => ({
        name: themes[index] as string,
        domain: skewed(domains, domain),
      })),
      ...domains.map((name) => ({ name, domain: null })),
    ],
    regions,
    items: made.items.map((item): RandomItem => {
      const batch = skewed(made.batches, item.batch) as string;
      const number = (printed.get(batch) ?? 0) + 1;
      printed.set(batch, number);
      return {
        batch,
        number,
        title: item.title,
        content: item.content,
        agencies: several(agencies, item.agencies),
        zones: several(zones, item.zones),
        // Rarely a domain itself, which reading a bulletin never produces.
        themes: several([...themes, ...domains], item.themes),
        region: skewed(regions, item.region),
      };
    }),
  };
});
