package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** The kind {@code diagnostic-reports}. */
@Singleton
public final class DiagnosticReportsKind implements RecordKind<DiagnosticReport> {
    static final String NAME = "diagnostic-reports";
    private static final String DATE_FROM = "date_from";
    private static final String DATE_TO = "date_to";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String singular() {
        return "diagnostic_report";
    }

    @Override
    public int code() {
        return KindCodes.DIAGNOSTIC_REPORTS;
    }

    @Override
    public String description() {
        return "Reports of laboratory panels, images and studies with results that fit the"
                + " member's conditions";
    }

    @Override
    public RecordSchema<DiagnosticReport> schema() {
        return DiagnosticReport.SCHEMA;
    }

    @Override
    public RecordGenerator<DiagnosticReport> generator() {
        return DiagnosticReportReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return BlockHealth.REPORTS;
    }

    @Override
    public List<Knob<?>> knobs() {
        return PersonKnobs.ALL;
    }

    @Override
    public List<RecordFilter<DiagnosticReport>> filters() {
        return List.of(
                Filters.oneOf(
                        "panel",
                        "Key of what was ordered",
                        Panels.standard().all().stream().map(Object::toString).toList(),
                        report -> report.panel().key()),
                Filters.oneOf(
                        "category",
                        "Where the report comes from",
                        Filters.codes(PanelKind.values()),
                        report -> report.panel().kind().code()),
                Filters.oneOf(
                        "status",
                        "How far it is on the as_of date",
                        Filters.codes(ReportStatus.values()),
                        ReportStatus.FINAL.code().toString(),
                        report -> report.status().code()),
                Filters.yesOrNo(
                        "abnormal",
                        "Whether any result is flagged as anything but normal",
                        DiagnosticReport::isAbnormal),
                Filters.dateFrom(
                        DATE_FROM,
                        "Specimen taken or image made on this day or later",
                        report -> report.collected().toLocalDate()),
                Filters.dateTo(
                        DATE_TO,
                        "Specimen taken or image made on this day or before",
                        report -> report.collected().toLocalDate()));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member who was examined",
                        "members",
                        (readers, index) ->
                                new long[] {DiagnosticReportReader.of(readers).member(index)}),
                new RecordRelation(
                        "encounter",
                        "The encounter at which it was ordered",
                        "encounters",
                        (readers, index) ->
                                new long[] {DiagnosticReportReader.of(readers).encounter(index)}),
                toProvider("orderer", "The practitioner who ordered it", DiagnosticReport::orderer),
                toProvider(
                        "performer",
                        "The laboratory, hospital, imaging center or practice that made it",
                        DiagnosticReport::performer));
    }

    private static RecordRelation toProvider(
            String name, String description, Function<DiagnosticReport, Provider> provider) {
        return new RecordRelation(
                name,
                description,
                "providers",
                (readers, index) ->
                        new long[] {
                            provider.apply(DiagnosticReportReader.of(readers).present(index))
                                    .id()
                                    .index()
                        });
    }
}
