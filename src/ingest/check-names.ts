import type { Problems } from './problems.ts';
import type { Path, YamlFile } from './read-yaml.ts';

export interface Named {
  readonly name: string;
  readonly id?: string | undefined;
  readonly aliases: readonly string[];
}

/** The key of the entry's node. */
export const keyOf = ({ id, name }: Named): string => id ?? name;

export const entriesOf = (list: readonly Named[]): { path: Path; entry: Named }[] =>
  list.map((entry, index) => ({ path: [index], entry }));

/** Refuses duplicate names. An id counts as a name, so that no two entries share a node; it may also be an alias. */
export function checkNames(
  file: YamlFile<unknown>,
  entries: readonly { path: Path; entry: Named }[],
  problems: Problems,
): void {
  const owners = new Map<string, Named>();
  for (const { path, entry } of entries) {
    const names: [Path, string][] = [
      [[...path, 'name'], entry.name],
      ...entry.aliases.map((alias, index): [Path, string] => [[...path, 'aliases', index], alias]),
    ];
    if (!names.some(([, name]) => name === keyOf(entry))) names.push([[...path, 'id'], keyOf(entry)]);
    for (const [at, name] of names) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, entry);
      else {
        const message = `the name belongs to ${owner.name} already`;
        problems.add({
          ...file.locationOf(at),
          text: name,
          message,
          fix: 'a name, alias or id may stand once: remove one of the two',
        });
      }
    }
  }
}

export function checkReferences<K extends string>(
  file: YamlFile<readonly Partial<Record<K, string | undefined>>[]>,
  key: K,
  targets: readonly Named[],
  problems: Problems,
): void {
  const names = new Set(targets.map(({ name }) => name));
  for (const [index, entry] of file.value.entries()) {
    const name = entry[key];
    if (name !== undefined && !names.has(name)) {
      problems.add({
        ...file.locationOf([index, key]),
        text: name,
        message: `${key} names nobody`,
        fix: 'write a canonical name, as in its entry',
      });
    }
  }
}

/** Refuses cycles: each entry that reaches itself by going from part to whole, or from agency to successor. */
export function checkCircles<K extends 'partOf' | 'mergedInto'>(
  file: YamlFile<readonly ({ name: string } & Partial<Record<K, string | undefined>>)[]>,
  key: K,
  relation: string,
  problems: Problems,
): void {
  const nextOf = new Map(file.value.map((entry) => [entry.name, entry[key]]));
  for (const [index, { name }] of file.value.entries()) {
    const way: string[] = [];
    let next: string | undefined = nextOf.get(name);
    while (next !== undefined && next !== name && !way.includes(next)) {
      way.push(next);
      next = nextOf.get(next);
    }
    if (next !== name) continue;
    problems.add({
      ...file.locationOf([index, key]),
      text: name,
      message: [name, ...way, name].join(relation),
      fix: `remove the ${key} that is wrong`,
    });
  }
}
