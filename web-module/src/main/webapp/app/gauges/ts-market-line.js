import {html} from 'lit';
import {several, whole} from '../format.js';
import {StoreElement} from '../store-element.js';

/** The market in one line: lows against highs, and how much happens. */
customElements.define('ts-market-line', class extends StoreElement {
  static topics = ['counts', 'status'];

  render() {
    const {total_lows: lows, total_highs: highs, low_pct: low = 50, high_pct: high = 50} = this.store.counts ?? {};
    const any = lows + highs > 0;
    const share = pct => any ? `${pct.toFixed(1)} %` : '';
    return html`<span class="down">lows <b>${whole(lows)}</b></span><span class="share">${share(low)}</span>
      <svg class="gauge ${any ? '' : 'no-data'}" role="img" preserveAspectRatio="none" viewBox="0 0 100 1"
        aria-label=${any ? `${share(low)} lows, ${share(high)} highs` : 'no highs or lows yet'}>
        <rect class="down" width=${low} height="1"/><rect class="up" x=${low} width=${high} height="1"/>
        <rect class="middle" x="49.9" width="0.2" height="1"/></svg>
      <span class="share">${share(high)}</span><span class="up"><b>${whole(highs)}</b> highs</span>
      <span class="rate" title="Events in the last minute of event time">${this.#rate()}</span>`;
  }

  #rate() {
    const {count, seconds} = this.store.rate.at(this.store.eventMs) ?? {};
    return seconds < 60 ? `${several(count, 'event')} in ${seconds} s` : `${whole(count)} events/min`;
  }
});
