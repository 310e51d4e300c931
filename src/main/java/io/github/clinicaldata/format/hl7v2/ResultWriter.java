package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.UnitOfMeasure;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.diagnosticreport.ReportStatus;
import io.github.clinicaldata.record.measurement.Flag;
import io.github.clinicaldata.record.measurement.Result;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the OBX of results, and SPM. */
final class ResultWriter {
    private static final Map<Text, Literal> UNITS = units();

    private final SegmentWriter out;
    private final PartyWriter parties;
    private final Literal obx = Literal.of("OBX|");
    private final Literal number = Literal.of("NM|");
    private final Literal structured = Literal.of("SN|");
    private final Literal coded = Literal.of("CE|");
    private final Literal string = Literal.of("ST|");
    private final Literal loinc = Literal.of("^LN");
    private final Literal lessThan = Literal.of("<^");
    private final Literal preliminary = Literal.of("P");
    private final Literal complete = Literal.of("F");
    private final Literal corrected = Literal.of("C");
    private final Literal spm = Literal.of("SPM|1|^");
    private final Literal authority = Literal.of("&" + Hl7Session.AUTHORITY);

    ResultWriter(SegmentWriter out, PartyWriter parties) {
        this.out = out;
        this.parties = parties;
    }

    /** A result of a report. */
    void result(int position, Result result, DiagnosticReport report) {
        Text text = result.text();
        boolean less = text != null && text.length() > 1 && text.byteAt(0) == '<';
        out.begin(obx).number(position).next();
        out.literal(text == null ? number : less ? structured : answered(result) ? coded : string);
        Analyte analyte = result.analyte();
        out.code(analyte.loinc()).component().text(analyte.name()).literal(loinc).skip(2);
        value(result, text, less);
        out.next();
        unit(analyte.unit());
        out.next().text(result.reference()).next();
        Flag flag = result.flag();
        if (flag != null) {
            out.code(flag.code());
        }
        out.skip(3).literal(status(report.status())).skip(3).moment(result.observed()).skip(9);
        parties.organization(report.performer());
        out.end();
    }

    private static boolean answered(Result result) {
        return result.answer() != null;
    }

    private void value(Result result, @Nullable Text text, boolean less) {
        if (text == null) {
            if (result.value() != Field.DecimalField.ABSENT) {
                out.decimal(result.value(), result.decimals());
            }
        } else if (less) {
            out.literal(lessThan).text(Text.of(text.toString().substring(1)));
        } else if (answered(result)) {
            out.text(result.answer()).component().text(text).literal(loinc);
        } else {
            out.text(text);
        }
    }

    private void unit(@Nullable Text unit) {
        if (unit != null) {
            Literal known = UNITS.get(unit);
            if (known == null) {
                out.text(unit);
            } else {
                out.literal(known);
            }
        }
    }

    private static Map<Text, Literal> units() {
        Map<Text, Literal> units = new HashMap<>();
        for (UnitOfMeasure unit : UnitOfMeasure.standard().all()) {
            units.put(unit.code(), Literal.of(unit.code() + "^" + unit.meaning() + "^UCUM"));
        }
        return units;
    }

    private Literal status(ReportStatus status) {
        return switch (status) {
            case REGISTERED, PRELIMINARY -> preliminary;
            case FINAL -> complete;
            case CORRECTED -> corrected;
        };
    }

    /** SPM, where something was taken. */
    void specimen(DiagnosticReport report) {
        Text specimen = report.panel().specimen();
        if (specimen == null) {
            return;
        }
        out.begin(spm).digits(DiagnosticReport.ACCESSION_NUMBER, report.accession());
        out.literal(authority).skip(2).literal(Specimens.of(specimen));
        out.skip(13).moment(report.collected());
        if (report.received() != null) {
            out.next().moment(report.received());
        }
        out.end();
    }
}
