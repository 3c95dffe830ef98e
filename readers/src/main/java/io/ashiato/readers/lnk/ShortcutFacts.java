package io.ashiato.readers.lnk;

import io.ashiato.readers.WindowsTime;

import io.ashiato.bytes.Utf16;
import io.ashiato.model.Facts;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The facts of a shortcut, under the names that `dump --facts` prints.
final class ShortcutFacts {
    private static final List<String> DRIVE_TYPES =
            List.of("unknown", "no_root", "removable", "fixed", "remote", "cdrom", "ram_disk");

    private final Shortcut shortcut;
    private final Charset codePage;
    private final TargetPaths paths;
    private final Facts.Builder facts = Facts.builder();

    ShortcutFacts(Shortcut shortcut) {
        this.shortcut = shortcut;
        this.codePage = AnsiCodePage.of(shortcut);
        this.paths = new TargetPaths(shortcut, codePage);
    }

    Facts.Builder build() {
        facts.text("target", paths.target());
        addHeader();
        shortcut.strings().ifPresent(this::addStrings);
        addInfo();
        facts.text("id_list_path", paths.idList());
        if (!shortcut.items().isEmpty()) {
            facts.groups("items", shortcut.items().stream().map(this::item).toList());
        }
        shortcut.blocks().forEach(this::addBlock);
        if (!shortcut.blocks().isEmpty()) {
            facts.texts(
                    "extra_blocks",
                    shortcut.blocks().stream().map(ExtraBlock::id).toList());
        }
        if (shortcut.texts().findAny().isPresent()) {
            facts.text("ansi_code_page", codePage.name().toLowerCase(Locale.ROOT));
        }
        List<String> mismatches = paths.mismatches();
        if (!mismatches.isEmpty()) {
            facts.texts("mismatches", mismatches);
        }
        return facts;
    }

    /// What the shell would run: the target, then the arguments without the blanks that pad them. Nothing
    /// where there are no arguments: then the target says it all.
    Optional<String> commandLine() {
        String arguments =
                shortcut.strings().map(all -> text(all.arguments()).strip()).orElse("");
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String target = paths.started().orElse("");
        String program = target.indexOf(' ') >= 0 ? '"' + target + '"' : target;
        return Optional.of((program + " " + arguments).strip());
    }

    private void addHeader() {
        ShortcutHeader header = shortcut.header();
        facts.time("created", WindowsTime.filetime(header.created()))
                .time("accessed", WindowsTime.filetime(header.accessed()))
                .time("modified", WindowsTime.filetime(header.modified()))
                .number("file_size", header.fileSize())
                .number("file_attributes", header.attributes())
                .texts("link_flags", header.flagNames())
                .text("show_command", showCommand(header.showCommand()))
                .number("icon_index", header.iconIndex());
        HotKey.name(header.hotKey()).ifPresent(name -> facts.text("hot_key", name));
    }

    private static String showCommand(long value) {
        return switch ((int) value) {
            case 3 -> "maximized";
            case 7 -> "minimized";
            default -> "normal"; // all other values count as normal (MS-SHLLINK 2.1)
        };
    }

    private void addStrings(Shortcut.Strings strings) {
        add("description", strings.description());
        add("relative_path", strings.relativePath());
        add("working_dir", strings.workingDir());
        if (shortcut.header().has(LinkFlag.HAS_ARGUMENTS)) {
            String arguments = text(strings.arguments());
            facts.text("arguments", arguments)
                    .number("arguments_length", arguments.length())
                    .number("arguments_padding", Padding.leading(arguments))
                    .number("arguments_longest_blank", Padding.longest(arguments))
                    .flag("arguments_hidden", Padding.hides(arguments));
        }
        add("icon", strings.icon());
    }

    private void addInfo() {
        shortcut.info().ifPresent(info -> {
            facts.text("local_path", paths.local());
            info.volume().ifPresent(volume -> {
                int type = (int) volume.driveType();
                facts.text("drive_type", type >= 0 && type < DRIVE_TYPES.size() ? DRIVE_TYPES.get(type) : "unknown")
                        .text("volume_serial", String.format(Locale.ROOT, "%08X", volume.serial()));
                add("volume_label", volume.label());
            });
            info.network().ifPresent(network -> {
                add("network_share", network.share());
                add("network_device", network.device());
            });
            facts.text("network_path", paths.network());
        });
    }

