/** Listens and prints its address as one line of JSON. SIGTERM ends it. */
export async function listen(app, onClose = async () => {}) {
  const url = await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
  process.once('SIGTERM', async () => {
    await app.close();
    await onClose();
    process.exit(0);
  });
  console.log(JSON.stringify({ url }));
}
