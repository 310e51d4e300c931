package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.profile.Outcome;
import io.github.clinicaldata.record.profile.Profile;
import io.github.clinicaldata.stream.ProfileSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with shape reports. */
@Singleton
public final class Profiles {
    private final Planner planner;

    Profiles(Planner planner) {
        this.planner = planner;
    }

    /**
     * A shape report as JSON.
     *
     * @param population the population's name
     */
    public record ShapeReport(
            String kind,
            String population,
            @JsonProperty("record_count") long recordCount,
            @JsonProperty("looked_at") long lookedAt,
            List<MeasureReport> measures) {}

    /** A measure and what it found. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MeasureReport(
            String name,
            String description,
            @Nullable String unit,
            @Nullable String source,
            List<RowReport> rows,
            Outcome.@Nullable Percentiles percentiles,
            @Nullable Double value) {}

    /** How often a value occurs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowReport(String value, long count, double share, @Nullable Double expected) {}

    /** The report that parameters ask for. */
    public ShapeReport of(String kind, Map<String, List<String>> parameters) {
        return of(plan(kind, parameters));
    }

    /** The records of which parameters ask for a report. */
    GenerationPlan<?> plan(String kind, Map<String, List<String>> parameters) {
        return planner.plan(
                new PlanRequest(
                        kind,
                        PlanRequest.Shape.PROFILE,
                        parameters,
                        List.of(),
                        "ndjson",
                        format -> true,
                        null));
    }

    /** The report of a plan. */
    ShapeReport of(GenerationPlan<?> plan) {
        ProfileSource.Report report = ProfileSource.read(plan);
        return new ShapeReport(
                plan.kind().name(),
                plan.population().name(),
                report.records(),
                report.lookedAt(),
                report.findings().stream().map(Profiles::measure).toList());
    }

    private static MeasureReport measure(Profile.Finding finding) {
        Outcome outcome = finding.outcome();
        return new MeasureReport(
                finding.measure().name(),
                finding.measure().description(),
                finding.measure().unit(),
                finding.measure().source(),
                outcome.rows().stream()
                        .map(
                                row ->
                                        new RowReport(
                                                row.value(),
                                                row.count(),
                                                row.share(),
                                                row.expected()))
                        .toList(),
                outcome.percentiles(),
                outcome.value());
    }
}
