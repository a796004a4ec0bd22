import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Any node of the graph. It can be fetched again by its id. 节点',
})
export abstract class Node {
  @Field(() => ID, {
    description: 'A stable, opaque id. It stays the same after a re-import and on every engine. 全局标识',
  })
  id!: string;
}
