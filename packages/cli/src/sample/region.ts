/**
 * The schools and pupils of the sample region. Nobody in it exists.
 *
 * @module
 */
import type { Random } from './random.js';
import type { SampleItem, SampleWork } from './works.js';

export interface SampleSchool {
  /** Digits of the logins `sch…` (2021) and `edu…` (2026). */
  readonly digits: string;
  readonly name: string;
  readonly municipality: string;
  readonly settlement: string;
  readonly type: string;
  /** Pupils in a grade. */
  readonly size: number;
  /** Level of the school in standard deviations of pupils. */
  readonly effect: number;
}

/** A pupil's sheet: what stands in the cells. */
export interface SamplePupil {
  readonly school: SampleSchool;
  readonly classIndex: number;
  readonly code: string;
  readonly variant: 1 | 2;
  readonly sex: 'м' | 'ж';
  readonly absent: boolean;
  /** Points, `'X'` or `'не пройд.'`; empty for an absent pupil. */
  readonly cells: readonly (number | 'X' | 'не пройд.')[];
  readonly total: number;
  readonly mark: number;
  readonly journalMark: number;
}

export const REGION = 'Образцовый край (вымышленные данные)';

const MUNICIPALITIES = [
  'Заречный район',
  'Луговской район',
  'Северный район',
  'город Ясный',
  'Озёрный район',
] as const;
const VILLAGES = [
  'Берёзовская',
  'Ключевская',
  'Сосновская',
  'Полевая',
  'Ручьёвская',
  'Каменская',
  'Степная',
  'Лесная',
] as const;

/** Between schools lies a fifth of the variance of results, about what is seen in real regions. */
const SCHOOL_SD = 0.45;
const CLASS_SD = 0.2;
const PUPIL_SD = 0.87;
const WHOLE_SD = Math.sqrt(SCHOOL_SD ** 2 + CLASS_SD ** 2 + PUPIL_SD ** 2);

/** Schools of the region; sizes are lognormal, so that about a quarter has fewer than ten pupils in a grade. */
export function sampleSchools(count: number, random: Random): readonly SampleSchool[] {
  const schools = Array.from({ length: count }, (_, i): SampleSchool => {
    const municipality = MUNICIPALITIES[i % MUNICIPALITIES.length] ?? MUNICIPALITIES[0];
    const town = municipality.startsWith('город') || i < MUNICIPALITIES.length * 2;
    const number = Math.floor(i / MUNICIPALITIES.length) + 1;
    const place = VILLAGES[number % VILLAGES.length] ?? VILLAGES[0];
    const size = Math.max(2, Math.min(180, Math.round(Math.exp((town ? 3.9 : 2.6) + 0.7 * random.normal()))));
    const kind = town && number === 1 ? 'лицей' : town && number === 2 ? 'гимназия' : 'СОШ';
    return {
      digits: String(990_000 + i + 1),
      name: town
        ? `МБОУ ${kind} № ${number} (${municipality})`
        : `МБОУ ${place} СОШ № ${number} (${municipality})`,
      municipality,
      settlement: municipality.startsWith('город') ? 'город' : town ? 'посёлок' : 'село',
      type: kind === 'СОШ' ? 'школа' : kind,
      size,
      effect: SCHOOL_SD * random.normal() + (kind === 'СОШ' ? 0 : 0.4),
    };
  });
  // The region as a whole lies where the real one does, whichever schools chance made.
  const pupils = schools.reduce((sum, { size }) => sum + size, 0);
  const level = schools.reduce((sum, { size, effect }) => sum + size * effect, 0) / pupils;
  return schools.map((school) => ({ ...school, effect: school.effect - level }));
}

/** The schools as they were a year before: nearly the same, but a few that rose or fell since. */
export function schoolsYearBefore(schools: readonly SampleSchool[], random: Random): readonly SampleSchool[] {
  return schools.map((school, i) => {
    const change = i % 13 === 6 ? (i % 2 === 0 ? CHANGE : -CHANGE) : 0;
    return { ...school, effect: school.effect - change + YEAR_SD * random.normal() };
  });
}

const YEAR_SD = 0.05;
const CHANGE = 0.9;

