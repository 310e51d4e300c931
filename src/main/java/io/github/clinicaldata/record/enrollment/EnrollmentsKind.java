package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.PersonKnobs;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code enrollments}. */
@Singleton
public final class EnrollmentsKind implements RecordKind<Enrollment> {
    /** The kind's code in ids. */
    public static final int CODE = 6;

    static final String NAME = "enrollments";
    private static final String DATE_FROM = "date_from";
    private static final String DATE_TO = "date_to";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String singular() {
        return "enrollment";
    }

    @Override
    public int code() {
        return CODE;
    }

    @Override
    public String description() {
        return "Additions, changes, renewals and terminations of coverage, as sponsors send them to"
                + " payers";
    }

    @Override
    public RecordSchema<Enrollment> schema() {
        return Enrollment.SCHEMA;
    }

    @Override
    public RecordGenerator<Enrollment> generator() {
        return EnrollmentReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return EnrollmentDraw.SPACE;
    }

    @Override
    public List<Knob<?>> knobs() {
        return PersonKnobs.ALL;
    }

    @Override
    public List<RecordFilter<Enrollment>> filters() {
        return List.of(
                Filters.oneOf(
                        "maintenance_type",
                        "What it does to the coverage",
                        Filters.codes(MaintenanceType.values()),
                        enrollment -> enrollment.type().code()),
                Filters.oneOf(
                        "status",
                        "How far it has come on the as_of date",
                        Filters.codes(EnrollmentStatus.values()),
                        enrollment -> enrollment.status().code()),
                Filters.oneOf(
                        "coverage",
                        "Where the coverage comes from",
                        Filters.codes(
                                CoverageType.EMPLOYER,
                                CoverageType.EXCHANGE,
                                CoverageType.MEDICAID,
                                CoverageType.MEDICARE),
                        enrollment -> enrollment.coverage().type().code()),
                Filters.oneOf(
                        "payer",
                        "Payer id of the coverage",
                        Payers.standard().all().stream()
                                .map(payer -> payer.id().toString())
                                .toList(),
                        enrollment -> enrollment.coverage().payer().id()),
                Filters.dateFrom(DATE_FROM, "First file date", Enrollment::fileDate),
                Filters.dateTo(DATE_TO, "Last file date", Enrollment::fileDate));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member whose coverage it is",
                        "members",
                        (readers, index) ->
                                new long[] {EnrollmentReader.of(readers).member(index)}));
    }
}
