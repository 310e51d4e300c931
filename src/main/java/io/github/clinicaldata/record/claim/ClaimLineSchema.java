package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.time.LocalDate;

/** The fields of a claim's line, with what payers make of it. */
public final class ClaimLineSchema {
    /** What the payer made of a line. */
    static final RecordSchema<ClaimLine> ADJUDICATION =
            RecordSchema.<ClaimLine>named("claim_line_adjudication")
                    .money("allowed", ClaimLine::allowed, "What the payer's contract allows")
                    .money("deductible", line -> line.deductible, "Of it, the member's deductible")
                    .money("copay", line -> line.copay, "Of it, the member's copay")
                    .money("coinsurance", line -> line.coinsurance, "Of it, the member's share")
                    .money("not_covered", line -> line.notCovered, "Of it, what no benefit covers")
                    .money("paid", ClaimLine::paid, "Of it, what the payer pays")
                    .groups(
                            "adjustments",
                            ClaimLine::adjustments,
                            Adjustment.SCHEMA,
                            "Why the rest of the charge is not paid; with what is paid they make up"
                                    + " the charge")
                    .build();

    /** What the payer before made of a line. */
    private static final RecordSchema<ClaimLine> PRIOR =
            RecordSchema.<ClaimLine>named("claim_line_prior_payer")
                    .money("paid", ClaimLine::paid, "What that payer paid")
                    .groups(
                            "adjustments",
                            ClaimLine::adjustments,
                            Adjustment.SCHEMA,
                            "Why it did not pay the rest of the charge")
                    .build();

    /** The fields of a line. */
    public static final RecordSchema<ClaimLine> SCHEMA =
            RecordSchema.<ClaimLine>named("claim_line")
                    .integer("number", ClaimLine::number, "Number of the line, from 1")
                    .date(
                            "service_date",
                            line -> LocalDate.ofEpochDay(line.day),
                            "Day of the service or fill")
                    .optionalText(
                            "procedure_code",
                            ClaimLine::procedureCode,
                            "HCPCS code, or that of a site's own set")
                    .optionalText("modifier", ClaimLine::modifier, "Modifier")
                    .optionalText("revenue_code", ClaimLine::revenueCode, "Of institutional claims")
                    .optionalText("ndc", ClaimLine::ndc, "Of drugs: NDC, eleven digits")
                    .text("description", ClaimLine::description, "What it is, in plain words")
                    .decimal("units", line -> line.units, 1, "How many")
                    .text("unit", ClaimLine::unit, "UN items, DA days, MJ minutes, or a dose form")
                    .money("charge", ClaimLine::charge, "What the provider asks for")
                    .texts(
                            "diagnosis_pointers",
                            ClaimLine::pointers,
                            "Numbers of the diagnoses that it is for")
                    .optionalGroup(
                            "adjudication",
                            line -> line.known ? line : null,
                            ADJUDICATION,
                            "What the payer made of it, once it is decided")
                    .optionalGroup(
                            "prior_payer",
                            ClaimLine::prior,
                            PRIOR,
                            "What the payer before made of it, of a claim to a second one")
                    .optionalDecimal(
                            "ndc_quantity",
                            line ->
                                    line.injection == null
                                            ? Field.DecimalField.ABSENT
                                            : line.ndcQuantity(),
                            line -> 1,
                            "How much of the NDC a visit's claim is for, in its unit")
                    .optionalText(
                            "ndc_unit", ClaimLine::ndcUnit, "ML, GR or UN for what is counted")
                    .build();

    private ClaimLineSchema() {}
}
