package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;

/** Writes HL segments and numbers them through a transaction. */
final class LevelWriter {
    private final SegmentWriter out;
    private final Literal hl;
    private final Literal leaf = Literal.of("0");
    private final Literal parent = Literal.of("1");
    private long count;

    LevelWriter(SegmentWriter out, Delimiters delimiters) {
        this.out = out;
        hl = delimiters.literal("HL*");
    }

    /** Begins with number 1 again. */
    void reset() {
        count = 0;
    }

    /** An outermost level, with others in it or not. */
    long outermost(int code, boolean children) {
        out.begin(hl).number(++count).skip(2).number(code);
        out.next().literal(children ? parent : leaf).end();
        return count;
    }

    /** A level within another one. */
    long within(long outer, int code, boolean children) {
        out.begin(hl).number(++count).next().number(outer).next().number(code);
        out.next().literal(children ? parent : leaf).end();
        return count;
    }
}
