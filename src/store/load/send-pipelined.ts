/**
 * Sends each statement before the previous one is answered, so that a remote engine works on one while the next is on
 * its way. Keeps their order and throws the first failure.
 */
export async function sendPipelined(statements: Iterable<() => Promise<unknown>>): Promise<void> {
  let previous: Promise<unknown> = Promise.resolve();
  for (const send of statements) {
    const current = send();
    current.catch(() => undefined); // thrown when it is awaited below
    await previous;
    previous = current;
  }
  await previous;
}
