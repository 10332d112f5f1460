/**
 * The rules of the cross-check. That all diagnostic works are compared is attested; which contradictions count is our own choice,
 * and every rule says so.
 *
 * @module
 */
import { fewestPupils } from '../assessment/fewest-pupils.js';
import { rankShares } from '../context/rank-share.js';
import type { MissingReason } from '../foundation/figure.js';
import type { AllSchools, CrossCheckRule, Exclusion, Judgement, Statement } from './cross-check.js';
import type { FactorRating, Significance } from './risk-profile.js';
import type { Bilingual, RuleSource } from './rule-source.js';
import type { SchoolFacts } from './school-facts.js';
import { worksOfLastYear } from './school-facts.js';
import type { SwotKind } from './swot.js';

/** Borders of the rules: our own choice. */
const BORDERS = {
  /** Fewest rated factors for "no risk is named". */
  fewestRated: 6,
  /** A share of pupils on registers is large among the highest quarter of the schools. */
  largeFrom: 0.75,
  /** Fewest passports for saying what is large. */
  minSchools: 10,
} as const;

const OWN: Omit<RuleSource, 'id'> = {
  verification: 'own',
  source:
    'Выбор программы; сопоставление всех диагностических работ: БОУ ДО г. Омска «ЦТРИГО „Перспектива“», 2020',
};

const UNSURE: Exclusion = {
  id: 'results-unsure',
  when: {
    ru: 'по результатам нельзя сказать уверенно, низкие они или нет',
    en: 'results do not tell for sure whether they are low',
  },
};
const INCOMPLETE_CHOICE: Exclusion = {
  id: 'choice-incomplete',
  when: { ru: 'направления выбраны не полностью', en: 'the choice of directions is not complete' },
};
const FEW_RATED: Exclusion = {
  id: 'few-rated',
  when: {
    ru: `оценено меньше ${BORDERS.fewestRated} факторов`,
    en: `fewer than ${BORDERS.fewestRated} factors are rated`,
  },
};
const NO_TOPICS: Exclusion = {
  id: 'no-topics',
  when: {
    ru: 'ни одна запись SWOT не связана с фактором (столбец about)',
    en: 'no entry of the SWOT names a factor (column about)',
  },
};
const FEW_PASSPORTS: Exclusion = {
  id: 'few-passports',
  when: {
    ru: `паспортов с этой долей меньше ${BORDERS.minSchools}, сравнить не с чем`,
    en: `fewer than ${BORDERS.minSchools} passports have the share, there is nothing to compare with`,
  },
};
const OTHER_YEAR: Exclusion = {
  id: 'no-year',
  when: { ru: 'у работ не назван учебный год', en: 'the works name no school year' },
};

