/**
 * The REST resources the dashboard uses. The answer goes to the caller; a 401 also to one place.
 * A refusal is an Error with the status; 0 is no answer.
 */
export class Api {
  #fetch;
  #signedOut;

  constructor(fetch, signedOut) {
    this.#fetch = fetch;
    this.#signedOut = signedOut;
  }

  me = () => this.#call('GET', 'api/me');
  login = login => this.#call('POST', 'api/auth/login', login);
  logout = () => this.#call('POST', 'api/auth/logout');
  universes = () => this.#call('GET', 'api/universes');
  saveUniverses = selection => this.#call('PUT', 'api/me/universes', selection);
  events = (after, limit) => this.#call('GET', `api/events?after=${after}&limit=${limit}`);

  async #call(method, path, body) {
    const json = body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
    const response = await this.#fetch(path, {method, cache: 'no-store', ...json}).catch(() => null);
    if (!response) {
      throw refusal(0, 'The server does not answer.');
    }
    const answer = await response.json().catch(() => null);
    if (response.ok) {
      return answer;
    }
    if (response.status === 401 && !path.startsWith('api/auth/')) {
      this.#signedOut();
    }
    throw refusal(response.status, answer?.detail ?? `The server answered ${response.status}.`);
  }
}

const refusal = (status, message) => Object.assign(new Error(message), {status});
