import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Lists } from '../../graphql/cost/declarations.ts';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { loadNode } from '../../graphql/linked.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { edgePropertiesBetween, endsOf } from '../../snapshot/linked-nodes.ts';
import { Evidence, evidenceOf } from '../node/evidence.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Figure } from './figure.type.ts';
import { FirstClaim } from './first-claim.type.ts';
import { Milestone } from './milestone.type.ts';

interface Fact {
  readonly id: string;
}

const STATED_BY = { type: 'STATES', outward: false, label: 'ReformItem' } as const;

const evidenceFor = (fact: Fact, context: RequestContext): Evidence[] => {
  const { snapshot } = context;
  const nodeIndex = snapshot.indexOf(fact.id);
  if (nodeIndex === undefined) return [];
  return endsOf(snapshot, nodeIndex, STATED_BY)
    .slice(0, 1)
    .flatMap((item) => {
      const properties = edgePropertiesBetween(snapshot, nodeIndex, STATED_BY, item);
      return properties === undefined ? [] : evidenceOf(snapshot.nodeOf('ReformItem', item), properties);
    });
};

/** The fields that claims, figures and milestones share: the item that states them, and the words that prove them. */
function resolverOf<T extends ClassType<object>>(type: () => T) {
  @Resolver(() => type())
  abstract class FactResolver {
    @FieldResolver(() => ReformItem, { description: 'The item that states it. 所在事项' })
    item(@Root() fact: Fact, @Ctx() context: RequestContext) {
      return loadNode(context, fact, STATED_BY);
    }

    @Lists(spansOf('STATES'))
    @FieldResolver(() => [Evidence], {
      description: 'The words in the bulletin that prove it, in reading order. 依据',
    })
    evidence(@Root() fact: Fact, @Ctx() context: RequestContext): Evidence[] {
      return evidenceFor(fact, context);
    }
  }
  return FactResolver;
}

const RAW = 'The words as printed, from its first evidence. 原文';
const rawOf = (fact: Fact, context: RequestContext): string => evidenceFor(fact, context)[0]?.quote ?? '';

@Resolver(() => FirstClaim)
export class FirstClaimResolver extends resolverOf(() => FirstClaim) {}

@Resolver(() => Figure)
export class FigureResolver extends resolverOf(() => Figure) {
  @FieldResolver(() => String, { description: RAW })
  raw(@Root() fact: Fact, @Ctx() context: RequestContext): string {
    return rawOf(fact, context);
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver extends resolverOf(() => Milestone) {
  @FieldResolver(() => String, { description: RAW })
  raw(@Root() fact: Fact, @Ctx() context: RequestContext): string {
    return rawOf(fact, context);
  }
}
