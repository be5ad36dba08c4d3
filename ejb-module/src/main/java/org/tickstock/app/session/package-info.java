/**
 * Market sessions: who notices that one began, and who remembers it.
 *
 * <p>Thread: an EJB timer. Start reading at {@code MarketSessionTimer}.
 */
package org.tickstock.app.session;
