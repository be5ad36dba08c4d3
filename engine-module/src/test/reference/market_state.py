#!/usr/bin/env python3
"""A second computation of the market state, to hold the engine's against.

Provenance: written from the specification of the market state (its sections 1 to 6) and from docs/market-state.md, which
says how its open points are read; not from the Java. It keeps every bar in lists and computes every figure from its
definition, sums by math.fsum, so that it shares neither structure nor rounding with what it checks.
Only the standard library of Python 3.

    market_state.py DAILY.csv[.gz] SECTORS.csv CAPS.csv AS_OF FOLDER

DAILY     symbol,date,open,high,low,close,volume,adj_close
SECTORS   Symbol, GICS Sector, GICS Sub-Industry
CAPS      symbol, market_cap
AS_OF     the last day that counts, YYYY-MM-DD
FOLDER    gets rankings.csv, stages.csv, groups.csv, trails.csv, breadth.csv

An empty field is a figure that is not known.
"""
import csv
import datetime
import gzip
import math
import os
import sys

EPOCH = datetime.date(1970, 1, 1).toordinal()
NAN = math.nan
WINDOWS = {"1w": 5, "1m": 21, "3m": 63, "6m": 126, "1y": 252}


def known(x):
    return x is not None and not math.isnan(x)


def above(a, b):
    """Prices nearer than a billionth of the second are equal; what is unknown is not above."""
    return known(a) and known(b) and a - b > 1e-9 * abs(b)


def side(a, b):
    return 1 if above(a, b) else -1 if above(b, a) else 0


def mean(xs):
    return math.fsum(xs) / len(xs)


def sample_deviation(xs):
    m = mean(xs)
    return math.sqrt(math.fsum((x - m) ** 2 for x in xs) / (len(xs) - 1))


def half_up(x):
    return math.floor(x + 0.5)


# ---------------------------------------------------------------------------------------------------- reading

def open_text(path):
    return gzip.open(path, "rt", newline="") if path.endswith(".gz") else open(path, newline="")


def read_bars(path, as_of):
    bars = {}
    with open_text(path) as text:
        for row in csv.DictReader(text):
            if row["date"] > as_of:
                continue
            day = datetime.date.fromisoformat(row["date"]).toordinal() - EPOCH
            raw = float(row["close"])
            close = float(row["adj_close"])
            factor = close / raw
            bars.setdefault(row["symbol"], []).append(
                (day, float(row["open"]) * factor, max(float(row["high"]) * factor, close),
                 min(float(row["low"]) * factor, close), close, float(row["volume"])))
    for symbol in bars:
        bars[symbol].sort()
    return bars


def trade_days(bars):
    """Days on which a tenth of the symbols that live then has a bar; one lives until a week after its last."""
    count = {}
    for rows in bars.values():
        for row in rows:
            count[row[0]] = count.get(row[0], 0) + 1
    days = []
    for day in sorted(count):
        living = sum(1 for rows in bars.values() if rows[0][0] <= day <= rows[-1][0] + 7)
        if count[day] * 10 >= living:
            days.append(day)
    return days


# ---------------------------------------------------------------------------------------------------- one symbol

def sma(xs, n):
    return [mean(xs[i - n + 1:i + 1]) if i >= n - 1 else NAN for i in range(len(xs))]


def ema(xs, n):
    out, weight = [], 2 / (n + 1)
    for i, x in enumerate(xs):
        out.append(x if i == 0 else weight * x + (1 - weight) * out[-1])
    return [NAN if i < n - 1 else x for i, x in enumerate(out)]


def wilder_atr(high, low, close, n=14):
    """The plain mean of the first n true ranges, which begin with the second bar; then Wilder's smoothing."""
    out = [NAN] * len(close)
    ranges = [max(high[i], close[i - 1]) - min(low[i], close[i - 1]) for i in range(1, len(close))]
    for i in range(n, len(close)):
        out[i] = mean(ranges[:n]) if i == n else (out[i - 1] * (n - 1) + ranges[i - 1]) / n
    return out


def rolling(f, xs, n):
    return [f(xs[i - n + 1:i + 1]) if i >= n - 1 else NAN for i in range(len(xs))]


