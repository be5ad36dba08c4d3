import {caller} from '../app/api.js';

/** The REST resources of the market's state. */
export function resources(fetch, signedOut) {
  const call = caller(fetch, signedOut, '../');
  const get = (path, parameters = {}) => call('GET', `api/${path}?${new URLSearchParams(parameters)}`);
  return {
    me: () => get('me'),
    changePassword: passwords => call('POST', 'api/me/password', passwords),
    universes: () => get('universes'),
    analytics: () => get('analytics'),
    board: () => get('me/settings/market-board'),
    // A page that is being left waits for no answer.
    saveBoard: value => call('PUT', 'api/me/settings/market-board', value, {keepalive: true}),
    get,
  };
}
