package org.tickstock.web.emit;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Shows every client out when the application stops. Some servers do so by themselves, others only cut the line.
 *
 * <p>Thread: the one that stops the application.
 */
@WebListener
public class ClosingTime implements ServletContextListener {

    @Inject
    private OpenSockets sockets;

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        sockets.closeAll();
    }
}
