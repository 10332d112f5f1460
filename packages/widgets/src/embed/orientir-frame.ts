/** The script of a page with frames: `<script defer src="…/orientir-frame.js"></script>`. @module */
import { followHeights } from './follow-heights.js';

followHeights(window);
