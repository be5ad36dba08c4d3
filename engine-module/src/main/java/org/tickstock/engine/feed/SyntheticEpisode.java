package org.tickstock.engine.feed;

/**
 * A scripted happening in one stock: how far its price is pushed, and how much busier it is, over time.
 *
 * <p>A shape is a line of legs; along a leg the push goes evenly from the last leg's level to its own.
 * <p>Thread: one owner.
 * <p>Units: push as natural logarithm of price, activity as a multiple of the usual, nanoseconds UTC.
 */
final class SyntheticEpisode {

    /** What may happen, with its share in a hundred. */
    enum Kind {
        SPIKE(45), DRIFT(25), V_REVERSAL(15), GAP(10), HALT(5);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        /** The kind that a draw of 0 to 99 stands for. */
        static Kind of(int draw) {
            int sum = 0;
            for (Kind kind : values()) {
                sum += kind.share;
                if (draw < sum) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("draw must be 0 to 99, was " + draw);
        }
    }

    private static final double NS_PER_S = 1e9;
    private static final int MAX_LEGS = 3;

    private final Kind kind;
    private final int member;
    private final long startNs;
    private final long[] legEndNs = new long[MAX_LEGS];
    private final double[] legPush = new double[MAX_LEGS];
    private final double[] legActivity = new double[MAX_LEGS];
    private int legs;
    private boolean reopened;

    private SyntheticEpisode(Kind kind, int member, long startNs) {
        this.kind = kind;
        this.member = member;
        this.startNs = startNs;
    }

    /** Draws the shape; {@code sigmaPerSqrtS} is the stock's volatility over one second. */
    static SyntheticEpisode draw(Kind kind, int member, long startNs, double sigmaPerSqrtS, SeededRandom random) {
        SyntheticEpisode episode = new SyntheticEpisode(kind, member, startNs);
        double side = random.nextBoolean() ? sigmaPerSqrtS : -sigmaPerSqrtS;
        switch (kind) {
            case SPIKE -> {
                double peak = side * random.between(18, 32);
                episode.leg(random.between(6, 14), peak, random.between(8, 16));
                episode.leg(random.between(30, 90), peak * random.between(0.3, 0.9), 2);
            }
            case DRIFT -> episode.leg(random.between(240, 720), side * random.between(55, 100), 1.3);
            case V_REVERSAL -> {
                double turn = side * random.between(50, 80);
                episode.leg(random.between(150, 300), turn, 1.5);
                episode.leg(random.between(150, 300), turn * random.between(-0.1, 0.2), 2);
            }
            case GAP -> {
                episode.leg(1, side * random.between(40, 70), 1);
                episode.leg(random.between(20, 40), episode.legPush[0], 6);
            }
            default -> {
                episode.leg(300, 0, 0);
                episode.leg(1, side * random.between(40, 90), 1);
                episode.leg(random.between(30, 60), episode.legPush[1], 6);
            }
        }
        return episode;
    }

    private void leg(double seconds, double push, double activity) {
        legEndNs[legs] = (legs == 0 ? startNs : legEndNs[legs - 1]) + (long) (seconds * NS_PER_S);
        legPush[legs] = push;
        legActivity[legs] = activity;
        legs++;
    }

    Kind kind() {
        return kind;
    }

    int member() {
        return member;
    }

    boolean isOver(long tsNs) {
        return tsNs >= legEndNs[legs - 1];
    }

    /** What stays of it for good. */
    double lastingPush() {
        return legPush[legs - 1];
    }

    double pushAt(long tsNs) {
        int leg = legAt(tsNs);
        long from = leg == 0 ? startNs : legEndNs[leg - 1];
        double before = leg == 0 ? 0 : legPush[leg - 1];
        double done = Math.min(1, (double) (tsNs - from) / (legEndNs[leg] - from));
        return before + (legPush[leg] - before) * done;
    }

    /** 0 while trading is halted. */
    double activityAt(long tsNs) {
        return legActivity[legAt(tsNs)];
    }

    /** Whether a print at this instant is the first after a halt; true once. */
    boolean takeReopening(long tsNs) {
        boolean reopens = kind == Kind.HALT && !reopened && activityAt(tsNs) > 0;
        reopened |= reopens;
        return reopens;
    }

    private int legAt(long tsNs) {
        int leg = 0;
        while (leg < legs - 1 && tsNs >= legEndNs[leg]) {
            leg++;
        }
        return leg;
    }
}
