package io.github.clinicaldata.transport.grpc;

import com.google.type.Date;
import io.github.clinicaldata.format.protobuf.ProtobufFormat;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.proto.v1.Arrival;
import io.github.clinicaldata.proto.v1.GetRequest;
import io.github.clinicaldata.proto.v1.Shard;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts typed requests as the plan's parameters and the plan's problems as fields of the request.
 * What is allowed the plan decides; here is checked only what no other transport has.
 */
final class RequestReader {
    private static final int MAX_BATCH = 10_000;
    private static final String FILTERS = "filters.";
    private static final String KNOBS = "knobs.";

    private final Planner planner;
    private final RecordKind<?> kind;
    private final List<String> filters;
    private final List<String> knobs;

    /** Reads the requests for a kind. */
    RequestReader(Planner planner, RecordKind<?> kind) {
        this.planner = planner;
        this.kind = kind;
        filters = kind.filters().stream().map(RecordFilter::name).toList();
        knobs = kind.knobs().stream().map(Knob::name).toList();
    }

    /**
     * The plan of a stream.
     *
     * @throws PlanRejected with all problems of the request, by its fields
     */
    GenerationPlan<?> plan(StreamRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        putExtent(request, parameters);
        putTiming(request, parameters);
        if (request.hasSeed()) {
            put(parameters, "seed", Long.toUnsignedString(request.getSeed()));
        }
        putDates(
                request.hasEpoch(),
                request.getEpoch(),
                request.hasAsOf(),
                request.getAsOf(),
                parameters);
        putNamed(FILTERS, request.getFiltersMap(), filters, parameters, problems);
        putNamed(KNOBS, request.getKnobsMap(), knobs, parameters, problems);
        if (request.getBatchSize() < 0 || request.getBatchSize() > MAX_BATCH) {
            problems.add(
                    new FieldProblem(
                            "batch_size",
                            request.getBatchSize() + " must be from 1 to " + MAX_BATCH));
        }
        return checked(problems, parameters, this::streamPlan);
    }

    private GenerationPlan<?> streamPlan(Map<String, List<String>> parameters) {
        return planner.plan(
                new PlanRequest(
                        kind.name(),
                        PlanRequest.Shape.STREAM,
                        parameters,
                        List.of(),
                        ProtobufFormat.NAME,
                        format -> format.name().equals(ProtobufFormat.NAME),
                        null));
    }

    /**
     * The population of a look-up.
     *
     * @param seed the seed that the id carries
     * @throws PlanRejected with all problems of the request, by its fields
     */
    Population population(GetRequest request, long seed) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        putDates(
                request.hasEpoch(),
                request.getEpoch(),
                request.hasAsOf(),
                request.getAsOf(),
                parameters);
        putNamed(KNOBS, request.getKnobsMap(), knobs, parameters, problems);
        return checked(problems, parameters, given -> planner.population(kind, seed, given));
    }

    private <T> T checked(
            List<FieldProblem> problems,
            Map<String, List<String>> parameters,
            Function<Map<String, List<String>>, T> reader) {
        try {
            T read = reader.apply(parameters);
            if (problems.isEmpty()) {
                return read;
            }
        } catch (PlanRejected rejected) {
            for (FieldProblem problem : rejected.problems()) {
                problems.add(new FieldProblem(path(problem.field()), problem.issue()));
            }
        }
        throw new PlanRejected.InvalidValue(problems);
    }

    /** Where a parameter stands in the request. */
    private String path(String parameter) {
        if (filters.contains(parameter)) {
            return FILTERS + parameter;
        }
        return knobs.contains(parameter) ? KNOBS + parameter : parameter;
    }

    private static void putExtent(StreamRequest request, Map<String, List<String>> parameters) {
        if (request.getOffset() != 0) {
            put(parameters, "offset", Long.toUnsignedString(request.getOffset()));
        }
        if (request.hasCount()) {
            put(parameters, "count", Long.toUnsignedString(request.getCount()));
        } else if (request.getUnbounded()) {
            put(parameters, "count", "unbounded");
        }
        if (request.hasUntil()) {
            put(parameters, "until", Long.toUnsignedString(request.getUntil()));
        }
        if (request.hasShard()) {
            Shard shard = request.getShard();
            put(
                    parameters,
                    "shard",
                    Integer.toUnsignedString(shard.getNumber())
                            + "/"
                            + Integer.toUnsignedString(shard.getCount()));
        }
        if (request.hasResumeAfter()) {
            put(parameters, "resume_after", Long.toUnsignedString(request.getResumeAfter()));
        }
    }

    private static void putTiming(StreamRequest request, Map<String, List<String>> parameters) {
        if (!request.getRate().isEmpty()) {
            put(parameters, "rate", request.getRate());
        }
        Arrival arrival = request.getArrival();
        if (arrival == Arrival.UNRECOGNIZED) {
            put(parameters, "arrival", String.valueOf(request.getArrivalValue()));
        } else if (arrival != Arrival.ARRIVAL_UNSPECIFIED) {
            put(
                    parameters,
                    "arrival",
                    arrival.name().substring("ARRIVAL_".length()).toLowerCase(Locale.ROOT));
        }
    }

    private static void putDates(
            boolean hasEpoch,
            Date epoch,
            boolean hasAsOf,
            Date asOf,
            Map<String, List<String>> parameters) {
        if (hasEpoch) {
            put(parameters, "epoch", text(epoch));
        }
        if (hasAsOf) {
            put(parameters, "as_of", text(asOf));
        }
    }

    private static String text(Date date) {
        return String.format(
                Locale.ROOT, "%04d-%02d-%02d", date.getYear(), date.getMonth(), date.getDay());
    }

    /** Takes only known names, so that a filter never stands for another parameter. */
    private static void putNamed(
            String map,
            Map<String, String> given,
            List<String> known,
            Map<String, List<String>> parameters,
            List<FieldProblem> problems) {
        given.forEach(
                (name, value) -> {
                    if (known.contains(name)) {
                        put(parameters, name, value);
                    } else {
                        problems.add(
                                new FieldProblem(
                                        map + name,
                                        "is not known here; known are "
                                                + String.join(", ", known)));
                    }
                });
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        parameters.put(name, List.of(value));
    }
}
