/**
 * The bar wing, the container's side: minute bars from the lanes into PostgreSQL and out again, rolled up to five
 * minutes, hours and days.
 *
 * <p>Thread: lanes fold and hand over; the writer runs on {@code concurrent/tickstock-journal}; reading from any.
 * Start reading at {@link org.tickstock.app.bar.BarLane}, then at {@link org.tickstock.app.bar.BarRounds}.
 */
package org.tickstock.app.bar;
