/** What a person set for this browser, in localStorage; theme.js reads it too. */

const KEY = 'tickstock.preferences';

export const DEFAULTS = {theme: 'dark', palette: 'standard', hidden: [], pair: 'highlow'};

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
  } catch {
    // A browser that stores nothing keeps it until the page is closed.
  }
}