def change(xs, i, back):
    return (xs[i] / xs[i - back] - 1) * 100 if i - back >= 0 and i >= 0 else NAN


def performance(close, i):
    p = {"1d": change(close, i, 1)}
    for name, back in WINDOWS.items():
        p[name] = change(close, i, back)
    return p


def relative_strength(p):
    if not known(p["3m"]):
        return NAN
    parts = [(w, p[k]) for k, w in (("3m", 0.4), ("6m", 0.2), ("1y", 0.2), ("1m", 0.2)) if known(p[k])]
    return math.fsum(w * x for w, x in parts) / math.fsum(w for w, _ in parts)


class Symbol:
    def __init__(self, name, rows):
        self.name = name
        self.day, self.open, self.high, self.low, self.close, self.volume = (list(c) for c in zip(*rows))
        c, n = self.close, len(rows)
        self.n = n
        self.ema10, self.ema20 = ema(c, 10), ema(c, 20)
        self.sma20, self.sma50, self.sma200 = sma(c, 20), sma(c, 50), sma(c, 200)
        self.atr = wilder_atr(self.high, self.low, c)
        self.slope50 = [self.sma50[i] / self.sma50[i - 10] - 1 if i >= 59 else NAN for i in range(n)]
        self.slope200 = [self.sma200[i] / self.sma200[i - 20] - 1 if i >= 219 else NAN for i in range(n)]
        self.ext = [(c[i] - self.sma50[i]) / self.atr[i] if known(self.sma50[i]) and self.atr[i] > 0 else NAN
                    for i in range(n)]
        self.rel_volume = [self.relative_volume(i, 20) for i in range(n)]
        self.high252, self.low252 = rolling(max, self.high, 252), rolling(min, self.low, 252)
        self.low50 = [NAN] + rolling(min, self.low, 50)[:-1]
        self.high_close20 = rolling(max, c, 20)
        self.raw = [self.raw_stage(i) for i in range(n)]
        self.history = self.stage_history()
        self.now, self.before = performance(c, n - 1), performance(c, n - 2)
        self.week_ago = performance(c, n - 6)
        self.rs, self.rs_before = relative_strength(self.now), relative_strength(self.before)

    def mean_volume(self, i, n):
        return mean(self.volume[i - n:i]) if i >= n else NAN

    def relative_volume(self, i, n):
        usual = self.mean_volume(i, n)
        return self.volume[i] / usual if known(usual) and usual > 0 else NAN

    @staticmethod
    def crossed(a, b, i):
        """a came up through b at bar i."""
        return i > 0 and known(a[i - 1]) and known(b[i - 1]) and above(a[i], b[i]) and not above(a[i - 1], b[i - 1])

    def raw_stage(self, t):
        c, s20, s50, s200 = self.close[t], self.sma20[t], self.sma50[t], self.sma200[t]
        if not known(s200):
            return "insufficient"
        slope, ext = self.slope200[t], self.ext[t]
        loud = [k for k in range(max(0, t - 4), t + 1) if known(self.rel_volume[k]) and self.rel_volume[k] >= 1.3]
        order = above(c, s50) and above(s50, s200)
        if order and known(ext) and ext >= 6:
            return "3A"
        if (above(c, self.ema10[t]) and above(self.ema10[t], s20) and above(s20, s50) and above(s50, s200)
                and known(ext) and 3 <= ext < 6):
            return "2C"
        if order and known(slope) and slope > 0:
            return "2B"
        if above(c, s200) and any(self.crossed(self.sma50, self.sma200, k) for k in range(max(0, t - 19), t + 1)):
            return "2A"
        if (any(self.crossed(self.close, self.sma50, k) for k in loud) and c < s200 * 1.05
                and known(slope) and slope >= -0.01):
            return "1A"
        if known(slope) and abs(slope) < 0.01 and abs(c / s200 - 1) <= 0.1:
            return "1B"
        if (above(s20, c) or above(s50, c)) and above(s50, s200):
            return "3B"
        if above(self.low50[t], c) or above(s200, c) and any(
                self.crossed(self.sma200, self.close, k) for k in loud):
            return "4C"
        if above(s50, c) and above(s200, s50) and known(slope) and slope < 0:
            return "4B"
        return "4A" if above(s200, c) else "2A"

    def stage_history(self):
        """(day, stage, previous, since): two consecutive closes confirm, the first stage needs one."""
        out = []
        for i, raw in enumerate(self.raw):
            if raw == "insufficient":
                continue
            if not out:
                out.append((self.day[i], raw, "insufficient", self.day[i]))
            elif raw != out[-1][1] and raw == self.raw[i - 1]:
                out.append((self.day[i], raw, out[-1][1], self.day[i - 1]))
        return out

    @property
    def stage(self):
        return self.history[-1][1] if self.history else "insufficient"

    def stack(self):
        steps = [self.close[-1], self.ema10[-1], self.sma20[-1], self.sma50[-1], self.sma200[-1]]
        return sum(1 for a, b in zip(steps, steps[1:]) if above(a, b))

    def bucket(self):
        c, ext = self.close[-1], self.ext[-1]
        if not known(ext):
            return "insufficient"
        if ext >= 3:
            return "EXT %d" % math.floor(ext)
        days = 0
        while days < self.n and above(self.close[-1 - days], self.sma20[-1 - days]) and self.ext[-1 - days] < 3:
            days += 1
        if days:
            return "HOLD %d" % days
        if above(self.sma20[-1], c) and above(c, self.sma50[-1]):
            return "PULLBACK"
        if above(self.sma20[-1], c) and above(c, self.ema10[-1]):
            return ">MA10 <MA20"
        return "NONE"


