const KEPT = 60;

/** The last ten minutes of windows, as market_analytics told them while the page was open. */
export class History {
  windows = [];

  /** @param {MarketAnalytics} analytics @param {{count: number, seconds: number} | null} rate of events */
  add({core_universe_analytics: core, user_universe_analytics: user}, rate) {
    const endMs = core?.aggregation_info.window_end_ms;
    const last = this.windows.at(-1);
    if (!core || endMs === last?.endMs) {
      return;
    }
    // A tape that was started anew goes back in time: the old windows are of another run.
    const before = last && endMs < last.endMs ? [] : this.windows;
    this.windows = [...before.slice(1 - KEPT), {
      endMs, core: core.gauge_analytics.net_score_raw, user: user?.gauge_analytics.net_score_raw ?? null,
      ema: core.gauge_analytics.ema_net_score, prints: core.current_state.trades_per_minute,
      events: rate && rate.seconds > 0 ? rate.count / rate.seconds * 60 : null,
    }];
  }
}
