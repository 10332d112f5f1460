/** Rooms inside core and the packages around it may be entered in one direction only. */
const rooms = [
  // room, and the rooms of core that it may import
  ['foundation', []],
  ['statistics', ['foundation']],
  ['calendar', ['foundation']],
  ['assessment', ['foundation']],
  ['road-map', ['foundation', 'calendar']],
  ['schema', ['foundation', 'assessment', 'calendar', 'road-map', 'matching']],
  ['tally', ['foundation', 'assessment', 'schema']],
  ['solve-rates', ['foundation', 'statistics', 'assessment', 'tally']],
  ['scaling', ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates']],
  ['comparisons', ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates']],
  ['objectivity', ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates', 'comparisons']],
  [
    'analysis',
    [
      'foundation',
      'statistics',
      'assessment',
      'tally',
      'solve-rates',
      'scaling',
      'comparisons',
      'objectivity',
      'risk',
      'context',
    ],
  ],
  [
    'drafting',
    ['foundation', 'statistics', 'calendar', 'assessment', 'tally', 'solve-rates', 'analysis', 'road-map'],
  ],
  ['risk', ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates']],
  ['context', ['foundation', 'statistics', 'assessment', 'tally', 'risk']],
  [
    'teacher-deficits',
    ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates', 'comparisons', 'scaling'],
  ],
  ['partners', ['foundation', 'statistics', 'tally', 'solve-rates', 'risk', 'context', 'matching']],
  ['practices', ['foundation', 'statistics', 'support']],
  ['pupil-route', ['foundation', 'assessment', 'tally', 'solve-rates']],
  ['pupil-lists', ['foundation', 'pupil-route']],
  ['matching', ['foundation']],
  ['support', ['foundation', 'statistics', 'assessment', 'tally', 'solve-rates', 'matching']],
  ['school-profile', ['foundation', 'statistics', 'calendar', 'assessment', 'tally', 'risk', 'context']],
  ['disclosure', ['foundation', 'statistics', 'assessment', 'objectivity', 'analysis']],
];

module.exports = {
  forbidden: [
    ...rooms.map(([room, allowed]) => ({
      name: `core-${room}`,
      comment: `core/${room} may import only: ${allowed.join(', ') || 'nothing of core'}`,
      severity: 'error',
      from: { path: `^packages/core/src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/core/src/[^/]+',
        pathNot: `^packages/core/src/(${[room, ...allowed].join('|')})/`,
      },
    })),
    {
      name: 'core-is-pure',
      comment: 'core knows neither Node nor any package but zod, and zod only at its doors',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '(\\.test\\.ts$|^packages/core/src/schema/)' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'widgets-do-not-read-files',
      severity: 'error',
      from: { path: '^packages/widgets/src/' },
      to: { path: '(^packages/formats/|node_modules/@orientir/formats)' },
    },
    {
      name: 'no-schemas-in-widgets',
      comment: 'zod would cost every school page 20 kB',
      severity: 'error',
      from: { path: '^packages/widgets/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(node_modules/zod|packages/core/(src|dist)/schema)' },
    },
    {
      name: 'apps-stand-alone',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(node_modules|dist|storybook-static)' },
    exclude: { path: '(dist|storybook-static|\\.turbo)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