# ---------------------------------------------------------------------------------------------------- among others

def percentiles(xs):
    """By key: 1 the lowest to 99 the highest, equal ones share the mean of their ranks, one alone is 50."""
    have = {k: x for k, x in xs.items() if known(x)}
    out = {}
    for k, x in have.items():
        if len(have) == 1:
            out[k] = 50.0
            continue
        lower = sum(1 for y in have.values() if y < x)
        equal = sum(1 for y in have.values() if y == x)
        out[k] = 1 + 98 * (lower + (equal + 1) / 2 - 1) / (len(have) - 1)
    return out


def places(xs):
    """By key: 1 the highest, ties by key."""
    order = sorted((k for k in xs if known(xs[k])), key=lambda k: (-xs[k], k))
    return {k: i + 1 for i, k in enumerate(order)}


POINTS = {"2C": 100, "2B": 90, "3A": 80, "2A": 70, "1A": 60, "1B": 40, "3B": 30, "4A": 20, "4B": 10, "4C": 0}


def letter(score):
    if not known(score):
        return "insufficient"
    for name, least in (("A+", 95), ("A", 85), ("B", 70), ("C", 55), ("D", 45), ("E", 30), ("F", 15)):
        if score >= least:
            return name
    return "G"


def confidence(s, rank, stale):
    c, s50, s200, slope = s.close[-1], s.sma50[-1], s.sma200[-1], s.slope50[-1]
    volume = NAN if stale else s.rel_volume[-1]
    if s.stage == "insufficient":
        return NAN
    if s.stage in ("1A", "2A", "2B", "2C", "3A"):
        tests = [(0, above(c, s50) and above(s50, s200)), (slope, slope > 0), (volume, volume >= 1),
                 (rank, known(rank) and rank >= 50)]
    elif s.stage == "1B":
        tests = [(0, abs(s50 / s200 - 1) <= 0.05), (slope, abs(slope) < 0.01), (volume, volume < 1),
                 (rank, known(rank) and 25 <= rank <= 75)]
    else:
        tests = [(0, above(s50, c) and above(s200, s50)), (slope, slope < 0), (volume, volume >= 1),
                 (rank, known(rank) and rank < 50)]
    asked = [passed for figure, passed in tests if known(figure)]
    return sum(asked) / len(asked)


def cap_class(cap):
    if not known(cap):
        return "unknown"
    for name, least in (("mega", 200e9), ("large", 10e9), ("mid", 2e9), ("small", 300e6)):
        if cap >= least:
            return name
    return "micro"


# ---------------------------------------------------------------------------------------------------- groups

