package io.github.clinicaldata.job.storage;

import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for files that are written in parts. A part counts once {@link #write} has returned; a
 * file is there, whole, once {@link #complete} has. All but {@link #read} block.
 */
public interface FileStore {
    /** Where a file is, for people. */
    String location(String name);

    /**
     * Begins a file. What an earlier beginning of the same file left is gone.
     *
     * @return the name under which its parts are collected
     */
    String begin(String name, String mediaType) throws IOException;

    /** How many of the first parts are there as they were recorded, also of a complete file. */
    int intact(String name, String upload, List<FilePart> parts) throws IOException;

    /**
     * Writes a part for good. It may be written again with the same bytes.
     *
     * @param part its place; the tag is not looked at
     * @param bytes begin with the part
     * @return the part with the store's tag
     */
    FilePart write(String name, String upload, FilePart part, byte[] bytes) throws IOException;

    /** Makes a file of its parts. A file that is complete already stays as it is. */
    void complete(String name, String upload, List<FilePart> parts) throws IOException;

    /** Removes a file, and the parts of an unfinished one. Nothing happens where there is none. */
    void discard(String name, @Nullable String upload) throws IOException;

    /**
     * Bytes of a complete file, read on demand; fails with {@link java.io.FileNotFoundException}
     * where there is none.
     */
    Multi<ByteBuffer> read(String name, long from, long length);

    /** Fails when no file could be written. */
    void check() throws IOException;
}
