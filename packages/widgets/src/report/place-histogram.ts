export { placeHistogram } from '../scores/place-histogram.js';
