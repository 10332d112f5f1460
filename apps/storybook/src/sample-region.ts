import type { SolveRatesData, SolveRatesItem } from '@orientir/widgets/solve-rates';

/** Invented data of any size for the stories. */
export function sampleRegion(count: number, comparators = 2): SolveRatesData {
  const items = Array.from({ length: count }, (_, i): SolveRatesItem => {
    const solveRate = 0.88 - (0.7 * i) / Math.max(1, count - 1) + 0.05 * Math.sin(i * 2);
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
      solveRate: Math.min(1, Math.max(0, solveRate + shift * Math.cos(i))),
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
      { name: 'Заречный район', items: shifted(0.1) },
      { name: 'Образцовый край', items: shifted(0.06) },
    ].slice(0, comparators),
    source: 'вымышленные данные',
    synthetic: true,
  };
}
