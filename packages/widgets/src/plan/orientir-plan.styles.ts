import { css } from 'lit';

/** A guest in the page: its font, colours and background; only the accent is ours. */
export const styles = css`
:host{display:block;container-type:inline-size;font:inherit;color:inherit;--accent:var(--orientir-accent,color-mix(in srgb,#2f7fd0 65%,currentColor));overflow-wrap:break-word}
:host([hidden]),[data-away]{display:none}
.bar{display:flex;flex-wrap:wrap;gap:.5em 1em;align-items:end}
label{flex:1 1 8em;max-width:18em}
label span,dt{display:block}
label span,small,dt{font-size:.875em;font-weight:400}
input,select,button{font:inherit;font-size:1em;color:inherit;background:transparent;border:1px solid;border-radius:.2em;padding:.25em .5em;min-height:2.25em;max-width:100%;box-sizing:border-box}
input,select{width:100%}
option{color:CanvasText;background:Canvas}
button{cursor:pointer}
[aria-pressed=true]{font-weight:600}
:focus-visible{outline:max(2px,.15em) solid var(--accent);outline-offset:.1em}
p{margin:.5em 0}
.scroll{overflow:auto}
ul{list-style:none;margin:0;padding:0}
li{padding:.75em 0;border-top:1px solid}
.section,.what{font-weight:600;white-space:pre-line}
a{color:inherit;font-weight:400}
dl{margin:0;display:grid;gap:.5em}
dd{margin:0;white-space:pre-line}
@media print{.bar,.status,.list,[role=alert],button{display:none}.scroll,[data-away]{display:block;overflow:visible}}
`;
