import { css } from 'lit';

/** Follows the page: its font, colour and background; only the accent is ours. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: inherit;
    color: inherit;
    --accent: var(--orientir-accent, light-dark(#1d5fa8, #7db4ee));
    font-variant-numeric: tabular-nums;
    hyphens: auto;
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    margin: 0;
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
  .bar {
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
  svg text {
    fill: currentColor;
  }
  .grid {
    stroke: currentColor;
    stroke-opacity: 0.15;
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
    stroke-opacity: 0.45;
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
    .dot {
      fill: CanvasText;
    }
    .interval {
      stroke: CanvasText;
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
    .comparator {
      stroke: CanvasText;
    }
  }
  @media print {
    .bar label,
    .keys,
    .status,
    summary {
      display: none;
    }
    :host {
      color: #000;
    }
    .dot {
      fill: #000;
    }
    .interval {
      stroke: #000;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
