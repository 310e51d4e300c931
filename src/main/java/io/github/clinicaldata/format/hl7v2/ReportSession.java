package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.diagnosticreport.ReportStatus;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;

/** Writes ORU^R01. */
final class ReportSession extends ProviderSession<DiagnosticReport> {
    private final Literal pv1 = Literal.of("PV1|1|U");
    private final Literal visit = Literal.of("^^^" + AUTHORITY + "^VN");
    private final Literal orc = Literal.of("ORC|RE|");
    private final Literal obr = Literal.of("OBR|1|");
    private final Literal loinc = Literal.of("^LN");
    private final Literal diagnosis = Literal.of("^I10C");
    private final Literal nte = Literal.of("NTE|1|L|");
    private final Literal[] sections = new Literal[PanelKind.values().length];
    private final Literal[] statuses = new Literal[ReportStatus.values().length];
    private final Literal ordered = Literal.of("O");
    private final ResultWriter results;

    ReportSession(ObservationResults type, StreamContext context) {
        super(type, context, "ORU^R01^ORU_R01", "SYNHIE", "AL|NE", "");
        results = new ResultWriter(out, parties);
        for (PanelKind kind : PanelKind.values()) {
            sections[kind.ordinal()] = Literal.of(section(kind));
        }
        for (ReportStatus status : ReportStatus.values()) {
            statuses[status.ordinal()] = Literal.of(status(status));
        }
    }

    /** HL7 table 0074. */
    private static String section(PanelKind kind) {
        return switch (kind) {
            case LABORATORY -> "LAB";
            case IMAGING -> "RAD";
            case PROCEDURE -> "OTH";
            case PATHOLOGY -> "SP";
        };
    }

    /** HL7 table 0123; of what is registered, the specimen is in and nothing is known. */
    private static String status(ReportStatus status) {
        return switch (status) {
            case REGISTERED -> "I";
            case PRELIMINARY -> "P";
            case FINAL -> "F";
            case CORRECTED -> "C";
        };
    }

    @Override
    protected RecordId id(DiagnosticReport report) {
        return report.id();
    }

    @Override
    protected Member patient(DiagnosticReport report) {
        return report.member();
    }

    @Override
    protected Provider sender(DiagnosticReport report) {
        return report.performer();
    }

    /** When the last news came. */
    @Override
    protected OffsetDateTime sent(DiagnosticReport report) {
        if (report.corrected() != null) {
            return report.corrected();
        }
        if (report.issued() != null) {
            return report.issued();
        }
        return report.received() == null ? report.collected() : report.received();
    }

    @Override
    protected void body(DiagnosticReport report) {
        patients.pid(report.member(), null);
        patients.pd1(report.member());
        out.begin(pv1).skip(17).id(report.encounter()).literal(visit).end();
        order(report);
        request(report);
        if (report.conclusion() != null) {
            out.begin(nte).text(report.conclusion()).end();
        }
        List<Result> found = report.results();
        for (int i = 0; i < found.size(); i++) {
            results.result(i + 1, found.get(i), report);
        }
        results.specimen(report);
    }

    private void numbers(DiagnosticReport report) {
        parties.entity(DiagnosticReport.ORDER_NUMBER, report.orderNumber());
        out.next();
        parties.entity(DiagnosticReport.ACCESSION_NUMBER, report.accession());
    }

    private void order(DiagnosticReport report) {
        out.begin(orc);
        numbers(report);
        out.skip(9);
        parties.practitioner(report.orderer());
        out.skip(9);
        parties.organization(report.orderer());
        out.end();
    }

    private void request(DiagnosticReport report) {
        out.begin(obr);
        numbers(report);
        out.next().code(report.panel().loinc()).component().text(report.panel().name());
        out.literal(loinc).skip(3).moment(report.collected()).skip(7);
        if (report.received() != null) {
            out.moment(report.received());
        }
        out.skip(2);
        parties.practitioner(report.orderer());
        out.skip(6).moment(sent(report)).skip(2);
        out.literal(sections[report.panel().kind().ordinal()]).next();
        boolean waiting = report.status() == ReportStatus.REGISTERED && report.received() == null;
        out.literal(waiting ? ordered : statuses[report.status().ordinal()]);
        out.skip(6).code(report.reason().code()).component().text(report.reason().description());
        out.literal(diagnosis).end();
    }
}
