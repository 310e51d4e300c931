package io.github.clinicaldata.record.member;

/** Who lives together, as {@code weights/household-types.csv} counts it. */
public enum HouseholdType {
    /** One adult alone. */
    SINGLE(1, false, false),
    /** Two spouses or partners. */
    COUPLE(2, false, false),
    /** Two spouses or partners and children under 26. */
    COUPLE_CHILDREN(2, true, false),
    /** One parent and children under 26. */
    SINGLE_PARENT(1, true, false),
    /** Two spouses or partners, an older parent of one, and children under 26, if any. */
    COUPLE_CHILDREN_PARENT(2, true, true),
    /** Adults who share a home. */
    ADULTS(1, false, false);

    private final int partners;
    private final boolean children;
    private final boolean parent;

    HouseholdType(int partners, boolean children, boolean parent) {
        this.partners = partners;
        this.children = children;
        this.parent = parent;
    }

    /** Two when the head has a spouse or partner, else one. */
    int partners() {
        return partners;
    }

    /** Whether a parent of the head lives with them. */
    boolean hasParent() {
        return parent;
    }

    /** How many children a household of this size has. */
    int children(int size) {
        return children ? size - partners - (parent ? 1 : 0) : 0;
    }

    /** How many further adults a household of this size has. */
    int others(int size) {
        return this == ADULTS ? size - 1 : 0;
    }
}
