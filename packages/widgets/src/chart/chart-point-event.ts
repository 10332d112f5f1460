/** Fired when the reader walks to a point of a chart. */
export class ChartPointEvent extends Event {
  /** Id of the point; the element says what its ids are. */
  readonly point: string;

  constructor(point: string) {
    super('orientir-point', { bubbles: true, composed: true });
    this.point = point;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'orientir-point': ChartPointEvent;
  }
}
