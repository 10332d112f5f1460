/**
 * The style of every chart. It follows the page: its font, colour and background; only the accent is ours, and the colours of
 * verdicts, which never stand without their shape.
 *
 * @module
 */
import { PRINT_CSS } from './print-css.js';

/** A colour with a quarter of the text's: on a page that turns black for low vision it stays three times as light as its ground. */
function following(property: string, colour: string): string {
  return `--accent: color-mix(in srgb, var(--orientir-${property}, ${colour}) 75%, currentColor);`;
}

const FOLLOWING = `${following('accent', 'light-dark(#1d5fa8, #7db4ee)')}
  font-variant-numeric: tabular-nums;
  hyphens: auto;`;

/** Of an element. */
export const HOST_CSS = `
:host {
  display: block;
  container-type: inline-size;
  font: inherit;
  color: inherit;
  ${FOLLOWING}
}
:host([hidden]) {
  display: none;
}
@media print {
  :host {
    color: #000;
  }
}
`;

/** Of what is inside, for elements and static pages alike. */
export const CHART_CSS = `
figure {
  margin: 0;
  overflow-wrap: break-word;
}
.title {
  font-size: 1.25em;
  font-weight: 600;
  line-height: 1.3;
  margin: 0;
}
.subtitle,
.note,
.keys {
  font-size: 0.875em;
  line-height: 1.45;
  margin: 0.25em 0 0;
  max-width: 70ch;
}
div.bar {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25em 1em;
  align-items: center;
  margin: 0.75em 0 0.25em;
  font-size: 0.875em;
}
.legend {
  display: inline-flex;
  flex-wrap: wrap;
  gap: 0.25em 1em;
  padding: 0;
  margin: 0;
  list-style: none;
  overflow-wrap: anywhere;
}
.legend svg {
  width: 1.2em;
  height: 1em;
  vertical-align: -0.1em;
  margin-inline-end: 0.35em;
}
select,
button {
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid currentColor;
  border-radius: 0.2em;
  padding: 0.2em 0.5em;
  min-height: 2.2em;
}
label,
select {
  max-width: 100%;
}
select option {
  color: initial;
}
@media (pointer: coarse) {
  select,
  button,
  summary {
    min-height: 44px;
  }
}
.plot {
  position: relative;
  outline-offset: 0.2em;
}
:focus-visible {
  outline: 0.15em solid var(--accent);
}
svg.chart {
  display: block;
  width: 100%;
  height: auto;
  overflow: visible;
}
svg.chart[width] {
  width: auto;
}
.plot:has(svg[width]) {
  overflow-x: auto;
}
svg text {
  fill: currentColor;
}
.grid {
  stroke: currentColor;
  stroke-opacity: 0.15;
  fill: none;
}
.tick,
.missing {
  fill-opacity: 0.75;
}
.missing {
  font-style: italic;
}
.interval {
  stroke: var(--accent);
  stroke-width: 0.2em;
}
.dot {
  fill: var(--accent);
}
.comparator {
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
}
.cursor {
  fill: currentColor;
  fill-opacity: 0.08;
  stroke: currentColor;
  stroke-width: 1.5;
}
.shape {
  fill: var(--accent);
}
.outline {
  fill: none;
  stroke: var(--accent);
  stroke-width: 1.5;
}
.plain.shape {
  fill: currentColor;
}
.plain.outline {
  stroke: currentColor;
}
.green {
  ${following('sufficient', 'light-dark(#1b7a55, #63c79e)')}
}
.yellow {
  ${following('borderline', 'light-dark(#8a6100, #e0b13a)')}
}
.red {
  ${following('insufficient', 'light-dark(#b3431b, #f2926b)')}
}
.none {
  --accent: currentColor;
}
.cell {
  fill: var(--accent);
  fill-opacity: 0.14;
}
.cell.none {
  fill: none;
  stroke: currentColor;
  stroke-opacity: 0.2;
}
.head,
.strong {
  font-weight: 600;
}
.small {
  font-size: 0.86em;
}
rect.bar {
  fill: var(--accent);
}
.track {
  stroke: currentColor;
  stroke-opacity: 0.65;
  fill: none;
}
.border,
.limit-95 {
  stroke: currentColor;
  stroke-dasharray: 4 3;
  fill: none;
}
.limit-998,
.target {
  stroke: currentColor;
  fill: none;
}
.limit-95,
.limit-998 {
  stroke-opacity: 0.6;
}
.curve {
  stroke: var(--accent);
  stroke-width: 1.5;
  fill: none;
}
.dashed {
  stroke: currentColor;
  stroke-dasharray: 5 4;
}
.leader {
  stroke: currentColor;
  stroke-opacity: 0.5;
}
.numbered {
  columns: 16em;
  margin: 0.25em 0 0.5em;
  padding-inline-start: 1.8em;
  font-size: 0.875em;
  line-height: 1.45;
}
.numbered li {
  break-inside: avoid;
}
.more {
  margin-top: 0.5em;
  font-size: 0.875em;
}
.status {
  min-height: 1.45em;
  font-size: 0.875em;
  margin: 0.25em 0 0;
}
.message {
  padding: 1em 0;
}
.ghost {
  height: 8em;
  border-block: 1px solid currentColor;
  opacity: 0.2;
  margin-top: 0.5em;
}
details {
  margin-top: 0.5em;
  font-size: 0.875em;
}
summary {
  cursor: pointer;
  width: fit-content;
}
.scroll {
  overflow-x: auto;
  max-width: 100%;
}
table {
  border-collapse: collapse;
  margin-top: 0.5em;
}
caption {
  text-align: start;
  padding-bottom: 0.25em;
}
th,
td {
  text-align: start;
  padding: 0.25em 0.75em 0.25em 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  vertical-align: top;
}
td.n,
th.n {
  text-align: end;
  white-space: nowrap;
}
th.n {
  white-space: normal;
  vertical-align: bottom;
}
.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  .dot,
  .shape,
  rect.bar {
    fill: CanvasText;
  }
  .outline,
  .border,
  .limit-95,
  .limit-998,
  .target,
  .curve,
  .interval,
  .comparator,
  .leader,
  .track {
    stroke: CanvasText;
    stroke-opacity: 1;
  }
  .outline {
    fill: Canvas;
  }
  .cell,
  .cell.none {
    fill: Canvas;
    stroke: GrayText;
    stroke-opacity: 1;
  }
  .grid {
    stroke: GrayText;
    stroke-opacity: 1;
  }
  .cursor {
    fill: none;
    stroke: Highlight;
    stroke-width: 2;
  }
}
${PRINT_CSS}`;

/** Style sheet of static charts, see `viewToHtml`. */
export function chartSheet(): string {
  return `.orientir-chart {
  margin: 0;
  container-type: inline-size;
  ${FOLLOWING}
${CHART_CSS}
:is(svg, ol).for-narrow {
  display: none;
}
@container (max-width: 40em) {
  :is(svg, ol).for-wide {
    display: none;
  }
  :is(svg, ol).for-narrow {
    display: block;
  }
  svg.for-narrow:not([width]) {
    max-width: 24em;
  }
}
}`;
}
