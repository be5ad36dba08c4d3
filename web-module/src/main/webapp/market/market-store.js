import {EventRate} from '../app/gauges/event-rate.js';
import {LiveStore} from '../app/live-store.js';
import {boardOf, DEFAULTS} from './board/board.js';
import {History} from './pressure/history.js';
import {RankingTable} from './rankings/ranking-table.js';

const SAVE_MS = 600;
const NO_FILTER = {text: '', sector: '', industry: '', stage: '', minPrice: 0};

/** Everything the page of the market's state knows. What polls bring is a field of the poll's name. */
export class MarketStore extends LiveStore {
  universes = [];
  /** What the person arranged: panels, universe, chart. */
  board = DEFAULTS;
  /** Data of the last market_analytics, and what its windows said while the page was open. */
  analytics = null;
  history = new History();
  table = new RankingTable();
  /** Which rows of the table are looked at. */
  filter = NO_FILTER;
  /** Where the stream of events stands. */
  cursor = null;
  /** Events of the chart's symbol that passed by while it was shown. */
  #passed = [];
  /** Why a poll brought nothing, by its name. */
  troubles = {};
  #saving = 0;

  constructor(parts) {
    super(parts);
    Object.assign(this.frames, {
      stock_data: this.#takeEvents, market_analytics: this.#takeAnalytics, market_state: this.#takeState,
    });
  }

  get api() {
    return this.parts.api;
  }

  /** Reads who looks, and what they arranged. @param {string | null} symbol to show instead of theirs */
  async open(symbol) {
    const [me, {universes}, {value}, analytics] = await Promise.all(
        [this.api.me(), this.api.universes(), this.api.board(), this.api.analytics()]);
    const board = boardOf(value);
    const known = universes.some(({name}) => name === board.universe);
    this.#takeAnalytics(analytics);
    const watched = [...me.universes.highlow, ...me.universes.market, 'sp500'].find(name => universes.some(each => each.name === name));
    this.set({me, universes, board: {
      ...board, universe: known ? board.universe : watched, chart: {...board.chart, ...symbol && {symbol: symbol.toUpperCase()}},
    }}, 'board');
  }

  /** Asks again which universes there are: an import may have brought some. Without an answer those that were known stay. */
  async readUniverses() {
    const answer = await this.api.universes().catch(() => null);
    this.set(answer ?? {}, 'board');
  }

  /** A poll's answer, or its trouble. */
  take(topic, answer, trouble = '') {
    this.troubles[topic] = trouble;
    this.set(answer ? {[topic]: answer} : {}, topic);
  }

  /** Changes what the person arranged; it is saved a moment later. */
  arrange(change, ...topics) {
    this.set({board: {...this.board, ...change}}, 'board', ...topics);
    this.parts.cancel(this.#saving);
    this.#saving = this.parts.after(SAVE_MS, () => this.saveBoard());
  }

  /** Saves now what was arranged and is not saved yet. */
  async saveBoard() {
    if (this.#saving === 0) {
      return;
    }
    this.parts.cancel(this.#saving);
    this.#saving = 0;
    await this.api.saveBoard(this.board).then(
        () => this.take('saving', null), ({message}) => this.take('saving', null, message));
  }

  chooseUniverse(universe) {
    this.table = new RankingTable();
    this.filter = NO_FILTER;
    this.arrange({universe}, 'universe', 'rankings');
  }

  /** Looks at rows of the table that pass, beside what they passed before. */
  filterBy(change) {
    this.set({filter: {...this.filter, ...change}}, 'filter');
  }

  /** Shows a symbol in the chart. */
  show(symbol) {
    this.arrange({chart: {...this.board.chart, symbol}}, 'chart');
  }

  /** Takes out the events of the chart's symbol that passed by since it was last asked. */
  passed(symbol) {
    return this.#passed.splice(0).filter(event => event.symbol === symbol);
  }

  /** Event time of the newest thing known, or null. */
  get eventMs() {
    return this.status?.feed_time_ms ?? null;
  }

  #takeEvents({epoch, to, market_session: marketSession, counts, highs, lows, trending, surging}) {
    const isSame = epoch === this.cursor?.epoch;
    const rate = isSame ? this.rate : new EventRate();
    for (const event of [...highs, ...lows, ...trending.up, ...trending.down, ...surging.up, ...surging.down]) {
      rate.add(event.ts_ms);
      if (event.symbol === this.board.chart.symbol) {
        this.#passed.push(event);
      }
    }
    this.set({cursor: {epoch, after: to}, rate, marketSession, counts}, 'events', 'status');
  }

  #takeAnalytics(analytics) {
    this.history.add(analytics, this.rate.at(this.eventMs));
    this.set({analytics}, 'analytics');
  }

  #takeState(data) {
    if (data.universe === this.board.universe) {
      this.table.take(data);
      this.redraw('rankings');
    }
  }
}
