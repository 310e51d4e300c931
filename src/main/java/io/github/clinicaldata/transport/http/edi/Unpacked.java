package io.github.clinicaldata.transport.http.edi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A body that is unpacked while it is read, and may be no larger unpacked than packed. */
final class Unpacked extends FilterInputStream {
    private static final int BUFFER = 1 << 13;

    private final long most;
    private long count;

    private Unpacked(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /**
     * Unpacks a body.
     *
     * @throws IOException when it is not packed by gzip
     */
    static Unpacked gzip(InputStream body, long most) throws IOException {
        return new Unpacked(new GZIPInputStream(body, BUFFER), most);
    }

    @Override
    public int read() throws IOException {
        int each = super.read();
        counted(each < 0 ? 0 : 1);
        return each;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int more) throws IOException {
        count += more;
        if (count > most) {
            throw new Upload.TooLarge();
        }
    }
}
