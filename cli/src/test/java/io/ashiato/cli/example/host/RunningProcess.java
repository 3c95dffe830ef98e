package io.ashiato.cli.example.host;

import java.time.Instant;

/// A process on a host, with what events tell of it.
///
/// @param guid Sysmon's own id, unique over restarts
/// @param parentCommandLine kept here, because the parent may have ended
public record RunningProcess(
        String guid,
        int id,
        String image,
        String commandLine,
        String currentDirectory,
        Session session,
        String parentGuid,
        int parentId,
        String parentImage,
        String parentCommandLine,
        Account parentAccount,
        Instant started) {}
