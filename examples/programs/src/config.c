#include "kagerou.h"

/* Never contacted: this program has no way to. The names are reserved for examples (RFC 2606). */
static const char DEFAULTS[] =
    "# kagerou settings, invented\n"
    "haze.gate = https://update.example.net/haze/view.asp\n"
    "haze.interval = 0x384\n"
    "haze.session = kgr-%04x\n"
    "haze.key = 6d6972616765206f766572207468652073616e64\n"
    "haze.mutex = Global\\kagerou-7f3a\n"
#if KAGEROU_VERSION >= 2
    "haze.retries = 5\n"
#endif
    "haze.campaign = shoreline\n";

void settings_clear(struct settings *all) {
    unsigned i;
    for (i = 0; i < MAX_SETTINGS; i++) {
        all->items[i].name[0] = 0;
        all->items[i].value[0] = 0;
    }
    all->count = 0;
}

int settings_add(struct settings *all, const char *name, const char *value) {
    struct setting *item;
    if (all->count == MAX_SETTINGS || !*name) {
        return 0;
    }
    item = &all->items[all->count++];
    copy_text(item->name, name, TEXT_SIZE);
    copy_text(item->value, value, TEXT_SIZE);
    cut_blanks(item->name);
    cut_blanks(item->value);
    lower_text(item->name);
    return 1;
}

const char *settings_find(const struct settings *all, const char *name) {
    uint32_t wanted = haze_hash(name);
    unsigned i;
    for (i = 0; i < all->count; i++) {
        if (haze_hash(all->items[i].name) == wanted) {
            return all->items[i].value;
        }
    }
    return "";
}

unsigned settings_number(const struct settings *all, const char *name, unsigned fallback) {
    const char *text = settings_find(all, name);
    return *text ? parse_number(text) : fallback;
}

const char *parse_line(struct settings *all, const char *line) {
    char name[TEXT_SIZE];
    char value[TEXT_SIZE];
    unsigned n = 0;
    unsigned v = 0;
    line = skip_blanks(line);
    if (*line != '#') {
        while (*line && *line != '=' && *line != '\n' && n + 1 < TEXT_SIZE) {
            name[n++] = *line++;
        }
        if (*line == '=') {
            line = skip_blanks(line + 1);
            while (*line && *line != '\n' && v + 1 < TEXT_SIZE) {
                value[v++] = *line++;
            }
        }
        name[n] = 0;
        value[v] = 0;
        settings_add(all, name, value);
    }
    while (*line && *line != '\n') {
        line++;
    }
    return *line ? line + 1 : line;
}

unsigned settings_parse(struct settings *all, const char *text) {
    unsigned before = all->count;
    while (*text) {
        text = parse_line(all, text);
    }
    return all->count - before;
}

void settings_default(struct settings *all) {
    settings_clear(all);
    settings_parse(all, DEFAULTS);
}
