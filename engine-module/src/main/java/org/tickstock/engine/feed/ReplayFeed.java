package org.tickstock.engine.feed;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.EpochClock;

/**
 * Plays recorded tapes at the pace they were recorded, a multiple of it, or as fast as the lanes take them.
 *
 * <p>Thread: as {@link MarketDataFeed} says.
 * <p>Errors: a row that is no tick is counted by reason, the first few are logged. A tape that is missing, corrupt or
 * none at all ends the replay: state FAILED, the detail names file, line and reason.
 */
public final class ReplayFeed implements MarketDataFeed {

    private static final Logger LOG = System.getLogger(ReplayFeed.class.getName());
    private static final int BATCH = 4096;
    private static final int LOGGED_ROWS = 5;
    private static final int CLOCK_ONE_IN = 64;

    private final ReplaySettings settings;
    private final EpochClock clock;
    private final FeedProgress progress = new FeedProgress("replay");
    private final FeedPace pace;
    private final Tick tick = new Tick();
    private final TapeRow row;
    private FeedListener listener;
    private TapeLines lines;
    private int nextFile;
    private boolean firstOfTape;
    private boolean waiting;
    private long unreadable;
    private long rows;
    private long readNs;
    private long closedBytes;
    private volatile long bytesRead;

    /** A replay for a fixed set of symbols; a ticker that is not in {@code symbols} arrives as unknown. */
    public ReplayFeed(ReplaySettings settings, SymbolTable symbols, EpochClock clock) {
        this(settings, symbols, clock, false);
    }

    /** A replay that adds tickers to {@code symbols} as it meets them when {@code interning}. */
    public ReplayFeed(ReplaySettings settings, SymbolTable symbols, EpochClock clock, boolean interning) {
        this.settings = settings;
        this.clock = clock;
        this.pace = new FeedPace(settings.speed());
        this.row = new TapeRow(symbols, interning);
    }

    @Override
    public void start(FeedListener to) {
        if (listener != null) {
            throw new IllegalStateException("replay must be started once, was " + progress.status().state());
        }
        listener = to;
        openNext();
    }

    @Override
    public int doWork() {
        int done = 0;
        while (done < BATCH && progress.is(State.LIVE) && step()) {
            done++;
        }
        if (done > 0) {
            progress.publish();
            bytesRead = closedBytes + (lines == null ? 0 : lines.bytesRead());
        }
        return done;
    }

    @Override
    public void stop() {
        closeTape();
        if (progress.is(State.LIVE)) {
            progress.become(State.IDLE, "stopped");
        }
    }

    @Override
    public FeedStatus status() {
        return progress.status();
    }

    /** How much of the tapes' files has been read so far, packed as they are; from any thread. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Hands over or refuses one row; false when the next one is not due yet, or there is none. */
    private boolean step() {
        try {
            if (waiting) {
                return deliverIfDue(clock.nowNs());
            }
            if (!lines.next()) {
                closeTape();
                openNext();
                return progress.is(State.LIVE);
            }
            TickRefusal refusal = row.parse(lines.bytes(), lines.from(), lines.to(), tick);
            if (refusal != null) {
                refuse(refusal);
                return true;
            }
        } catch (IOException unusable) {
            fail(unusable);
            return false;
        }
        long nowNs = receiptNs();
        schedule(nowNs);
        return deliverIfDue(nowNs);
    }

    /** At full speed a few rows share one look at the clock, which costs as much as half a row. */
    private long receiptNs() {
        boolean isPaced = settings.speed() != ReplaySettings.MAX_SPEED;
        if (isPaced || rows++ % CLOCK_ONE_IN == 0) {
            readNs = clock.nowNs();
        }
        return readNs;
    }

    private void schedule(long nowNs) {
        if (firstOfTape) {
            pace.onTape(tick.tsEventNs, nowNs);
            firstOfTape = false;
        } else {
            pace.onTick(tick.tsEventNs, nowNs);
        }
    }

    private boolean deliverIfDue(long nowNs) {
        waiting = !pace.isDue(tick.tsEventNs, nowNs);
        if (waiting) {
            return false;
        }
        progress.onRead(tick.tsEventNs, nowNs);
        tick.tsInitNs = nowNs;
        listener.onTick(tick);
        return true;
    }

    private void refuse(TickRefusal refusal) {
        unreadable++;
        progress.onUnreadable();
        listener.onUnreadable(refusal);
        if (unreadable <= LOGGED_ROWS) {
            LOG.log(Level.WARNING, "tape row refused file=" + currentFile() + " line=" + lines.line()
                    + " reason=" + refusal.wireName());
        }
    }

    private void openNext() {
        if (nextFile == settings.files().size()) {
            listener.onPause();
            progress.become(State.FINISHED, finished());
            LOG.log(Level.INFO, "replay finished detail=" + finished());
            return;
        }
        nextFile++;
        firstOfTape = true;
        try {
            lines = TapeLines.open(currentFile());
            row.expect(lines.requireHeader());
            progress.become(State.LIVE, "plays " + nameOf(currentFile()) + ", tape " + nextFile + " of "
                    + settings.files().size() + ", at speed " + speed());
            LOG.log(Level.INFO, "tape opened file=" + currentFile());
        } catch (IOException unusable) {
            fail(unusable);
        }
    }

    private void fail(IOException unusable) {
        String where = lines == null ? "" : " line " + lines.line();
        String detail = currentFile() + where + ": " + unusable.getMessage();
        closeTape();
        progress.become(State.FAILED, detail);
        LOG.log(Level.ERROR, "replay failed detail=" + detail);
    }

    private void closeTape() {
        waiting = false;
        if (lines == null) {
            return;
        }
        closedBytes += lines.bytesRead();
        try {
            lines.close();
        } catch (IOException unclosable) {
            LOG.log(Level.WARNING, "tape not closed file=" + currentFile() + " reason=" + unclosable.getMessage());
        }
        lines = null;
    }

    private Path currentFile() {
        return settings.files().get(nextFile - 1);
    }

    private String finished() {
        int files = settings.files().size();
        String what = files == 1 ? nameOf(currentFile()) + " read to its end" : files + " tapes read to their end";
        return unreadable == 0 ? what : what + ", " + unreadable + " rows unreadable";
    }

    private String speed() {
        return settings.speed() == ReplaySettings.MAX_SPEED ? "max" : String.valueOf(settings.speed());
    }

    private static Path nameOf(Path file) {
        return file.getFileName() == null ? file : file.getFileName();
    }
}
