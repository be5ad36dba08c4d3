import {COLUMNS} from './columns.js';

/** The universe's symbols as the frames of market_state told them, and the order and choice in which they are looked at. */
export class RankingTable {
  /** When and of what, from the newest frame; null before the first. */
  head = null;
  #rows = new Map();
  #changes = 0;
  #shown = {rows: [], key: null};

  /**
   * Takes a frame; one without `since` is whole, and one that goes on from what this table does not have is left: a whole one is on its way.
   * @param {MarketStateFrame} data
   */
  take({columns, rows, cells = [], removed = [], since, ...head}) {
    if (since === null) {
      this.#rows = new Map();
    } else if (since !== this.head?.version) {
      return;
    }
    for (const values of rows) {
      const row = Object.fromEntries(columns.map((name, at) => [name, values[at]]));
      this.#rows.set(row.symbol, row);
    }
    for (const [symbol, ...changes] of cells) {
      const row = this.#rows.get(symbol);
      for (let at = 0; at < changes.length; at += 2) {
        row[columns[changes[at]]] = changes[at + 1];
      }
    }
    removed.forEach(symbol => this.#rows.delete(symbol));
    const stale = [...this.#rows.values()].filter(row => row.stale).length;
    this.head = {...head, symbol_count: this.#rows.size, stale_count: stale};
    this.#changes++;
  }

  get size() {
    return this.#rows.size;
  }

  row(symbol) {
    return this.#rows.get(symbol);
  }

  /** Every value of a column, in alphabetical order. */
  values(column) {
    return [...new Set([...this.#rows.values()].map(row => row[column]).filter(Boolean))].sort();
  }

  /**
   * The rows that pass, in order: what is not known comes last either way, ties by symbol. A text begins a symbol or a word of a name.
   * @param {{sort: string, descending: boolean}} order
   * @param {{text?: string, sector?: string, industry?: string, stage?: string, minPrice?: number}} filter
   */
  shown({sort, descending}, filter) {
    const key = JSON.stringify([this.#changes, sort, descending, filter]);
    if (this.#shown.key !== key) {
      this.#shown = {key, rows: [...this.#rows.values()].filter(row => passes(row, filter)).sort(by(sort, descending))};
    }
    return this.#shown.rows;
  }
}

const passes = (row, {text = '', sector, industry, stage, minPrice}) =>
  (!text || row.symbol.startsWith(text) || ` ${row.name?.toUpperCase()}`.includes(` ${text}`))
  && (!sector || row.sector === sector) && (!industry || row.industry === industry)
  && (!stage || row.stage === stage) && (!minPrice || row.last >= minPrice);

function by(name, descending) {
  const {value = row => row[name]} = COLUMNS.find(column => column.name === name) ?? {};
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    const isKnown = (x ?? null) !== null;
    if (isKnown !== ((y ?? null) !== null)) {
      return isKnown ? -1 : 1;
    }
    return (isKnown && x !== y ? sign * (x < y ? -1 : 1) : 0) || (a.symbol < b.symbol ? -1 : 1);
  };
}
