import { ObjectType } from 'type-graphql';
import { spansOfItem } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Theme } from './theme.type.ts';

@ObjectType({ description: 'A theme in a list. 主题' })
export class ThemeEdge extends edgeTo(() => Theme) {}

@ObjectType({ description: 'A page of themes. 主题列表' })
export class ThemeConnection extends connectionOf(
  () => Theme,
  () => ThemeEdge,
) {}

@ObjectType({ description: 'An item with the theme or one below it. 相关' })
export class ThemeReformItemEdge extends evidencedEdgeTo(() => ReformItem, spansOfItem('HAS_THEME')) {}

@ObjectType({ description: 'The items of a theme. 主题事项' })
export class ThemeReformItemConnection extends filteredConnectionOf(
  () => ReformItem,
  () => ThemeReformItemEdge,
) {}
