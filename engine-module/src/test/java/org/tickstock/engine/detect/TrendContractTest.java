package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.EventType;

class TrendContractTest extends DetectorContractTest {

    @Override
    protected Detector detector() {
        return new TrendDetector(TrendThresholds.defaults());
    }

    @Override
    protected List<EventType> types() {
        return List.of(EventType.TREND);
    }
}