export const CROSS_CHECK_RULES: readonly CrossCheckRule[] = [
  rule(
    'failure-risk-rated-low',
    'Самооценка фактора «риски учебной неуспешности» — низкая; результаты — вероятно, низкие.',
    'The factor "pupils at risk of failing" is rated low; results are probably low.',
    'От этой оценки зависит, войдёт ли работа с такими учениками в программу.',
    'The rating decides whether work with these pupils enters the programme.',
    [UNSURE],
    (facts) => ratingBesideResults(facts, 'low', 'low'),
  ),
  rule(
    'failure-risk-rated-high',
    'Самооценка фактора «риски учебной неуспешности» — высокая; результаты — вероятно, не низкие.',
    'The factor "pupils at risk of failing" is rated high; results are probably not low.',
    'Либо трудности не видны в этих работах, либо силы уйдут не туда.',
    'Either these works do not show the difficulties, or effort goes elsewhere than it should.',
    [UNSURE],
    (facts) => ratingBesideResults(facts, 'high', 'not-low'),
  ),
  rule(
    'results-called-strength',
    'SWOT называет результаты сильной стороной; результаты — вероятно, низкие.',
    'The SWOT calls results a strength; results are probably low.',
    'План надёжнее, когда его опору видно и по результатам.',
    'A plan is safer where results bear out what it rests on.',
    [UNSURE],
    (facts) => {
      const entries = swotAbout(facts, 'results', ['strength']);
      if (facts.swot.length === 0) return notEntered(facts, 'swot');
      return besideResults(facts, 'low', entries);
    },
  ),
  rule(
    'basic-results-not-chosen',
    'Результаты — вероятно, низкие; направление «Массовость достижения базовых результатов» не выбрано.',
    'Results are probably low; the direction "Basic results reached by many" is not chosen.',
    'Выбор направлений задаёт, чем школа займётся в первую очередь.',
    'The choice says what the school does first.',
    [INCOMPLETE_CHOICE, UNSURE],
    (facts) => {
      const { directions } = facts;
      if (directions === undefined) return notEntered(facts, 'directions');
      if (directions.kind !== 'complete') return excluded(INCOMPLETE_CHOICE);
      const isChosen = directions.directions.includes('basic-results');
      const says = directions.directions.map(
        (key): Statement => ({ table: 'directions', key, value: 'yes' }),
      );
      return besideResults(facts, 'low', isChosen ? [] : says);
    },
  ),
  rule(
    'no-risk-named',
    'Все оценённые факторы риска — низкие; результаты — вероятно, низкие.',
    'All rated risk factors are low; results are probably low.',
    'Если риски не названы, программе не на что отвечать.',
    'Where no risk is named, a programme has nothing to answer.',
    [FEW_RATED, UNSURE],
    (facts) => {
      const { ratings } = facts;
      if (ratings.length === 0) return notEntered(facts, 'self-rating');
      if (ratings.length < BORDERS.fewestRated) return excluded(FEW_RATED);
      const isNone = ratings.every(({ significance }) => significance === 'low');
      return besideResults(facts, 'low', isNone ? ratings.map(ratingStatement) : []);
    },
  ),
  rule(
    'swot-both-sides',
    'SWOT называет одно и то же и сильной, и слабой стороной.',
    'The SWOT calls the same thing a strength and a weakness.',
    'Обе записи могут быть верны, но тогда их нужно уточнить: что именно получается, а что нет.',
    'Both may be true, but then they need to say what works and what does not.',
    [NO_TOPICS],
    (facts) =>
      bySwotTopic(facts, (topic) => [
        swotAbout(facts, topic, ['strength']),
        swotAbout(facts, topic, ['weakness']),
      ]),
  ),
  rule(
    'strength-rated-high-risk',
    'SWOT называет сильной стороной то, что самодиагностика оценила как высокий риск.',
    'The SWOT calls a strength what the self-diagnosis rates as a high risk.',
    'Оба документа заполняет школа: по ним будет составляться одна программа.',
    'Both come from the school, and one programme is made of them.',
    [NO_TOPICS],
    (facts) => besideRatings(facts, ['strength'], 'high'),
  ),
  rule(
    'weakness-rated-low-risk',
    'SWOT называет слабой стороной или угрозой то, что самодиагностика оценила как низкий риск.',
    'The SWOT calls a weakness or a threat what the self-diagnosis rates as a low risk.',
    'Оба документа заполняет школа: по ним будет составляться одна программа.',
    'Both come from the school, and one programme is made of them.',
    [NO_TOPICS],
    (facts) => besideRatings(facts, ['weakness', 'threat'], 'low'),
  ),
  rule(
    'high-risk-not-in-swot',
    'Самодиагностика оценила риск как высокий; среди слабых сторон и угроз SWOT его нет.',
    'The self-diagnosis rates a risk as high; it is neither among the weaknesses nor among the threats of the SWOT.',
    'Высокий риск, которого нет в SWOT, легко потерять при составлении программы.',
    'A high risk that the SWOT does not name is easily lost when the programme is made.',
    [NO_TOPICS],
    (facts) => {
      const { ratings, swot } = facts;
      if (ratings.length === 0) return notEntered(facts, 'self-rating');
      if (swot.length === 0) return notEntered(facts, 'swot');
      if (!ratings.some(({ factor }) => swot.some(({ about }) => about === factor)))
        return excluded(NO_TOPICS);
      const lost = ratings.filter(
        ({ factor, significance }) =>
          significance === 'high' && swotAbout(facts, factor, ['weakness', 'threat']).length === 0,
      );
      return differing(
        lost.map(ratingStatement),
        lost.map(({ factor }) => ({ table: 'swot', key: factor, value: 'none' })),
      );
    },
  ),
  rule(
    'chosen-rated-low-risk',
    'Фактор взят в программу, а значимость его оценена как низкая.',
    'A factor is taken into the programme and rated low.',
    'Силы программы уйдут на то, что школа сама считает неважным.',
    'The programme spends effort on what the school itself calls unimportant.',
    [],
    (facts) => {
      const { ratings } = facts;
      if (ratings.length === 0) return notEntered(facts, 'self-rating');
      const found = ratings.filter(({ chosen, significance }) => chosen === true && significance === 'low');
      return differing(
        found.map(({ factor }) => ({ table: 'self-rating', key: factor, value: 'chosen' })),
        found.map(ratingStatement),
      );
    },
  ),
  rule(
    'conditions-threat-not-hard',
    'SWOT называет условия угрозой или слабой стороной; по паспорту они не из самых трудных.',
    'The SWOT calls the conditions a threat or a weakness; by the passport they are not among the hardest.',
    'Либо паспорт говорит об условиях не всё, либо в самой школе есть что изменить: это разные программы.',
    'Either the passport does not say all of the conditions, or there is something to change in the school: these are different programmes.',
    [],
    (facts) => conditions(facts, ['threat', 'weakness'], false),
  ),
  rule(
    'conditions-strength-hard',
    'SWOT называет условия сильной стороной или возможностью; по паспорту они среди самых трудных.',
    'The SWOT calls the conditions a strength or an opportunity; by the passport they are among the hardest.',
    'Трудные условия дают право на поддержку: если они не названы, школа её не получит.',
    'Hard conditions entitle to support that a school does not get when it does not name them.',
    [],
    (facts) => conditions(facts, ['strength', 'opportunity'], true),
  ),
  rule(
    'registers-discipline-low',
    'По паспорту доля учеников на учёте — среди высоких; риск «дисциплина» оценён как низкий.',
    'By the passport the share of pupils on registers is among the large ones; the risk "discipline" is rated low.',
    'Это разные вещи, но обычно они связаны: стоит проверить оба числа.',
    'These are different things that usually go together: both are worth a second look.',
    [FEW_PASSPORTS],
    registers,
  ),
  rule(
    'more-wrote-than-pupils',
    'Работы одного года писало больше учеников, чем их всего по паспорту.',
    'More pupils wrote works of one year than the school has by its passport.',
    'Все доли паспорта считаются от числа учеников.',
    'All shares of the passport rest on the number of pupils.',
    [OTHER_YEAR],
    (facts) => {
      const { passport, works } = facts;
      if (passport?.pupils === undefined) return notInPassport(facts);
      if (works.length === 0) return unknown('no-results');
      const last = worksOfLastYear(works);
      if (last.length === 0) return excluded(OTHER_YEAR);
      const wrote = fewestPupils(last.map((work) => ({ grade: work.assessment.grade, pupils: work.wrote })));
      return wrote <= passport.pupils
        ? AGREES
        : differing(
            [{ table: 'passport', key: 'pupils', value: String(passport.pupils) }],
            [{ table: 'tests', key: 'wrote', value: String(wrote) }],
          );
    },
  ),
];

