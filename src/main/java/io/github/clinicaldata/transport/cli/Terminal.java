package io.github.clinicaldata.transport.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out whether standard error is a terminal. {@code System.console()} does not say so: it
 * looks at the other two streams, and since JDK 22 it is there even when all are redirected.
 */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal; false where the system does not tell. */
    static boolean isStandardError() {
        if (Files.isSymbolicLink(STANDARD_ERROR)) {
            return isTerminal(STANDARD_ERROR);
        }
        return testSaysTerminal();
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.startsWith("/dev/pts/")
                    || device.startsWith("/dev/tty")
                    || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** POSIX systems without {@code /proc} have {@code test -t}. */
    private static boolean testSaysTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
