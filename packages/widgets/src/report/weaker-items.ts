/**
 * Items on which a group is behind equal pupils elsewhere, as a list of a work and as a line of a unit.
 *
 * @module
 */
import type { ComparisonResult, TestResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { escapeHtml } from '../geometry/render-string.js';
import { percentPoints, qWord, unitWord } from './report-words.js';
import { named, table } from './table.js';
import type { WorkContext } from './teach-again-context.js';
import { described } from './teach-again-context.js';
import type { Both } from './text.js';
import { both, count, say } from './text.js';

/** Rows of the list of one work. */
const MOST_WEAKER = 60;

/** Of municipalities and schools together: there are few, and they are worth a look of their own. */
export function weakerTable(
  groups: readonly TestResult[],
  { assessment, input, evidence }: WorkContext,
): string {
  const weaker = groups.flatMap((group) => evidence.of(assessment.id, group).weaker);
  const heading = `<h4>${say(both('Здесь слабее, чем объясняет общий уровень', 'Weaker here than the general level explains'))}</h4>`;
  if (weaker.length === 0) {
    return `${heading}<p>${say(
      groups.length === 0
        ? both(
            'Сравнить не с кем: других групп в данных нет.',
            'There is nobody to compare with: the data hold no other groups.',
          )
        : both(
            'Таких заданий не найдено: где решают хуже, там хуже и работа в целом.',
            'None was found: where an item is solved less well, so is the work as a whole.',
          ),
    )}</p>`;
  }
  const sorted = bySection(weaker, assessment).flatMap(({ items }) => items);
  const head = (ru: string, en: string, numeric = false) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  const more =
    weaker.length > MOST_WEAKER
      ? `<p class="note">${say(both(`Показаны ${count(MOST_WEAKER).ru} из ${count(weaker.length).ru}; все — в comparisons.csv.`, `${count(MOST_WEAKER).en} of ${count(weaker.length).en} are shown; all are in comparisons.csv.`))}</p>`
      : '';
  return `${heading}${table(
    both(
      'Сравниваются ученики с одинаковой суммой баллов; названы отставания больше 10 п. п. Задания одного раздела стоят рядом: несколько сразу — скорее тема, чем случайность. Причина может быть в программе, учебнике или сроках изучения темы. Даже если бы ни школы, ни муниципалитеты не различались, случайно в список попали бы не больше чем один из двадцати. Где учеников с одинаковой суммой меньше, чем нужно для вывода, сравнения нет. q — p-значение с поправкой на все сравнения школы или муниципалитета по этой работе (все задания, со всеми, с кем сравниваем): чем оно меньше, тем труднее объяснить отставание случайностью.',
      'Pupils with the same total are compared; named are items lower by more than 10 points of a hundred. Items of one section stand together: several of them are rather the topic than chance. Curriculum, textbook or the time when the topic is taught may be the reason. Even if neither schools nor municipalities differed, at most one of twenty would be in the list by chance. Where fewer pupils with the same total stand on a side than a conclusion needs, there is no comparison. q: p value adjusted for all comparisons of the school or municipality on this work (all items, all that it is compared with); the smaller, the harder it is to put down to chance.',
    ),
    [
      head('Где', 'Where'),
      head('Раздел', 'Section'),
      head('Задание', 'Item'),
      head('С кем сравниваем', 'Compared with'),
      head('Ниже на', 'Lower by', true),
      head('q', 'q', true),
    ],
    sorted.slice(0, MOST_WEAKER).map((of) => {
      const { netDifference } = of;
      const by = netDifference.kind === 'known' ? percentPoints(netDifference.estimate) : both('–', '–');
      return `<tr><th scope="row">${say(unitWord(of.unit, input.schoolNames))}</th><td>${escapeHtml(described(of.item, assessment)?.section ?? '')}</td><td>${escapeHtml(of.item)}</td><td>${say(comparatorWord(of))}</td><td class="n">${say(by)}</td><td class="n">${say(qOnly(of.netQ ?? 1))}</td></tr>`;
    }),
    named(
      both('Здесь слабее, чем объясняет общий уровень', 'Weaker than the level explains'),
      assessment,
      input.analysis,
    ),
  )}${more}`;
}

function qOnly(q: number): Both {
  const { ru, en } = qWord(q);
  return both(ru.replace(/^q\u00a0(=\u00a0)?/, ''), en.replace(/^q\u00a0(=\u00a0)?/, ''));
}

function comparatorWord({ comparator }: ComparisonResult): Both {
  return COMPARATORS[comparator] ?? both(comparator, comparator);
}

const COMPARATORS: Readonly<Record<string, Both>> = {
  municipality: both('остальные школы муниципалитета', 'the other schools of the municipality'),
  region: both('остальные школы региона', 'the other schools of the region'),
  country: both('остальные школы страны', 'the other schools of the country'),
  all: both('все остальные', 'all others'),
  similar: both('школы со схожими условиями', 'schools of similar conditions'),
};

interface WeakerSection {
  /** Absent where the plan names no section. */
  readonly section?: string;
  readonly items: readonly ComparisonResult[];
}

/** Items of one unit and one section together, the surest first. */
function bySection(weaker: readonly ComparisonResult[], assessment: Assessment): readonly WeakerSection[] {
  const together = new Map<string, { readonly section?: string; readonly items: ComparisonResult[] }>();
  for (const of of [...weaker].sort((one, other) => (one.netQ ?? 1) - (other.netQ ?? 1))) {
    const section = described(of.item, assessment)?.section;
    const key = JSON.stringify([of.level, of.unit, section ?? { item: of.item }]);
    const there = together.get(key);
    if (there === undefined)
      together.set(key, { ...(section === undefined ? {} : { section }), items: [of] });
    else there.items.push(of);
  }
  return [...together.values()];
}

/** The same in one sentence about a unit; nothing where there is nothing. */
export function weakerLine(weaker: readonly ComparisonResult[], assessment: Assessment): readonly Both[] {
  if (weaker.length === 0) return [];
  const parts = bySection(weaker, assessment).map(({ section, items }) => {
    const told = items.map(itemWord);
    const [ru, en] = [told.map((of) => of.ru).join('; '), told.map((of) => of.en).join('; ')];
    return section === undefined || items.length === 1
      ? both(ru, en)
      : both(`раздел «${section}»: ${ru}`, `section “${section}”: ${en}`);
  });
  return [
    both(
      `Слабее, чем у учеников с такой же суммой баллов: ${parts.map((part) => part.ru).join('; ')}.`,
      `Weaker than pupils with the same total: ${parts.map((part) => part.en).join('; ')}.`,
    ),
  ];
}

function itemWord(of: ComparisonResult): Both {
  const by = of.netDifference.kind === 'known' ? percentPoints(of.netDifference.estimate) : both('', '');
  const q = qWord(of.netQ ?? 1);
  const other = comparatorWord(of);
  return both(
    `задание ${of.item} — на ${by.ru} ниже (сравнение: ${other.ru}; ${q.ru})`,
    `item ${of.item}: lower by ${by.en} (against ${other.en}; ${q.en})`,
  );
}
