package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the questions, with the mistakes for which payers reject them. */
final class Inquiries {
    private static final double WHOLE_PLAN = 0.7;
    private static final long TEN = 10;
    private static final long DIGIT_OF_MEMBER_ID = 1_000_000;
    private static final int DIGITS = 9;
    private static final int DAYS_TOO_EARLY = 1_200;
    private static final int DAYS_TOO_LATE = 400;

    private final Keyed<ServiceType> types = ServiceType.standard();
    private final List<ServiceType> wholePlan = List.of(types.get("30"));
    private final List<List<ServiceType>> bySetting;

    Inquiries() {
        bySetting =
                List.of(Setting.values()).stream()
                        .map(setting -> List.of(types.get(code(setting))))
                        .toList();
    }

    private static String code(Setting setting) {
        return switch (setting) {
            case OFFICE, TELEHEALTH -> "98";
            case URGENT_CARE -> "UC";
            case EMERGENCY -> "86";
            case INPATIENT -> "48";
            case OUTPATIENT_HOSPITAL -> "50";
            case AMBULATORY_SURGERY -> "13";
            case HOME -> "42";
            case NURSING_FACILITY, SKILLED_NURSING -> "AG";
            case LABORATORY -> "5";
            case IMAGING_CENTER -> "4";
            case DIALYSIS_CENTER -> "76";
        };
    }

    /** The question of a check. */
    Inquiry of(
            CheckDraft check,
            Member member,
            Provider provider,
            OffsetDateTime sent,
            @Nullable Rejection rejection) {
        String mistake = rejection == null ? "" : rejection.key().toString();
        boolean swapped =
                mistake.equals("member-name-wrong") || mistake.equals("patient-name-wrong");
        Text first = swapped ? member.lastName() : member.firstName();
        return new Inquiry(
                sent,
                npi(provider.npi(), mistake, check.key()),
                memberNumber(member.memberNumber(), mistake, check.key()),
                mistake.equals("data-missing") ? null : first,
                swapped ? member.firstName() : member.lastName(),
                birthDate(member.birthDate(), mistake, check.key()),
                serviceDate(check.serviceDay(), mistake),
                serviceTypes(check));
    }

    private List<ServiceType> serviceTypes(CheckDraft check) {
        Visit visit = check.visit();
        return visit == null || Uniforms.of(check.key(), 20) < WHOLE_PLAN
                ? wholePlan
                : bySetting.get(visit.rule().setting().ordinal());
    }

    private static long npi(long npi, String mistake, long key) {
        return switch (mistake) {
            case "provider-number-wrong", "provider-not-on-file" -> withOtherDigit(npi, 1, key);
            default -> npi;
        };
    }

    private static long memberNumber(long number, String mistake, long key) {
        return switch (mistake) {
            case "member-not-found",
                    "member-number-wrong",
                    "patient-not-found",
                    "patient-number-wrong" ->
                    withOtherDigit(number, DIGIT_OF_MEMBER_ID, key);
            default -> number;
        };
    }

    /** A number with another digit at a place. */
    private static long withOtherDigit(long number, long place, long key) {
        long digit = number / place % TEN;
        long other = (digit + 1 + (long) (Uniforms.of(key, 21) * DIGITS)) % TEN;
        return number + (other - digit) * place;
    }

    private static @Nullable LocalDate birthDate(LocalDate date, String mistake, long key) {
        return switch (mistake) {
            case "birth-date-missing" -> null;
            case "birth-date-mismatch" ->
                    Uniforms.of(key, 22) < 0.5 ? date.minusYears(1) : date.minusDays(1);
            default -> date;
        };
    }

    private static @Nullable LocalDate serviceDate(int day, String mistake) {
        return switch (mistake) {
            case "date-wrong" -> null;
            case "date-out-of-range" -> LocalDate.ofEpochDay(day - DAYS_TOO_EARLY);
            case "date-in-future" -> LocalDate.ofEpochDay(day + DAYS_TOO_LATE);
            default -> LocalDate.ofEpochDay(day);
        };
    }
}
