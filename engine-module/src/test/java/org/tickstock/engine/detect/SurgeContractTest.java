package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.EventType;

class SurgeContractTest extends DetectorContractTest {

    @Override
    protected Detector detector() {
        return new SurgeDetector(SurgeThresholds.defaults());
    }

    @Override
    protected List<EventType> types() {
        return List.of(EventType.SURGE);
    }
}
