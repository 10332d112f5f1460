import type { ObjectivityWords, TestWords } from './objectivity-words.js';

const COMPARED = 'The school is compared with the other schools of its region';
const LEVEL = 'strong or weak intake, advanced classes';
const SMALL = 'chance: in a small school a few papers change the result';
const RECHECK = 'Have part of the papers marked again elsewhere and compare the points.';

const words = (name: string, method: string, exclusions: readonly string[], check: string): TestWords => ({
  name,
  method,
  exclusions,
  check,
});

const JOURNAL_EXCLUSIONS = ['journal marks reward other work too', 'a class with a new teacher', SMALL];
const JOURNAL_CHECK =
  'Compare the criteria of everyday marks with those of the work; look at marks of class tests.';
const ofRatio = (statistic: string, threshold: string): string => `ratio K ${statistic}, border ${threshold}`;
const COHORT_EXCLUSIONS = ['the year group changed: intake, transfers, new classes', LEVEL, SMALL];
const WHAT_CHANGED = 'See what changed: teachers, classes, the way the work was held.';
const FORMER_WORK = 'See how the work of the year before was held and marked.';
const FIRST_SECONDARY = 'the move from primary to secondary school';

/** English. */
export const en: ObjectivityWords = {
  tests: {
    'border-bunching': words(
      'Bunching at mark borders',
      `${COMPARED}: pupils with the total of a border against pupils one step under it; expected is the region without the school, tilted to its mean; exact conditional test over all borders`,
      [
        'a peak at a border that the whole region has is taken off',
        'papers near a border read twice by instruction',
        SMALL,
      ],
      `${RECHECK} Begin with papers that stand at a border.`,
    ),
    'item-slope': words(
      'Easy items worse, hard items better',
      `${COMPARED}: solve rates of pupils with the same total; slope of the differences on difficulty, its spread by the schools of the region; it stays without any one section`,
      ['another programme or textbook: topics not taught yet', 'hard topics taught in depth', SMALL],
      `${RECHECK} Begin with hard items with long answers.`,
    ),
    dispersion: words(
      'Totals close together',
      `${COMPARED}: variance of totals over that of the region tilted to the mean of the school`,
      ['classes selected by level', 'one even class', SMALL],
      'Compare the spread by class and in other subjects of the year.',
    ),
    'identical-totals': words(
      'Many equal totals',
      `${COMPARED}: share of pairs with equal totals over that expected in the region tilted to the mean of the school`,
      ['classes selected by level', 'totals near the maximum', SMALL],
      'Compare the answers of pupils with equal totals, item by item and by class.',
    ),
    'journal-marginals': words(
      'Distributions of marks of the work and of the journal',
      'Stuart–Maxwell test of the table of both marks; a marker only together with a shift that is unusual in the region',
      JOURNAL_EXCLUSIONS,
      JOURNAL_CHECK,
    ),
    'journal-symmetry': words(
      'Symmetry of marks of the work and of the journal',
      "Bowker's test of the table of both marks; a marker only together with a shift that is unusual in the region",
      JOURNAL_EXCLUSIONS,
      JOURNAL_CHECK,
    ),
    'journal-agreement': words(
      'Share of equal marks',
      `${COMPARED}: share of pupils with equal marks of work and journal; beta-binomial distribution of schools`,
      JOURNAL_EXCLUSIONS,
      JOURNAL_CHECK,
    ),
    'journal-gap': words(
      'Marks two or more apart',
      `${COMPARED}: share of pupils whose marks differ by two or more; beta-binomial distribution of schools`,
      JOURNAL_EXCLUSIONS,
      JOURNAL_CHECK,
    ),
    'journal-shift': words(
      'Shift of marks against the journal',
      `${COMPARED}: mean difference between marks of work and journal`,
      JOURNAL_EXCLUSIONS,
      JOURNAL_CHECK,
    ),
    rise: words(
      'Sharp rise of the same year group',
      `${COMPARED}: difference of standardised means of two years`,
      [...COHORT_EXCLUSIONS, 'the former result was low by chance'],
      WHAT_CHANGED,
    ),
    fall: words(
      'Sharp fall of the same year group',
      `${COMPARED}: difference of standardised means of two years`,
      [...COHORT_EXCLUSIONS, FIRST_SECONDARY],
      FORMER_WORK,
    ),
    'vpr-oge': words(
      'ВПР above the ОГЭ of the same pupils',
      `${COMPARED}: difference of standardised means of ВПР in grade 8 and ОГЭ a year later`,
      [...COHORT_EXCLUSIONS, 'the works check different content'],
      'Compare results by topics that both works have.',
    ),
    'medals-ege': words(
      'Medals that the ЕГЭ does not confirm',
      `${COMPARED}: share of candidates for a medal whose ЕГЭ is under the points of the year; beta-binomial distribution of schools`,
      ['illness or a second attempt', 'few medals', 'the points changed'],
      'Compare yearly marks of the candidates with their class tests and trial exams.',
    ),
  },
  statistics: {
    'border-bunching': (value) => `${value} pupils at borders beyond what is expected`,
    'item-slope': (value) => `slope ${value}`,
    dispersion: (value) => `variance ${value} of what is expected`,
    'identical-totals': (value) => `equal totals ${value} of what is expected`,
    'journal-marginals': (value) => `test statistic ${value}`,
    'journal-symmetry': (value) => `test statistic ${value}`,
    'journal-agreement': (value) => `${value} of the marks agree`,
    'journal-gap': (value) => `${value} of the marks are apart`,
    'journal-shift': (value) => `mark of the work less journal mark, on average ${value}`,
    rise: (value) => `difference in standard deviations ${value}`,
    fall: (value) => `difference in standard deviations ${value}`,
    'vpr-oge': (value) => `difference in standard deviations ${value}`,
    'medals-ege': (value) => `not confirmed: ${value} of the candidates`,
  },
  markers: {
    'inflated-mean': words(
      'Mean above the interval of the region',
      'Official method: lower end of the 95 % interval of the school above the upper end of that of the region',
      ['the interval of a large region is narrow, so every strong school is on the list', LEVEL],
      'Compare with ОГЭ and ЕГЭ of the school and with other markers.',
    ),
    'journal-mismatch': words(
      'Journal marks do not agree with points',
      "Official method: Spearman's rank correlation of marks and points under zero",
      ['nearly all have the same mark', SMALL],
      JOURNAL_CHECK,
    ),
    'sharp-rise': words(
      'Sharp rise from grade 4 to 5',
      'Official method: ratio K of percents of the maximum under P25 − 3 interquartile ranges',
      COHORT_EXCLUSIONS,
      WHAT_CHANGED,
    ),
    'sharp-fall': words(
      'Sharp fall from grade 4 to 5',
      'Official method: ratio K of percents of the maximum above P75 + 3 interquartile ranges',
      [...COHORT_EXCLUSIONS, FIRST_SECONDARY],
      FORMER_WORK,
    ),
  },
  work: ({ programme, subject, grade }) => `${programme}, ${subject}, grade\u00a0${grade}`,
  comparisons: {
    'inflated-mean': (statistic, threshold) =>
      `lower end of the interval of the school ${statistic} points, upper end of that of the region ${threshold} points`,
    'journal-mismatch': (statistic, threshold) => `rank correlation ${statistic}, border ${threshold}`,
    'sharp-rise': ofRatio,
    'sharp-fall': ofRatio,
  },
  reasons: {
    'no-reference': 'nobody in the region to compare with',
    'few-schools': 'fewer than ten schools of the region have these data',
    'no-scale': 'no mark scale with borders among the totals',
    'no-near-border': 'no pupils near mark borders',
    'no-earlier-results': 'no results of the same year group a year before',
    'no-exam': 'no ОГЭ of the same year group a year later',
    'several-works': 'several works could be meant',
    'no-medals': 'numbers of medals not given',
  },
  needs: {
    results: 'no results of this work',
    'earlier-results': 'no results of the same year group a year before',
    'one-work': 'several works of the year could be meant',
    totals: 'totals of at least two pupils needed',
    journal: 'journal marks of at least two pupils needed',
    variation: 'all results are the same',
    maximum: 'maximum of the work needed',
  },
  flagged: (name, { statistic, n, p, q }) =>
    `${name}: possible marker, needs further analysis (${statistic}, pupils ${n}, p ${p}${q === undefined ? '' : `, q ${q}`}).`,
  unflagged: (name, { statistic, n, p, q }) =>
    `${name}: no marker seen (${statistic}, pupils ${n}, p ${p}${q === undefined ? '' : `, q ${q}`}).`,
  marked: (name, comparison, n) =>
    `${name}: possible marker, needs further analysis (${comparison}, pupils ${n}).`,
  unmarked: (name, comparison, n) => `${name}: no marker (${comparison}, pupils ${n}).`,
  untested: (name, reason) => `${name}: not tested: ${reason}.`,
  notComputable: (name, need) => `${name}: not computable: ${need}.`,
  couldSee: (power) => `A clear deviation would have been found with a probability of ${power}.`,
  couldSeeLittle: (power) =>
    `There is too little data: a clear deviation would have been found with a probability of ${power} only, so seeing no marker proves nothing.`,
  couldSeeNothing: 'There are so few data that no outcome could have been a marker.',
};
