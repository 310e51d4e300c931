package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.Analytes;
import io.github.clinicaldata.record.code.ObservationCategory;
import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.code.VitalSigns;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The kind {@code observations}. */
@Singleton
public final class ObservationsKind implements RecordKind<Observation> {
    static final String NAME = "observations";
    private static final String DATE_FROM = "date_from";
    private static final String DATE_TO = "date_to";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String singular() {
        return "observation";
    }

    @Override
    public int code() {
        return KindCodes.OBSERVATIONS;
    }

    @Override
    public String description() {
        return "Vital signs, scores and habits noted at visits, and results of laboratories one by"
                + " one";
    }

    @Override
    public RecordSchema<Observation> schema() {
        return Observation.SCHEMA;
    }

    @Override
    public RecordGenerator<Observation> generator() {
        return ObservationReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return ObservationDraw.SPACE;
    }

    /** The keys of all that is observed. */
    private static List<String> keys() {
        return Stream.concat(
                        VitalSigns.standard().all().stream().map(VitalSign::key),
                        Analytes.standard().all().stream()
                                .filter(analyte -> analyte.observed() > 0)
                                .map(Analyte::key))
                .map(Text::toString)
                .toList();
    }

    @Override
    public List<RecordFilter<Observation>> filters() {
        return List.of(
                Filters.oneOf("observation", "Key of what was observed", keys(), Observation::key),
                Filters.oneOf(
                        "category",
                        "What the observation is",
                        Filters.codes(ObservationCategory.values()),
                        observation -> observation.category().code()),
                Filters.oneOf(
                        "status",
                        "How far it is on the as_of date",
                        Filters.codes(ObservationStatus.values()),
                        ObservationStatus.FINAL.code().toString(),
                        observation -> observation.status().code()),
                Filters.yesOrNo(
                        "abnormal",
                        "Whether any value is flagged as anything but normal",
                        Observation::isAbnormal),
                Filters.dateFrom(
                        DATE_FROM,
                        "Observed on this day or later",
                        observation -> observation.effective().toLocalDate()),
                Filters.dateTo(
                        DATE_TO,
                        "Observed on this day or before",
                        observation -> observation.effective().toLocalDate()));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member who was observed",
                        "members",
                        (readers, index) ->
                                new long[] {ObservationReader.of(readers).member(index)}),
                new RecordRelation(
                        "encounter",
                        "The encounter of the observation",
                        "encounters",
                        (readers, index) ->
                                new long[] {ObservationReader.of(readers).encounter(index)}),
                new RecordRelation(
                        "performer",
                        "The practitioner of the visit, or the laboratory",
                        "providers",
                        (readers, index) ->
                                new long[] {
                                    ObservationReader.of(readers)
                                            .present(index)
                                            .performer()
                                            .id()
                                            .index()
                                }),
                new RecordRelation(
                        "report",
                        "The report that has the result of a laboratory",
                        "diagnostic-reports",
                        (readers, index) -> ObservationReader.of(readers).report(index)));
    }
}
