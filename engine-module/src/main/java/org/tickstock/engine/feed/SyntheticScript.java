package org.tickstock.engine.feed;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;

/**
 * Lets things happen in the synthetic market: draws episodes, runs them, and remembers what stays of them.
 *
 * <p>Thread: one owner.
 * <p>Units: rates in trades per second.
 */
final class SyntheticScript {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long AFTER_OPEN_NS = 200 * NS_PER_S;
    private static final long BEFORE_CLOSE_NS = 1_500 * NS_PER_S;
    private static final double TICKER_SECONDS_PER_EPISODE = 24_000;
    private static final double LONGEST_MEAN_S = 60;
    private static final double LEAST_EXTRA = 0.4;
    private static final double MOST_EXTRA = 60;

    private final SeededRandom random;
    private final double meanPauseNs;
    private final double[] settled;
    private final SyntheticEpisode[] byMember;
    private final List<SyntheticEpisode> active = new ArrayList<>();
    private double[] extraRates = new double[16];
    private double extraRate;
    private long nextNs;

    SyntheticScript(int members, SeededRandom random) {
        this.random = random;
        this.meanPauseNs = Math.min(LONGEST_MEAN_S, TICKER_SECONDS_PER_EPISODE / members) * NS_PER_S;
        this.settled = new double[members];
        this.byMember = new SyntheticEpisode[members];
    }

    /** Ends what is over, begins what is due, and weighs the rest anew; called once a second. */
    void advance(long tsNs, SessionSpan span, SyntheticPrices prices, SyntheticCrowd crowd, double activity) {
        for (int i = active.size() - 1; i >= 0; i--) {
            SyntheticEpisode episode = active.get(i);
            if (episode.isOver(tsNs)) {
                settled[episode.member()] += episode.lastingPush();
                byMember[episode.member()] = null;
                active.remove(i);
            }
        }
        if (tsNs >= nextNs) {
            if (nextNs > 0 && hasTimeFor(tsNs, span)) {
                begin(tsNs, prices);
            }
            nextNs = tsNs + (long) random.exponential(meanPauseNs);
        }
        weigh(tsNs, crowd, activity);
    }

    /** How far a member is pushed. */
    double push(int member, long tsNs) {
        SyntheticEpisode episode = byMember[member];
        return episode == null ? settled[member] : settled[member] + episode.pushAt(tsNs);
    }

    boolean isHalted(int member, long tsNs) {
        return byMember[member] != null && byMember[member].activityAt(tsNs) == 0;
    }

    boolean takeReopening(int member, long tsNs) {
        return byMember[member] != null && byMember[member].takeReopening(tsNs);
    }

    /** Trades per second that the running episodes add. */
    double extraRate() {
        return extraRate;
    }

    /** The member that the extra trade at {@code position}, 0 to {@link #extraRate}, belongs to. */
    int memberAt(double position) {
        int i = 0;
        double sum = extraRates[0];
        while (position >= sum && i < active.size() - 1) {
            i++;
            sum += extraRates[i];
        }
        return active.get(i).member();
    }

    private static boolean hasTimeFor(long tsNs, SessionSpan span) {
        return span.session() == MarketSession.REGULAR
                && tsNs >= span.startNs() + AFTER_OPEN_NS && tsNs < span.endNs() - BEFORE_CLOSE_NS;
    }

    /** Active members are more likely to be chosen; one that is busy already is left alone. */
    private void begin(long tsNs, SyntheticPrices prices) {
        double u = random.nextDouble();
        int member = (int) (u * Math.sqrt(u) * byMember.length);
        SyntheticEpisode.Kind kind = SyntheticEpisode.Kind.of(random.below(100));
        if (byMember[member] == null) {
            byMember[member] = SyntheticEpisode.draw(kind, member, tsNs, prices.sigmaPerSqrtS(member), random);
            active.add(byMember[member]);
        }
    }

    private void weigh(long tsNs, SyntheticCrowd crowd, double activity) {
        if (extraRates.length < active.size()) {
            extraRates = new double[active.size() * 2];
        }
        extraRate = 0;
        for (int i = 0; i < active.size(); i++) {
            SyntheticEpisode episode = active.get(i);
            double more = episode.activityAt(tsNs) - 1;
            double usual = crowd.rateOf(episode.member()) * activity;
            extraRates[i] = more <= 0 ? 0 : Math.min(MOST_EXTRA, Math.max(LEAST_EXTRA * more, usual * more));
            extraRate += extraRates[i];
        }
    }
}
