package org.tickstock.app.detect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.PressureDetector;
import org.tickstock.engine.detect.SurgeDetector;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendDetector;
import org.tickstock.engine.detect.TrendThresholds;

/**
 * Makes a bean of every rule; a new rule is one more method here.
 *
 * <p>Thread: the deployment's.
 */
@ApplicationScoped
public class DetectorProducer {

    @Produces
    @Singleton
    Detector highLow(HighLowThresholds thresholds) {
        return new HighLowDetector(thresholds);
    }

    @Produces
    @Singleton
    Detector trend(TrendThresholds thresholds) {
        return new TrendDetector(thresholds);
    }

    @Produces
    @Singleton
    Detector surge(SurgeThresholds thresholds) {
        return new SurgeDetector(thresholds);
    }

    @Produces
    @Singleton
    Detector pressure() {
        return new PressureDetector();
    }
}
