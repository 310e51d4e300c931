package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.vaccine.InformationSource;
import io.github.clinicaldata.record.vaccine.SeriesDose;
import io.github.clinicaldata.record.vaccine.Vaccine;
import io.github.clinicaldata.record.vaccine.Vaccine.Administration;
import io.github.clinicaldata.record.vaccine.VaccineStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Doses of vaccines, given or not, as {@code Immunization}, by US Core. */
@Singleton
public final class ImmunizationMapping implements ResourceMapping<Vaccine> {
    private static final Element STATUS_REASON = Element.of("statusReason");
    private static final Element VACCINE_CODE = Element.of("vaccineCode");
    private static final Element OCCURRENCE = Element.of("occurrenceDateTime");
    private static final Element RECORDED = Element.of("recorded");
    private static final Element PRIMARY_SOURCE = Element.of("primarySource");
    private static final Element PERFORMER = Element.of("performer");
    private static final Element ACTOR = Element.of("actor");
    private static final Element PROGRAM_ELIGIBILITY = Element.of("programEligibility");
    private static final Element PROTOCOL_APPLIED = Element.of("protocolApplied");
    private static final Element SERIES = Element.of("series");
    private static final Element DOSE_NUMBER = Element.of("doseNumberPositiveInt");
    private static final Element SERIES_DOSES = Element.of("seriesDosesPositiveInt");
    private static final Fragment META = Fragments.meta(Profiles.IMMUNIZATION);
    private static final Fragment COMPLETED = Fragments.text(Elements.STATUS, "completed");
    private static final Fragment NOT_DONE = Fragments.text(Elements.STATUS, "not-done");
    private static final Text OUT_OF_STOCK = Text.of("out-of-stock");
    private static final Fragment OUT_OF_STOCK_CODE = code("OSTOCK", "product out of stock");
    private static final Fragment ADMINISTERING =
            Fragments.concept(
                    Element.of("function"),
                    Text.of("http://terminology.hl7.org/CodeSystem/v2-0443"),
                    "AP",
                    "Administering Provider");

    private static final @Nullable Fragment[] REASONS =
            Arrays.stream(VaccineStatus.values())
                    .map(ImmunizationMapping::code)
                    .toArray(Fragment[]::new);

    /** What FHIR offers for the reason; the record's own words stand beside it. */
    private static @Nullable Fragment code(VaccineStatus status) {
        return switch (status) {
            case REFUSED -> code("PATOBJ", "patient objection");
            case CONTRAINDICATED -> code("MEDPREC", "medical precaution");
            case COMPLETED, MISSED -> null;
        };
    }

    private static Fragment code(String code, String display) {
        return Fragment.of(writer -> Fragments.codings(writer, Systems.ACT_REASON, code, display));
    }

    @Override
    public String kind() {
        return "vaccines";
    }

    @Override
    public ResourceType type() {
        return ResourceType.IMMUNIZATION;
    }

    @Override
    public void write(Vaccine vaccine, Population population, ResourceWriter writer) {
        Administration given = vaccine.given();
        writer.begin(ResourceType.IMMUNIZATION, vaccine.id());
        DataTypes.meta(writer, vaccine.date(), META);
        writer.fixed(vaccine.status() == VaccineStatus.COMPLETED ? COMPLETED : NOT_DONE);
        reason(vaccine, writer);
        vaccineCode(vaccine, given, writer);
        writer.reference(Elements.PATIENT, ResourceType.PATIENT, vaccine.member().id());
        if (given != null) {
            writer.dateTime(OCCURRENCE, given.at());
        } else if (vaccine.appointment() != null) {
            writer.dateTime(OCCURRENCE, vaccine.appointment());
        } else {
            writer.date(OCCURRENCE, vaccine.date());
        }
        writer.date(RECORDED, vaccine.date());
        writer.bool(PRIMARY_SOURCE, vaccine.source() == InformationSource.NEW_ADMINISTRATION);
        if (given != null) {
            Administrations.write(given, writer);
            writer.beginArray(PERFORMER);
            writer.beginObject();
            writer.fixed(ADMINISTERING);
            DataTypes.provider(writer, ACTOR, vaccine.provider());
            writer.endObject();
            writer.endArray();
        }
        CodingSystem.texts(writer, PROGRAM_ELIGIBILITY, vaccine.funding());
        series(vaccine.series(), writer);
        writer.end();
    }

    private static void reason(Vaccine vaccine, ResourceWriter writer) {
        Text reason = vaccine.reason();
        if (reason == null) {
            return;
        }
        writer.beginObject(STATUS_REASON);
        Fragment code =
                OUT_OF_STOCK.equals(vaccine.reasonCode())
                        ? OUT_OF_STOCK_CODE
                        : REASONS[vaccine.status().ordinal()];
        if (code != null) {
            writer.fixed(code);
        }
        writer.text(Elements.TEXT, reason);
        writer.endObject();
    }

    private static void vaccineCode(
            Vaccine vaccine, @Nullable Administration given, ResourceWriter writer) {
        writer.beginObject(VACCINE_CODE);
        writer.beginArray(Elements.CODING);
        CodingSystem.CVX.coding(writer, vaccine.cvx(), vaccine.description());
        if (given != null && given.ndc() != null) {
            CodingSystem.NDC.coding(writer, given.ndc(), null);
        }
        writer.endArray();
        writer.text(Elements.TEXT, given == null ? vaccine.description() : given.product());
        writer.endObject();
    }

    private static void series(List<SeriesDose> series, ResourceWriter writer) {
        if (series.isEmpty()) {
            return;
        }
        writer.beginArray(PROTOCOL_APPLIED);
        for (int i = 0; i < series.size(); i++) {
            SeriesDose dose = series.get(i);
            writer.beginObject();
            writer.text(SERIES, dose.name());
            writer.integer(DOSE_NUMBER, dose.number());
            writer.integer(SERIES_DOSES, dose.of());
            writer.endObject();
        }
        writer.endArray();
    }
}
