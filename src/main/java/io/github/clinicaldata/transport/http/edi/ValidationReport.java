package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.format.x12.validate.Finding;
import io.github.clinicaldata.format.x12.validate.X12Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file, as JSON.
 *
 * @param accepted whether nothing is wrong
 * @param sets how many transaction sets there are
 * @param findingCount how many findings there are in all
 * @param findings the first ones
 */
public record ValidationReport(
        boolean accepted,
        long interchanges,
        long groups,
        @JsonProperty("transaction_sets") Sets sets,
        long segments,
        @JsonProperty("finding_count") long findingCount,
        List<Item> findings) {

    /**
     * Transaction sets.
     *
     * @param total how many there are
     * @param accepted those without findings
     * @param errors those with findings of single claims, payments or members only
     * @param rejected those whose syntax or structure is wrong
     */
    public record Sets(
            long total,
            long accepted,
            @JsonProperty("accepted_with_errors") long errors,
            long rejected) {}

    /**
     * A finding.
     *
     * @param position of the segment in the file, from 1; null where there is none
     * @param segment its tag
     * @param element its position in the segment, from 1
     * @param component its position in the element, from 1
     * @param loop as the guide names it
     * @param transaction the control number of the transaction set
     * @param code a word that stays the same
     * @param message for people
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            @Nullable Long position,
            String segment,
            @Nullable Integer element,
            @Nullable Integer component,
            String loop,
            String transaction,
            String code,
            String message) {
        static Item of(Finding finding) {
            return new Item(
                    finding.segment() == 0 ? null : finding.segment(),
                    finding.tag(),
                    finding.element() == 0 ? null : finding.element(),
                    finding.component() == 0 ? null : finding.component(),
                    finding.loop(),
                    finding.transaction(),
                    finding.code(),
                    finding.message());
        }
    }

    /** The report of a file. */
    public static ValidationReport of(X12Report report) {
        return new ValidationReport(
                report.accepted(),
                report.interchanges(),
                report.groups(),
                new Sets(
                        report.transactions(),
                        report.transactionsAccepted(),
                        report.transactionsWithErrors(),
                        report.transactionsRejected()),
                report.segments(),
                report.total(),
                report.findings().stream().map(Item::of).toList());
    }
}
