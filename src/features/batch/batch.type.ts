import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({ description: 'The source file of a batch. 来源文件' })
export class SourceFile {
  @Field(() => String, { description: 'Its name. 文件名' })
  name!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal. 校验值' })
  sha256!: string;
}

@ObjectType({ implements: Node, description: 'One published bulletin. 批次' })
export class Batch extends Node {
  @Field(() => String, { description: 'Publisher and number, such as "tj-7". 编号' })
  code!: string;

  @Field(() => Int, { description: 'The number of the batch in its publisher’s series. 第几批' })
  number!: number;

  @Field(() => String, { description: 'Its title. 标题' })
  title!: string;

  @Field(() => String, { description: 'The publisher. 发布方' })
  publisher!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The day of publication, such as 2024-03-01; null if unknown. 发布日期',
  })
  published?: string;
}
