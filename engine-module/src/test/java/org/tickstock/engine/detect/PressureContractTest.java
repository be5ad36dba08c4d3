package org.tickstock.engine.detect;

import java.util.List;
import org.tickstock.engine.event.EventType;

class PressureContractTest extends DetectorContractTest {

    @Override
    protected Detector detector() {
        return new PressureDetector();
    }

    @Override
    protected List<EventType> types() {
        return List.of(EventType.PRESSURE);
    }
}
