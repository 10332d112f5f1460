import type { SolveRatesData, SolveRatesItem } from '../src/solve-rates/solve-rates-data.js';

/** Data for tests and stories: `count` items of falling solve rate, a municipality and a region beside them. */
export function sampleData(count: number, comparators = 2): SolveRatesData {
  const items = Array.from({ length: count }, (_, i): SolveRatesItem => {
    const solveRate = 0.9 - (0.75 * i) / Math.max(1, count - 1);
    return {
      id: `${i + 1}`,
      label: ['Числа и дроби', 'Текстовые задачи', 'Геометрия'][i % 3] ?? '',
      maxPoints: 1,
      n: 48,
      solveRate,
      low: Math.max(0, solveRate - 0.13),
      high: Math.min(1, solveRate + 0.12),
    };
  });
  const shifted = (shift: number) =>
    items.map(({ id, solveRate = 0 }, i) => ({
      id,
      solveRate: Math.min(1, Math.max(0, solveRate + shift * (i % 2 === 0 ? 1 : -0.6))),
    }));
  return {
    schema: 'orientir.solve-rates',
    version: 1,
    assessment: {
      id: 'vpr-2026-5-математика',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 5,
      schoolYear: '2025/2026',
    },
    unit: { level: 'school', name: 'МБОУ СОШ № 3', n: 48 },
    items,
    comparators: [
      { name: 'Заречный район', items: shifted(0.08) },
      { name: 'Образцовый край', items: shifted(0.04) },
    ].slice(0, comparators),
    source: 'вымышленные данные',
    synthetic: true,
  };
}
