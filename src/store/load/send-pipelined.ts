/**
 * Sends each statement before the one before it is answered, so that an engine that is elsewhere works on one while the
 * next is on its way. Their order stays; what fails first is thrown.
 */
export async function sendPipelined(statements: Iterable<() => Promise<unknown>>): Promise<void> {
  let previous: Promise<unknown> = Promise.resolve();
  for (const send of statements) {
    const current = send();
    current.catch(() => undefined); // told when its turn comes
    await previous;
    previous = current;
  }
  await previous;
}
