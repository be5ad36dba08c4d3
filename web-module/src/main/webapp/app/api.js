/** The REST resources in use. */
export function resources(fetch, signedOut) {
  const call = caller(fetch, signedOut);
  return {
    me: () => call('GET', 'api/me'),
    login: login => call('POST', 'api/auth/login', login),
    changePassword: passwords => call('POST', 'api/me/password', passwords),
    logout: () => call('POST', 'api/auth/logout'),
    universes: () => call('GET', 'api/universes'),
    saveUniverses: selection => call('PUT', 'api/me/universes', selection),
    events: (after, limit) => call('GET', `api/events?after=${after}&limit=${limit}`),
  };
}

/** Calls; a refusal is an Error with the status and the field at fault, 0 is no answer, and 401 goes to one place too. */
export function caller(fetch, signedOut, root = '') {
  return async (method, path, body, options) => {
    const json = body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
    const response = await fetch(root + path, {method, cache: 'no-store', ...json, ...options}).catch(() => null);
    if (!response) {
      throw refusal(0, 'The server does not answer.');
    }
    const answer = await response.json().catch(() => null);
    if (response.ok) {
      return answer;
    }
    if (response.status === 401 && !path.startsWith('api/auth/')) {
      signedOut();
    }
    throw refusal(response.status, answer?.detail ?? `The server answered ${response.status}.`, answer?.field);
  };
}

const refusal = (status, message, field) => Object.assign(new Error(message), {status, field});
