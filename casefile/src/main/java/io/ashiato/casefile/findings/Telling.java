package io.ashiato.casefile.findings;

import io.ashiato.model.Correlated;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The one value of an event that shows a person what happened.
///
/// @param field its name; joined names where two fields only speak together
/// @param value whole
public record Telling(String field, String value) {
    /// Most telling first: what was run, what was set, what was touched, where it went, who.
    private static final List<List<String>> CANDIDATES = List.of(
            List.of("CommandLine"),
            List.of("ScriptBlockText"),
            List.of("TargetObject", "Details"),
            List.of("TargetFilename"),
            List.of("ImageLoaded"),
            List.of("SourceImage", "TargetImage"),
            List.of("PipeName"),
            List.of("QueryName"),
            List.of("DestinationHostname", "DestinationIp", "DestinationPort"),
            List.of("DestinationIp", "DestinationPort"),
            List.of("ServiceName", "ImagePath"),
            List.of("ServiceName", "ServiceFileName"),
            List.of("TaskName", "TaskContent"),
            List.of("TaskName"),
            List.of("Threat Name", "Path"),
            List.of("New Value"),
            List.of("ShareName", "RelativeTargetName"),
            List.of("ObjectName"),
            List.of("NewProcessName"),
            List.of("Channel"),
            List.of("IpAddress", "TargetUserName"),
            List.of("TargetUserName"),
            List.of("MemberName"),
            List.of("Path"),
            List.of("Image"),
            List.of("SubjectUserName"),
            List.of("param1", "param2"));

    /// What to show for a detection where there is room for one value: of a correlation what its events have in common
    /// and how many they are, as in `12 x  User=alice`, else as for the event.
    public static Telling of(Detection detection) {
        Telling last = of(detection.event());
        if (detection.correlated().isEmpty()) {
            return last;
        }
        Correlated correlated = detection.correlated().get();
        String group = correlated.group().stream()
                .map(value -> value.name() + "=" + value.value())
                .collect(Collectors.joining(" "));
        return new Telling(last.field(), correlated.events() + " x  " + (group.isEmpty() ? last.value() : group));
    }

    /// What to show for the event; where nothing known is present, the first value that says anything.
    public static Telling of(Event event) {
        Fields data = event.data();
        for (List<String> names : CANDIDATES) {
            Optional<Telling> found = joined(data, names);
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (int i = 0; i < data.size(); i++) {
            if (!data.value(i).isBlank() && !data.value(i).equals("-")) {
                return new Telling(data.name(i), data.value(i));
            }
        }
        return new Telling("", "");
    }

    /// The candidate counts when its first field says something; the others are added where they do.
    private static Optional<Telling> joined(Fields data, List<String> names) {
        if (data.firstTelling(names.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        var fields = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (String name : names) {
            data.firstTelling(name).ifPresent(value -> {
                fields.add(name);
                values.add(value);
            });
        }
        return Optional.of(new Telling(String.join(", ", fields), String.join("  ", values)));
    }
}
