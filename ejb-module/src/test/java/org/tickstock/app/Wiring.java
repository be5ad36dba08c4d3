package org.tickstock.app;

import java.lang.reflect.Field;

/**
 * Gives a bean its parts where there is no container: by type, as injection would.
 */
public final class Wiring {

    private Wiring() {
    }

    /** Sets every field of {@code bean} that takes one of {@code parts}; returns the bean. */
    public static <T> T wire(T bean, Object... parts) {
        for (Object part : parts) {
            boolean taken = false;
            for (Field field : bean.getClass().getDeclaredFields()) {
                if (field.getType().isInstance(part)) {
                    set(bean, field, part);
                    taken = true;
                }
            }
            if (!taken) {
                throw new IllegalArgumentException(
                    bean.getClass().getSimpleName() + " must have a field for the part, was " + part.getClass());
            }
        }
        return bean;
    }

    private static void set(Object bean, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(bean, part);
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException("field must be settable: " + field, refused);
        }
    }
}
