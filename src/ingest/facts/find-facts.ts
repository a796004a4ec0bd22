import type { BulletinRow } from '../read-bulletin.ts';
import { AgencyDirectory } from '../resolve-agencies.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { ItemFacts } from './facts.ts';
import { type FieldText, fieldsOf } from './field-text.ts';
import { findDocuments } from './find-documents.ts';
import { FigureFinder } from './find-figures.ts';
import { FirstClaimFinder } from './find-first-claims.ts';
import { MentionedAgencyFinder } from './find-mentioned-agencies.ts';
import { findMilestones } from './find-milestones.ts';
import { OrganizationFinder } from './find-organizations.ts';
import { NameReader, type NamesIn } from './name-reader.ts';
import { cut, type Range } from './sentences.ts';

type FactsOf = Pick<BulletinRow, 'title' | 'content' | 'responsible'>;

/**
 * Returns a function that finds the facts of an item, with the rules and names of the vocabulary. The same row always
 * gives the same facts. A caller that already has the row's fields can pass them.
 */
export function factFinder(
  vocabulary: Vocabulary,
): (row: FactsOf, fields?: readonly FieldText[]) => ItemFacts {
  const { facts: rules, agencies, zones } = vocabulary;
  const directory = new AgencyDirectory(agencies);
  const zoneNames = new Set(zones.flatMap(({ name, aliases }) => [name, ...aliases]));
  const agencyNames = new Set(agencies.flatMap(({ name, aliases }) => [name, ...aliases]));
  const reader = new NameReader(rules.names);
  const figureFinder = new FigureFinder(rules);
  const firstFinder = new FirstClaimFinder(rules.firsts);
  const agencyFinder = new MentionedAgencyFinder(reader, rules, agencies, zoneNames);
  const organizationFinder = new OrganizationFinder(reader, rules);

  return (row, fields = fieldsOf(row, rules)) => {
    const firstClaims = firstFinder.find(fields);
    const figures = fields.flatMap((field) => figureFinder.find(field));
    const spans = [...firstClaims, ...figures].flatMap((fact) => fact.spans);
    const names = new Map(
      fields.map((field) => {
        const stops = [...field.dates, ...spans.filter((span) => span.field === field.field)];
        return [field, reader.in(field.text, stops)];
      }),
    );
    const namesOf = (field: FieldText) => names.get(field) as NamesIn;
    const responsible = directory
      .resolve(row.responsible)
      .map(({ entry, printedName }) => entry?.name ?? printedName);
    const places = new Map(fields.map((field) => [field, agencyFinder.placesIn(namesOf(field))]));
    const bodiesOf = (field: FieldText): readonly Range[] => places.get(field) ?? [];
    const bodies = new Set(fields.flatMap((field) => bodiesOf(field).map((place) => cut(field.text, place))));
    const organizations = organizationFinder.find(
      fields,
      namesOf,
      (name) => zoneNames.has(name) || agencyNames.has(name) || bodies.has(name),
      bodiesOf,
    );
    const taken = organizations.flatMap(({ spans: places }) => places);
    return {
      firstClaims,
      figures,
      milestones: fields.flatMap((field) => findMilestones(field)),
      documents: findDocuments(fields),
      organizations,
      mentionedAgencies: agencyFinder.find(fields, bodiesOf, taken, new Set(responsible)),
    };
  };
}
