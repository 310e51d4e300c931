package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.pathway.Start;

/**
 * How a patient came to an institution, as far as its visit tells; the codes are those of {@code
 * codes/admission-types.csv} and {@code codes/admission-sources.csv}.
 *
 * @param type 1 emergency, 3 elective, 4 newborn
 * @param source 1 from home, 4 from another hospital, 5 born in the hospital
 */
public record Admission(Text type, Text source) {
    private static final Text EMERGENCY = Text.of("1");
    private static final Text ELECTIVE = Text.of("3");
    private static final Text NEWBORN = Text.of("4");
    private static final Text HOME = Text.of("1");
    private static final Text BORN_INSIDE = Text.of("5");

    private static final Text HOSPITAL = Text.of("4");

    private static final Admission TRANSFER = new Admission(ELECTIVE, HOSPITAL);
    private static final Admission BIRTH = new Admission(NEWBORN, BORN_INSIDE);
    private static final Admission AT_ONCE = new Admission(EMERGENCY, HOME);
    private static final Admission PLANNED = new Admission(ELECTIVE, HOME);

    /** The admission of a visit: planned where it is no stay, no emergency, or one for surgery. */
    public static Admission of(Visit visit) {
        Setting setting = visit.rule().setting();
        if (setting == Setting.EMERGENCY) {
            return AT_ONCE;
        }
        if (setting == Setting.SKILLED_NURSING) {
            return TRANSFER;
        }
        if (visit.rule().stay() == null) {
            return PLANNED;
        }
        if (visit.pathway().start() == Start.BIRTH) {
            return BIRTH;
        }
        boolean injury = visit.pathway().category().toString().equals("injury");
        return !injury && visit.isSurgical() ? PLANNED : AT_ONCE;
    }
}
