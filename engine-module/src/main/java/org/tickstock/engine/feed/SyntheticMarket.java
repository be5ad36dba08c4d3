package org.tickstock.engine.feed;

import java.util.List;
import org.tickstock.engine.feed.SyntheticRoster.Member;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Makes one trade after the other; the same seed and settings make the same trades.
 *
 * <p>A few in ten thousand are dirty, as on a real feed: late reports, prices from elsewhere, wild or unreadable ones.
 * <p>Thread: one owner.
 */
final class SyntheticMarket {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long MICROS = 1_000_000L;
    private static final long AVERAGE_PRICE = TradeConditions.bitOf(2);
    private static final long FORM_T = TradeConditions.bitOf(12);
    private static final long INTERMARKET_SWEEP = TradeConditions.bitOf(14);
    private static final long OPENING_PRINT = TradeConditions.bitOf(25);
    private static final long REOPENING_PRINT = TradeConditions.bitOf(28);
    private static final long OUT_OF_SEQUENCE = TradeConditions.bitOf(33);
    private static final long ODD_LOT = TradeConditions.bitOf(37);
    private static final long CONTINGENT = TradeConditions.bitOf(52);
    private static final int DIRT_SCALE = 10_000;

    private final SeededRandom random;
    private final SyntheticHours hours;
    private final SyntheticPrices prices;
    private final SyntheticScript script;
    private final SyntheticCrowd crowd;
    private final double ticksPerSecond;
    private final int[] symbolIds;
    private final int[] openedOn;
    private long nowNs;
    private long second;

    SyntheticMarket(SyntheticSettings settings, List<Member> members, SymbolTable symbols, SyntheticHours hours) {
        this.random = new SeededRandom(settings.seed());
        this.hours = hours;
        this.nowNs = hours.span().startNs();
        this.prices = new SyntheticPrices(members, nowNs);
        this.script = new SyntheticScript(members.size(), new SeededRandom(~settings.seed()));
        this.ticksPerSecond = settings.ticksPerSecond();
        this.crowd = new SyntheticCrowd(members.size(), ticksPerSecond);
        this.symbolIds = members.stream().mapToInt(member -> symbols.idOf(member.ticker())).toArray();
        this.openedOn = new int[members.size()];
    }

    /** Simulated time of the last trade made; a late report carries an earlier one. */
    long nowNs() {
        return nowNs;
    }

    /** Makes the next trade; null, or why it could not be read. */
    TickRefusal next(Tick tick) {
        int member = nextMember();
        while (script.isHalted(member, nowNs)) {
            member = nextMember();
        }
        int dirt = random.below(DIRT_SCALE);
        TickRefusal refusal = refusalOf(dirt);
        if (refusal == null) {
            print(member, tick);
            soil(dirt, tick);
        }
        return refusal;
    }

    /** Goes on to the time of the next trade, over session ends if need be, and says whose it is. */
    private int nextMember() {
        double usual = ticksPerSecond * hours.activity(nowNs);
        double rate = usual + script.extraRate();
        nowNs += (long) random.exponential(NS_PER_S / rate);
        while (nowNs >= hours.span().endNs()) {
            hours.advance();
            nowNs = hours.span().startNs();
        }
        if (nowNs / NS_PER_S != second) {
            second = nowNs / NS_PER_S;
            prices.moveFactors(nowNs, random);
            script.advance(nowNs, hours.span(), prices, crowd, hours.activity(nowNs));
        }
        double position = random.nextDouble() * (ticksPerSecond * hours.activity(nowNs) + script.extraRate());
        return position < script.extraRate() ? script.memberAt(position) : crowd.memberAt(random.nextDouble());
    }

    private void print(int member, Tick tick) {
        long price = prices.print(member, nowNs, script.push(member, nowNs), random);
        long size = sizeShares(price);
        long conditions = size < 100 ? ODD_LOT : 0;
        if (random.nextDouble() < 0.3) {
            conditions |= INTERMARKET_SWEEP;
        }
        if (hours.span().session() != MarketSession.REGULAR) {
            conditions |= FORM_T;
        } else if (size >= 100 && openedOn[member] != hours.span().tradeDay()) {
            openedOn[member] = hours.span().tradeDay();
            conditions |= OPENING_PRINT;
        }
        if (script.takeReopening(member, nowNs)) {
            conditions |= REOPENING_PRINT;
        }
        tick.trade(symbolIds[member], price, size * MICROS, conditions, nowNs - nowNs % NS_PER_MS, 0);
    }

    /** A fifth are odd lots; the others are round, mostly small, and larger where a share costs little. */
    private long sizeShares(long priceMicros) {
        if (random.nextDouble() < 0.2) {
            return 1 + random.below(99);
        }
        long lots = Math.max(1, (long) StrictMath.exp(0.7 + 0.55 * random.gaussian()));
        return lots * (priceMicros < 5 * MICROS ? 300 : 100);
    }

    private static TickRefusal refusalOf(int dirt) {
        return switch (dirt) {
            case 0, 1 -> TickRefusal.BAD_PRICE;
            case 2 -> TickRefusal.BAD_SIZE;
            case 3 -> TickRefusal.MALFORMED;
            default -> null;
        };
    }

    private void soil(int dirt, Tick tick) {
        if (dirt < 8) {
            long lateNs = (long) (random.between(15, 90) * NS_PER_S);
            tick.tsEventNs = Math.max(hours.span().startNs(), tick.tsEventNs - lateNs);
            tick.conditionBits |= OUT_OF_SEQUENCE;
        } else if (dirt < 18) {
            reprice(tick, random.between(0.985, 1.015));
            tick.conditionBits |= AVERAGE_PRICE;
        } else if (dirt < 20) {
            reprice(tick, random.between(0.97, 1.03));
            tick.conditionBits |= CONTINGENT;
        } else if (dirt < 21) {
            reprice(tick, random.nextBoolean() ? 2.5 : 0.3);
        }
    }

    private static void reprice(Tick tick, double factor) {
        tick.priceMicros = SyntheticPrices.onGrid(tick.priceMicros * factor);
        tick.highMicros = tick.priceMicros;
        tick.lowMicros = tick.priceMicros;
    }
}
