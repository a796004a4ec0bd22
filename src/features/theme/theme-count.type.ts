import { Field, Int, ObjectType } from 'type-graphql';
import type { ThemeNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Theme } from './theme.type.ts';

@ObjectType({ description: 'The number of selected items with a theme. 主题计数' })
export class ThemeCount {
  @SameNode()
  @Field(() => Theme, { description: 'The theme. 主题' })
  theme!: ThemeNode;

  @Field(() => Int, { description: 'The number of items. 事项数' })
  count!: number;
}
