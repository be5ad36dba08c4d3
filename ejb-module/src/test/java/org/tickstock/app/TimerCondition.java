package org.tickstock.app;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Schedule;

/**
 * What must hold for a method that a timer calls.
 */
final class TimerCondition extends ArchCondition<JavaMethod> {

    /** No timer is kept in a database: after a restart it would fire for every second that was missed. */
    static final TimerCondition BE_LOST_AT_A_RESTART = new TimerCondition();

    private TimerCondition() {
        super("not be persistent");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (method.getAnnotationOfType(Schedule.class).persistent()) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " must not be persistent"));
        }
    }
}
