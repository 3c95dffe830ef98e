package io.ashiato.cli.example.host;

/// A task of the Task Scheduler.
///
/// @param name path in the task library, with the backslash before it
/// @param author who registered it, as `DOMAIN\name`
/// @param start local time, `2019-10-04T11:20:00`
public record ScheduledTask(String name, String author, String start, String command, String arguments) {
    /// The definition as event 4698 has it.
    public String xml() {
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Author>%s</Author>
                    <URI>%s</URI>
                  </RegistrationInfo>
                  <Triggers>
                    <TimeTrigger>
                      <StartBoundary>%s</StartBoundary>
                      <Enabled>true</Enabled>
                    </TimeTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>S-1-5-18</UserId>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <Enabled>true</Enabled>
                    <Hidden>false</Hidden>
                    <ExecutionTimeLimit>PT72H</ExecutionTimeLimit>
                    <Priority>7</Priority>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                    </Exec>
                  </Actions>
                </Task>""".formatted(author, name, start, escaped(command), escaped(arguments))
                .replace("\n", "\r\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
