const AFTER_FAULT_MS = 5000;
const LOOK_MS = 250;

/** What is asked for again and again: the topic, where, how often in milliseconds. */
const POLLS = [
  {topic: 'clock', every: 30_000, ask: () => ['market/status']},
  {topic: 'breadth', every: 5000, ask: ({universe}) => ['breadth-metrics', {universe}]},
  {topic: 'conditions', every: 15_000, ask: ({universe}) => ['analytics/market-context', {universe}]},
  {topic: 'stages', every: 5000, ask: ({universe}) => ['market-state/stages', {universe}]},
  {topic: 'sector', every: 5000, ask: ({universe}) => ['market-state/sectors', {universe, kind: 'sector'}]},
  {topic: 'industry', every: 15_000, ask: ({universe}) => ['market-state/sectors', {universe, kind: 'industry'}]},
  {topic: 'today', every: 5000, ask: ({universe}) => ['threshold-bars', threshold(universe, 'daily', 1)]},
  {topic: 'week', every: 15_000, ask: ({universe}) => ['threshold-bars', threshold(universe, 'weekly', 7)]},
  {topic: 'month', every: 15_000, ask: ({universe}) => ['threshold-bars', threshold(universe, 'monthly', 30)]},
];

/** Asks while the page is looked at; one that fails says why where its panel is, and tries again. */
export function pollsOf({api, store, isHidden, after}) {
  const dueMs = new Map();
  let elapsedMs = 0;

  return {start: look, hurry: () => dueMs.clear()};

  function look() {
    elapsedMs += LOOK_MS;
    const now = elapsedMs;
    if (!isHidden()) {
      for (const poll of POLLS) {
        if ((dueMs.get(poll.topic) ?? 0) <= now) {
          dueMs.set(poll.topic, now + poll.every);
          read(poll).then(well => well || dueMs.set(poll.topic, now + AFTER_FAULT_MS));
        }
      }
    }
    after(LOOK_MS, look);
  }

  async function read({topic, ask}) {
    const {universe} = store.board;
    try {
      const answer = await api.get(...ask(store.board));
      // An answer about the universe before this one says nothing.
      if (store.board.universe === universe) {
        store.take(topic, answer);
      }
      return true;
    } catch ({message}) {
      store.take(topic, null, message);
      return false;
    }
  }
}

const threshold = (universe, timeframe, days) => ({data_source: universe, timeframe, period_days: days});
