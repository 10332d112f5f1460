/**
 * What a chart consists of once everything has its place: plain shapes with class names, no pixels to compute and no
 * styles. Both renderers draw the same marks.
 *
 * @module
 */

export type Mark =
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly role: string;
    }
  | {
      readonly kind: 'circle';
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly role: string;
    }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly role: string;
    }
  | { readonly kind: 'path'; readonly d: string; readonly role: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly role: string;
    };

/** A placed chart. Sizes in the units of the view box: 1 = 1 CSS pixel at the natural width. */
export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Where points lie that a pointer may ask for, as nothing there names them. */
  readonly spots?: readonly Spot[];
}

/** The place of a stop; one without `y` takes the whole height. */
interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y?: number;
}

/** Attributes of a mark, numbers with at most two decimals, in a fixed order. */
export function markAttributes(mark: Mark): readonly (readonly [name: string, value: string])[] {
  switch (mark.kind) {
    case 'line':
      return [
        ['class', mark.role],
        ['x1', short(mark.x1)],
        ['y1', short(mark.y1)],
        ['x2', short(mark.x2)],
        ['y2', short(mark.y2)],
      ];
    case 'circle':
      return [
        ['class', mark.role],
        ['cx', short(mark.cx)],
        ['cy', short(mark.cy)],
        ['r', short(mark.r)],
      ];
    case 'rect':
      return [
        ['class', mark.role],
        ['x', short(mark.x)],
        ['y', short(mark.y)],
        ['width', short(mark.width)],
        ['height', short(mark.height)],
      ];
    case 'path':
      return [
        ['class', mark.role],
        ['d', mark.d],
      ];
    case 'text':
      return [
        ['class', mark.role],
        ['x', short(mark.x)],
        ['y', short(mark.y)],
        ['text-anchor', mark.anchor],
      ];
  }
}

/** A number for SVG: at most two decimals, no trailing zeros. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
