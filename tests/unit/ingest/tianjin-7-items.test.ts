import { expected, Reading, readTianjin7 } from './tianjin-7.ts';

const { document, warnings } = readTianjin7();
const reading = new Reading(document);

test('the bulletin gives no warnings', () => {
  expect(warnings).toEqual([]);
});

test('the batch', () => {
  expect(reading.node('Batch:tj-7')).toEqual({
    id: 'Batch:tj-7',
    code: 'tj-7',
    number: 7,
    title: '天津自贸试验区第七批复制推广改革试点经验',
    publisher: '天津自贸试验区',
    fileName: 'tianjin-7.txt',
    sha256: '50f94e2f463e0c1cddd37c6b3f38014239c6f96eb23464d9489bb9991de24151',
  });
  expect(document.batchId).toBe('Batch:tj-7');
});

describe('each item equals the manual reading', () => {
  test('the fixture has 43 items, numbered from 1', () => {
    expect(expected.items.map(({ number }) => number)).toEqual(
      Array.from({ length: 43 }, (_, index) => index + 1),
    );
  });

  test.each(expected.items)('$number $title', ({ number, title, agencies, region, zones, themes }) => {
    const item = reading.item(number);
    expect(item).toMatchObject({ code: `tj-7-${number}`, number, title, agencyCount: agencies.length });
    expect(item.position).toBe(`tj-0007-${String(number).padStart(6, '0')}`);

    const responsible = reading.edges('RESPONSIBLE_FOR').filter(({ to }) => to === item.id);
    const inOrder = [...responsible].sort((a, b) => Number(a.properties.order) - Number(b.properties.order));
    expect(inOrder.map(({ from }) => reading.nameOf(from))).toEqual(agencies);
    expect(inOrder.map(({ properties }) => properties.order)).toEqual(agencies.map((_, index) => index + 1));

    expect([...reading.found(number, 'PROMOTED_TO').keys()]).toEqual([region]);
    expect(item.scopeText).toBe(region);

    const foundZones = reading.found(number, 'PILOTED_IN');
    expect([...foundZones.keys()].sort()).toEqual(zones.map(({ name }) => name).sort());
    for (const { name, quote, field } of zones) {
      expect(foundZones.get(name)).toContainEqual({ field, quote });
    }

    const foundThemes = reading.found(number, 'HAS_THEME');
    expect([...foundThemes.keys()].sort()).toEqual(themes.map(({ name }) => name).sort());
    for (const { name, quote, field } of themes) {
      expect(foundThemes.get(name)).toContainEqual({ field, quote });
    }
  });
});

describe('paragraph marks', () => {
  test.each([
    [24, '为优化区域营商环境，', '实现银行网点与政务大厅“双向赋能”。'],
    [37, '为进一步加快生物医药战略性新兴产业集群建设，', '支持医药产业发展迈上新台阶。'],
    [38, '针对区域电商企业发展，', '助推企业高质量发展。'],
  ])('of item %i are not part of its content', (number, beginning, end) => {
    const { content } = reading.item(number);
    expect(content.startsWith(beginning)).toBe(true);
    expect(content.endsWith(end)).toBe(true);
    expect(content).not.toMatch(/[<>]/);
  });
});
