package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** What an enrollment does to coverage. */
public enum MaintenanceType implements Coded {
    /** Coverage begins. */
    ADDITION("addition", "021"),
    /** Something of the member or the coverage is different from now on. */
    CHANGE("change", "001"),
    /** Coverage ends. */
    TERMINATION("termination", "024"),
    /** Coverage that the payer had stopped goes on, without a day between. */
    REINSTATEMENT("reinstatement", "025"),
    /** Coverage goes on in a new plan year; sent with the full file of its start. */
    RENEWAL("renewal", "030");

    private final Text code;
    private final Text number;

    MaintenanceType(String code, String number) {
        this.code = Text.of(code);
        this.number = Text.of(number);
    }

    @Override
    public Text code() {
        return code;
    }

    /** The bare code of the enrollment file, three digits. */
    public Text number() {
        return number;
    }
}