    private void addBlock(ExtraBlock block) {
        switch (block) {
            case ExtraBlock.Environment environment -> add("environment_target", environment.target());
            case ExtraBlock.Icon icon -> add("icon_environment", icon.path());
            case ExtraBlock.Darwin darwin -> add("darwin_id", darwin.descriptor());
            case ExtraBlock.Tracker tracker -> addTracker(tracker);
            case ExtraBlock.ConsoleSettings console -> {
                add("console_font", console.font());
                facts.number("console_width", console.windowWidth()).number("console_height", console.windowHeight());
            }
            case ExtraBlock.ConsoleCodePage console -> facts.number("console_code_page", console.codePage());
            case ExtraBlock.SpecialFolder folder -> facts.number("special_folder", folder.folder());
            case ExtraBlock.KnownFolder folder ->
                facts.text("known_folder", folder.folder().text());
            case ExtraBlock.Shim shim -> add("shim_layer", shim.layer());
            case ExtraBlock.Properties store -> PropertyFacts.add(store.properties(), codePage, facts);
            case ExtraBlock.VistaIdList list -> facts.text("vista_id_list_path", paths.of(list.items()));
            case ExtraBlock.Unknown ignored -> {
                // its signature stands among `extra_blocks`
            }
        }
    }

    private void addTracker(ExtraBlock.Tracker tracker) {
        facts.text("machine_id", text(tracker.machine()))
                .text("droid_volume", tracker.volume().text())
                .text("droid_file", tracker.file().text())
                .text("birth_droid_volume", tracker.birthVolume().text())
                .text("birth_droid_file", tracker.birthFile().text());
        tracker.file()
                .madeBy()
                .ifPresent(made -> facts.text("mac", made.mac())
                        .flag("mac_invented", made.invented())
                        .time("droid_time", made.time())
                        .number("droid_clock_sequence", made.clockSequence()));
        boolean moved =
                !tracker.file().equals(tracker.birthFile()) || !tracker.volume().equals(tracker.birthVolume());
        if (moved) {
            tracker.birthFile()
                    .madeBy()
                    .ifPresent(made -> facts.text("birth_mac", made.mac()).time("birth_droid_time", made.time()));
        }
        facts.flag("target_moved", moved);
    }

    private Facts item(ShellItem item) {
        Facts.Builder builder = Facts.builder().text("type", item.type().id());
        String name = text(item.bestName());
        if (!name.isEmpty()) {
            builder.text("name", name);
        }
        String shortName = text(item.name());
        if (!shortName.equals(name)) {
            builder.text("short_name", shortName);
        }
        item.guid().ifPresent(guid -> builder.text("guid", guid.text()));
        if (item.size() > 0) {
            builder.number("size", item.size());
        }
        builder.time("modified", WindowsTime.fat(item.modified()))
                .time("created", WindowsTime.fat(item.created()))
                .time("accessed", WindowsTime.fat(item.accessed()));
        item.mftEntry()
                .ifPresent(entry -> builder.number("mft_entry", entry).number("mft_sequence", item.mftSequence()));
        return builder.build();
    }

    private void add(String name, StoredText value) {
        if (!value.isEmpty()) {
            facts.text(name, text(value));
        }
    }

    private String text(StoredText stored) {
        return Utf16.wellFormed(stored.decoded(codePage));
    }

    /// The facts that are names of texts in a property store.
    private static final class PropertyFacts {
        private static final String SID_SET = "46588ae2-4cbc-4338-bbfc-139326986dce";
        private static final String APP_SET = "9f4c2855-9f79-4b39-a8d0-e1d42de1d5f3";
        private static final String LINK_SET = "b9b4b3fc-2b51-4a42-b5d8-324146afcf25";
        private static final String SHELL_SET = "28636aa6-953d-11d2-b5d6-00c04fd918d0";

        static void add(List<PropertyStore.Property> properties, Charset codePage, Facts.Builder facts) {
            var groups = new ArrayList<Facts>();
            for (PropertyStore.Property property : properties) {
                String value = Utf16.wellFormed(property.value().decoded(codePage));
                if (property.is(SID_SET, "4")) {
                    facts.text("author_sid", value);
                } else if (property.is(APP_SET, "5")) {
                    facts.text("app_user_model_id", value);
                } else if (property.is(LINK_SET, "2")) {
                    facts.text("link_target_parsing_path", value);
                } else if (property.is(SHELL_SET, "5")) {
                    facts.text("computer_name", value);
                } else if (property.is(SHELL_SET, "30")) {
                    facts.text("parsing_path", value);
                }
                groups.add(Facts.builder()
                        .text("set", property.set())
                        .text("id", property.id())
                        .text("value", value)
                        .build());
            }
            facts.groups("properties", groups);
        }
    }
}
