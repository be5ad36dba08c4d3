package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.EventType;

class HighLowContractTest extends DetectorContractTest {

    @Override
    protected Detector detector() {
        return new HighLowDetector(HighLowThresholds.defaults());
    }

    @Override
    protected List<EventType> types() {
        return List.of(EventType.HIGH, EventType.LOW);
    }
}
