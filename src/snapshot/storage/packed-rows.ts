/** Rows are stored in pieces of this size, so that adding rows copies none. */
const PIECE_BYTES = 1 << 20;
/** The bytes before each row: the byte length of its id, and of its text. */
const HEAD_BYTES = 8;
/** The position of a row must fit into 32 bits. */
const MAX_BYTES = 2 ** 32;

/** Rows of an id and a text each, as bytes: a million small objects with their strings take three times the memory. */
export class PackedRows {
  readonly #pieces: Buffer[] = [];
  /** The position of the next row. */
  #end = 0;

  /**
   * @returns the position of the row
   * @throws RangeError if there is no room left
   */
  push(id: string, text: string): number {
    const [idBytes, textBytes] = [Buffer.byteLength(id), Buffer.byteLength(text)];
    const { start, piece, at } = this.#make(HEAD_BYTES + idBytes + textBytes);
    piece.writeUInt32LE(idBytes, at);
    piece.writeUInt32LE(textBytes, at + 4);
    piece.write(id, at + HEAD_BYTES);
    piece.write(text, at + HEAD_BYTES + idBytes);
    return start;
  }

  /** Copies a row of another instance. @returns its position in this one */
  pushFrom(other: PackedRows, start: number): number {
    const from = other.#find(start);
    const bytes = HEAD_BYTES + from.idBytes + from.textBytes;
    const to = this.#make(bytes);
    from.piece.copy(to.piece, to.at, from.at, from.at + bytes);
    return to.start;
  }

  idOf(start: number): string {
    const { piece, at, idBytes } = this.#find(start);
    return piece.toString('utf8', at + HEAD_BYTES, at + HEAD_BYTES + idBytes);
  }

  textOf(start: number): string {
    const { piece, at, idBytes, textBytes } = this.#find(start);
    const begin = at + HEAD_BYTES + idBytes;
    return piece.toString('utf8', begin, begin + textBytes);
  }

  #find(start: number) {
    const piece = this.#pieces[Math.floor(start / PIECE_BYTES)] as Buffer;
    const at = start % PIECE_BYTES;
    return { piece, at, idBytes: piece.readUInt32LE(at), textBytes: piece.readUInt32LE(at + 4) };
  }

  /** Allocates room for a row, which is never split. A row longer than a piece gets a longer piece of its own. */
  #make(bytes: number): { start: number; piece: Buffer; at: number } {
    const left = this.#pieces.length * PIECE_BYTES - this.#end;
    if (bytes > left) {
      this.#end += left;
      const length = Math.ceil(bytes / PIECE_BYTES);
      const piece = Buffer.allocUnsafeSlow(length * PIECE_BYTES);
      for (let part = 0; part < length; part += 1) this.#pieces.push(piece);
    }
    const start = this.#end;
    if (start >= MAX_BYTES) throw new RangeError('packed nodes have room for 4 GB');
    this.#end = bytes > PIECE_BYTES ? this.#pieces.length * PIECE_BYTES : start + bytes;
    return { start, piece: this.#pieces[Math.floor(start / PIECE_BYTES)] as Buffer, at: start % PIECE_BYTES };
  }
}
