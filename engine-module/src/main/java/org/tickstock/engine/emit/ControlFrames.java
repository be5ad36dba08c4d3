package org.tickstock.engine.emit;

import org.tickstock.engine.collect.Gap;

/**
 * The frames that the cycle itself must send beside events.
 */
final class ControlFrames {

    private ControlFrames() {
    }

    /** Declares offsets that cannot be delivered any more. */
    static String gap(long epoch, Gap gap) {
        String to = gap.to() == Gap.NOT_KNOWN ? "null" : Long.toString(gap.to());
        return "{\"event\":\"gap\",\"data\":{\"epoch\":" + epoch + ",\"from\":" + gap.from() + ",\"to\":" + to
                + ",\"reason\":\"" + gap.reason() + "\"}}";
    }
}
