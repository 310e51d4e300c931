package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.IntRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of claims that testers ask for.
 *
 * @param denialShare the share of claims that are denied, or -1 for that of the tables
 * @param invalidShare the share of claims that are faulty on purpose
 * @param diagnosis the principal diagnosis of all medical claims, or null
 * @param service the procedure code of the first line of all medical claims, or null
 */
record ClaimKnobs(
        double denialShare,
        double invalidShare,
        @Nullable Diagnosis diagnosis,
        @Nullable Text service) {
    private static final double FROM_TABLES = -1;
    private static final IntRange ANY_AGE = new IntRange(0, 130);
    private static final Pattern DIAGNOSIS =
            Pattern.compile("[A-TV-Z][0-9][0-9AB](\\.[0-9A-Z]{1,4})?");
    private static final Pattern SERVICE = Pattern.compile("[A-Z0-9]{5}");

    /** The share of denied claims. */
    static final Knob<Double> DENIALS =
            Knob.open(
                    "denial_share",
                    "Share of claims that are denied, instead of that of the coverage and type",
                    FROM_TABLES,
                    "a share from 0 to 1",
                    "0.25",
                    ClaimKnobs::share);

    /** The share of faulty claims. */
    static final Knob<Double> INVALID =
            Knob.open(
                    "invalid_share",
                    "Share of claims with one fault on purpose, which the field fault names",
                    0.0,
                    "a share from 0 to 1",
                    "0.1",
                    ClaimKnobs::share);

    /** The diagnosis of all claims. */
    static final Knob<String> DIAGNOSIS_CODE =
            Knob.open(
                    "diagnosis",
                    "Principal diagnosis of all medical claims, whomever it fits",
                    "",
                    "an ICD-10-CM code with its dot",
                    "E11.9",
                    given -> Optional.of(given).filter(DIAGNOSIS.asMatchPredicate()));

    /** The service of all claims. */
    static final Knob<String> SERVICE_CODE =
            Knob.open(
                    "service_code",
                    "Procedure code of the first line of all medical claims",
                    "",
                    "a code of five capital letters and digits, of HCPCS or of a set of your own",
                    "G0439",
                    given -> Optional.of(given).filter(SERVICE.asMatchPredicate()));

    /** All of them. */
    static final List<Knob<?>> ALL = List.of(DENIALS, INVALID, DIAGNOSIS_CODE, SERVICE_CODE);

    private static Optional<Double> share(String given) {
        try {
            double share = Double.parseDouble(given);
            return share >= 0 && share <= 1 ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The settings of a population. */
    static ClaimKnobs of(Knobs knobs) {
        String diagnosis = knobs.get(DIAGNOSIS_CODE);
        String service = knobs.get(SERVICE_CODE);
        return new ClaimKnobs(
                knobs.get(DENIALS),
                knobs.get(INVALID),
                diagnosis.isEmpty() ? null : diagnosis(diagnosis),
                service.isEmpty() ? null : Text.of(service));
    }

    /** A code that the table lacks is taken as it is. */
    private static Diagnosis diagnosis(String code) {
        return Diagnoses.standard()
                .find(code)
                .orElseGet(() -> new Diagnosis(Text.of(code), Text.of(code), null, ANY_AGE));
    }
}
