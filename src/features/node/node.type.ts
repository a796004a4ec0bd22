import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything in the graph that has an identity and can be fetched again by its id. 节点',
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Opaque and stable: the same after a re-import and on every engine. 全局标识',
  })
  id!: string;
}
