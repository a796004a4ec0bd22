import type { OrganizationKind } from '../../domain/facts.ts';
import type { OrganizationRules } from './fact-rules.ts';
import type { NamesIn } from './name-reader.ts';
import type { Range } from './sentences.ts';
import type { SuffixedName, SuffixedNames } from './suffixed-names.ts';
import { anyOf, escapeRegExp } from './word-pattern.ts';

type Found = SuffixedName<OrganizationKind>;

const COUNT = String.raw`(?:\d+|[一二两三四五六七八九十百]+)\s*余?多?\s*家`;
const ELEMENT = '[^、，。；：！？“”《》（）()\\s]{2,16}';

/** Finds names of organizations by the words around them, for names without a known suffix. */
export class NamesByContext {
  readonly #suffixed: SuffixedNames<OrganizationKind>;
  readonly #byContext: readonly ((names: NamesIn) => Found[])[];

  constructor(suffixed: SuffixedNames<OrganizationKind>, rules: OrganizationRules) {
    this.#suffixed = suffixed;
    const { listed, known, brands, trades, partners } = rules;
    const knownNames = known.map(({ name, kind }) => ({
      pattern: new RegExp(escapeRegExp(name), 'g'),
      kind,
    }));
    const heads = anyOf(listed.heads);
    const list = `(?<list>(?:${ELEMENT}、)+${ELEMENT})`;
    const counted = new RegExp(
      `${list}等(?:${COUNT}|(?=[^，。；、]{0,6}(?:${anyOf(listed.named)})))[^，。；、]{0,10}?(?:${heads})`,
      'g',
    );
    const countedLater = new RegExp(
      `(?<=^|[，。；])${list}(?=(?:${anyOf(listed.verbs)})[^。；]*?(?<count>${COUNT})[^，。；、]{0,6}(?:${heads}))`,
      'g',
    );
    // A list can begin anywhere, so these cheap patterns look for its end first.
    const endsList = new RegExp(`、${ELEMENT}等`);
    const goesOn = new RegExp(`、${ELEMENT}(?:${anyOf(listed.verbs)})`);
    const branded = new RegExp(`(?<!“)(?:${anyOf(brands)})(?:${anyOf(trades)})`, 'g');
    const partner = new RegExp(`(?<=[与同和]|携手|联合)“(?<name>[^“”]{2,16})”(?=${anyOf(partners)})`, 'g');
    const coded = /(?=[（(]\d{4,6}(?:\.[A-Z]{1,3})?[）)])/g;
    const quotedSuffix = /“(?<name>[^“”，。；、]{4,30})”/g;
    this.#byContext = [
      // 维欧能源、卡雷尔机器人……等28家企业; 中企云链、中船保理、山能保理、山高保理等代表企业
      (names) => (endsList.test(names.text) ? this.#elements(names, counted) : []),
      // 安捷物联、天地伟业先后成功通过……仅有的两家民营企业
      (names) => (goesOn.test(names.text) ? this.#elements(names, countedLater) : []),
      // 中化保理担任原始权益人
      ({ text }) => ranges(text, branded, 'COMPANY'),
      ({ text }) => knownNames.flatMap(({ pattern, kind }) => ranges(text, pattern, kind)),
      // 高新区与“海智大数据”政企合作
      ({ text }) => ranges(text, partner, 'COMPANY'),
      // 滨海泰达物流(08348)
      (names) => this.#before(names, coded),
      // “商业保理融资服务联盟”, the whole name within marks
      ({ text }) => ranges(text, quotedSuffix, 'OTHER').flatMap((name) => this.#quoted(text, name)),
    ];
  }

  find(names: NamesIn): Found[] {
    return this.#byContext.flatMap((find) => find(names));
  }

  /** The elements of a list, each cut to the start of its name. No names if one element is generic or too short. */
  #elements(names: NamesIn, pattern: RegExp): Found[] {
    const { text } = names;
    return [...text.matchAll(pattern)].flatMap((match) => {
      const list = match.groups?.list ?? '';
      let at = match.index + match[0].indexOf(list);
      const parts = list.split('、').map((words): Found => {
        const end = at + words.length;
        const start = Math.max(at, names.startOf(end));
        at = end + 1;
        return { kind: 'COMPANY', start, end };
      });
      const areNames = parts.every(
        ({ start, end }) => end - start >= 2 && !this.#suffixed.isGeneric(text.slice(start, end)),
      );
      return areNames ? parts : [];
    });
  }

  #before(names: NamesIn, pattern: RegExp): Found[] {
    const { text } = names;
    return [...text.matchAll(pattern)].flatMap(({ index }): Found[] => {
      const start = names.startOf(index);
      const isName = index - start >= 2 && !this.#suffixed.isGeneric(text.slice(start, index));
      return isName ? [{ kind: 'COMPANY', start, end: index }] : [];
    });
  }

  /** A name in marks that ends with the suffix of an organization. The marks replace the required proper noun. */
  #quoted(text: string, { start, end }: Range): Found[] {
    const kind = this.#suffixed.kindOfWhole(text.slice(start, end));
    return kind === undefined ? [] : [{ kind, start, end }];
  }
}

/** The places where the pattern, or its group `name`, matches. */
const ranges = (text: string, pattern: RegExp, kind: OrganizationKind): Found[] =>
  [...text.matchAll(pattern)].map((match) => {
    const words = match.groups?.name ?? match[0];
    const start = match.index + match[0].indexOf(words);
    return { kind, start, end: start + words.length };
  });
