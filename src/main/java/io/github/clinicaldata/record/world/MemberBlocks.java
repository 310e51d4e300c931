package io.github.clinicaldata.record.world;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.member.MemberReader;
import io.github.clinicaldata.record.member.MemberTables;
import org.jspecify.annotations.Nullable;

/** Reads blocks of members and remembers the last one. Not safe for use by several threads. */
public final class MemberBlocks {
    private final MemberReader reader;
    private @Nullable MemberBlock last;

    /** The blocks of a population. */
    public MemberBlocks(Population population) {
        reader = MemberTables.standard().open(population);
    }

    /** The blocks that readers of the same caller share. */
    public static MemberBlocks of(Readers readers) {
        return readers.get(MemberBlocks.class, all -> new MemberBlocks(all.population()));
    }

    /** A block by its number. */
    public MemberBlock at(long number) {
        MemberBlock block = last;
        if (block == null || block.number() != number) {
            block = new MemberBlock(number, reader);
            last = block;
        }
        return block;
    }
}
