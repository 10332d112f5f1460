/**
 * Style of the views that are loaded later. Grounds are never painted: whatever the page or a script for low vision paints
 * shows through, and text and lines take its colour.
 */
export const extraStyles = `
[data-current]{outline:.15em solid var(--accent);outline-offset:.1em}
.bar{margin-block-end:.5em}
input,select,button{border-color:color-mix(in srgb,currentColor 65%,transparent)}
button:hover,select:hover,input:hover{border-color:currentColor}
.views{display:flex;flex-wrap:wrap}
.views button{border-radius:0;margin:0 -1px -1px 0}
[aria-pressed=true]{box-shadow:inset 0 -.2em var(--accent);border-color:currentColor}
:disabled{cursor:default;opacity:.6}
li:nth-child(n+7){content-visibility:auto;contain-intrinsic-size:auto 8em}
.ghost{height:12em;border-block:1px solid}
li{border-color:color-mix(in srgb,currentColor 25%,transparent)}
.section{max-width:none;font-size:1.125em;margin-block-start:1.5em;border-block-end:1px solid;padding-block-end:.25em}
.section small{font-size:.8125em;display:inline-block}
.section+ul>li:first-child{border:0}
p{max-width:70ch}
dl{gap:.5em 1em;grid-template-columns:repeat(auto-fill,minmax(min(100%,14em),1fr))}
.list dt{opacity:.85}
table{border-collapse:collapse;width:100%}
caption{text-align:start;font-weight:600;padding:.25em 0}
.turn{display:flex;gap:.5em;align-items:center;max-width:none}
.turn button{min-width:2.75em}
.turn strong{flex:0 1 10em;text-align:center}
.month{table-layout:fixed}
.month caption,.line caption{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.month th,.month td{border:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.25em .5em;vertical-align:top;text-align:start;font-weight:400;font-variant-numeric:tabular-nums}
.month th{border-inline-color:transparent;border-block-start-color:transparent;font-size:.875em}
.month td{height:4em}
.month ul{font-size:.8125em;line-height:1.3}
.month li{border:0;padding:.25em 0;contain-intrinsic-size:auto 3em;hyphens:auto}
.month [data-today]{font-weight:600;outline:2px solid var(--accent);outline-offset:-2px}
.line{table-layout:fixed}
.line th,.line td{padding:.5em 0;text-align:start;font-weight:400;vertical-align:top;border-block-end:1px solid color-mix(in srgb,currentColor 25%,transparent)}
.line th:first-child{width:40%;padding-inline-end:1em;hyphens:auto}
.line tbody small{display:block}
.months{display:flex;font-size:.875em}
.months span{flex:1 1 0;min-width:0;white-space:nowrap}
.months i{font-style:normal}
.months b{display:block;font-weight:400}
.months [data-today] i{font-weight:600;box-shadow:inset 0 -.15em var(--accent)}
.line svg{display:block;width:100%;height:.75em;margin-block:.375em .25em;fill:var(--accent)}
.approval{border-inline-start:.25em solid var(--accent);padding-inline-start:.75em;margin:.75em 0}
.files{display:flex;flex-wrap:wrap;gap:.5em;margin-block-start:1em}
summary{cursor:pointer}
@media (pointer:coarse){input,select,button,summary{min-height:44px}summary{align-content:center}.list a{padding-block:.5em}}
@container (max-width:48em){.months i{display:none}.line th:first-child{width:50%}}
@container (max-width:40em){.month{display:none}}
@media (forced-colors:active){.line svg{fill:CanvasText;forced-color-adjust:none}.month [data-today]{outline-color:Highlight}[aria-pressed=true]{border-block-end-width:.25em}}
@media print{.approval,.files{display:none}}
`;

/**
 * Style of the published table where the site has none: it weighs nothing, so that any rule of the site wins. On paper it
 * is the official form: every cell in a frame, the header on each page.
 */
export const tableStyles = `
:where(orientir-plan>table){border-collapse:collapse;width:100%}
:where(orientir-plan>table>caption){position:sticky;left:0;width:100cqi;text-align:start;font-size:1.25em;font-weight:600;padding-block:.25em .5em}
:where(orientir-plan>table :is(th,td)){padding:.5em;border:solid color-mix(in srgb,currentColor 25%,transparent);border-width:1px 0;text-align:start;vertical-align:top}
:where(orientir-plan>table>thead th){vertical-align:bottom;border-block-end:2px solid}
:where(orientir-plan>table [scope=colgroup]){padding-block-start:1.25em}
:where(orientir-plan>table td){min-width:4em}
:where(orientir-plan>table [data-field=number]){min-width:0;white-space:nowrap;font-variant-numeric:tabular-nums}
:where(orientir-plan>table td:is([data-field=text],[data-field=solution])){min-width:14em}
@media print{
:where(orientir-plan>table){font-size:10pt}
:where(orientir-plan>table>caption){position:static;width:auto;text-align:center}
:where(orientir-plan>table :is(th,td)){border:1px solid;padding:.25em .4em;min-width:0}
:where(orientir-plan>table>thead){display:table-header-group}
:where(orientir-plan>table>thead th){text-align:center;vertical-align:middle}
:where(orientir-plan>table tr){break-inside:avoid}
:where(orientir-plan>table a[href])::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
:where(orientir-plan>table [scope=colgroup]){padding-block-start:.25em;break-after:avoid}
}
`;
