package org.tickstock.app.history;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Asks the vendor by its REST interface.
 *
 * <p>One request after the other with a pause between; pages are followed to the last. The key goes in a header, and
 * only to the vendor's own address, wherever an answer points.
 * <p>Thread: one import's.
 * <p>Errors: a {@link RefusedByVendorException} for what asking again would not change; an {@link IOException} when the
 * vendor cannot be reached or makes no sense, after three attempts.
 * <p>Source: the vendor's REST reference.
 */
final class VendorClient {

    /** The vendor says no, and will say no again. */
    static final class RefusedByVendorException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedByVendorException(int status, String what) {
            super("vendor refused " + what + " with HTTP " + status);
            this.status = status;
        }

        /** Whether it is us that it refuses, whatever we ask. */
        boolean isAboutUs() {
            return status == 401;
        }
    }

    /** Reads one page of an answer. */
    interface Page {

        /** Reads it; an {@link IOException} where it makes no sense. */
        void read(JsonObject answer) throws IOException;
    }

    private static final int ATTEMPTS = 3;
    private static final int MOST_PAGES = 1_000;
    private static final long TOO_MANY_MS = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final ImportSettings settings;
    private final LongConsumer pauseMs;
    private boolean hasAsked;

    /** A client; {@code pauseMs} waits for so many milliseconds. */
    VendorClient(HttpClient http, ImportSettings settings, LongConsumer pauseMs) {
        this.http = http;
        this.settings = settings;
        this.pauseMs = pauseMs;
    }

    /**
     * Asks and hands over every page of the answer, first to last.
     *
     * @param path where below the vendor's address, with what is asked for
     * @param what about which this is, for messages
     */
    void pages(String path, String what, Page each) throws IOException, RefusedByVendorException {
        URI next = settings.vendorUrl().resolve(path);
        for (int page = 0; next != null; page++) {
            if (page == MOST_PAGES) {
                throw new IOException("vendor must end an answer within " + MOST_PAGES + " pages, did not for " + what);
            }
            JsonObject answer = ask(next, what);
            each.read(answer);
            next = nextOf(answer);
        }
    }

    private JsonObject ask(URI address, String what) throws IOException, RefusedByVendorException {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (hasAsked) {
                pauseMs.accept(settings.vendorPauseMs());
            }
            hasAsked = true;
            try {
                HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + settings.vendorKey()).GET().build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                int status = answer.statusCode();
                if (status == 200) {
                    return parse(answer.body());
                }
                if (status == 429) {
                    pauseMs.accept(TOO_MANY_MS);
                } else if (status < 500) {
                    throw new RefusedByVendorException(status, what);
                }
                last = new IOException("vendor must answer HTTP 200, was " + status + " for " + what);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while asking the vendor for " + what, stopping);
            } catch (IOException unreachable) {
                last = unreachable;
            }
        }
        throw last;
    }

    private static JsonObject parse(String body) throws IOException {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException garbage) {
            throw new IOException("vendor must answer JSON, did not: " + garbage.getMessage(), garbage);
        }
    }

    private URI nextOf(JsonObject answer) throws IOException {
        String next = answer.getString("next_url", "");
        if (next.isEmpty()) {
            return null;
        }
        URI address = settings.vendorUrl().resolve(next);
        URI ours = settings.vendorUrl();
        if (!ours.getScheme().equals(address.getScheme()) || !ours.getHost().equals(address.getHost())
                || ours.getPort() != address.getPort()) {
            throw new IOException("vendor's next page must be at " + ours.getHost() + ", was at " + address.getHost());
        }
        return address;
    }
}
