import {age, decimal, multiple, percent, price, signed, time, timeMs, volume} from '../format.js';

/** What became of an event. @param {Revision} [revision] */
export const fate = ({status, ts_ms: ms, was_price: was, price: now, reason} = {}) =>
  status ? `${status} at ${time(ms)}, was ${price(was)}, now ${price(now)}: ${reason} of its trade` : '';

/** Why an event came, as pairs of label and value. */
export function why(event, revision) {
  const {vwap, vwap_divergence: away, volume: shares, rel_volume: times, count_up: up, count_down: down} = event;
  return [
    ['Now', fate(revision)],
    ...{high: extreme, low: extreme, trend, surge}[event.type](event),
    ['VWAP', vwap !== null && `${price(vwap)}, price ${percent(away)} from it`],
    ['Trade', `${volume(shares)} shares, ${multiple(times)} the average`],
    ['Count', `${up} up, ${down} down`],
  ].filter(([, value]) => value);
}

function extreme({price: now, previous, thresholds, reversal_info: turn, extreme_ts_ms: printedMs, ts_ms: ms, significance}) {
  return [
    ['Moved', `${signed(now - previous)} USD, ${percent((now - previous) / previous * 100)} from ${price(previous)}, reported last`],
    ['Needed', thresholds && `${+thresholds.min_price_change.toFixed(4)} USD or ${+thresholds.min_percent_change.toFixed(3)} %`],
    ['Printed', printedMs !== ms && timeMs(printedMs)],
    ['Turn', turn && `${turn.type} in ${age(turn.time_span_s * 1000)} from ${price(turn.previous_price)}${turn.is_rapid ? ', rapid' : ''}`],
    ['Significance', `${decimal(significance, 0)} of 100`],
  ];
}

function trend({reversal, score, strength, age_s: seconds, why: {sigma10, weights, thresholds: {weak, moderate, strong}}}) {
  return [
    ['Score', `${signed(score)}, ${strength}`],
    ['Needed', `weak ${decimal(weak)}, moderate ${decimal(moderate)}, strong ${decimal(strong)}`],
    ['Weights', `price ${weights.price}, VWAP ${weights.vwap}, volume ${weights.volume}`],
    ['Volatility', `${decimal(sigma10 * 100, 4)} % in 10 s`],
    ['Turn', reversal],
    ['Since', seconds > 0 && age(seconds * 1000)],
  ];
}

function surge({reversal, trigger_type: trigger, volume_multiplier: times, interval_s: seconds, magnitude, reference_price: from, z, score,
    strength, daily_count: count, expiration_ms: until}) {
  return [
    ['Trigger', trigger.replaceAll('_', ' ')],
    ['Volume', `${multiple(times)} the usual of ${seconds} s`],
    ['Price', `${percent(magnitude)} from ${price(from)}, ${signed(z, 1)} σ`],
    ['Score', `${decimal(score, 1)} of 100, ${strength}`],
    ['Today', `number ${count}`],
    ['Until', timeMs(until)],
    ['Turn', reversal],
  ];
}