const AGREES: Judgement = { kind: 'agrees' };

function rule(
  id: string,
  ru: string,
  en: string,
  whyRu: string,
  whyEn: string,
  exclusions: readonly Exclusion[],
  judge: CrossCheckRule['judge'],
): CrossCheckRule {
  const methodology: Bilingual = { ru, en };
  const why: Bilingual = { ru: whyRu, en: whyEn };
  return { ...OWN, id, methodology, why, exclusions, judge };
}

function unknown(reason: MissingReason): Judgement {
  return { kind: 'unknown', reason };
}

/** Why a form says nothing of the school: what it says was refused, or nobody filled it in. */
function notEntered(facts: SchoolFacts, form: 'self-rating' | 'swot' | 'directions'): Judgement {
  return unknown(isRefused(facts, form) ? 'refused' : 'not-entered');
}

/** Why the passport does not say it: the row was refused, there is none, or its cell is empty. */
function notInPassport(facts: SchoolFacts): Judgement {
  if (isRefused(facts, 'passport')) return unknown('refused');
  return unknown(facts.passport === undefined ? 'no-context' : 'not-entered');
}

function isRefused({ refused }: SchoolFacts, form: string): boolean {
  return refused?.has(form) === true;
}

function excluded({ id }: Exclusion): Judgement {
  return { kind: 'excluded', exclusion: id };
}

