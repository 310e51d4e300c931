package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.file.SharedFileException;
import io.github.clinicaldata.stream.NoMatchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong on standard error, in a line for each problem, and with which exit code. */
final class CommandErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String LONG = "--";
    private static final Logger LOG = Logger.getLogger(CommandErrors.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult given) {
        PrintWriter err = command.getErr();
        if (failure instanceof ReaderGoneException) {
            return ExitCodes.READER_GONE;
        }
        if (failure instanceof PlanRejected rejected) {
            rejected.problems().forEach(problem -> err.println(line(problem)));
            return badArguments(command);
        }
        if (failure instanceof NoMatchException || failure instanceof RecordNotFoundException) {
            err.println(failure.getMessage());
            return ExitCodes.NO_MATCH;
        }
        if (failure instanceof SharedFileException) {
            err.println(failure.getMessage());
            return ExitCodes.FAILED;
        }
        if (failure instanceof IOException broken) {
            err.println("Can't write: " + reason(broken));
            return ExitCodes.FAILED;
        }
        LOG.error("The command failed", failure);
        return ExitCodes.FAILED;
    }

    private static String line(FieldProblem problem) {
        return RecordOptions.optionName(problem.field()) + ": " + problem.issue();
    }

    private static int badArguments(CommandLine command) {
        command.getErr().println("Try " + command.getCommandSpec().qualifiedName(" ") + " --help");
        return ExitCodes.BAD_ARGUMENTS;
    }

    /** Some failures of files say no more than the file's name. */
    private static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return message + ": there is no such directory";
        }
        if (failure instanceof FileSystemException named && named.getReason() == null) {
            return message + ": " + failure.getClass().getSimpleName();
        }
        return message;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(message(failure, command));
        return badArguments(command);
    }

    private static String message(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(failure.getMessage());
        }
        String first = unmatched.getUnmatched().get(0).split("=", 2)[0];
        Map<String, CommandLine> subcommands = command.getSubcommands();
        if (subcommands.isEmpty()) {
            return first + ": is not known here" + suggestion(first, command);
        }
        boolean ofCommands =
                command.getParent() == null || command.getCommandName().equals(KeysCommand.NAME);
        String what = ofCommands ? "command" : "kind";
        return first.startsWith("-")
                ? first + ": is not known here; options follow the " + what
                : "There is no %s \"%s\"; there are %s"
                        .formatted(what, first, String.join(", ", subcommands.keySet()));
    }

    /** Names are compared without their dashes, which no two options differ by. */
    private static String suggestion(String given, CommandLine command) {
        List<String> options =
                command.getCommandSpec().optionsMap().keySet().stream()
                        .filter(name -> name.startsWith(LONG))
                        .map(name -> name.substring(LONG.length()))
                        .toList();
        return "; "
                + NearestName.of(given.replaceFirst("^-+", ""), options)
                        .map(nearest -> "did you mean " + LONG + nearest + "? ")
                        .orElse("")
                + "known are "
                + LONG
                + String.join(", " + LONG, options);
    }
}
