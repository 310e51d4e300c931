package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.x12.TransactionSet;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.JsonBodies;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what {@code POST /edi/generate} asks for: the fields that the product's first clients sent,
 * and every parameter of the stream of the same records that makes sense here.
 */
@Singleton
public final class GenerationBody {
    /** Parameters of streams that a body says by other fields, or can't ask for. */
    private static final List<String> LEFT_OUT =
            List.of(
                    "count",
                    "until",
                    "format",
                    "shard",
                    "rate",
                    "arrival",
                    "resume_after",
                    "longer_transactions");

    private static final String COUNT = "record_count";
    private static final String SEGMENTS = "segments";
    private static final String CLAIM = "claim_data";
    private static final String OUTPUT = "output_format";
    private static final String METADATA = "include_metadata";
    private static final String TRANSACTION = "transaction";
    private static final String PER_TRANSACTION = "per_transaction";
    private static final String USUAL = "837p";

    /** The fields of {@code claim_data}, and the parameters that they set. */
    private static final Map<String, String> CLAIM_FIELDS = claimFields();

    private final Catalog catalog;
    private final X12Format format;
    private final ParameterDocs docs;
    private final long most;
    private final long usualCount;

    GenerationBody(Catalog catalog, X12Format format, ParameterDocs docs, GeneratorConfig config) {
        this.catalog = catalog;
        this.format = format;
        this.docs = docs;
        most = config.limits().maxRecordsPerRequest();
        usualCount = Math.min(config.limits().defaultCount(), most);
    }

