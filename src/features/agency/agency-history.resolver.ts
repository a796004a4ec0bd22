import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { valuesOf } from '../../graphql/cost/list-bounds.ts';
import { loadNode } from '../../graphql/linked.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { Agency, FormerName } from './agency.type.ts';

@Resolver(() => Agency)
export class AgencyHistoryResolver {
  @Lists(valuesOf('formerNames'))
  @FieldResolver(() => [FormerName], { description: 'Former names, oldest first. 曾用名' })
  formerNames(@Root() { formerNames = [], formerNamesFrom = [], formerNamesTo = [] }: AgencyNode) {
    return formerNames.map((name, index) => ({
      name,
      validFrom: formerNamesFrom[index] || null,
      validTo: formerNamesTo[index],
    }));
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency it was merged into. 并入单位' })
  mergedInto(@Root() agency: AgencyNode, @Ctx() context: RequestContext) {
    return loadNode(context, agency, { type: 'MERGED_INTO', outward: true, label: 'Agency' });
  }
}
