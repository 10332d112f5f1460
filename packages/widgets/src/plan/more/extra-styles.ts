/** Style of the views that are loaded later. */
export const extraStyles = `
[data-current]{outline:.15em solid var(--accent);outline-offset:.1em}
table{border-collapse:collapse;width:100%}
caption{text-align:start;font-weight:600;padding:.25em 0}
.month{table-layout:fixed}
.month th,.month td{border:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.25em;vertical-align:top;text-align:start;font-weight:400}
.month td{height:3.5em}
.month ul{font-size:.8125em}
.month li{border:0;padding:.25em 0}
[data-today]{font-weight:600;outline:2px solid var(--accent);outline-offset:-2px}
.line th,.line td{border-block:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.25em .5em;text-align:start;font-weight:400;vertical-align:top}
.line th[scope=row]{position:sticky;left:0;min-width:14em;max-width:22em;background:var(--orientir-surface,Canvas);color:var(--orientir-ink,inherit)}
.line [data-on]{background:linear-gradient(var(--accent),var(--accent)) 0 50%/100% .75em no-repeat}
.line i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.approval{border-inline-start:.25em solid var(--accent);padding-inline-start:.75em;margin:.75em 0}
.files{display:flex;flex-wrap:wrap;gap:.5em}
@container (max-width:40em){.month{display:none}}
@media (forced-colors:active){.line [data-on]{background:CanvasText;forced-color-adjust:none}}
@media print{.approval,.files{display:none}}
`;
