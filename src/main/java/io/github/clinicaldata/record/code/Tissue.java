package io.github.clinicaldata.record.code;

import java.util.Locale;

/** What is taken out at a visit and then looked at by a pathologist. */
public enum Tissue {
    /** Nothing. */
    NONE,
    /** Samples of something that stays, or all of what a pathway removes. */
    SAMPLE,
    /** Polyps, wholly, through a scope. */
    POLYP;

    /** The one of a key in data files. */
    public static Tissue of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
