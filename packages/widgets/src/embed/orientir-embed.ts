/** The script of the page in a frame. @module */
import { openOutside } from './open-outside.js';
import { reportHeight } from './report-height.js';

reportHeight(window);
if (parent !== window) openOutside(document);
