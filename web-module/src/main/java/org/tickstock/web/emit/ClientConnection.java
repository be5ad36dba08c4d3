package org.tickstock.web.emit;

import java.util.concurrent.atomic.AtomicReference;
import org.tickstock.app.emit.StateWatch;
import org.tickstock.app.emit.UserSubscriber;
import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.emit.ConnectionLedger;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * What is known of a connection beside its sends: whose it is, what it watches, from where it goes on.
 *
 * <p>Thread: any.
 */
abstract class ClientConnection implements UserSubscriber {

    /** How long a new connection may be silent before it starts as one that does not resume, unless it said it will. */
    private static final long RESUME_GRACE_NS = 300_000_000L;

    private final Login login;
    private final boolean willResume;
    private final EpochClock clock;
    private final long openedNs;
    private final ClientPulse pulse;
    private final EventCursor cursor = new EventCursor();
    private final ConnectionLedger ledger = new ConnectionLedger();
    private final AtomicReference<ResumePoint> resumePoint = new AtomicReference<>();
    private volatile boolean resumed;
    private volatile UniverseSelection selection;
    private volatile StateWatch stateWatch;

    ClientConnection(Login login, UniverseSelection selection, boolean willResume, EpochClock clock) {
        this.login = login;
        this.selection = selection;
        this.willResume = willResume;
        this.clock = clock;
        this.openedNs = clock.nowNs();
        this.pulse = new ClientPulse(clock);
    }

    @Override
    public final long userId() {
        return login.user().userId();
    }

    @Override
    public final String email() {
        return login.user().email();
    }

    Login login() {
        return login;
    }

    @Override
    public final long openedNs() {
        return openedNs;
    }

    @Override
    public final long heardNs() {
        return pulse.heardNs();
    }

    void heard() {
        pulse.heard();
    }

    ClientPulse pulse() {
        return pulse;
    }

    @Override
    public final UniverseSelection selection() {
        return selection;
    }

    @Override
    public final void selection(UniverseSelection changed) {
        selection = changed;
    }

    @Override
    public final StateWatch stateWatch() {
        return stateWatch;
    }

    /** The client follows this from now on; null: nothing. */
    void follow(StateWatch watch) {
        stateWatch = watch;
    }

    @Override
    public final EventCursor cursor() {
        return cursor;
    }

    @Override
    public final ConnectionLedger ledger() {
        return ledger;
    }

    @Override
    public final boolean mayStart() {
        return resumed || !willResume && clock.nowNs() - openedNs >= RESUME_GRACE_NS;
    }

    /** The client has everything up to an offset. */
    void acknowledge(long epoch, long offset) {
        ledger.acknowledge(epoch, offset, clock.nowNs());
    }

    /** The client asks to go on behind this point. */
    void resumeFrom(ResumePoint point) {
        resumePoint.set(point);
        resumed = true;
    }

    @Override
    public final ResumePoint takeResumePoint() {
        return resumePoint.getAndSet(null);
    }
}
