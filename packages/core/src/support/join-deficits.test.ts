import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeclaredDeficit, ResultsTopic } from './index.js';
import { joinDeficits } from './index.js';

const row = (topic: string, severity: 1 | 2 | 3, source?: string): DeclaredDeficit => ({
  teacher: 't1',
  topic,
  severity,
  ...(source === undefined ? {} : { source }),
});

describe('joinDeficits', () => {
  it('lets what a person declared go before results, be it milder or severer', () => {
    const declared = row('Дроби', 1, 'диагностика');
    const { kept, supposed, yielded } = joinDeficits(
      [declared],
      [
        { teacher: 't1', topic: ' дроби', severity: 3 },
        { teacher: 't2', topic: 'Дроби', severity: 2 },
      ],
    );
    expect(kept).toEqual([declared]);
    expect(supposed).toEqual([{ teacher: 't2', topic: 'Дроби', severity: 2, source: 'results' }]);
    expect(yielded).toEqual([{ row: declared, severity: 3 }]);
  });

  it('takes new results in place of older ones, also where they find nothing, and leaves what they do not judge', () => {
    const old = [row('Дроби', 3, 'results'), row('Чтение', 2, 'Results'), row('Письмо', 1, 'results')];
    const { kept, supposed, replaced } = joinDeficits(old, [
      { teacher: 't1', topic: 'Дроби', severity: 1 },
      { teacher: 't1', topic: 'Чтение' },
    ]);
    expect(kept).toEqual([old[2]]);
    expect(replaced).toEqual([old[0], old[1]]);
    expect(supposed.map(({ topic, severity }) => [topic, severity])).toEqual([['Дроби', 1]]);
  });

  it('tells every row and every hypothesis once, and takes no topic from both sides', () => {
    const topic = fc.constantFrom('Дроби', 'дроби ', 'Чтение', 'Учёт', 'учет');
    const severity = fc.constantFrom<1 | 2 | 3>(1, 2, 3);
    const teacher = fc.constantFrom('t1', 't2');
    const rows = fc.array(
      fc.record(
        { teacher, topic, severity, source: fc.constantFrom('results', 'диагностика') },
        { requiredKeys: ['teacher', 'topic', 'severity'] },
      ),
      { maxLength: 8 },
    );
    const results = fc.array(
      fc.record({ teacher, topic, severity }, { requiredKeys: ['teacher', 'topic'] }),
      { maxLength: 8 },
    );
    const plain = (of: ResultsTopic) => `${of.teacher} ${of.topic.trim().toLowerCase().replace('ё', 'е')}`;
    fc.assert(
      fc.property(rows, results, (given, found) => {
        const joined = joinDeficits(given, found);
        expect(joined.kept.length + joined.replaced.length).toBe(given.length);
        expect(joined.supposed.length + joined.yielded.length).toBe(
          found.filter((each) => each.severity !== undefined).length,
        );
        const own = new Set(joined.kept.map(plain));
        expect(joined.supposed.some((each) => own.has(plain(each)))).toBe(false);
        const judged = new Set(found.map(plain));
        for (const each of joined.kept)
          expect(each.source === 'results' && judged.has(plain(each))).toBe(false);
        for (const each of joined.replaced) expect(each.source).toBe('results');
        expect(joinDeficits(given, []).kept).toEqual(given);
      }),
    );
  });
});
