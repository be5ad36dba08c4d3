package org.tickstock.web.emit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Looks every half minute whether the logins of open connections still hold: one may expire while its page stays open.
 *
 * <p>Thread: an EJB timer.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginTimer {

    private static final Logger LOG = System.getLogger(LoginTimer.class.getName());

    @Inject
    private OpenSockets sockets;

    /** One look. */
    @Schedule(second = "*/30", minute = "*", hour = "*", persistent = false)
    public void look() {
        try {
            sockets.closeThoseSignedOut();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "logins of open connections not checked", fault);
        }
    }
}
