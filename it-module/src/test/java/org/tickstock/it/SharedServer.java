package org.tickstock.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tickstock.launcher.TickStockServer;

/**
 * Gives tests the running server, or the {@link TestBed} to start one, as a parameter.
 *
 * <p>Both are made when first asked for and closed after the last test of the run.
 */
public final class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TickStockServer.class || type == TestBed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestBed bed = context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestBed.class, type -> new TestBed(), TestBed.class);
        return parameter.getParameter().getType() == TestBed.class ? bed : bed.sharedServer();
    }
}
