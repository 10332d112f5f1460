import type { LoadedPlan } from './more/index.js';
import type { PlanFilter } from './plan-filter.js';
import type { PlanView } from './plan-words.js';

/** Fired when the reader chose another view. */
export class PlanViewEvent extends Event {
  readonly view: PlanView;

  constructor(view: PlanView) {
    super('orientir-view', { bubbles: true, composed: true });
    this.view = view;
  }
}

/** Fired when the reader searched or filtered. */
export class PlanFilterEvent extends Event {
  readonly filter: PlanFilter;
  /** Number of measures that are shown. */
  readonly shown: number;

  constructor(filter: PlanFilter, shown: number) {
    super('orientir-filter', { bubbles: true, composed: true });
    this.filter = filter;
    this.shown = shown;
  }
}

/** Fired when the plan of `src` arrived, or did not; then the table that was there stays. `table` says that it arrived. */
export class PlanLoadEvent extends Event {
  readonly outcome: LoadedPlan['kind'];

  constructor(outcome: LoadedPlan['kind']) {
    super('orientir-load', { bubbles: true, composed: true });
    this.outcome = outcome;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'orientir-view': PlanViewEvent;
    'orientir-filter': PlanFilterEvent;
    'orientir-load': PlanLoadEvent;
  }
}