    private static Map<String, String> claimFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("diagnosis_code", "diagnosis");
        fields.put("service_code", "service_code");
        return fields;
    }

    /** The largest number of records. */
    public long most() {
        return most;
    }

    /** The number of records where none is said. */
    public long usualCount() {
        return usualCount;
    }

    /** The parameters that a body for a kind takes beside the fields of older clients. */
    public List<ParameterDoc> parameters(RecordKind<?> kind) {
        return docs.stream(kind).stream().filter(doc -> !LEFT_OUT.contains(doc.name())).toList();
    }

    /**
     * A request for a stream.
     *
     * @param fields the names in the body of parameters that have another one there
     */
    record Asked(PlanRequest request, Map<String, String> fields) {}

    /**
     * Reads a body.
     *
     * @throws PlanRejected when it is not what is allowed
     */
    Asked read(JsonNode body) {
        return new Reading(body).read();
    }

    /** One body. */
    private final class Reading {
        private final JsonNode body;
        private final Map<String, List<String>> parameters = new LinkedHashMap<>();
        private final Map<String, String> fields = new LinkedHashMap<>(Map.of("count", COUNT));
        private final List<FieldProblem> problems = new ArrayList<>();
        private boolean unreadable;

        Reading(JsonNode body) {
            this.body = body;
        }

        Asked read() {
            TransactionSet<?> set = set();
            RecordKind<?> kind = catalog.kind(set.kind()).orElseThrow();
            Map<String, ParameterDoc> known =
                    parameters(kind).stream()
                            .collect(Collectors.toMap(ParameterDoc::name, doc -> doc));
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                field(field.getKey(), field.getValue(), known);
            }
            deal();
            if (!problems.isEmpty()) {
                throw unreadable
                        ? new PlanRejected.Unreadable(problems)
                        : new PlanRejected.InvalidValue(problems);
            }
            parameters.put("format", List.of(X12Format.NAME));
            parameters.put(TRANSACTION, List.of(set.name()));
            return new Asked(
                    new PlanRequest(
                            kind.name(),
                            PlanRequest.Shape.STREAM,
                            parameters,
                            List.of(),
                            X12Format.NAME,
                            each -> true,
                            null),
                    fields);
        }

        private TransactionSet<?> set() {
            JsonNode given = body.path(TRANSACTION);
            String name = given.isValueNode() && !given.isNull() ? given.asText() : USUAL;
            return format.set(name)
                    .orElseGet(
                            () -> {
                                problem(
                                        TRANSACTION,
                                        JsonBodies.shown(given)
                                                + " must be one of "
                                                + format.setNames());
                                return format.set(USUAL).orElseThrow();
                            });
        }

        private void field(String name, JsonNode value, Map<String, ParameterDoc> known) {
            if (value.isNull()) {
                return;
            }
            switch (name) {
                case COUNT, SEGMENTS -> number(name, value);
                case CLAIM -> claim(value, known);
                case METADATA -> flag(name, value);
                case OUTPUT -> output(value);
                default -> {
                    ParameterDoc doc = known.get(name);
                    if (doc == null) {
                        unknown(name, names(known.keySet()), "");
                    } else {
                        put(name, name, value, doc);
                    }
                }
            }
        }

        private Set<String> names(Set<String> known) {
            Set<String> names =
                    new LinkedHashSet<>(List.of(COUNT, SEGMENTS, CLAIM, OUTPUT, METADATA));
            names.addAll(known);
            return names;
        }

        /** The parameters of the answer are in its headers anyway. */
        private void flag(String name, JsonNode value) {
            if (!value.isBoolean()) {
                unreadable(name, JsonBodies.shown(value) + " is not true or false");
            }
        }

        private void output(JsonNode value) {
            if (!value.asText().equals("edi") && !value.asText().equals(X12Format.NAME)) {
                problem(OUTPUT, JsonBodies.shown(value) + " must be one of edi, x12");
            }
        }

        private long number(String name, JsonNode value) {
            if (!value.isIntegralNumber()) {
                unreadable(
                        name, JsonBodies.shown(value) + " is not a whole number from 1 to " + most);
            } else if (!value.canConvertToLong() || value.asLong() < 1 || value.asLong() > most) {
                problem(name, JsonBodies.shown(value) + " must be from 1 to " + most);
            } else {
                return value.asLong();
            }
            return 0;
        }

        private void claim(JsonNode value, Map<String, ParameterDoc> known) {
            if (!value.isObject()) {
                unreadable(CLAIM, JsonBodies.shown(value) + " is not an object");
                return;
            }
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String name = CLAIM + "." + field.getKey();
                String parameter = CLAIM_FIELDS.get(field.getKey());
                if (parameter == null) {
                    unknown(field.getKey(), CLAIM_FIELDS.keySet(), CLAIM + ".");
                    continue;
                }
                ParameterDoc doc = known.get(parameter);
                if (doc == null) {
                    problem(name, "is for transaction sets of claims only");
                } else if (!field.getValue().isNull()) {
                    put(name, parameter, field.getValue(), doc);
                }
            }
        }

        private void put(String name, String parameter, JsonNode value, ParameterDoc doc) {
            if (!fits(value, doc.type())) {
                unreadable(name, JsonBodies.shown(value) + " is not " + what(doc.type()));
            } else if (parameters.put(parameter, List.of(value.asText())) != null) {
                problem(name, "is said twice: as " + fields.get(parameter) + " too");
            } else {
                fields.put(parameter, name);
            }
        }

        /** Deals the records out over transactions, the first of which hold one more. */
        private void deal() {
            long count = said(COUNT, usualCount);
            parameters.put("count", List.of(Long.toString(count)));
            long transactions = said(SEGMENTS, 0);
            if (transactions == 0) {
                return;
            }
            if (parameters.containsKey(PER_TRANSACTION)) {
                problem(PER_TRANSACTION, "is not given beside segments, which says the same");
            } else if (transactions > count) {
                problem(SEGMENTS, transactions + " must not be above record_count: " + count);
            } else if (count / transactions > format.mostPerTransaction()) {
                problem(
                        SEGMENTS,
                        "%d must be at least %d: a transaction set holds no more than %d records"
                                .formatted(
                                        transactions,
                                        -Math.floorDiv(-count, format.mostPerTransaction()),
                                        format.mostPerTransaction()));
            }
            parameters.put(PER_TRANSACTION, List.of(Long.toString(count / transactions)));
            parameters.put("longer_transactions", List.of(Long.toString(count % transactions)));
        }

        /** A number that was looked at before; the default where it is missing or wrong. */
        private long said(String name, long otherwise) {
            JsonNode value = body.path(name);
            boolean right =
                    value.isIntegralNumber()
                            && value.canConvertToLong()
                            && value.asLong() >= 1
                            && value.asLong() <= most;
            return right ? value.asLong() : otherwise;
        }

        private void unknown(String name, Set<String> known, String within) {
            problem(within + name, "is not known here; " + NearestName.hint(name, known, within));
        }

        private void problem(String field, String issue) {
            problems.add(new FieldProblem(field, issue));
        }

        private void unreadable(String field, String issue) {
            unreadable = true;
            problem(field, issue);
        }
    }

    private static boolean fits(JsonNode value, ParameterDoc.Type type) {
        return switch (type) {
            case WHOLE_NUMBER -> value.isIntegralNumber();
            case FLAG -> value.isBoolean();
            case DATE -> value.isTextual();
            case WORD, TEXT -> value.isValueNode();
        };
    }

    private static String what(ParameterDoc.Type type) {
        return switch (type) {
            case WHOLE_NUMBER -> "a whole number";
            case FLAG -> "true or false";
            case DATE -> "a date such as \"2026-01-31\"";
            case WORD, TEXT -> "text or a number";
        };
    }
}
