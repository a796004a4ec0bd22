import { registerEnumType } from 'type-graphql';
import { enumOf } from './enum-of.ts';

export const OrderDirection = enumOf(['ASC', 'DESC']);
export type OrderDirection = keyof typeof OrderDirection;
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'The sort direction. 排序方向',
  valuesConfig: {
    ASC: { description: 'Smallest first. 升序' },
    DESC: { description: 'Largest first. 降序' },
  },
});
