import { ObjectType } from 'type-graphql';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { PolicyDocument } from './policy-document.type.ts';

@ObjectType({ description: 'A document in a list. 文件' })
export class PolicyDocumentEdge extends edgeTo(() => PolicyDocument) {}

@ObjectType({ description: 'A page of documents. 文件列表' })
export class PolicyDocumentConnection extends filteredConnectionOf(
  () => PolicyDocument,
  () => PolicyDocumentEdge,
) {}

@ObjectType({ description: 'A citation in the item. 引用' })
export class ReformItemCitationEdge extends evidencedEdgeTo(() => PolicyDocument, spansOf('CITES')) {}

@ObjectType({ description: 'The documents that an item cites. 引用文件' })
export class ReformItemCitationConnection extends connectionOf(
  () => PolicyDocument,
  () => ReformItemCitationEdge,
) {}

@ObjectType({ description: 'A citation of the document in an item. 引用' })
export class PolicyDocumentCitationEdge extends evidencedEdgeTo(() => ReformItem, spansOf('CITES')) {}

@ObjectType({ description: 'The items that cite a document. 引用事项' })
export class PolicyDocumentCitationConnection extends connectionOf(
  () => ReformItem,
  () => PolicyDocumentCitationEdge,
) {}