/** Nothing said or nothing against it: the two fit. */
function differing(says: readonly Statement[], against: readonly Statement[]): Judgement {
  return says.length === 0 || against.length === 0 ? AGREES : { kind: 'differs', says, against };
}

function ratingStatement({ factor, significance }: FactorRating): Statement {
  return { table: 'self-rating', key: factor, value: significance };
}

function swotAbout({ swot }: SchoolFacts, topic: string, kinds: readonly SwotKind[]): readonly Statement[] {
  return swot.flatMap(({ about, kind }) =>
    about === topic && kinds.includes(kind) ? [{ table: 'swot', key: topic, value: kind }] : [],
  );
}

/** What is said against results of a class; with several rulesets `low` needs one of them, `not-low` all. */
function besideResults({ risks }: SchoolFacts, of: 'low' | 'not-low', says: readonly Statement[]): Judgement {
  if (risks.length === 0) return unknown('no-results');
  const low = risks.filter((risk) => risk.class === 'low');
  const isNotLow = risks.every((risk) => risk.class === 'not-low');
  if (low.length === 0 && !isNotLow) return excluded(UNSURE);
  if (of === 'low' ? low.length === 0 : !isNotLow) return AGREES;
  const against = (of === 'low' ? low : risks).map(
    (risk): Statement => ({ table: 'risk', key: risk.ruleset, value: risk.class }),
  );
  return differing(says, against);
}

function ratingBesideResults(facts: SchoolFacts, rated: Significance, results: 'low' | 'not-low'): Judgement {
  const rating = facts.ratings.find(({ factor }) => factor === 'failure-risk');
  if (rating === undefined) return notEntered(facts, 'self-rating');
  return besideResults(facts, results, rating.significance === rated ? [ratingStatement(rating)] : []);
}

function bySwotTopic(
  facts: SchoolFacts,
  sides: (topic: string) => readonly [readonly Statement[], readonly Statement[]],
): Judgement {
  const { swot } = facts;
  if (swot.length === 0) return notEntered(facts, 'swot');
  const topics = new Set(swot.flatMap(({ about }) => (about === undefined ? [] : [about])));
  if (topics.size === 0) return excluded(NO_TOPICS);
  const both = [...topics].map(sides).filter(([one, other]) => one.length > 0 && other.length > 0);
  return differing(
    both.flatMap(([says]) => says),
    both.flatMap(([, against]) => against),
  );
}

function besideRatings(facts: SchoolFacts, kinds: readonly SwotKind[], rated: Significance): Judgement {
  if (facts.ratings.length === 0) return notEntered(facts, 'self-rating');
  return bySwotTopic(facts, (topic) => [
    swotAbout(facts, topic, kinds),
    facts.ratings
      .filter(({ factor, significance }) => factor === topic && significance === rated)
      .map(ratingStatement),
  ]);
}

function conditions(facts: SchoolFacts, kinds: readonly SwotKind[], hard: boolean): Judgement {
  if (facts.swot.length === 0) return notEntered(facts, 'swot');
  if (facts.hardConditions === undefined)
    return unknown(facts.passport === undefined && isRefused(facts, 'passport') ? 'refused' : 'no-context');
  const against: Statement = { table: 'context', key: 'conditions', value: hard ? 'hard' : 'not-hard' };
  return differing(swotAbout(facts, 'conditions', kinds), facts.hardConditions === hard ? [against] : []);
}

function registers(facts: SchoolFacts, { passports }: AllSchools): Judgement {
  const rating = facts.ratings.find(({ factor }) => factor === 'discipline');
  if (rating === undefined) return notEntered(facts, 'self-rating');
  const own = facts.passport?.indicators.get('on_registers');
  if (own?.kind !== 'known') return notInPassport(facts);
  const shares = passports.flatMap(({ indicators }) => {
    const figure = indicators.get('on_registers');
    return figure?.kind === 'known' ? [figure.estimate] : [];
  });
  if (shares.length < BORDERS.minSchools) return excluded(FEW_PASSPORTS);
  const isLarge = own.estimate > 0 && rankShares(shares)(own.estimate) > BORDERS.largeFrom;
  return differing(
    rating.significance === 'low' ? [ratingStatement(rating)] : [],
    isLarge ? [{ table: 'passport', key: 'on_registers', value: String(own.estimate) }] : [],
  );
}
