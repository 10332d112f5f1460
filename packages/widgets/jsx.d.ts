/**
 * Types of the elements for JSX. `import type {} from '@orientir/widgets/jsx'` once, and React and its kin know them.
 */
import type { OrientirPlan } from './dist/plan.js';
import type { OrientirSolveRates } from './dist/solve-rates.js';

type Attributes<Element, Names extends keyof Element> = Partial<Pick<Element, Names>> & {
  readonly id?: string;
  readonly class?: string;
  readonly className?: string;
  readonly lang?: string;
  readonly children?: unknown;
  readonly ref?: unknown;
  readonly key?: string | number;
};

interface OrientirElements {
  'orientir-plan': Attributes<OrientirPlan, 'plan' | 'src' | 'release' | 'view' | 'filter' | 'asOf'>;
  'orientir-solve-rates': Attributes<OrientirSolveRates, 'data' | 'src' | 'order'>;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends OrientirElements {}
  }
}
