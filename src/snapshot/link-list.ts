import { type RelationshipType, relationshipTypes } from '../domain/model.ts';
import { CarriedList } from './carried-list.ts';
import { withRoom } from './with-room.ts';

/** A relationship as its two ends' places, from → to. */
export interface SnapshotLink {
  readonly type: RelationshipType;
  readonly from: number;
  readonly to: number;
  /** Where in the list of what is carried its properties are. */
  readonly row: number;
}

/** Numbers a link: its type, its ends, and its row. */
const WIDTH = 4;
const CODES = new Map(relationshipTypes.map((type, code) => [type, code]));

/** Relationships as numbers: millions of them as objects would take more than the graph that they become. */
export class LinkList {
  readonly carried = new CarriedList();
  length = 0;
  #numbers = new Uint32Array(1024 * WIDTH);

  /** @param row in `carried` */
  push(type: RelationshipType, from: number, to: number, row: number): void {
    const at = this.length * WIDTH;
    this.#numbers = withRoom(this.#numbers, at + WIDTH);
    this.#numbers.set([CODES.get(type) as number, from, to, row], at);
    this.length += 1;
  }

  *[Symbol.iterator](): Generator<SnapshotLink> {
    const numberAt = (at: number): number => this.#numbers[at] as number;
    for (let at = 0; at < this.length * WIDTH; at += WIDTH) {
      const type = relationshipTypes[numberAt(at)] as RelationshipType;
      yield { type, from: numberAt(at + 1), to: numberAt(at + 2), row: numberAt(at + 3) };
    }
  }
}
