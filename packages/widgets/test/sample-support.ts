import type { CapacityData, CoverageData, PartnerListData } from '../src/support/support-data.js';

const TOPICS = ['Дроби', 'Проценты', 'Геометрия', 'Текстовые задачи', 'Работа с текстом', 'Функции'];
const facts = { version: 1, name: 'Заречный район', synthetic: true } as const;
const topic = (i: number) => `${TOPICS[i % TOPICS.length]}${i < TOPICS.length ? '' : ` ${i}`}`;

/** Invented needs, topics and the four groups. */
export function sampleCoverage(topics: number): CoverageData {
  return {
    schema: 'orientir.coverage',
    ...facts,
    rows: [
      ...Array.from({ length: topics }, (_, i) => ({
        kind: 'topic' as const,
        id: topic(i),
        needs: 8 + ((i * 17) % 60),
        met: ((8 + ((i * 17) % 60)) * ((i * 3) % 5)) >> 2,
      })),
      ...(topics === 0
        ? []
        : ['young', 'newcomer', 'low_results', 'no_exam_experience'].map((id, i) => ({
            kind: 'group' as const,
            id,
            needs: 20 + i * 7,
            met: 9 + i * 5,
          }))),
    ],
  };
}

/** Invented offers. */
export function sampleCapacity(offers: number): CapacityData {
  return {
    schema: 'orientir.capacity',
    ...facts,
    rows: Array.from({ length: offers }, (_, i) => ({
      id: `курс-${i + 1}`,
      kind: ['курс', 'наставник', 'мастер-класс'][i % 3] ?? '',
      places: (i * 7) % 30,
      used: Math.min((i * 7) % 30, (i * 5) % 31),
      price: (i % 4) * 2.5,
      gain: (i % 4) * 2,
    })),
  };
}

/** Invented schools that look for a partner. */
export function samplePartnerList(schools: number): PartnerListData {
  return {
    schema: 'orientir.partner-list',
    ...facts,
    rows: Array.from({ length: schools }, (_, i) =>
      i % 4 === 3
        ? {
            id: `school-${i + 1}`,
            name: `МБОУ СОШ № ${i + 1}`,
            topics: [],
            reason: 'none-near',
            nearest: 'МБОУ СОШ № 90',
          }
        : {
            id: `school-${i + 1}`,
            name: `МБОУ СОШ № ${i + 1}`,
            partner: `МБОУ Гимназия № ${i + 50}`,
            difference: 0.4 + (i % 5) / 10,
            low: 0.1 + (i % 5) / 10,
            high: 0.7 + (i % 5) / 10,
            topics: i % 2 === 0 ? ['Математика: Дроби', 'Русский язык: Слово'] : [],
          },
    ),
  };
}
