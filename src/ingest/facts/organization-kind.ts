import { ORGANIZATION_KINDS, type OrganizationKind } from '../../domain/facts.ts';
import type { OrganizationRules } from './fact-rules.ts';

/**
 * The kind of the organization with this name. It depends only on the name, so all items and bulletins agree. A name
 * without a known suffix is a company: the text around such names says so (…等28家企业).
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
