import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseAndMerge, contents, freshFolder, put, rowsOf, run, utf8 } from './run.js';

const YEARS = ['2024/2025', '2025/2026'] as const;
const id = (place: number) => `s${String(place).padStart(2, '0')}`;

/** Twelve schools of 30 pupils, one item of 20 points; the first one is far better in the second year. */
const files = (school: (place: number) => boolean) =>
  Object.fromEntries(
    YEARS.flatMap((schoolYear, year) => [
      [
        `${year}/assessment.json`,
        JSON.stringify({
          id: `m${year}`,
          programme: 'ВПР',
          subject: 'Математика',
          grade: 5,
          schoolYear,
          items: [{ id: '1', maxPoints: 20 }],
        }),
      ],
      [
        `${year}/r.csv`,
        [
          'school,class,pupil,1',
          ...Array.from({ length: 12 }, (_, place) => place)
            .filter(school)
            .flatMap((place) =>
              Array.from(
                { length: 30 },
                (_, i) =>
                  `${id(place)},5А,${i},${7 + ((i * 7 + place) % 9) + (place === 0 && year === 1 ? 5 : 0)}`,
              ),
            ),
          '',
        ].join('\n'),
      ],
    ]),
  );
const under = (folder: string, of: Record<string, string>) =>
  Object.fromEntries(Object.entries(of).map(([name, text]) => [`${folder}/${name}`, text]));

describe('dynamics of schools', () => {
  it('is in the table, the sheet and the report, the same from merged tallies', async () => {
    const folder = await freshFolder();
    await put(folder, {
      ...under(
        'a',
        files((place) => place % 2 === 0),
      ),
      ...under(
        'b',
        files((place) => place % 2 === 1),
      ),
    });
    await analyseAndMerge(folder);
    const whole = await contents(join(folder, 'whole'));
    expect((await contents(join(folder, 'merged')))['dynamics.csv']).toBe(whole['dynamics.csv']);
    const rows = rowsOf(whole['dynamics.csv']);
    expect(rows.map((cells) => cells[11])).toEqual(['rose', ...Array.from({ length: 11 }, () => 'unclear')]);
    expect(rows[0]?.slice(0, 6)).toEqual(['s00', '2025/2026', '2024/2025', 'm1', '30', '30']);
    expect(utf8(whole['report/index.html'])).toContain('<section id="dynamics">');
  });

  it('writes a card for the press with the sheets, and nothing of it in public', async () => {
    const folder = await freshFolder();
    await put(
      folder,
      under(
        'in',
        files(() => true),
      ),
    );
    const at = (name: string) => join(folder, name);
    await run('analyze', at('in'), '--out', at('out'), '--sheets');
    const inside = await contents(at('out'));
    const card = utf8(inside['sheets/press/положительная-динамика.html']);
    expect(card).toContain('s00. Работы: Математика');
    expect(card).not.toContain('s01');
    await run('analyze', at('in'), '--out', at('public'), '--public');
    const open = Object.keys(await contents(at('public')));
    expect(open.filter((name) => /dynamics|динамика/.test(name))).toEqual([]);
  });
});