def group_index(members, days):
    """One level a day: 100 before the first change, then with the mean of the members' changes; None before."""
    at = {day: i for i, day in enumerate(days)}
    changes = [[] for _ in days]
    for s in members:
        for i in range(1, s.n):
            if s.day[i] in at:
                changes[at[s.day[i]]].append(s.close[i] / s.close[i - 1] - 1)
    levels = [None] * len(days)
    for i, c in enumerate(changes):
        before = levels[i - 1] if i else None
        if not c:
            levels[i] = before
            continue
        if before is None:
            before = 100.0
            if i:
                levels[i - 1] = before
        levels[i] = before * (1 + mean(c))
    return levels


def windowed(f, xs, n):
    out = []
    for i in range(len(xs)):
        window = xs[i - n + 1:i + 1] if i >= n - 1 else []
        out.append(f(window) if window and all(x is not None for x in window) else None)
    return out


def z_score(window):
    deviation = sample_deviation(window)
    return 0.0 if deviation < 1e-9 else (window[-1] - mean(window)) / deviation


def rotation(index, benchmark):
    rel = [a / b if a is not None and b is not None else None for a, b in zip(index, benchmark)]
    x = windowed(lambda w: w[-1] / mean(w) - 1, rel, 50)
    ratio = [None if z is None else 100 + z for z in windowed(z_score, x, 50)]
    moved = [ratio[i] - ratio[i - 10] if i >= 10 and ratio[i] is not None and ratio[i - 10] is not None else None
             for i in range(len(ratio))]
    momentum = [None if z is None else 100 + z for z in windowed(z_score, moved, 50)]
    return ratio, momentum


def quadrant(ratio, momentum):
    if ratio is None or momentum is None:
        return "insufficient"
    if ratio >= 100:
        return "leading" if momentum >= 100 else "weakening"
    return "improving" if momentum >= 100 else "lagging"


def weighted(members, which, window, caps):
    have = [(getattr(s, which)[window], caps(s)) for s in members]
    have = [(x, w) for x, w in have if known(x) and known(w)]
    return math.fsum(x * w for x, w in have) / math.fsum(w for _, w in have) if have else NAN


def group_scores(groups, which):
    parts = {w: percentiles({g: weighted(m, which, w, lambda s: 1.0) for g, m in groups.items()})
             for w in ("1m", "3m", "1w")}
    scores = {}
    for g in groups:
        have = [(weight, parts[w][g]) for w, weight in (("1m", 0.5), ("3m", 0.3), ("1w", 0.2)) if g in parts[w]]
        scores[g] = sum(w * x for w, x in have) / sum(w for w, _ in have) if have else NAN
    return scores, places({g: round(x, 9) for g, x in scores.items()})


def count(members, reference):
    sides = [side(s.close[-1], reference(s)) for s in members if known(reference(s))]
    return sides.count(1), sides.count(-1), sides.count(0)


# ---------------------------------------------------------------------------------------------------- tables

