package io.github.clinicaldata.format.hl7v2.validate;

/** Rules of messages that no structure says. */
@FunctionalInterface
interface Rules {
    /** Looks at a message. */
    void check(MessageText message, Findings findings);
}
