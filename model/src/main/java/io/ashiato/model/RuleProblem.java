package io.ashiato.model;

/// Why a rule, or a file of rules, cannot run.
///
/// @param code stable, such as `E012`
/// @param file as given on the command line plus the relative path
/// @param line from 1; 0 where the problem has no place
/// @param column from 1; 0 where the problem has no place
/// @param reason one English sentence without the place
public record RuleProblem(String code, String file, int line, int column, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + code + " " + reason;
    }
}
