/**
 * The container's side of stage 1: the live vendor feed, the choice of a feed, and the start and stop of everything.
 *
 * <p>Thread: a feed's socket runs on an executor the container lends. Start reading at
 * {@link org.tickstock.app.feed.MassiveFeed}.
 */
package org.tickstock.app.feed;