class Market:
    def __init__(self, daily, sectors, caps, as_of):
        bars = read_bars(daily, as_of)
        self.days = trade_days(bars)
        real = set(self.days)
        self.symbols = {}
        for name in sorted(bars):
            rows = [r for r in bars[name] if r[0] in real or r[0] > self.days[-1]]
            self.symbols[name] = Symbol(name, rows)
        self.stale = {s.name for s in self.symbols.values() if s.day[-1] < self.days[-1]}
        self.fresh = [s for s in self.symbols.values() if s.name not in self.stale]
        self.sector, self.industry, self.cap = {}, {}, {}
        with open_text(sectors) as text:
            for row in csv.DictReader(text):
                self.sector[row["Symbol"]] = row["GICS Sector"].strip()
                self.industry[row["Symbol"]] = row["GICS Sub-Industry"].strip()
        with open_text(caps) as text:
            for row in csv.DictReader(text):
                if row["market_cap"]:
                    self.cap[row["symbol"]] = float(row["market_cap"])

        def among_fresh(f):
            return {s.name: f(s) for s in self.fresh}
        self.rs_rank = {k: half_up(x) for k, x in percentiles(among_fresh(lambda s: s.rs)).items()}
        self.place = places(among_fresh(lambda s: s.rs))
        self.place_before = places(among_fresh(lambda s: s.rs_before))
        self.high_rank = percentiles(among_fresh(lambda s: (s.close[-1] / s.high252[-1] - 1) * 100))
        self.atr_rank = percentiles(among_fresh(lambda s: s.atr[-1] / s.close[-1] * 100))

    def score(self, s):
        if s.name not in self.rs_rank or s.name not in self.high_rank or s.stage == "insufficient":
            return NAN
        return (0.4 * self.rs_rank[s.name] + 0.2 * POINTS[s.stage] + 0.2 * self.high_rank[s.name]
                + 0.2 * s.stack() / 4 * 100)

    def rankings(self):
        for s in self.symbols.values():
            k, n, stale = s.name, s.n, s.name in self.stale
            moved = self.place_before[k] - self.place[k] if k in self.place and k in self.place_before else NAN
            ranges = [h / low - 1 for h, low in zip(s.high, s.low)]
            amounts = [c * v for c, v in zip(s.close, s.volume)]
            yield {
                "symbol": k, "stale": str(stale).lower(), "day": s.day[-1], "bars": n, "last": s.close[-1],
                "prev_close": s.close[-2] if n > 1 else NAN,
                "live_pct": NAN if stale else s.now["1d"], "eod_pct": NAN if stale else s.before["1d"],
                "perf_1w": s.now["1w"], "perf_1m": s.now["1m"], "perf_3m": s.now["3m"], "perf_6m": s.now["6m"],
                "perf_1y": s.now["1y"], "rs_raw": s.rs, "comp_rs_rank": self.rs_rank.get(k, NAN),
                "place": self.place.get(k, NAN), "rank_change": moved,
                "adr_pct": mean(ranges[-20:]) * 100 if n >= 20 else NAN,
                "atr14": s.atr[-1], "atr_pct": s.atr[-1] / s.close[-1] * 100, "atr_to_sma50": s.ext[-1],
                "rel_volume": NAN if stale else s.rel_volume[-1], "volume": NAN if stale else s.volume[-1],
                "dollar_volume_20": mean(amounts[-20:]) if n >= 20 else NAN,
                "cap": cap_class(self.cap.get(k, NAN)), "market_cap": self.cap.get(k, NAN),
                "high_rank": self.high_rank.get(k, NAN), "atr_rank": self.atr_rank.get(k, NAN),
                "atr_change_pct": change(s.atr, n - 1, 5),
                "ema10": s.ema10[-1], "ema20": s.ema20[-1], "sma20": s.sma20[-1], "sma50": s.sma50[-1],
                "sma200": s.sma200[-1], "slope50": s.slope50[-1], "slope200": s.slope200[-1],
                "high_52w": s.high252[-1], "low_52w": s.low252[-1], "low_50_before": s.low50[-1],
                "highest_close_20": s.high_close20[-1], "score": self.score(s),
            }

    def stages(self):
        for s in self.symbols.values():
            yield {
                "symbol": s.name, "stage": s.stage, "live": s.raw[-1],
                "confidence": confidence(s, self.rs_rank.get(s.name, NAN), s.name in self.stale),
                "strength": letter(self.score(s)), "bucket": s.bucket(),
                "history": " ".join("%d:%s:%s:%d" % h for h in s.history),
            }

    def groups(self):
        benchmark = self.symbols.get("SPY")
        level = group_index([benchmark] if benchmark else list(self.symbols.values()), self.days)
        for kind, of in (("sector", self.sector), ("industry", self.industry)):
            everyone = {}
            for s in self.symbols.values():
                if of.get(s.name):
                    everyone.setdefault(of[s.name], []).append(s)
            fresh = {g: [s for s in m if s.name not in self.stale] for g, m in everyone.items()}
            score, rank = group_scores(fresh, "now")
            _, rank_before = group_scores(fresh, "week_ago")
            for g in sorted(everyone):
                ratio, momentum = rotation(group_index(everyone[g], self.days), level)
                yield kind, g, fresh[g], score[g], rank.get(g, 0), rank_before.get(g, 0), ratio, momentum

    def group_rows(self):
        for kind, g, members, score, rank, before, ratio, momentum in self.groups():
            by_place = sorted((s.name for s in members if s.name in self.place), key=self.place.get)
            events, days = [], self.days
            for i in range(max(1, len(days) - 5), len(days)):
                a, b = quadrant(ratio[i - 1], momentum[i - 1]), quadrant(ratio[i], momentum[i])
                if a != b and "insufficient" not in (a, b):
                    events.append("%d:QUADRANT:%s:%s" % (days[i], a, b))
            if rank and before and abs(rank - before) >= 3:
                events.append("%d:RANK:%d:%d" % (days[-1], before, rank))
            row = {"kind": kind, "name": g, "symbols": len(members), "score": score, "rank": rank,
                   "rank_week_ago": before, "leaders": " ".join(by_place[:5]),
                   "laggards": " ".join(by_place[::-1][:5]), "events": " ".join(events)}
            for w in ("1d", "1w", "1m", "3m"):
                row["equal_" + w] = weighted(members, "now", w, lambda s: 1.0)
                row["cap_" + w] = weighted(members, "now", w, lambda s: self.cap.get(s.name, NAN))
            for name, reference in (("sma50", lambda s: s.sma50[-1]), ("sma200", lambda s: s.sma200[-1]),
                                    ("day", lambda s: s.close[-2] if s.n > 1 else NAN)):
                row[name] = "%d/%d/%d" % count(members, reference)
            yield row

    def trail_rows(self):
        for kind, g, _, _, _, _, ratio, momentum in self.groups():
            for week in range(7, -1, -1):
                i = len(self.days) - 1 - 5 * week
                if i >= 0 and quadrant(ratio[i], momentum[i]) != "insufficient":
                    yield {"key": "%s/%s/%d" % (kind, g, self.days[i]), "ratio": ratio[i], "momentum": momentum[i],
                           "quadrant": quadrant(ratio[i], momentum[i])}

    def breadth_rows(self):
        def back(n):
            return lambda s: s.close[-1 - n] if s.n > n else NAN
        tests = {"day_change": back(1), "open_change": lambda s: s.open[-1], "week": back(5), "month": back(21),
                 "quarter": back(63), "half_year": back(126), "year": back(252),
                 "price_to_ema10": lambda s: s.ema10[-1], "price_to_ema20": lambda s: s.ema20[-1],
                 "price_to_sma50": lambda s: s.sma50[-1], "price_to_sma200": lambda s: s.sma200[-1]}
        for key, reference in tests.items():
            up, down, same = count(self.fresh, reference)
            total = up + down + same
            yield {"key": key, "value": "%d/%d/%d" % (up, down, same)}
            yield {"key": key + "_pct_up", "value": half_up(up * 10000 / total) / 100 if total else NAN}
        fresh = self.fresh
        year = [s for s in fresh if s.n >= 252]
        month = [s for s in fresh if s.n >= 20]
        yield {"key": "highs_52w", "value": sum(1 for s in year if s.high[-1] == s.high252[-1])}
        yield {"key": "lows_52w", "value": sum(1 for s in year if s.low[-1] == s.low252[-1])}
        yield {"key": "eligible_52w", "value": len(year)}
        yield {"key": "pct_at_high_20",
               "value": 100 * sum(1 for s in month if s.close[-1] == s.high_close20[-1]) / len(month)
               if month else NAN}
        up = math.fsum(s.volume[-1] for s in fresh if s.n > 1 and above(s.close[-1], s.close[-2]))
        down = math.fsum(s.volume[-1] for s in fresh if s.n > 1 and above(s.close[-2], s.close[-1]))
        yield {"key": "up_volume_pct", "value": 100 * up / (up + down) if up + down else NAN}
        yield from self.advance_decline()
        yield from self.conditions()

    def advance_decline(self):
        at = {day: i for i, day in enumerate(self.days)}
        ups, downs = [0] * len(at), [0] * len(at)
        for s in self.symbols.values():
            for i in range(1, s.n):
                if s.day[i] in at:
                    which = side(s.close[i], s.close[i - 1])
                    ups[at[s.day[i]]] += which > 0
                    downs[at[s.day[i]]] += which < 0
        pairs = list(zip(ups, downs))[1:]
        net = [1000 * (u - d) / (u + d) if u + d else 0.0 for u, d in pairs]
        share = [u / (u + d) if u + d else 0.5 for u, d in pairs]
        yield {"key": "ad_line", "value": sum(u - d for u, d in pairs)}
        yield {"key": "net_advances", "value": pairs[-1][0] - pairs[-1][1]}
        yield {"key": "mcclellan", "value": ema(net, 19)[-1] - ema(net, 39)[-1]}
        yield {"key": "thrust", "value": ema(share, 10)[-1]}

    def conditions(self):
        spy = self.symbols.get("SPY")
        level = group_index([spy] if spy else list(self.symbols.values()), self.days)
        logs = [None] + [math.log(b / a) for a, b in zip(level, level[1:])]
        volatility = [sample_deviation(logs[i - 19:i + 1]) * math.sqrt(252) * 100 if i >= 20 else NAN
                      for i in range(len(level))]
        earlier = [v for v in volatility[-252:-1] if known(v)]
        percentile = 100 * sum(1 for v in earlier if v < volatility[-1]) / len(earlier) if len(earlier) >= 100 else NAN
        v = volatility[-1]
        up, down, same = count(self.fresh, lambda s: s.sma50[-1])
        pct = 100 * up / (up + down + same) if up + down + same else NAN
        long_enough = len(level) >= 200 and level[-200] is not None
        if not long_enough or not known(pct):
            trend = "UNKNOWN"
        elif above(level[-1], mean(level[-50:])) and above(level[-1], mean(level[-200:])) and pct >= 50:
            trend = "BULLISH"
        elif above(mean(level[-50:]), level[-1]) and above(mean(level[-200:]), level[-1]) and pct < 50:
            trend = "BEARISH"
        else:
            trend = "NEUTRAL"
        some = [s for s in self.fresh if s.n > 30]
        ratio = (math.fsum(s.volume[-1] for s in some) / math.fsum(s.mean_volume(s.n - 1, 30) for s in some)
                 if some else NAN)
        high = "UNKNOWN" if not known(v) else "LOW" if v < 15 else "MEDIUM" if v < 25 else "HIGH"
        if not known(percentile) or trend == "UNKNOWN":
            regime = "UNKNOWN"
        elif percentile >= 80:
            regime = "HIGH_VOLATILITY"
        elif trend == "BULLISH" and high != "HIGH":
            regime = "RISK_ON"
        else:
            regime = "RISK_OFF" if trend == "BEARISH" else "NEUTRAL"
        yield {"key": "volatility_pct", "value": v}
        yield {"key": "volatility_percentile", "value": percentile}
        yield {"key": "volatility", "value": high}
        yield {"key": "trend", "value": trend}
        yield {"key": "strength", "value": 10 * abs(2 * pct / 100 - 1)}
        yield {"key": "volume_ratio", "value": ratio}
        yield {"key": "volume", "value": "UNKNOWN" if not known(ratio) else "HIGH" if ratio > 1.5 else "MEDIUM" if ratio > 0.8 else "LOW"}
        yield {"key": "regime", "value": regime}


def text(x):
    if isinstance(x, float):
        return "" if math.isnan(x) else repr(x)
    return str(x)


def write(path, rows):
    rows = list(rows)
    with open(path, "w", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        if rows:
            table.writerow(rows[0])
        for row in rows:
            table.writerow([text(x) for x in row.values()])


def main(arguments):
    if len(arguments) != 5:
        sys.exit(__doc__)
    daily, sectors, caps, as_of, folder = arguments
    market = Market(daily, sectors, caps, as_of)
    write(os.path.join(folder, "rankings.csv"), market.rankings())
    write(os.path.join(folder, "stages.csv"), market.stages())
    write(os.path.join(folder, "groups.csv"), market.group_rows())
    write(os.path.join(folder, "trails.csv"), market.trail_rows())
    write(os.path.join(folder, "breadth.csv"), market.breadth_rows())


if __name__ == "__main__":
    main(sys.argv[1:])
