package org.tickstock.web.emit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The server's side of a connection, which a unit test cannot have: keeps what is sent, completes it when told to. */
final class FakeConnection {

    final List<String> sent = new ArrayList<>();
    final List<CloseReason> closed = new ArrayList<>();
    int pings;
    /** What stood behind the question mark. */
    String query;
    private final Deque<SendHandler> pending = new ArrayDeque<>();

    Session session() {
        RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (method, arguments) -> {
            if (method.equals("sendPing")) {
                pings++;
                return null;
            }
            if (!method.equals("sendText")) {
                throw new AssertionError("only asynchronous text is sent, was " + method);
            }
            sent.add((String) arguments[0]);
            pending.add((SendHandler) arguments[1]);
            return null;
        });
        return proxy(Session.class, (method, arguments) -> switch (method) {
            case "getId" -> "c-1";
            case "getQueryString" -> query;
            case "getAsyncRemote" -> remote;
            case "close" -> closed.add((CloseReason) arguments[0]) ? null : null;
            default -> throw new AssertionError("not expected: " + method);
        });
    }

    int inFlight() {
        return pending.size();
    }

    void complete() {
        pending.remove().onResult(new SendResult());
    }

    void fail() {
        pending.remove().onResult(new SendResult(new IllegalStateException("broken")));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
