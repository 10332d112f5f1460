/** What a page may do with the events of a plan: they bubble, so that one place hears all plans of the page. @module */
/** @import {} from '@orientir/widgets/plan' */

let filters = 0;
let views = 0;

document.addEventListener('orientir-filter', (event) => {
  filters += 1;
  say('filters', filters);
  say('shown', event.shown);
});
document.addEventListener('orientir-view', (event) => {
  views += 1;
  say('views', `${views} (${event.view})`);
});
document.addEventListener('orientir-load', (event) => {
  say('load', event.outcome);
});

/**
 * @param {string} id
 * @param {string | number} text
 */
function say(id, text) {
  const place = document.getElementById(id);
  if (place !== null) place.textContent = String(text);
}
