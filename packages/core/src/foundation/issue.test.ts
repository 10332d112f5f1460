import { describe, expect, it } from 'vitest';
import { describeIssue, issue } from './issue.js';
import { en } from './messages/en.js';
import { ru } from './messages/ru.js';

describe('describeIssue', () => {
  it('says what happened with Russian cases and decimal commas', () => {
    const place = { file: 'a.xlsx', sheet: 'Протокол', row: 7, column: 'D' };
    const above = issue('points-above-max', 'error', place, { item: '9.1', found: 3, max: 1 });
    expect(describeIssue(above, 'ru')).toBe('Задание 9.1: 3 балла при максимуме 1. Строка не учтена.');
    expect(describeIssue(above, 'en')).toBe('Item 9.1: 3 points with a maximum of 1. The row was refused.');
    const many = (pupils: number) =>
      describeIssue(issue('max-contradicted', 'error', place, { items: '2, 3', pupils, of: 30 }), 'ru');
    expect(many(21)).toContain('у 21 ученика из 30');
    expect(many(5)).toContain('у 5 учеников из 30 баллов больше, чем максимум');
  });

  it('has every sentence in both languages, each with a capital and a full stop', () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
    const anything: Record<string, never> = new Proxy(
      {},
      { get: (_, name) => (/date$/i.test(String(name)) ? '2025-09-30' : 1) },
    );
    for (const texts of [ru, en]) {
      for (const text of Object.values(texts)) {
        expect(Reflect.apply(text, undefined, [anything])).toMatch(/^[А-ЯA-Z«"].*\.$/u);
      }
    }
  });
});
