/**
 * A class of a school or a section: a shape and a word. The shape is drawn, since fonts may lack such letters.
 *
 * @module
 */
import type { Shape } from '../chart/shapes.js';
import { shapeMarks } from '../chart/shapes.js';
import { chartToString } from '../geometry/render-string.js';
import type { Both } from './text.js';
import { say } from './text.js';

export interface ClassSign {
  readonly shape: Shape;
  readonly words: Both;
}

export const classSign = (shape: Shape, words: Both): ClassSign => ({ shape, words });

/** Hidden from readers: words must say the same beside it. */
function drawSign(shape: Shape): string {
  return chartToString({ width: 16, height: 16, marks: shapeMarks(shape, 8, 8, 6, 'plain') }, 'sign');
}

export function saySign({ shape, words }: ClassSign): string {
  return besideSign(shape, say(words));
}

/** @param html - stands beside the shape, in all its lines. */
export function besideSign(shape: Shape, html: string): string {
  return `<span class="class">${drawSign(shape)}<span>${html}</span></span>`;
}

/** @param place - among the classes; a column sorts by it, since the order of letters says nothing. */
export function classCell(sign: ClassSign, place: number): string {
  return `<td data-v="${place}">${saySign(sign)}</td>`;
}
