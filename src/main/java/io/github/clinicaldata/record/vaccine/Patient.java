package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Sex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member while the doses of a life are planned. */
final class Patient {
    /** Days of a pregnancy: 40 weeks. */
    static final int PREGNANCY = 280;

    private final int position;
    private final long key;
    private final long familyKey;
    private final Member member;
    private final int birthDay;
    private final int birthNumber;
    private final int recordsFrom;
    private final int apart;
    private final List<PlannedDose> planned = new ArrayList<>();
    private final List<PlannedDose> byChance = new ArrayList<>(2);
    private int[] liveDays = new int[4];
    private int lives;
    private int[] deliveries = {};
    private boolean protectedByMother;
    private boolean unvaccinated;
    private int ageDay = Integer.MIN_VALUE;
    private int age;

    /**
     * A member of a block.
     *
     * @param position in the block
     * @param key of what is drawn for this member
     * @param familyKey of what is drawn for the household
     * @param recordsFrom the first day of which there are records, since 1970-01-01
     * @param apart days between live vaccines
     */
    Patient(int position, long key, long familyKey, Member member, int recordsFrom, int apart) {
        this.position = position;
        this.key = key;
        this.familyKey = familyKey;
        this.member = member;
        this.birthDay = (int) member.birthDate().toEpochDay();
        birthNumber = Days.number(birthDay);
        this.recordsFrom = Math.max(recordsFrom, birthDay);
        this.apart = apart;
    }

    int position() {
        return position;
    }

    long key() {
        return key;
    }

    long familyKey() {
        return familyKey;
    }

    Member member() {
        return member;
    }

    /** The day of birth since 1970-01-01. */
    int birthDay() {
        return birthDay;
    }

    boolean male() {
        return member.sex() == Sex.MALE;
    }

    int recordsFrom() {
        return recordsFrom;
    }

    /** The age in whole years on a day since 1970-01-01; remembers the last one. */
    int ageOn(int day) {
        if (day != ageDay) {
            age = Days.years(birthNumber, Days.number(day));
            ageDay = day;
        }
        return age;
    }

    /** The doses that are sure to come. */
    List<PlannedDose> planned() {
        return planned;
    }

    /** Takes a dose that is sure to come. */
    void add(PlannedDose dose) {
        planned.add(dose);
        if (dose.status() == VaccineStatus.COMPLETED && dose.product().live()) {
            addLive(dose.day());
        }
    }

    /** Notes the day of a live vaccine, also of one that may not come. */
    void addLive(int day) {
        if (lives == liveDays.length) {
            liveDays = Arrays.copyOf(liveDays, 2 * lives);
        }
        liveDays[lives++] = day;
    }

    /** The days on which children of this woman were born, none for others. */
    void setDeliveries(int[] days) {
        deliveries = days;
    }

    int[] deliveries() {
        return deliveries;
    }

    /** Whether a live vaccine may be given: not near another one and not in pregnancy. */
    boolean mayHaveLive(int day) {
        for (int i = 0; i < lives; i++) {
            int between = Math.abs(liveDays[i] - day);
            if (between > 0 && between < apart) {
                return false;
            }
        }
        for (int delivery : deliveries) {
            if (day <= delivery && day > delivery - PREGNANCY - apart) {
                return false;
            }
        }
        return true;
    }

    /** Whether a vaccine may be given as far as it is a live one. */
    boolean mayHave(Product product, int day) {
        return !product.live() || mayHaveLive(day);
    }

    /** Whether a dose of a group was given less than some days before or after a day. */
    boolean hasNear(String group, int day, int days) {
        for (PlannedDose dose : planned) {
            if (dose.status() == VaccineStatus.COMPLETED
                    && Math.abs(dose.day() - day) < days
                    && dose.product().groups().contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** A dose that was given within some days of a day, or null; the first that was planned. */
    @Nullable PlannedDose visitNear(int day, int days) {
        for (PlannedDose dose : planned) {
            if (dose.status() == VaccineStatus.COMPLETED && Math.abs(dose.day() - day) <= days) {
                return dose;
            }
        }
        return null;
    }

    /** Where a dose of a day is given: where others of that day are, or else as it is wished. */
    Setting settingOn(int day, Setting wished) {
        PlannedDose dose = visitNear(day, 0);
        if (dose != null) {
            return dose.setting();
        }
        for (PlannedDose each : byChance) {
            if (each.day() == day) {
                return each.setting();
            }
        }
        return wished;
    }

    /** Notes a dose that may be given. */
    void addByChance(PlannedDose dose) {
        byChance.add(dose);
    }

    /** The day of the last dose of a series that was given, or null. */
    @Nullable Integer lastOf(Text code) {
        Integer last = null;
        for (PlannedDose dose : planned) {
            if (dose.status() == VaccineStatus.COMPLETED
                    && dose.series().get(0).code().equals(code)
                    && (last == null || dose.day() > last)) {
                last = dose.day();
            }
        }
        return last;
    }

    /** Whether the family declines all vaccines of this person's childhood. */
    boolean isUnvaccinated() {
        return unvaccinated;
    }

    void setUnvaccinated(boolean unvaccinated) {
        this.unvaccinated = unvaccinated;
    }

    boolean protectedByMother() {
        return protectedByMother;
    }

    void protectByMother() {
        protectedByMother = true;
    }
}
