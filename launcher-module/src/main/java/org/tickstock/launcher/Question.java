package org.tickstock.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Asks the TickStock that these settings are for, and prints what it says.
 *
 * <p>Thread: the caller's.
 */
final class Question {

    private Question() {
    }

    /** The exit code: 0 when the answer is 200. */
    static int ask(String page) {
        try {
            Map<String, String> environment = Surroundings.environment(System.getenv(), System.getProperties());
            URI address = HttpAddress.of(environment).uri().resolve("/" + page.replaceFirst("^/", ""));
            return say(address);
        } catch (LaunchException refused) {
            Console.complain(refused.getMessage());
            return 1;
        }
    }

    private static int say(URI address) {
        try {
            HttpResponse<String> answer = new HttpProbe().answer(address);
            Console.say(answer.body());
            return answer.statusCode() == HttpProbe.OK ? 0 : 1;
        } catch (IOException unreachable) {
            Console.complain("no answer from " + address);
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
