/** Invented data of every chart, of any size, for tests. @module */
import type { ChartFacts, ChartShare } from '../src/chart/chart-data.js';
import type { FunnelData, FunnelPlace } from '../src/funnel/funnel-data.js';
import type { ItemCurvesData } from '../src/item-curves/item-curves-data.js';
import type { JournalData } from '../src/journal/journal-data.js';
import type { ScoresData } from '../src/scores/scores-data.js';
import type { SectionMapCell, SectionMapData, SectionVerdict } from '../src/section-map/section-map-data.js';

const facts: ChartFacts = {
  assessment: {
    id: 'vpr-2026-5-математика',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2025/2026',
  },
  unit: { level: 'municipality', name: 'Заречный район', n: 1240 },
  source: 'вымышленные данные',
  synthetic: true,
};

const VERDICTS: readonly SectionVerdict[] = ['green', 'yellow', 'red', 'undetermined', 'folded'];
const SECTIONS = ['Числа и вычисления', 'Текстовые задачи', 'Геометрия', 'Работа с данными', ''];

export const schoolName = (i: number) =>
  i === 1 ? 'МАОУ «Гимназия имени героев освоения Севера»' : `СОШ № ${i + 1}`;
export const about = (share: number, n: number): ChartShare => {
  const half = 1 / Math.sqrt(n);
  return { n, share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
};
export const wave = (i: number, by: number) => 0.5 + 0.5 * Math.sin(i * by);

export function sampleSectionMap(schools: number, sections = SECTIONS.length): SectionMapData {
  const cell = (school: number, section: number): SectionMapCell => {
    const n = 12 + ((school * 37) % 90);
    if (school % 7 === 3 && section === 1) return { n, reason: 'suppressed-small' };
    if (school % 9 === 4 && section === 2) return { n: 0, reason: 'not-taught' };
    const verdict = VERDICTS[(school + section * 3) % 5] ?? 'folded';
    const share = { green: 0.74, yellow: 0.585, red: 0.36, undetermined: 0.57, folded: 0.61 }[verdict];
    return {
      ...about(share + 0.02 * wave(school, 1.3), n),
      verdict,
      ...(verdict === 'folded' ? {} : { probability: Math.round((1 - share) * 1000) / 1000 }),
    };
  };
  return {
    schema: 'orientir.section-map',
    version: 1,
    ...facts,
    rules: 'ФИОКО, 2026',
    sections: SECTIONS.slice(-sections).map((name, i) => ({ id: `s${i + 1}`, name, items: [`${i + 1}`] })),
    units: Array.from({ length: schools }, (_, school) => ({
      id: `school-${school + 1}`,
      name: schoolName(school),
      n: 12 + ((school * 37) % 90),
      cells: Array.from({ length: sections }, (_unused, section) => cell(school, section)),
    })),
  };
}

export function sampleFunnel(schools: number): FunnelData {
  const target = 0.61;
  const limit = (n: number) => {
    const error = Math.sqrt((target * (1 - target)) / n);
    const inside = (share: number) => Math.max(0, Math.min(1, share));
    return {
      n,
      low95: inside(target - 1.96 * error),
      high95: inside(target + 1.96 * error),
      low998: inside(target - 3.09 * error),
      high998: inside(target + 3.09 * error),
    };
  };
  const place = (share: number, n: number): FunnelPlace => {
    const { low95, high95, low998, high998 } = limit(n);
    if (share > high998) return 'above-998';
    if (share < low998) return 'below-998';
    return share > high95 ? 'above-95' : share < low95 ? 'below-95' : 'inside';
  };
  return {
    schema: 'orientir.funnel',
    version: 1,
    ...facts,
    measure: 'quality',
    target,
    units: Array.from({ length: schools }, (_, i) => {
      const n = 6 + ((i * 53) % 140);
      const share = Math.max(
        0,
        Math.min(1, target + (Math.sin(i * 2.7) * 1.9) / Math.sqrt(n) + 0.05 * Math.sin(i)),
      );
      const id = `school-${i + 1}`;
      if (i % 11 === 10) return { id, name: schoolName(i), n, reason: 'suppressed-small' };
      return { id, name: schoolName(i), ...about(share, n), place: place(share, n) };
    }),
    limits: Array.from({ length: 40 }, (_, i) => limit(Math.max(1, Math.round(146 * ((i + 1) / 40) ** 2)))),
    overdispersion: 2.64,
    isWidened: true,
  };
}

export function sampleItemCurves(items: number): ItemCurvesData {
  return {
    schema: 'orientir.item-curves',
    version: 1,
    ...facts,
    items: Array.from({ length: items }, (_, i) => {
      const crossing = i % 6 === 3;
      const nonMonotone = i % 6 === 4;
      const rate = (step: number) =>
        crossing ? 0.6 - 0.14 * step : nonMonotone && step === 2 ? 0.2 : 0.15 + 0.2 * step + 0.1 * wave(i, 2);
      const curve = (by: 'quarter' | 'mark', from: number) => ({
        by,
        crossing,
        nonMonotone,
        points: [0, 1, 2, 3].map((step) =>
          by === 'mark' && step === 0 && i % 4 === 1
            ? { group: from, n: 0, reason: 'no-pupils' }
            : { group: from + step, ...about(rate(step), 80 + 30 * step) },
        ),
      });
      return {
        id: `${i + 1}`,
        label: SECTIONS[i % 4] ?? '',
        curves: [curve('quarter', 1), curve('mark', 2)],
      };
    }),
  };
}

export function sampleScores(most = 20): ScoresData {
  return {
    schema: 'orientir.scores',
    version: 1,
    ...facts,
    totals: Array.from({ length: most * 2 + 1 }, (_, half) =>
      half % 2 === 1
        ? 0
        : Math.round(130 * Math.exp(-(((half / 2 - most * 0.55) / (Math.max(1, most) * 0.25)) ** 2))),
    ),
    maxTotal: most,
    borders: [
      { mark: 2, min: 0 },
      { mark: 3, min: Math.round(most * 0.35) },
      { mark: 4, min: Math.round(most * 0.55) },
      { mark: 5, min: Math.round(most * 0.8) },
    ],
  };
}

export function sampleJournal(schools: number): JournalData {
  const shares = (i: number, n: number) => {
    const lowered = 0.12 + 0.3 * wave(i, 1.7);
    const raised = 0.04 + 0.1 * wave(i, 2.3);
    return {
      lowered: about(lowered, n),
      confirmed: about(1 - lowered - raised, n),
      raised: about(raised, n),
    };
  };
  const none = (reason: string) => ({ n: 9, reason });
  return {
    schema: 'orientir.journal',
    version: 1,
    ...facts,
    whole: shares(1, 1180),
    units: Array.from({ length: schools }, (_, i) => ({
      id: `school-${i + 1}`,
      name: schoolName(i),
      ...(i % 6 === 5
        ? {
            lowered: none('suppressed-small'),
            confirmed: none('suppressed-small'),
            raised: none('suppressed-small'),
          }
        : shares(i, 14 + ((i * 29) % 90))),
    })),
  };
}
