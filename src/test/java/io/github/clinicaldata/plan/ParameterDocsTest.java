package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clinicaldata.record.RecordKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is documented is what the planner reads. */
@QuarkusTest
class ParameterDocsTest {
    private static final String UNHEARD_OF = "quite_unheard_of_parameter";

    @Inject Catalog catalog;
    @Inject Planner planner;
    @Inject ParameterDocs docs;

    /** A kind with one way to ask for it. */
    private record Asked(RecordKind<?> kind, List<ParameterDoc> docs, Planning planning) {
        void plan(String name, String value) {
            planning.plan(Map.of(name, List.of(value)));
        }

        @Override
        public String toString() {
            return kind.name() + " " + docs.stream().map(ParameterDoc::name).toList();
        }
    }

    private interface Planning {
        void plan(Map<String, List<String>> parameters);
    }

    private List<Asked> everything() {
        List<Asked> all = new ArrayList<>();
        for (RecordKind<?> kind : catalog.kinds()) {
            all.add(asked(kind, docs::stream, PlanRequest.Shape.STREAM));
            all.add(asked(kind, docs::page, PlanRequest.Shape.PAGE));
            all.add(asked(kind, docs::profile, PlanRequest.Shape.PROFILE));
            all.add(
                    new Asked(
                            kind,
                            docs.lookUp(kind),
                            parameters -> planner.population(kind, 1, parameters)));
        }
        return all;
    }

    private Asked asked(
            RecordKind<?> kind,
            Function<RecordKind<?>, List<ParameterDoc>> documented,
            PlanRequest.Shape shape) {
        return new Asked(
                kind,
                documented.apply(kind),
                parameters ->
                        planner.plan(
                                new PlanRequest(
                                        kind.name(),
                                        shape,
                                        parameters,
                                        List.of(),
                                        "ndjson",
                                        format -> true,
                                        null)));
    }

    @Test
    void documentedNames_areThoseThatThePlannerKnows() {
        for (Asked asked : everything()) {
            PlanRejected refusal =
                    catchThrowableOfType(PlanRejected.class, () -> asked.plan(UNHEARD_OF, "1"));
            String issue = refusal.problems().get(0).issue();
            List<String> known =
                    Arrays.asList(issue.substring(issue.indexOf("known are ") + 10).split(", "));

            assertThat(asked.docs())
                    .extracting(ParameterDoc::name)
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void examplesDefaultsAndWords_areTaken() {
        for (Asked asked : everything()) {
            for (ParameterDoc doc : asked.docs()) {
                List<String> values = new ArrayList<>(List.of(doc.example()));
                if (doc.defaultValue() != null) {
                    values.add(doc.defaultValue());
                }
                doc.words().stream().filter(word -> !word.equals("poisson")).forEach(values::add);
                for (String value : values) {
                    assertThatCode(() -> asked.plan(doc.name(), value))
                            .as("%s %s=%s", asked, doc.name(), value)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void bounds_areThoseOfThePlanner() {
        for (Asked asked : everything()) {
            for (ParameterDoc doc : asked.docs()) {
                ParameterDoc.Bounds bounds = doc.bounds();
                if (bounds == null) {
                    continue;
                }
                for (long outside : new long[] {bounds.low() - 1, bounds.high() + 1}) {
                    assertThatThrownBy(() -> asked.plan(doc.name(), String.valueOf(outside)))
                            .as("%s %s=%d", asked, doc.name(), outside)
                            .isInstanceOf(PlanRejected.class);
                }
            }
        }
    }

    @Test
    void numbersWithinBounds_areReadable() {
        for (Asked asked : everything()) {
            for (ParameterDoc doc : asked.docs()) {
                ParameterDoc.Bounds bounds = doc.bounds();
                if (bounds == null || doc.name().equals("resume_after")) {
                    // where a stream can be resumed depends on its range
                    continue;
                }
                for (long inside : new long[] {bounds.low(), bounds.high()}) {
                    assertThatCode(() -> planAlone(asked, doc.name(), inside))
                            .as("%s %s=%d", asked, doc.name(), inside)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    /** The last index leaves room for no more than one record. */
    private static void planAlone(Asked asked, String name, long value) {
        boolean counted = asked.docs().stream().anyMatch(doc -> doc.name().equals("count"));
        asked.planning()
                .plan(
                        counted && name.equals("offset")
                                ? Map.of(
                                        name, List.of(String.valueOf(value)), "count", List.of("1"))
                                : Map.of(name, List.of(String.valueOf(value))));
    }
}
