/** What a person set for this browser, in localStorage. */

const KEY = 'tickstock.preferences';
/** Read by theme.js. */
const COLOURS = 'tickstock.colours';

export const DEFAULTS = Object.freeze({theme: 'dark', palette: 'standard', hidden: [], pair: 'highlow'});

/** @returns {Preferences} */
export function load() {
  try {
    return {...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY))};
  } catch {
    return DEFAULTS;
  }
}

/** Applies and stores. @param {Preferences} preferences */
export function save(preferences) {
  const {theme, palette} = preferences;
  Object.assign(document.documentElement.dataset, {theme, palette});
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
    localStorage.setItem(COLOURS, JSON.stringify({theme, palette}));
  } catch {
    // A browser that stores nothing keeps the setting until the page is closed.
  }
}
