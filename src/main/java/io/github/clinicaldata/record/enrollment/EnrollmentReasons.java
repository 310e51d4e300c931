package io.github.clinicaldata.record.enrollment;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The reasons of {@code codes/enrollment-reasons.csv}. Immutable, read once. */
final class EnrollmentReasons {
    static final Text BIRTH = Text.of("birth");
    static final Text MARRIAGE = Text.of("marriage");
    static final Text RETIRED = Text.of("retired");
    static final Text BENEFIT_ENDED = Text.of("benefit-ended");
    static final Text PREMIUM_UNPAID = Text.of("premium-unpaid");
    static final Text CONTINUATION = Text.of("continuation");
    static final Text MOVED = Text.of("moved");
    static final Text PLAN_CHANGE = Text.of("plan-change");
    static final Text BENEFIT_CHOICE = Text.of("benefit-choice");
    static final Text DOCTOR_CHANGE = Text.of("doctor-change");
    static final Text IDENTITY_CHANGE = Text.of("identity-change");
    static final Text NO_REASON_GIVEN = Text.of("no-reason-given");

    private static final String ALL = "*";
    private static final int TRIES = 32;

    private static final class Holder {
        static final EnrollmentReasons STANDARD = new EnrollmentReasons();
    }

    /** Reasons of a coverage and type. */
    private record Choice(List<EnrollmentReason> reasons, AliasTable weights) {}

    private final List<List<Choice>> choices = new ArrayList<>();

    private EnrollmentReasons() {
        List<NamedCsvRecord> rows = ReferenceTable.read("codes/enrollment-reasons.csv").rows();
        for (CoverageType coverage : CoverageType.values()) {
            choices.add(
                    coverage == CoverageType.UNINSURED
                            ? List.of()
                            : Arrays.stream(MaintenanceType.values())
                                    .map(type -> choice(rows, coverage, type))
                                    .toList());
        }
    }

    private static Choice choice(
            List<NamedCsvRecord> all, CoverageType coverage, MaintenanceType type) {
        List<NamedCsvRecord> rows =
                all.stream()
                        .filter(row -> row.getField("type_key").equals(type.code().toString()))
                        .filter(
                                row ->
                                        row.getField("coverage").equals(ALL)
                                                || row.getField("coverage")
                                                        .equals(coverage.code().toString()))
                        .toList();
        double sum = rows.stream().mapToDouble(row -> number(row, "weight")).sum();
        if (!(sum > 0)) {
            throw new IllegalStateException(
                    "codes/enrollment-reasons.csv has no "
                            + type.code()
                            + " for "
                            + coverage.code());
        }
        List<EnrollmentReason> reasons = rows.stream().map(row -> reason(row, type, sum)).toList();
        return new Choice(
                reasons,
                AliasTable.of(reasons.stream().mapToDouble(EnrollmentReason::share).toArray()));
    }

    private static EnrollmentReason reason(NamedCsvRecord row, MaintenanceType type, double sum) {
        if (!row.getField("maintenance_type").equals(type.number().toString())) {
            throw new IllegalStateException(
                    "codes/enrollment-reasons.csv: "
                            + type.code()
                            + " is "
                            + type.number()
                            + ", not "
                            + row.getField("maintenance_type"));
        }
        return new EnrollmentReason(
                type,
                Text.of(row.getField("reason")),
                Text.of(row.getField("reason_key")),
                number(row, "weight") / sum);
    }

    /** The reasons of the product, read once. */
    static EnrollmentReasons standard() {
        return Holder.STANDARD;
    }

    /** All reasons for a coverage and type, in the file's order. */
    List<EnrollmentReason> all(CoverageType coverage, MaintenanceType type) {
        return choices.get(coverage.ordinal()).get(type.ordinal()).reasons();
    }

    /** The reason of a key. */
    EnrollmentReason of(CoverageType coverage, MaintenanceType type, Text key) {
        return all(coverage, type).stream()
                .filter(reason -> reason.is(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "codes/enrollment-reasons.csv has no "
                                                + key
                                                + " for "
                                                + coverage.code()));
    }

    /** One of the reasons that fit, by weight. */
    EnrollmentReason pick(
            CoverageType coverage,
            MaintenanceType type,
            Predicate<EnrollmentReason> fits,
            RandomStream stream) {
        Choice choice = choices.get(coverage.ordinal()).get(type.ordinal());
        for (int i = 0; i < TRIES; i++) {
            EnrollmentReason reason = choice.reasons().get(choice.weights().pick(stream));
            if (fits.test(reason)) {
                return reason;
            }
        }
        return choice.reasons().stream().filter(fits).findFirst().orElseThrow();
    }
}
