package org.tickstock.app.emit.plain;

import java.util.ArrayList;
import java.util.List;

/** Second buckets of an uninterrupted run of prints, and the ten-second returns of the day. */
final class PlainBuckets {

    /** One second that traded; the sign is of the change to the one before it. */
    static final class Bucket {
        final long second;
        long price;
        long volume;
        int sign;

        Bucket(long second) {
            this.second = second;
        }
    }

    private final List<Bucket> run = new ArrayList<>();
    private final List<Double> squares = new ArrayList<>();
    private long tenOpen = Long.MIN_VALUE;
    private long tenOpenPrice;
    private long tenClosed = Long.MIN_VALUE;
    private long tenClosedPrice;

    void interrupt() {
        run.clear();
    }

    List<Bucket> run() {
        return run;
    }

    Bucket newest() {
        return run.isEmpty() ? null : run.get(run.size() - 1);
    }

    void add(long second, long price, long volume) {
        if (run.isEmpty() || newest().second != second) {
            run.add(new Bucket(second));
        }
        Bucket bucket = newest();
        bucket.price = price;
        bucket.volume += volume;
        bucket.sign = run.size() == 1 ? 0 : Long.signum(price - run.get(run.size() - 2).price);
        addToTen(second / 10, price);
    }

    private void addToTen(long ten, long price) {
        if (ten != tenOpen && tenOpen != Long.MIN_VALUE) {
            if (tenClosed != Long.MIN_VALUE && (tenOpen - tenClosed) * 10 <= 60) {
                double change = (tenOpenPrice - tenClosedPrice) / (double) tenClosedPrice;
                squares.add(change * change);
            }
            tenClosed = tenOpen;
            tenClosedPrice = tenOpenPrice;
        }
        tenOpen = ten;
        tenOpenPrice = price;
    }

    int returns() {
        return Math.min(180, squares.size());
    }

    double sigma(double seconds) {
        double sum = 0;
        for (int i = squares.size() - returns(); i < squares.size(); i++) {
            sum += squares.get(i);
        }
        return Math.max(0.00005, Math.sqrt(sum / returns())) * Math.sqrt(seconds / 10);
    }

    /** Volume of the seconds after one and up to another. */
    long volume(long after, long to) {
        long volume = 0;
        for (int i = run.size() - 1; i >= 0 && run.get(i).second > after; i--) {
            volume += run.get(i).second <= to ? run.get(i).volume : 0;
        }
        return volume;
    }

    /** The newest bucket of this second or an earlier one, or null. */
    Bucket newestUpTo(long second) {
        for (int i = run.size() - 1; i >= 0; i--) {
            if (run.get(i).second <= second) {
                return run.get(i);
            }
        }
        return null;
    }
}
