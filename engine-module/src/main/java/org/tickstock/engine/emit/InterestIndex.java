package org.tickstock.engine.emit;

import java.util.BitSet;
import java.util.List;
import org.tickstock.engine.event.DisplayMessage;

/**
 * symbol -> the audiences that want it, once per tracker: matching an event costs one look-up, however many users.
 *
 * <p>Thread: immutable; a change of selections or universes builds a new one.
 */
final class InterestIndex {

    private static final BitSet NOBODY = new BitSet(0);

    private final List<Audience> audiences;
    private final BitSet[] market;
    private final BitSet[] highlow;

    InterestIndex(List<Audience> audiences) {
        this.audiences = List.copyOf(audiences);
        int symbols = audiences.stream()
                .mapToInt(audience -> Math.max(audience.market().length(), audience.highlow().length()))
                .max().orElse(0);
        market = new BitSet[symbols];
        highlow = new BitSet[symbols];
        for (int i = 0; i < audiences.size(); i++) {
            enter(market, audiences.get(i).market(), i);
            enter(highlow, audiences.get(i).highlow(), i);
        }
    }

    /** Which audiences want the event, as positions in {@link #audiences()}; not to be changed. */
    BitSet interestedIn(DisplayMessage message) {
        BitSet[] index = Audience.isHighLow(message.type()) ? highlow : market;
        int id = message.symbolId();
        return id < index.length && index[id] != null ? index[id] : NOBODY;
    }

    List<Audience> audiences() {
        return audiences;
    }

    private static void enter(BitSet[] index, BitSet symbols, int audience) {
        for (int id = symbols.nextSetBit(0); id >= 0; id = symbols.nextSetBit(id + 1)) {
            if (index[id] == null) {
                index[id] = new BitSet();
            }
            index[id].set(audience);
        }
    }
}
