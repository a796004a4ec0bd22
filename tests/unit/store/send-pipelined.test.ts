import { setImmediate } from 'node:timers/promises';
import { sendPipelined } from '../../../src/store/load/send-pipelined.ts';

/** Statements that are answered one turn later, and their events in order. */
function statements(count: number, failing?: number) {
  const events: string[] = [];
  const list = Array.from({ length: count }, (_, index) => async () => {
    events.push(`sent ${index}`);
    await setImmediate();
    if (index === failing) throw new Error(`${index} failed`);
    events.push(`answered ${index}`);
  });
  return { events, list };
}

test('sends each statement before the previous one is answered, and at most one ahead', async () => {
  const { events, list } = statements(4);
  await sendPipelined(list);
  const unanswered = events.map(
    (_, at) =>
      events.slice(0, at + 1).filter((event) => event.startsWith('sent')).length -
      events.slice(0, at + 1).filter((event) => event.startsWith('answered')).length,
  );
  expect(Math.max(...unanswered)).toBe(2);
  expect(events.filter((event) => event.startsWith('sent'))).toEqual([
    'sent 0',
    'sent 1',
    'sent 2',
    'sent 3',
  ]);
  expect(events.at(-1)).toBe('answered 3');
});

test('accepts an empty list', async () => {
  await sendPipelined([]);
});

test('throws the error of a failed statement, and does not send the remaining ones', async () => {
  const { events, list } = statements(5, 1);
  await expect(sendPipelined(list)).rejects.toThrow('1 failed');
  expect(events).not.toContain('sent 3');
});
