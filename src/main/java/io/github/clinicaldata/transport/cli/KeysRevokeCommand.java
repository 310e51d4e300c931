package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.ApiKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys revoke}: takes a key out of use for good. */
@Command(name = "revoke", description = "Takes a key out of use for good.")
final class KeysRevokeCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The id of the key, as in the list.")
    String id;

    private final ApiKeys keys;

    KeysRevokeCommand(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Integer call() {
        try {
            ApiKey revoked = keys.revoke(id);
            spec.commandLine().getOut().println("Revoked key " + revoked.id());
            return ExitCodes.OK;
        } catch (PlanRejected.NotFound e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.NO_MATCH;
        }
    }
}
