/** An invented risk table of any size, for tests. @module */
import type { RiskData, RiskSchool, RiskWork } from '../src/risk/risk-data.js';
import { about, schoolName, wave } from './sample-charts.js';

const work = (subject: string, schoolYear: string) => ({
  id: `${subject} ${schoolYear}`,
  programme: 'ВПР',
  subject,
  grade: 5,
  schoolYear,
});

const WORKS = [
  work('Математика', '2025/2026'),
  work('Русский язык', '2025/2026'),
  work('Математика', '2024/2025'),
];

export function sampleRisk(schools: number): RiskData {
  return {
    schema: 'orientir.risk',
    version: 1,
    unit: { name: 'Заречный район' },
    rules: {
      id: 'omsk-2025',
      source: 'Акт проверки Министерства образования Омской области, 2025',
      verification: 'second-hand',
      shareFrom: 0.3,
      minPupils: 10,
      probability: 0.9,
    },
    assessments: WORKS,
    schools: Array.from({ length: schools }, (_, i) => school(i)),
    source: 'вымышленные данные',
    synthetic: true,
  };
}

function school(i: number): RiskSchool {
  const n = i % 7 === 6 ? 4 : 12 + ((i * 37) % 90);
  const identity = { id: `school-${i + 1}`, name: schoolName(i) };
  if (n < 10) {
    const works = WORKS.slice(0, 2).map(({ id }) => ({
      ...workOf(id, n, 0.25),
      leftOut: 'too-few' as const,
    }));
    return { ...identity, listed: false, class: 'too-few', n: 0, reason: 'too-few', works };
  }
  const share = [0.62, 0.08, 0.34, 0.31, 0.12, 0.45][i % 6] ?? 0;
  const listed = share >= 0.3;
  const probability = Math.max(0.002, Math.min(0.998, 0.5 + (share - 0.3) * Math.sqrt(n) * 0.9));
  const verdict = probability >= 0.9 ? 'low' : probability <= 0.1 ? 'not-low' : 'undetermined';
  const works = WORKS.map(({ id }, at): RiskWork => {
    const of = workOf(id, n, Math.max(0, Math.min(1, share + 0.06 * wave(i + at, 1.7) - 0.03)));
    if (at === 2 && i % 5 === 2) return { ...of, leftOut: 'doubtful' };
    return { ...of, probability, triggered: listed && at < 2 };
  });
  return {
    ...identity,
    listed,
    class: verdict,
    probability,
    ...about(share, n * 2),
    ...(listed ? { distanceToExit: Math.max(1, Math.round((share - 0.29) * n)) } : {}),
    ...(Math.abs(probability - 0.5) < 0.45 ? { stability: 1 + (i % 5) } : {}),
    works,
  };
}

function workOf(assessment: string, n: number, share: number): RiskWork {
  const lowPupils = Math.round(share * n);
  return { assessment, lowPupils, ...about(lowPupils / n, n), triggered: false };
}
