import { unsafeCSS } from 'lit';
import { CHART_CSS, HOST_CSS } from './chart-css.js';

/** The style of every chart, for its element. */
export const styles = unsafeCSS(`${HOST_CSS}${CHART_CSS}`);
