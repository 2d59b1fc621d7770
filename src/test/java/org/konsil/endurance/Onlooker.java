package org.konsil.endurance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who asks the same again and again until nobody listens any more, and notes what is neither a whole answer nor a plain no. */
final class Onlooker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest question;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Onlooker(HttpRequest question) {
        this.question = question;
        this.thread = Thread.ofPlatform().daemon().start(this::askUntilNobodyListens);
    }

    private void askUntilNobodyListens() {
        var begun = new AtomicBoolean();
        while (true) {
            begun.set(false);
            try {
                note(http.send(question, head -> {
                    begun.set(true);
                    return BodySubscribers.ofString(StandardCharsets.UTF_8);
                }));
            } catch (ConnectException nobody) {
                return;
            } catch (IOException broken) {
                if (begun.get()) wrong.add("cut short: " + broken);
            } catch (InterruptedException stopped) {
                wrong.add("still asking");
                return;
            }
        }
    }

    private void note(HttpResponse<String> answer) throws JsonProcessingException {
        var body = JSON.readTree(answer.body());
        if (answer.statusCode() == 200) answered.incrementAndGet();
        else if (!saysThatItStops(answer, body)) wrong.add(answer.statusCode() + " " + answer.body());
    }

    private static boolean saysThatItStops(HttpResponse<String> answer, JsonNode body) {
        return answer.statusCode() == 503 && body.path("detail").asText().contains("stop");
    }

    int answered() {
        return answered.get();
    }

    /** Waits until nobody listens. @return answers that were cut short, or that were neither the thing itself nor such a no */
    List<String> wrong() throws InterruptedException {
        thread.join(30_000);
        thread.interrupt();
        thread.join();
        return wrong;
    }
}
