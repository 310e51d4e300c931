package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dose of a vaccine that was given, or that was due and not given.
 *
 * @param id the record's id
 * @param status what became of it
 * @param registrationDate when the patient was registered for it
 * @param appointment when it was to be given, or null for who came without one
 * @param setting what kind of place
 * @param series which doses of which series it is; a combination vaccine is one of several
 * @param cvx the code of the vaccine (HL7 table 0292)
 * @param description CDC's short description of the code
 * @param given what was given, or null
 * @param fundingCode who pays (HL7 table 0064)
 * @param funding the meaning of that code
 * @param source where the knowledge comes from
 * @param reasonCode why it was not given, or null
 * @param reason the same in words, or null
 * @param member the patient
 * @param provider who gave it, or was to
 * @param guardian the head of the household in which the patient is a child, or null
 */
public record Vaccine(
        RecordId id,
        VaccineStatus status,
        LocalDate registrationDate,
        @Nullable OffsetDateTime appointment,
        Setting setting,
        List<SeriesDose> series,
        Text cvx,
        Text description,
        @Nullable Administration given,
        Text fundingCode,
        Text funding,
        InformationSource source,
        @Nullable Text reasonCode,
        @Nullable Text reason,
        Member member,
        Provider provider,
        @Nullable Member guardian) {

    /**
     * A dose that was given.
     *
     * @param at when
     * @param product the name on the label
     * @param mvx the manufacturer's code (HL7 table 0227)
     * @param manufacturer the manufacturer
     * @param ndc eleven digits, or null where it is not known
     * @param lotNumber invented; begins with SYN
     * @param expirationDate of the lot; not before the day of the dose
     * @param hundredths the dose in hundredths of a millilitre
     * @param route HL7 table 0162
     * @param site HL7 table 0163, or null where there is none
     */
    public record Administration(
            OffsetDateTime at,
            Text product,
            Text mvx,
            Text manufacturer,
            @Nullable Text ndc,
            Text lotNumber,
            LocalDate expirationDate,
            int hundredths,
            Text route,
            @Nullable Text site) {
        private static final int DECIMALS = 2;

        /** The fields of what was given. */
        public static final RecordSchema<Administration> SCHEMA =
                RecordSchema.<Administration>named("vaccine_administration")
                        .dateTime("at", Administration::at, "When it was given")
                        .text("product", Administration::product, "Name on the label")
                        .text("mvx", Administration::mvx, "Manufacturer, MVX code")
                        .text("manufacturer", Administration::manufacturer, "Manufacturer")
                        .optionalText(
                                "ndc", Administration::ndc, "NDC of the unit of use, 11 digits")
                        .text(
                                "lot_number",
                                Administration::lotNumber,
                                "Lot, invented: begins with SYN")
                        .date(
                                "expiration_date",
                                Administration::expirationDate,
                                "Last day of the lot")
                        .decimal(
                                "dose_ml",
                                Administration::hundredths,
                                DECIMALS,
                                "Amount in millilitres")
                        .text("route", Administration::route, "Route, HL7 table 0162")
                        .optionalText("site", Administration::site, "Site, HL7 table 0163")
                        .build();
    }

    /** The fields of a vaccine. */
    public static final RecordSchema<Vaccine> SCHEMA =
            RecordSchema.<Vaccine>named("vaccine")
                    .id("id", Vaccine::id, "Id of the record")
                    .bool("synthetic", vaccine -> true, "Always true: nobody real")
                    .code(
                            "status",
                            VaccineStatus.class,
                            Vaccine::status,
                            "Whether it was given, or what was in the way")
                    .date(
                            "registration_date",
                            Vaccine::registrationDate,
                            "When the patient was registered for it")
                    .optionalDateTime(
                            "appointment",
                            Vaccine::appointment,
                            "When it was to be given; walk-ins have none")
                    .code("setting", Setting.class, Vaccine::setting, "Kind of place")
                    .groups(
                            "series",
                            Vaccine::series,
                            SeriesDose.SCHEMA,
                            "Which dose of which series; several for a combination vaccine")
                    .text("cvx", Vaccine::cvx, "Vaccine, CVX code")
                    .text("vaccine", Vaccine::description, "CDC's short description of the code")
                    .optionalGroup(
                            "administration",
                            Vaccine::given,
                            Administration.SCHEMA,
                            "What was given; only of completed doses")
                    .text(
                            "funding_code",
                            Vaccine::fundingCode,
                            "Eligibility for Vaccines for Children, HL7 table 0064")
                    .text("funding", Vaccine::funding, "Meaning of the funding code")
                    .code(
                            "information_source",
                            InformationSource.class,
                            Vaccine::source,
                            "Where the knowledge of the dose comes from")
                    .optionalText(
                            "reason_code",
                            Vaccine::reasonCode,
                            "Why it was not given: NIP002 for refusals, else a key of this"
                                    + " generator")
                    .optionalText("reason", Vaccine::reason, "Why it was not given")
                    .group("member", Vaccine::member, Member.REFERENCE, "Patient")
                    .group(
                            "provider",
                            Vaccine::provider,
                            Provider.REFERENCE,
                            "Who gave it, or was to")
                    .build();

    /** The day of the dose, or of the appointment at which it was not given. */
    public LocalDate date() {
        Administration administration = given;
        OffsetDateTime moment = administration == null ? appointment : administration.at();
        return moment == null ? registrationDate : moment.toLocalDate();
    }
}
