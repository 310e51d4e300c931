package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.encounter.EncounterClass;
import io.github.clinicaldata.record.encounter.EncounterStatus;
import java.util.Arrays;

/** What an ADT message tells of a visit. */
enum AdmissionEvent {
    /** Somebody stays in hospital. */
    ADMISSION("A01", "ADT_A01"),
    /** The stay is over. */
    DISCHARGE("A03", "ADT_A03"),
    /** Somebody comes who does not stay. */
    REGISTRATION("A04", "ADT_A01"),
    /** All that is known of a visit or a stay. */
    UPDATE("A08", "ADT_A01");

    private final String code;
    private final String structure;

    AdmissionEvent(String code, String structure) {
        this.code = code;
        this.structure = structure;
    }

    /** HL7 table 0003. */
    String code() {
        return code;
    }

    /** MSH-9. */
    String messageType() {
        return "ADT^" + code + "^" + structure;
    }

    /** Whether it is told of an encounter. */
    boolean tells(Encounter encounter) {
        return tells(encounter.type())
                && (this != DISCHARGE || encounter.status() == EncounterStatus.FINISHED);
    }

    private boolean tells(EncounterClass type) {
        return switch (this) {
            case ADMISSION, DISCHARGE -> type.isStay();
            case REGISTRATION -> !type.isStay();
            case UPDATE -> true;
        };
    }

    /** The classes of the encounters that it is told of. */
    EncounterClass[] classes() {
        return Arrays.stream(EncounterClass.values())
                .filter(this::tells)
                .toArray(EncounterClass[]::new);
    }

    /** Whether the end and what was found until then is told. */
    boolean tellsTheEnd() {
        return this == DISCHARGE || this == UPDATE;
    }
}
