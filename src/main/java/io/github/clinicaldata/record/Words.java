package io.github.clinicaldata.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Copies short runs of bytes in words of eight: most texts take two moves, without a call or a
 * branch on their length. What is copied is padded to whole words, and the target needs room beyond
 * the end.
 */
public final class Words {
    /** How many bytes beyond its end a copy may overwrite. */
    public static final int SLACK = 16;

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** The first bytes of an array in a new one that {@link #copy} can read. */
    public static byte[] padded(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.max(SLACK, (length + 7) & -8));
    }

    /**
     * Copies padded bytes into a target with {@link #SLACK} bytes beyond them.
     *
     * @return the position after the copy
     */
    public static int copy(byte[] padded, int length, byte[] target, int position) {
        put((long) WORDS.get(padded, 0), target, position);
        put((long) WORDS.get(padded, 8), target, position + 8);
        for (int i = SLACK; i < length; i += 8) {
            put((long) WORDS.get(padded, i), target, position + i);
        }
        return position + length;
    }

    /** Writes eight bytes, the lowest one first. */
    public static void put(long word, byte[] target, int position) {
        WORDS.set(target, position, word);
    }
}
