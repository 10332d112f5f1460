import type { DirectionsData } from '../src/directions/directions-data.js';
import type { MarkerCardData } from '../src/marker-card/marker-card-data.js';

const NAMES = [
  ['Массовость достижения базовых результатов', 'Basic results reached by many'],
  ['Развитие таланта', 'Developing talent'],
  [
    'Прозрачность и объективность образовательного процесса',
    'Transparent and objective teaching and marking',
  ],
  ['Качество образовательной среды', 'Quality of the school environment'],
  ['Индивидуализация образовательного процесса', 'Teaching that suits each pupil'],
  [
    'Результаты участия в региональных и федеральных программах подготовки выпускников',
    'Results of regional and federal programmes for leavers',
  ],
  [
    'Качество реализации программы перевода образовательной организации в эффективный режим развития',
    'How well the programme of the school’s improvement is carried out',
  ],
] as const;

/** Invented choices of 62 schools; the first, third and fifth direction are those of one school. */
export function sampleDirections(directions: number, school?: string): DirectionsData {
  const chosen = [51, 44, 37, 29, 16, 6, 0];
  return {
    schema: 'orientir.directions',
    version: 1,
    name: 'Заречный район',
    synthetic: true,
    ...(school === undefined ? {} : { school }),
    schools: 62,
    incomplete: 3,
    choose: 3,
    directions: Array.from({ length: directions }, (_, i) => {
      const [ru, en] = NAMES[i % NAMES.length] ?? NAMES[0];
      return {
        id: `d${i + 1}`,
        name: i < NAMES.length ? { ru, en } : { ru: `${ru}, ${i + 1}`, en: `${en}, ${i + 1}` },
        schools: chosen[i] ?? 0,
        ...(school === undefined ? {} : { own: i % 2 === 0 && i < 5 }),
      };
    }),
  };
}

const SAME = {
  ru: 'сильный или слабый набор, профильные классы',
  en: 'strong or weak intake, advanced classes',
};

/** Invented possible markers. */
export function sampleMarkerCard(markers: number): MarkerCardData {
  return {
    schema: 'orientir.marker-card',
    version: 1,
    school: 'Школа № 12',
    schoolYear: '2025/2026',
    synthetic: true,
    tested: 24,
    computed: 9,
    official: 14,
    markers: Array.from({ length: markers }, (_, i) => {
      const isOwn = i % 3 !== 2;
      const name = isOwn
        ? { ru: 'Скачок у границ отметок', en: 'Bunching at mark borders' }
        : { ru: 'Средний балл выше интервала региона', en: 'Mean above the interval of the region' };
      return {
        id: `${isOwn ? 'border-bunching' : 'official'}|${i}`,
        method: isOwn ? ('own' as const) : ('official' as const),
        name,
        work:
          i % 4 === 3
            ? { ru: '', en: '' }
            : {
                ru: `Математика, ${4 + (i % 2)}\u00a0класс, ВПР 2025/2026`,
                en: `Математика, grade ${4 + (i % 2)}, ВПР 2025/2026`,
              },
        n: 48 + i,
        found: {
          ru: `${name.ru}: возможный признак, нужен дополнительный анализ (значение 7,40, учеников ${48 + i}, p < 0,001, q = 0,012).`,
          en: `${name.en}: a possible marker, needs further analysis (value 7.40, pupils ${48 + i}, p < 0.001, q = 0.012).`,
        },
        compared: {
          ru: 'школа сравнивается с остальными школами своего региона: ученики с суммой границы против учеников на шаг ниже',
          en: 'the school is compared with the other schools of its region: pupils with the total of a border against pupils one step under it',
        },
        exclusions: [
          {
            ru: 'работы у границы по инструкции перечитывают',
            en: 'papers near a border are read twice by instruction',
          },
          SAME,
        ],
        check: {
          ru: 'Перепроверить часть работ в другом месте и сравнить баллы. Начать с работ на границе.',
          en: 'Have part of the papers marked again elsewhere and compare the points. Begin with papers at a border.',
        },
      };
    }),
  };
}
