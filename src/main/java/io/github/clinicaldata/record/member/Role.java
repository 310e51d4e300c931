package io.github.clinicaldata.record.member;

/** What a person is in a household. */
public enum Role {
    HEAD,
    PARTNER,
    PARENT,
    OTHER,
    CHILD;

    /** Head and partner share policies; a parent or another adult has one of the own. */
    public boolean isPartner() {
        return this == HEAD || this == PARTNER;
    }
}
