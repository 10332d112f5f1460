/** What the JSX types let through and what they refuse; `tsc` is the test: a line that is no error any more is one. @module */
import type {} from '@orientir/widgets/jsx';
import type { OrientirPlan } from '@orientir/widgets/plan';
import { createRef } from 'react';

export const right = [
  <orientir-plan key="1" src="plan.json" release="release.json" view="calendar" asOf="2026-10-15" />,
  <orientir-plan
    key="2"
    plan={{}}
    filter={{ section: 's1', state: 'due' }}
    ref={createRef<OrientirPlan>()}
  />,
  <orientir-plan key="3" onorientir-filter={({ filter, shown }) => [filter.query, shown.toFixed()]} />,
  <orientir-solve-rates key="4" order="gap" onorientir-item={({ item }) => item} />,
];

export const wrong = [
  // @ts-expect-error There is no such view.
  <orientir-plan key="1" view="grid" />,
  // @ts-expect-error There is no such attribute.
  <orientir-plan key="2" colour="red" />,
  // @ts-expect-error A day is a text.
  <orientir-plan key="3" asOf={new Date()} />,
  // @ts-expect-error There is no such state.
  <orientir-plan key="4" filter={{ state: 'late' }} />,
  // @ts-expect-error The event has no such property.
  <orientir-plan key="5" onorientir-view={({ filter }) => filter} />,
  // @ts-expect-error There is no such element.
  <orientir-plans key="6" />,
];
