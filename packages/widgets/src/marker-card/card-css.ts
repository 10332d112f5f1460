/** What the card needs beside the style of charts. @module */

export const CARD_CSS = `
.lead {
  margin: 0.75em 0 0;
  max-width: 70ch;
  line-height: 1.45;
}
.markers {
  list-style: none;
  margin: 0.75em 0 0;
  padding: 0;
}
.markers > li {
  border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  padding: 0.75em 0;
  max-width: 70ch;
  line-height: 1.45;
  overflow-wrap: break-word;
}
.markers p {
  margin: 0.25em 0 0;
}
.markers .name {
  margin: 0;
  font-weight: 600;
}
.facts {
  font-size: 0.875em;
}
.sign {
  width: 1.2em;
  height: 1em;
  vertical-align: -0.1em;
  margin-inline-end: 0.35em;
}
dl {
  margin: 0.5em 0 0;
}
dt {
  font-weight: 600;
}
dd {
  margin: 0 0 0.25em;
}
dd + dt {
  margin-top: 0.5em;
}
@media print {
  .markers > li {
    break-inside: avoid;
  }
}
`;
