package org.tickstock.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a server for the state of a page.
 *
 * <p>Thread: may be shared.
 */
final class HttpProbe {

    /** Answer when there was none. */
    static final int NO_ANSWER = 0;
    static final int OK = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    /** The status of {@code page}, or {@link #NO_ANSWER}. */
    int status(URI page) {
        try {
            return client.send(request(page), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return NO_ANSWER;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    /** What {@code page} says. */
    HttpResponse<String> answer(URI page) throws IOException, InterruptedException {
        return client.send(request(page), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    }
}
