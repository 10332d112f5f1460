/**
 * Charts on paper, which cannot be opened: what is folded on the screen stands there in full, and the button for more rows as words,
 * so that it says how many are not printed.
 *
 * @module
 */

export const PRINT_CSS = `@media print {
  div.bar label,
  .keys,
  .status,
  summary {
    display: none;
  }
  .more {
    border: 0;
    padding: 0;
  }
  details::details-content {
    content-visibility: visible;
  }
  .scroll {
    overflow: visible;
  }
  svg.chart[width] {
    width: 100%;
  }
  .dot,
  .shape,
  rect.bar {
    fill: #000;
  }
  .interval,
  .outline,
  .curve {
    stroke: #000;
  }
  svg.chart,
  tr {
    break-inside: avoid;
  }
  .title,
  .subtitle,
  caption {
    break-after: avoid;
  }
}
`;