/** All pupils of one work, school by school, class by class. */
export function samplePupils(
  work: SampleWork,
  schools: readonly SampleSchool[],
  random: Random,
): readonly SamplePupil[] {
  const difficulties = work.items.map(difficulty);
  const pupils = schools.reduce((sum, { size }) => sum + size, 0);
  // The region as a whole lies where the real one does.
  const whole = work.items.map(
    ({ section }) =>
      schools.reduce((sum, school) => sum + school.size * topicEffect(school, work, section), 0) / pupils,
  );
  return schools.flatMap((school) => {
    const size = Math.max(2, Math.round(school.size * Math.exp(0.12 * random.normal())));
    const classes = Math.max(1, Math.round(size / 25));
    const easiness = difficulties.map(
      (of, i) => of + topicEffect(school, work, work.items[i]?.section ?? '') - (whole[i] ?? 0),
    );
    let serial = 0;
    return Array.from({ length: classes }, (_, classIndex) => {
      const level = school.effect + CLASS_SD * random.normal();
      const untaught = work.items.map((item) => random.chance(item.notTaught));
      const pupils = Math.floor(size / classes) + (classIndex < size % classes ? 1 : 0);
      return Array.from({ length: pupils }, () => {
        serial++;
        const ability = (level + PUPIL_SD * random.normal()) / WHOLE_SD;
        return pupilOf(work, school, classIndex, serial, ability, easiness, untaught, random);
      });
    }).flat();
  });
}

function pupilOf(
  work: SampleWork,
  school: SampleSchool,
  classIndex: number,
  serial: number,
  ability: number,
  difficulties: readonly number[],
  untaught: readonly boolean[],
  random: Random,
): SamplePupil {
  const absent = random.chance(0.09);
  const journalLevel = 0.75 * ability + 0.66 * random.normal();
  const journalMark = 2 + work.journal.filter((share) => journalLevel > normalQuantile(share)).length;
  const cells = work.items.map((item, i): SamplePupil['cells'][number] => {
    if (untaught[i] === true) return 'не пройд.';
    const points = score(item, ability, difficulties[i] ?? 0, random);
    return points === 0 && random.chance(item.notAttempted / (1 - item.solveRate * 0.8)) ? 'X' : points;
  });
  lift(work, cells, random);
  const total = sum(cells);
  const mark = work.scale.reduce((reached, border) => (total >= border.min ? border.mark : reached), 2);
  return {
    school,
    classIndex,
    code: `${work.grade}${String(serial).padStart(4, '0')}`,
    variant: random.chance(0.51) ? 1 : 2,
    sex: random.chance(0.5) ? 'м' : 'ж',
    absent,
    cells: absent ? [] : cells,
    total: absent ? 0 : total,
    mark: absent ? 0 : mark,
    journalMark: absent ? 0 : journalMark,
  };
}

/**
 * In a few schools one section is taught badly, whatever the school is like otherwise: what the comparison net of the general
 * level is there to find.
 */
function topicEffect({ digits }: SampleSchool, { subject, grade }: SampleWork, section: string): number {
  if (section === '') return 0;
  let hash = 2_166_136_261;
  for (const letter of `${digits}|${subject}|${grade}|${section}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return hash % 45 === 0 ? WEAK_TOPIC : 0;
}

/** Logits. */
const WEAK_TOPIC = -1.6;
const SLOPE = 1.1;

/** Easiness that gives the solve rate over all pupils (logistic curve averaged over normal abilities). */
function difficulty(item: SampleItem): number {
  const logit = Math.log(item.solveRate / (1 - item.solveRate));
  return logit * Math.sqrt(1 + (Math.PI * SLOPE * SLOPE) / 8);
}

function score(item: SampleItem, ability: number, easiness: number, random: Random): number {
  const probability = 1 / (1 + Math.exp(-(easiness + SLOPE * ability)));
  let points = 0;
  for (let i = 0; i < item.max; i++) if (random.chance(probability)) points++;
  return points;
}

/** Works one point below a border are often read once more: the peaks at borders of real histograms. */
function lift(work: SampleWork, cells: SamplePupil['cells'][number][], random: Random): void {
  const total = sum(cells);
  if (!work.scale.some((border) => border.min === total + 1 && border.mark <= 4) || !random.chance(0.4))
    return;
  const index = cells.findIndex((cell, i) => typeof cell === 'number' && cell < (work.items[i]?.max ?? 0));
  const cell = cells[index];
  if (typeof cell === 'number') cells[index] = cell + 1;
}

function sum(cells: SamplePupil['cells']): number {
  return cells.reduce<number>((total, cell) => (typeof cell === 'number' ? total + cell : total), 0);
}

/** Standard normal quantile, error below 4.5e-4: enough to cut marks. Source: Abramowitz & Stegun 26.2.23. */
function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return share < 0.5 ? -z : z;
}
