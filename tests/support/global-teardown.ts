export default async function globalTeardown(): Promise<void> {
  await globalThis.runningNeo4j?.stop();
}
