package io.github.clinicaldata.format.x12.validate;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, looked at before the parser gets them: each interchange begins with an ISA
 * segment of the right form, and no segment is so long that it would fill the memory.
 */
final class InterchangeInput extends InputStream {
    /** What is wrong with a file that is not X12, or not any more. */
    static final class NotX12 extends IOException {
        private static final long serialVersionUID = 1L;

        private final String code;

        NotX12(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The length of ISA with the character that ends it. */
    private static final int ISA = 106;

    /** Bytes of a segment; the longest ones of the guides have a few hundred. */
    private static final int MOST_OF_SEGMENT = 1 << 16;

    /** Where the sixteen elements of ISA are parted from what is before them. */
    private static final int[] SEPARATORS = {
        3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
    };

    private final InputStream file;
    private final byte[] isa = new byte[ISA];
    private final byte[] one = new byte[1];
    private int ofIsa;
    private int ofSegment;
    private byte end;
    private boolean between = true;
    private boolean begun;

    InterchangeInput(InputStream file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = file.read(target, from, length);
        if (count < 0 && !begun) {
            throw tooShort(ofIsa);
        }
        for (int i = from; i < from + count; i++) {
            look(target[i]);
        }
        return count;
    }

    private void look(byte each) throws NotX12 {
        if (between) {
            if (isSpace(each)) {
                return;
            }
            between = false;
            ofSegment = 0;
            ofIsa = 0;
        }
        ofSegment++;
        if (!begun || ofIsa == ofSegment - 1 && ofIsa < ISA && mayBeIsa(each)) {
            lookAtIsa(each);
        } else if (each == end) {
            between = true;
        } else if (ofSegment > MOST_OF_SEGMENT) {
            throw new NotX12(
                    "segment-too-long",
                    "A segment has more than "
                            + MOST_OF_SEGMENT
                            + " characters; is the one that ends segments missing?");
        }
    }

    /** Whether the segment that is read can be an ISA, up to this byte. */
    private boolean mayBeIsa(byte each) {
        return ofIsa >= 3 || each == "ISA".charAt(ofIsa);
    }

    private void lookAtIsa(byte each) throws NotX12 {
        isa[ofIsa++] = each;
        if (ofIsa <= 3 && each != "ISA".charAt(ofIsa - 1)) {
            throw new NotX12("not-x12", "The file does not begin with ISA, as files of X12 do");
        }
        if (ofIsa == ISA) {
            check();
            begun = true;
            between = true;
            end = each;
        }
    }

    private void check() throws NotX12 {
        byte separator = isa[3];
        for (int i = 0; i < SEPARATORS.length; i++) {
            if (isa[SEPARATORS[i]] != separator) {
                throw new NotX12(
                        "isa-length-wrong",
                        ("The elements of ISA have fixed lengths, 106 characters in all; before"
                                        + " ISA%02d there is no separator where it must be")
                                .formatted(i + 1));
            }
        }
        if (isa[ISA - 1] == separator || isWord(isa[ISA - 1]) || isWord(separator)) {
            throw new NotX12(
                    "isa-length-wrong",
                    "ISA has 106 characters, the last of which is the one that ends segments");
        }
    }

    private static NotX12 tooShort(int length) {
        return length == 0
                ? new NotX12("not-x12", "The file has nothing in it")
                : new NotX12(
                        "isa-length-wrong",
                        "The file ends after %d characters of ISA, which has %d"
                                .formatted(length, ISA));
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }

    private static boolean isWord(byte each) {
        return each >= '0' && each <= '9'
                || each >= 'A' && each <= 'Z'
                || each >= 'a' && each <= 'z';
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
