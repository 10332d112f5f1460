/** The style of a page with one plan: quiet on paper, in daylight, at night and on a phone. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#595959;--paper:#fff;--line:#c9c9c9;--accent:#1f5fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#a8a8a8;--paper:#16181b;--line:#43474d;--accent:#8ab8ee}}
*{box-sizing:border-box}
body{margin:0;padding:1.5em;background:var(--paper);color:var(--ink);font:1em/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;hyphens:auto;overflow-wrap:break-word}
main{max-width:90em;margin:0 auto}
h1{font-size:1.25em;font-weight:600;max-width:70ch;margin:0 0 .25em;hyphens:manual;text-wrap:balance}
h2{font-size:1em;font-weight:600;margin:1.25em 0 .25em}
p{max-width:70ch;margin:.25em 0}
ol{max-width:70ch;margin:.25em 0;padding-left:1.75em}
.note{color:var(--soft);font-size:.875em}
.stamps{display:flex;flex-wrap:wrap;gap:1em 3em;justify-content:space-between;margin:0 0 1.5em;font-size:.875em}
.stamps div{flex:0 1 22em}
.stamps p{margin:0}
.region{overflow:auto;max-height:95vh;margin:1em 0;border-block:1px solid var(--line)}
.region:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:separate;border-spacing:0;width:100%;min-width:52em;font-size:.9375em;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.5em .625em;border-bottom:1px solid var(--line)}
thead th{position:sticky;top:0;z-index:2;background:var(--paper);vertical-align:bottom;font-weight:600;hyphens:manual}
tbody th{font-weight:600;padding-top:1.25em;hyphens:manual}
tbody tr:last-child>*{border-bottom:0}
th[data-field=number],td[data-field=number]{position:sticky;left:0;z-index:1;background:var(--paper)}
td[data-field=number]{white-space:nowrap}
thead th[data-field=number]{z-index:3}
td[data-field=text]{min-width:16em}
td[data-field=deadline]{min-width:8em}
td[data-status]::before{margin-right:.375em}
td[data-status=planned]::before{content:"\\25CB" / ""}
td[data-status=underWay]::before{content:"\\25D0" / ""}
td[data-status=done]::before{content:"\\25CF" / ""}
td[data-status=notDone]::before{content:"\\25B2" / ""}
td[data-status=cancelled]::before{content:"\\2013" / ""}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (pointer:coarse){td a{display:inline-block;padding:.5em 0;min-height:44px}}
@media (max-width:48em){body{padding:1em}td[data-field=text]{min-width:13em;max-width:17em}}
@media print{
@page{size:A4 landscape;margin:1.5cm 2cm}
:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--line:#777;--accent:#000}
body{padding:0;font:11pt/1.3 "Times New Roman","Liberation Serif",serif}
main,h1,p,ol{max-width:none}
h1{text-align:center}
.region{overflow:visible;max-height:none;border:0}
table{min-width:0;border-collapse:collapse;font-size:10pt}
th,td{border:.5pt solid #777;padding:2pt 4pt}
tbody tr:last-child>*{border-bottom:.5pt solid #777}
thead{display:table-header-group}
thead th,th[data-field=number],td[data-field=number]{position:static}
td[data-field=text],td[data-field=deadline]{min-width:0}
tbody th{padding-top:2pt;text-align:center;break-after:avoid}
tr{break-inside:avoid}
a{text-decoration:none}
.files{display:none}
a[href^="http"]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`;
