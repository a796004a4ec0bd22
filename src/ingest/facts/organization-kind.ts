import { ORGANIZATION_KINDS, type OrganizationKind } from '../../domain/facts.ts';
import type { OrganizationRules } from './fact-rules.ts';

/**
 * What an organization of this name is. It depends on nothing but the name, so that every item and bulletin that names
 * it agrees. A name that tells nothing is a company's: such names are found where the text says so (…等28家企业).
 */
export function organizationKindOf({
  known,
  suffixes,
}: OrganizationRules): (name: string) => OrganizationKind {
  const listed = new Map(known.map(({ name, kind }) => [name, kind]));
  const words = ORGANIZATION_KINDS.flatMap((kind) => {
    const { named = [], placed = [] } = suffixes[kind] ?? {};
    return [...named, ...placed].map((suffix) => ({ suffix, kind }));
  }).sort((a, b) => b.suffix.length - a.suffix.length);
  return (name) => {
    const bare = name.replace(/[（(][^（）()]*[）)]$/, '');
    return listed.get(name) ?? words.find(({ suffix }) => bare.endsWith(suffix))?.kind ?? 'COMPANY';
  };
}
