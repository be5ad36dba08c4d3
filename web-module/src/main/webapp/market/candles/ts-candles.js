import {html, nothing} from 'lit';
import {percent, price, several} from '../../app/format.js';
import {ChartElement} from '../chart-element.js';
import {adjusted, merged} from './bars.js';
import {candleOption} from './candle-option.js';
import {TIMEFRAMES} from './timeframes.js';

const EVERY_MS = 3000;
const PAGES = 10;

/** Bars of one symbol, as they form, with the events that its viewer got. */
customElements.define('ts-candles', class extends ChartElement {
  static topics = ['chart', 'events', 'preferences'];
  #key = '';
  #bars = [];
  #events = new Map();
  #trouble = '';
  #timer = 0;
  #isFirst = true;

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.#look();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const {symbol, timeframe} = this.store.board.chart;
    const last = this.#bars.at(-1);
    const before = this.#bars.at(-2)?.close;
    return html`<div class="choices">
        <form @submit=${this.#open}><input name="symbol" aria-label="Symbol of the chart" spellcheck="false" autocomplete="off" maxlength="12" .value=${symbol}></form>
        ${last ? html`<b>${price(last.close)}</b> <span class=${last.close < before ? 'down' : 'up'}>${before ? percent((last.close / before - 1) * 100) : ''}</span>` : nothing}
        <span class="gap"></span>${Object.entries(TIMEFRAMES).map(([name, {title}]) => html`<button aria-pressed=${name === timeframe}
          @click=${() => this.store.arrange({chart: {symbol, timeframe: name}}, 'chart')}>${title}</button>`)}</div>
      ${this.#bars.length > 0 ? html`<div class="chart" role="img" aria-label="Chart of ${symbol}, ${several(this.#bars.length, 'bar')}, ${several(this.#events.size, 'event')}"></div>` : html`<p class="empty">${this.#emptiness(symbol)}</p>`}`;
  }

  willUpdate() {
    const {symbol, timeframe} = this.store.board.chart;
    if (this.#key !== `${symbol} ${timeframe}`) {
      this.#key = `${symbol} ${timeframe}`;
      this.#bars = [];
      this.#events = new Map();
      this.#trouble = 'Reading…';
      this.#isFirst = true;
      this.#look();
    }
    this.store.passed(symbol).forEach(event => this.#events.set(event.id, event));
  }

  option(tokens) {
    if (this.#bars.length === 0) {
      return null;
    }
    const {timeframe} = this.store.board.chart;
    const option = candleOption(tokens, {
      bars: this.#bars, events: [...this.#events.values()], timeframe: TIMEFRAMES[timeframe] ?? TIMEFRAMES['1min'], isFirst: this.#isFirst,
    });
    this.#isFirst = false;
    return option;
  }

  async #look() {
    clearTimeout(this.#timer);
    const key = this.#key;
    if (key && !document.hidden) {
      await this.#read(key).catch(({message}) => this.#fail(key, message));
    }
    if (this.isConnected && key === this.#key) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look(), EVERY_MS);
    }
  }

  async #read(key) {
    const {symbol, timeframe} = this.store.board.chart;
    const {limit, isIntraday} = TIMEFRAMES[timeframe] ?? TIMEFRAMES['1min'];
    const isWhole = this.#bars.length === 0;
    // The bar before the newest one may still be revised by late trades.
    const from = isWhole ? {} : {from: this.#bars.at(-3)?.ts_ms ?? this.#bars[0].ts_ms};
    const {bars} = await this.store.api.get('bars', {symbol, timeframe, limit, ...from});
    if (key !== this.#key) {
      return;
    }
    this.#bars = merged(this.#bars, bars.map(adjusted), limit);
    this.#trouble = '';
    this.requestUpdate();
    if (isWhole && isIntraday && bars.length > 0) {
      await this.#readEvents(key, symbol, bars[0].ts_ms);
    }
  }

  async #readEvents(key, symbol, from) {
    let after = 0;
    for (let page = 0; page < PAGES && key === this.#key; page++) {
      const {events, to, last} = await this.store.api.get('events', {symbol, from, after, limit: 1000});
      events.forEach(event => this.#events.set(event.id, event));
      if (to >= last) {
        break;
      }
      after = to;
    }
    this.requestUpdate();
  }

  #fail(key, message) {
    if (key === this.#key) {
      this.#trouble = message;
      this.requestUpdate();
    }
  }

  #emptiness(symbol) {
    return this.#trouble || `There are no bars of ${symbol} in this time frame. Another time frame may have some.`;
  }

  #open(event) {
    event.preventDefault();
    const symbol = new FormData(event.target).get('symbol').trim().toUpperCase();
    if (symbol) {
      this.store.show(symbol);
    }
  }
});
