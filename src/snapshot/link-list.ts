import { relationshipTypes } from '../domain/model.ts';
import type { SnapshotLink, SnapshotLinks } from './graph-snapshot.ts';
import { withRoom } from './with-room.ts';

/** Numbers a link: its type, its ends, and its order or 0. */
const WIDTH = 4;
const CODES = new Map(relationshipTypes.map((type, code) => [type, code]));

/** Relationships as numbers: millions of them as objects would take more than the graph that they become. */
export class LinkList implements SnapshotLinks {
  length = 0;
  #numbers = new Uint32Array(1024 * WIDTH);

  push({ type, from, to, order = 0 }: SnapshotLink): void {
    const at = this.length * WIDTH;
    this.#numbers = withRoom(this.#numbers, at + WIDTH);
    this.#numbers.set([CODES.get(type) as number, from, to, order], at);
    this.length += 1;
  }

  *[Symbol.iterator](): Generator<SnapshotLink> {
    const numberAt = (at: number): number => this.#numbers[at] as number;
    for (let at = 0; at < this.length * WIDTH; at += WIDTH) {
      const type = relationshipTypes[numberAt(at)] as SnapshotLink['type'];
      yield { type, from: numberAt(at + 1), to: numberAt(at + 2), order: numberAt(at + 3) || undefined };
    }
  }
}
