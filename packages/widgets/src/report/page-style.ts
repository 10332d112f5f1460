/** Quiet and official; a browser draws sections as they come near, with room for the rings of focus beside them; follows the system's dark mode and forced colours; prints on A4. */
export const pageStyle = `
:root{color-scheme:light dark;--accent:light-dark(#1d5fa8,#7db4ee);--line:color-mix(in srgb,currentColor 18%,transparent)}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem clamp(1rem,4vw,3rem) 4rem;max-width:72rem;font:1rem/1.5 system-ui,"Segoe UI",Roboto,"PT Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;hyphens:auto;background:Canvas;color:CanvasText}
section{content-visibility:auto;contain-intrinsic-size:auto 60rem;margin-inline:-.5rem;padding-inline:.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.3rem;line-height:1.3;margin:3rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1.06rem;margin:2rem 0 .35rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
p,li,.note{max-width:70ch}
.note,caption{font-size:.875rem;opacity:.85;text-align:start}
caption{padding-bottom:.35rem}.cap{display:block;position:sticky;left:0;max-width:min(70ch,calc(100vw - 2.5rem))}figure{margin:0}figcaption{font-size:.875rem;opacity:.85;max-width:70ch}
.warn{border-inline-start:.25rem solid currentColor;padding:.25rem .75rem;margin:1rem 0}
header .line{display:flex;gap:1rem;justify-content:space-between;align-items:start}
a{color:var(--accent)}
button,select{font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:.2rem;padding:.2rem .6rem;max-width:100%}
select option{color:CanvasText;background:Canvas}
nav ul{padding-inline-start:1.2rem;margin:.5rem 0}
.scroll{position:relative;overflow:auto;margin:.5rem 0 1rem}.scroll.long{max-height:min(34rem,85vh)}
.scroll{background:linear-gradient(90deg,Canvas 30%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(270deg,Canvas 30%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(90deg,var(--line),transparent) 0 0/.9rem 100% no-repeat,linear-gradient(270deg,var(--line),transparent) 100% 0/.9rem 100% no-repeat}
.scroll:focus-visible{outline:2px solid var(--accent)}
table{border-collapse:collapse;font-size:.9rem}
th,td{padding:.3rem .9rem .3rem 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{position:sticky;top:0;background:Canvas;vertical-align:bottom;z-index:1}
tbody th{font-weight:400}
.n{text-align:end;white-space:nowrap}
th.n{white-space:normal;min-width:4.6rem}
thead button{border:0;padding:0;font-weight:600;text-align:inherit;text-decoration:underline dotted;text-underline-offset:.2em;cursor:pointer}
th[aria-sort] button::after{content:"";display:inline-block;width:.65em;height:.55em;margin-inline-start:.3em;background:currentColor;clip-path:polygon(50% 0,100% 100%,0 100%)}
th[aria-sort=descending] button::after{clip-path:polygon(0 0,100% 0,50% 100%)}
.none{opacity:.7}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
dl.big{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:1rem 0}
dl.big dt{font-size:.875rem;opacity:.85}
dl.big dd{margin:0;font-size:1.5rem;font-weight:600}
ul.findings{padding-inline-start:1.2rem}
ul.findings li{margin:.3rem 0}
svg.chart{display:block;width:100%;height:auto;margin:.5rem 0;font-size:14px}
svg.wide{max-width:44rem}svg.narrow{display:none;max-width:24rem}
svg text{fill:currentColor}
svg .grid{stroke:currentColor;stroke-opacity:.15}
svg .tick{fill-opacity:.75}
svg .interval{stroke:var(--accent);stroke-width:3;stroke-opacity:.45}
svg .dot{fill:var(--accent)}
svg .missing{font-style:italic;fill-opacity:.75}
svg .bar{fill:var(--accent);fill-opacity:.75}
svg .border{stroke:currentColor;stroke-dasharray:4 3}
.class{display:inline-flex;gap:.35em;align-items:baseline}
svg.sign{flex:none;width:1em;height:1em;translate:0 .12em}
svg .shape{fill:currentColor}
svg .outline{fill:none;stroke:currentColor;stroke-width:2}
details{margin:.5rem 0}details>details,details>ul{margin-inline-start:1.2rem}summary{cursor:pointer;width:fit-content}
@media (pointer:coarse){button,select,summary{min-height:44px}}
@media (max-width:40rem){svg.wide{display:none}svg.narrow{display:block}dl.big dd{font-size:1.2rem}tbody td:not(.n){min-width:8rem}}
@media (forced-colors:active){th[aria-sort] button::after{forced-color-adjust:none;background:CanvasText}svg .dot,svg .bar{fill:CanvasText}svg .shape{fill:CanvasText}svg .interval,svg .outline{stroke:CanvasText;stroke-opacity:1}svg .grid{stroke:GrayText;stroke-opacity:1}}
@media print{@page{size:A4;margin:14mm}body{padding:0;max-width:none;font-size:10pt;color:#000;background:#fff}nav,#language,#choice,p.choice{display:none!important}section{content-visibility:visible;margin:0;padding:0}section[hidden]{display:block!important}.scroll.scroll{overflow:visible;max-height:none}thead th{position:static}thead{display:table-header-group}tr,figure{break-inside:avoid}section h2{break-before:page;border:0}table{font-size:7.5pt}th,td{padding-inline-end:.45rem}th.n{min-width:0}details:not([open],.paper,.list){display:none}details.paper::details-content{content-visibility:visible;block-size:auto}h2,h3,h4{break-after:avoid}svg.wide{display:block;max-width:150mm}svg.narrow{display:none}svg .dot,svg .bar{fill:#000}svg .interval{stroke:#000}th[data-label] button{display:none}th[data-label]::after{content:attr(data-label)}}
`;
