/** What the risk table needs beside the style of charts. @module */
import { chartSheet } from '../chart/chart-css.js';

/** The first column keeps away from the edge of the scrolling box, which would cut the ring of the focus. */
export const RISK_CSS = `
.risk table {
  width: 100%;
  font-size: 0.875em;
}
.risk td,
.risk th {
  padding: 0.4em 1.25em 0.4em 0;
}
.risk th:first-child {
  padding-inline-start: 0.2em;
}
.risk thead th {
  vertical-align: bottom;
  font-weight: 600;
}
.risk tbody th {
  font-weight: 400;
}
.risk tbody td:nth-child(2) {
  padding-inline-start: 1.55em;
  text-indent: -1.55em;
}
.risk thead th:nth-child(2) {
  padding-inline-start: 1.55em;
}
.figure {
  display: inline-block;
  min-width: 3.6em;
}
.risk td.n:nth-child(5) {
  white-space: normal;
}
.sign {
  width: 1.2em;
  height: 1em;
  vertical-align: -0.1em;
  margin-inline-end: 0.35em;
}
.meter {
  width: 4em;
  height: 0.75em;
  margin-inline-end: 0.5em;
}
.evidence {
  max-width: min(70ch, 95cqi);
  padding-block: 0 0.5em;
}
.evidence ul {
  margin: 0;
  padding-inline-start: 1.2em;
}
.evidence li,
.evidence p {
  margin: 0.25em 0;
}
.narrow {
  display: none;
}
.risk tr.open > * {
  border-bottom: 0;
}
.risk details {
  font-size: 1em;
  margin: 0;
}
@media screen {
  @container (max-width: 50em) {
    .wide {
      display: none;
    }
    .narrow {
      display: block;
    }
  }
  @container (max-width: 30em) {
    .risk th,
    .risk td {
      padding-inline-end: 0.5em;
      overflow-wrap: break-word;
    }
    .meter {
      display: block;
      margin: 0.3em 0 0.2em auto;
    }
  }
}
`;

/** Of the element alone: its controls; paper says too how many schools it shows. */
export const RISK_ELEMENT_CSS = `
.risk input {
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid currentColor;
  border-radius: 0.2em;
  padding: 0.2em 0.5em;
  box-sizing: border-box;
  min-height: 2.2em;
  max-width: 100%;
}
.risk thead button,
.risk tbody th button {
  border: 0;
  padding: 0;
  min-height: 0;
  text-align: inherit;
  font-weight: inherit;
  cursor: pointer;
}
.risk thead button {
  text-decoration: underline dotted;
  text-underline-offset: 0.2em;
}
[aria-sort] button::after {
  content: ' ↑' / '';
}
[aria-sort='descending'] button::after {
  content: ' ↓' / '';
}
.risk tbody button::before {
  content: '▸ ' / '';
}
.risk tbody button[aria-expanded='true']::before {
  content: '▾ ' / '';
}
@media (pointer: coarse) {
  .risk thead button,
  .risk tbody th button,
  .risk input {
    min-height: 44px;
  }
}
@media print {
  [aria-sort] button::after,
  .risk tbody button::before {
    content: none;
  }
  .risk .status {
    display: block;
  }
  .risk .more {
    display: none;
  }
}
`;

/** Style sheet of the static table, see `riskHtml`. */
export function riskSheet(): string {
  return `${chartSheet()}.orientir-chart {div.risk {
  container-type: inline-size;
}
${RISK_CSS}}`;
}
