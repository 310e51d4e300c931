package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of HL7 and CDC for what the data has its own words for. */
final class Codes {
    private static final Literal FEMALE = Literal.of("F");
    private static final Literal MALE = Literal.of("M");

    private static final Literal[] RACES = literals(Race.values(), Codes::race);
    private static final Literal[] ETHNICITIES = literals(Ethnicity.values(), Codes::ethnicity);
    private static final Literal[] MARITAL = literals(MaritalStatus.values(), Codes::marital);
    private static final Literal[] INSURED = literals(Relationship.values(), Codes::insuredCode);
    private static final Map<Text, Literal> LANGUAGES = languages();
    private static final Literal MOTHER = Literal.of("MTH^Mother^HL70063");
    private static final Literal FATHER = Literal.of("FTH^Father^HL70063");

    private Codes() {}

    private interface Naming<E> {
        String of(E value);
    }

    private static <E> Literal[] literals(E[] values, Naming<E> naming) {
        Literal[] literals = new Literal[values.length];
        for (int i = 0; i < values.length; i++) {
            literals[i] = Literal.of(naming.of(values[i]));
        }
        return literals;
    }

    /** HL7 table 0001. */
    static Literal of(Sex sex) {
        return sex == Sex.FEMALE ? FEMALE : MALE;
    }

    /** CDC race and ethnicity code set; there is no code for two or more races. */
    static Literal of(Race race) {
        return RACES[race.ordinal()];
    }

    private static String race(Race race) {
        return switch (race) {
            case WHITE -> "2106-3^White^CDCREC";
            case BLACK -> "2054-5^Black or African American^CDCREC";
            case ASIAN -> "2028-9^Asian^CDCREC";
            case PACIFIC -> "2076-8^Native Hawaiian or Other Pacific Islander^CDCREC";
            case NATIVE -> "1002-5^American Indian or Alaska Native^CDCREC";
            case TWO_OR_MORE, OTHER -> "2131-1^Other Race^CDCREC";
        };
    }

    /** CDC race and ethnicity code set. */
    static Literal of(Ethnicity ethnicity) {
        return ETHNICITIES[ethnicity.ordinal()];
    }

    private static String ethnicity(Ethnicity ethnicity) {
        return switch (ethnicity) {
            case HISPANIC -> "2135-2^Hispanic or Latino^CDCREC";
            case NOT_HISPANIC -> "2186-5^Not Hispanic or Latino^CDCREC";
        };
    }

    /** HL7 table 0002. */
    static Literal of(MaritalStatus status) {
        return MARITAL[status.ordinal()];
    }

    private static String marital(MaritalStatus status) {
        return switch (status) {
            case NEVER_MARRIED -> "S^Single^HL70002";
            case MARRIED -> "M^Married^HL70002";
            case DOMESTIC_PARTNER -> "P^Domestic partner^HL70002";
            case DIVORCED -> "D^Divorced^HL70002";
            case WIDOWED -> "W^Widowed^HL70002";
        };
    }

    /** The insured's relationship to the patient, HL7 table 0063. */
    static Literal insured(Relationship patientToInsured) {
        return INSURED[patientToInsured.ordinal()];
    }

    private static String insuredCode(Relationship patientToInsured) {
        return switch (patientToInsured) {
            case SELF -> "SEL^Self^HL70063";
            case SPOUSE -> "SPO^Spouse^HL70063";
            case CHILD -> "PAR^Parent^HL70063";
        };
    }

    /** A parent, HL7 table 0063. */
    static Literal parent(Sex sex) {
        return sex == Sex.FEMALE ? MOTHER : FATHER;
    }

    /** A language as ISO 639-2 has it, or null where it does not. */
    static @Nullable Literal language(Text tag) {
        return LANGUAGES.get(tag);
    }

    private static Map<Text, Literal> languages() {
        Map<Text, Literal> languages = new HashMap<>();
        ReferenceTable.read("weights/languages.csv").stream()
                .forEach(
                        row -> {
                            String tag = row.getField("language");
                            String code = iso639(tag) + "^" + row.getField("name") + "^ISO6392";
                            languages.put(Text.of(tag), Literal.of(code));
                        });
        return languages;
    }

    /** Two languages have codes of their group only. */
    private static String iso639(String tag) {
        return switch (tag) {
            case "apw" -> "apa";
            case "esu" -> "ypk";
            default -> Locale.forLanguageTag(tag).getISO3Language();
        };
    }
}
