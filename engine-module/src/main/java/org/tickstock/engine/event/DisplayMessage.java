package org.tickstock.engine.event;

/**
 * A display event in its transport form: encoded once, then only concatenated.
 *
 * <p>Thread: immutable by agreement; nobody writes into {@code body} after construction.
 *
 * @param id identity, for example {@code AAPL-20131008-high-17}
 * @param type which kind
 * @param direction which list of the frame
 * @param symbolId dense number of the symbol
 * @param symbol ticker
 * @param sessionKey trade date and market session in whose counts it belongs, see {@link EventOrigin#sessionKey()}
 * @param countChange what it adds to the highs or lows of its side: 1, -1 where it takes one back, else 0
 * @param tsEventNs event time
 * @param tsInitNs when the raising trade was received
 * @param ordinal running number of the symbol's events on the trade date
 * @param body the event's canonical JSON object in UTF-8 <em>without its opening brace</em>, so that a reader can put
 *        its offset in front: <code>{"offset":7,</code> + body
 * @param times when it passed each stage
 */
public record DisplayMessage(
        String id,
        EventType type,
        Direction direction,
        int symbolId,
        String symbol,
        int sessionKey,
        int countChange,
        long tsEventNs,
        long tsInitNs,
        int ordinal,
        byte[] body,
        EventTimes times) {

    /** A message of which nothing is known but what it says. */
    public DisplayMessage(String id, EventType type, Direction direction, int symbolId, String symbol, int sessionKey,
            int countChange, long tsEventNs, long tsInitNs, int ordinal, byte[] body) {
        this(id, type, direction, symbolId, symbol, sessionKey, countChange, tsEventNs, tsInitNs, ordinal, body,
                EventTimes.UNKNOWN);
    }

    /** The same with these times. */
    public DisplayMessage with(EventTimes known) {
        return new DisplayMessage(id, type, direction, symbolId, symbol, sessionKey, countChange, tsEventNs, tsInitNs,
                ordinal, body, known);
    }
}
