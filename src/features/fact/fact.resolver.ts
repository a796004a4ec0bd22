import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadCarried } from '../../graphql/carried.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadNode } from '../../graphql/linked.ts';
import { Evidence, evidenceOf } from '../node/evidence.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Figure } from './figure.type.ts';
import { FirstClaim } from './first-claim.type.ts';
import { Milestone } from './milestone.type.ts';

interface Fact {
  readonly id: string;
}

const STATED_BY = { type: 'STATES', outward: false, label: 'ReformItem' } as const;

async function evidenceFor(fact: Fact, context: GraphContext): Promise<Evidence[]> {
  const item = await loadNode(context, fact, STATED_BY);
  if (item === null) return [];
  const carried = await loadCarried(context, item, 'STATES', (id) => id === fact.id);
  return carried.flatMap((each) => evidenceOf(item, each));
}

/** What claims, figures and milestones have in common: the item that states them, and its words. */
function resolverOf<T extends ClassType<object>>(type: () => T) {
  @Resolver(() => type())
  abstract class FactResolver {
    @FieldResolver(() => ReformItem, { description: 'The item that states it. 所在事项' })
    item(@Root() fact: Fact, @Ctx() context: GraphContext) {
      return loadNode(context, fact, STATED_BY);
    }

    @FieldResolver(() => [Evidence], {
      description: 'The words of the bulletin that prove it, in reading order. 依据',
    })
    evidence(@Root() fact: Fact, @Ctx() context: GraphContext): Promise<Evidence[]> {
      return evidenceFor(fact, context);
    }
  }
  return FactResolver;
}

const RAW = 'The words as printed, which are those of its first evidence. 原文';
const rawOf = async (fact: Fact, context: GraphContext): Promise<string> =>
  (await evidenceFor(fact, context))[0]?.quote ?? '';

@Resolver(() => FirstClaim)
export class FirstClaimResolver extends resolverOf(() => FirstClaim) {}

@Resolver(() => Figure)
export class FigureResolver extends resolverOf(() => Figure) {
  @FieldResolver(() => String, { description: RAW })
  raw(@Root() fact: Fact, @Ctx() context: GraphContext): Promise<string> {
    return rawOf(fact, context);
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver extends resolverOf(() => Milestone) {
  @FieldResolver(() => String, { description: RAW })
  raw(@Root() fact: Fact, @Ctx() context: GraphContext): Promise<string> {
    return rawOf(fact, context);
  }
}
