package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickstock.app.state.MarketStateHolder;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * The view that one request is answered from, so that all of an answer is of one moment.
 *
 * <p>Errors: a {@link RefusedException}: 503 before there is any daily bar, 404 for a universe that is not known.
 */
@RequestScoped
public class StateQuery {

    private static final String DEFAULT_UNIVERSE = "sp500";

    @Inject
    private MarketStateHolder holder;
    @Inject
    private StateAnswers answers;

    private MarketStateView view;

    MarketStateView view() {
        if (view == null) {
            view = holder.current().orElseThrow(() -> new RefusedException(
                    ApiProblem.unavailable("insufficient data: there are no daily bars yet")));
        }
        return view;
    }

    /** A universe's state; {@code sp500} where none is named. */
    UniverseState universe(String name) {
        return known("universe", name == null ? DEFAULT_UNIVERSE : name, view().universe(
                name == null ? DEFAULT_UNIVERSE : name));
    }

    /** An answer about one universe; {@code asked} is all that it depends on beside that universe. */
    String answer(UniverseState of, List<Object> asked, Supplier<JsonObject> writer) {
        return answers.of(view(), List.of(of.universe().name(), asked), writer);
    }

    /** The symbols of universes whose names a colon joins. */
    List<Standing> union(String field, String names) {
        return known(field, names, view().union(List.of(names.split(":"))));
    }

    static <T> T known(String field, String name, Optional<T> found) {
        return found.orElseThrow(() -> new RefusedException(
                ApiProblem.notFound(field, field + " must be one that is known, was " + shown(name))));
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
