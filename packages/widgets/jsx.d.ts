/**
 * Types of the elements for JSX. `import type {} from '@orientir/widgets/jsx'` once, and React and its kin know them.
 * The events are named as React 19 listens to those of custom elements.
 */

import type { OrientirDirections } from './dist/directions.js';
import type { OrientirDynamics } from './dist/dynamics.js';
import type { OrientirFunnel } from './dist/funnel.js';
import type { OrientirItemCurves } from './dist/item-curves.js';
import type { OrientirJournal } from './dist/journal.js';
import type { OrientirMarkerCard } from './dist/marker-card.js';
import type { OrientirPlan, PlanFilterEvent, PlanLoadEvent, PlanViewEvent } from './dist/plan.js';
import type { OrientirQuadrant } from './dist/quadrant.js';
import type { OrientirRadar } from './dist/radar.js';
import type { OrientirRisk } from './dist/risk.js';
import type { OrientirScores } from './dist/scores.js';
import type { ChartPointEvent, OrientirSectionMap } from './dist/section-map.js';
import type { OrientirSolveRates, SolveRatesItemEvent } from './dist/solve-rates.js';
import type { OrientirCapacity, OrientirCoverage, OrientirPartnerList } from './dist/support.js';

type Attributes<Element, Names extends keyof Element> = Partial<Pick<Element, Names>> & {
  readonly id?: string;
  readonly class?: string;
  readonly className?: string;
  readonly lang?: string;
  readonly children?: unknown;
  readonly ref?: unknown;
  readonly key?: string | number;
};

interface PlanListeners {
  readonly 'onorientir-view'?: (event: PlanViewEvent) => void;
  readonly 'onorientir-filter'?: (event: PlanFilterEvent) => void;
  readonly 'onorientir-load'?: (event: PlanLoadEvent) => void;
}

interface SolveRatesListeners {
  readonly 'onorientir-item'?: (event: SolveRatesItemEvent) => void;
}

interface ChartListeners {
  readonly 'onorientir-point'?: (event: ChartPointEvent) => void;
}

interface OrientirElements {
  'orientir-section-map': Attributes<OrientirSectionMap, 'data' | 'src' | 'order'> & ChartListeners;
  'orientir-funnel': Attributes<OrientirFunnel, 'data' | 'src'> & ChartListeners;
  'orientir-item-curves': Attributes<OrientirItemCurves, 'data' | 'src' | 'by'> & ChartListeners;
  'orientir-scores': Attributes<OrientirScores, 'data' | 'src'> & ChartListeners;
  'orientir-journal': Attributes<OrientirJournal, 'data' | 'src'> & ChartListeners;
  'orientir-risk': Attributes<OrientirRisk, 'data' | 'src'> & ChartListeners;
  'orientir-radar': Attributes<OrientirRadar, 'data' | 'src'> & ChartListeners;
  'orientir-quadrant': Attributes<OrientirQuadrant, 'data' | 'src'> & ChartListeners;
  'orientir-dynamics': Attributes<OrientirDynamics, 'data' | 'src'> & ChartListeners;
  'orientir-coverage': Attributes<OrientirCoverage, 'data' | 'src' | 'by'> & ChartListeners;
  'orientir-capacity': Attributes<OrientirCapacity, 'data' | 'src'> & ChartListeners;
  'orientir-partner-list': Attributes<OrientirPartnerList, 'data' | 'src'> & ChartListeners;
  'orientir-directions': Attributes<OrientirDirections, 'data' | 'src'> & ChartListeners;
  'orientir-marker-card': Attributes<OrientirMarkerCard, 'data' | 'src'> & ChartListeners;
  'orientir-plan': Attributes<OrientirPlan, 'plan' | 'src' | 'release' | 'view' | 'filter' | 'asOf'> &
    PlanListeners;
  'orientir-solve-rates': Attributes<OrientirSolveRates, 'data' | 'src' | 'order'> & SolveRatesListeners;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends OrientirElements {}
  }
}
