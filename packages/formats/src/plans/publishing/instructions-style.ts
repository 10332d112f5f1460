/** The style of the instructions. One click on a text to paste selects all of it. */
export const INSTRUCTIONS_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#595959;--paper:#fff;--line:#c9c9c9;--accent:#1f5fa8;--mark:#fff1a8}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#a8a8a8;--paper:#16181b;--line:#43474d;--accent:#8ab8ee;--mark:#5a4a00}}
*{box-sizing:border-box}
body{margin:0;padding:1.5em;background:var(--paper);color:var(--ink);font:1em/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:60em;margin:0 auto}
h1{font-size:1.5em;font-weight:600;margin:0 0 .5em}
h2{font-size:1.125em;font-weight:600;margin:2em 0 .25em}
p,li,dl{max-width:70ch;margin:.25em 0 .5em}
ol{padding-left:1.5em}
.when{color:var(--soft)}
dt{font-weight:600}
dd{margin:0 0 .5em}
code{overflow-wrap:anywhere}
pre{margin:.25em 0 1em;padding:.75em;max-height:16em;overflow:auto;border:1px solid var(--line);font:.875em/1.5 ui-monospace,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all}
pre:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
mark{background:var(--mark);color:inherit}
table{border-collapse:collapse;margin:.5em 0;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5em .75em .5em 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
@media (max-width:30em){body{padding:1em}}
@media print{body{padding:0}pre{max-height:none}}
`;
