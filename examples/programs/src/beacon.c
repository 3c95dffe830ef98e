#include "kagerou.h"

#include <stdio.h>

static const char *const KINDS[] = {"mirage.hello", "mirage.tasking", "mirage.result", "mirage.farewell"};

/* "haze-over-dunes", hidden as reveal() undoes it. */
static const uint8_t HIDDEN[] = {0xAF, 0x41, 0xA7, 0xEB, 0x2E, 0x23, 0xCF, 0xBF, 0x0D, 0x95, 0xB1, 0x13, 0x55, 0x01, 0x42};

uint32_t dice_roll(uint32_t *dice) {
#if KAGEROU_VERSION >= 2
    *dice ^= *dice << 13;
    *dice ^= *dice >> 17;
    *dice ^= *dice << 5;
    return *dice >> 4;
#else
    *dice = *dice * 0x0019660Du + 0x3C6EF35Fu;
    return *dice >> 8;
#endif
}

unsigned jitter(uint32_t *dice, unsigned interval) {
    unsigned tenth = interval / 10 + 1;
    return interval - tenth + dice_roll(dice) % (2 * tenth);
}

void session_name(char *to, size_t size, uint32_t *dice) {
    char number[16];
    copy_text(to, "kgr-", size);
    snprintf(number, sizeof number, "%04x%02x", (unsigned)(dice_roll(dice) & 0xFFFF), (unsigned)(dice_roll(dice) & 0xFF));
    append_text(to, number, size);
}

void message_open(struct message *m, uint16_t kind) {
    unsigned i;
    m->magic = HAZE_MAGIC;
    m->kind = kind;
    m->length = 0;
    m->check = 0;
    for (i = 0; i < sizeof m->body; i++) {
        m->body[i] = (uint8_t)(0xA5 ^ i * 3);
    }
}

int message_add(struct message *m, const char *text) {
    while (*text) {
        if (m->length >= sizeof m->body - 1) {
            return 0;
        }
        m->body[m->length++] = (uint8_t)*text++;
    }
    m->body[m->length++] = '|';
    return 1;
}

void message_seal(struct message *m, const uint8_t *key, size_t length) {
    struct stream s;
    m->check = mix(check_sum(m->body, m->length), fletcher(m->body, m->length));
    swap_halves(m->body, m->length);
    stream_open(&s, key, length);
    stream_apply(&s, m->body, m->length);
}

int message_check(const struct message *m) {
    return m->magic == HAZE_MAGIC && m->length <= sizeof m->body && m->kind < sizeof KINDS / sizeof *KINDS;
}

size_t message_text(char *to, size_t size, const struct message *m) {
    uint8_t head[12];
    char encoded[400];
    put_u32(head, m->magic);
    put_u16(head + 4, m->kind);
    put_u16(head + 6, m->length);
    put_u32(head + 8, m->check);
    if (get_u32(head) != HAZE_MAGIC || !message_check(m)) {
        return 0;
    }
    hex_text(encoded, head, sizeof head);
    copy_text(to, encoded, size);
    append_text(to, ".", size);
    encode64(encoded, m->body, m->length);
#if KAGEROU_VERSION >= 2
    compact_text(encoded);
#endif
    return append_text(to, encoded, size);
}

const char *kind_name(uint16_t kind) {
    return kind < sizeof KINDS / sizeof *KINDS ? KINDS[kind] : "mirage.unknown";
}

#if KAGEROU_VERSION >= 2
/* New in version 2: runs of one character become the character and a count. */
unsigned compact_text(char *text) {
    char *to = text;
    unsigned saved = 0;
    while (*text) {
        unsigned run = 1;
        while (text[run] == *text && run < 9) {
            run++;
        }
        *to++ = *text;
        if (run > 2) {
            *to++ = (char)('0' + run);
            saved += run - 2;
        } else if (run == 2) {
            *to++ = *text;
        }
        text += run;
    }
    *to = 0;
    return saved;
}
#endif

size_t beacon_text(char *to, size_t size, const struct settings *all, uint32_t *dice) {
    struct message m;
    uint8_t key[32];
    char name[TEXT_SIZE];
    char secret[sizeof HIDDEN + 1];
    char line[TEXT_SIZE * 2];
    size_t length = unhex(key, settings_find(all, "haze.key"), sizeof key);
    if (length == 0) {
        return 0;
    }
    session_name(name, sizeof name, dice);
    reveal(secret, HIDDEN, sizeof HIDDEN);
    reverse_text(secret);
    message_open(&m, (uint16_t)(find_text(name, "kgr-") == 0 ? 0 : 3));
    snprintf(line, sizeof line, "%s;%s;%u;%08lx", kind_name(m.kind), name,
             jitter(dice, settings_number(all, "haze.interval", 600)), (unsigned long)haze_hash(secret));
    message_add(&m, line);
    message_add(&m, settings_find(all, "haze.campaign"));
#if KAGEROU_VERSION >= 2
    snprintf(line, sizeof line, "retries=%u", settings_number(all, "haze.retries", 3));
    message_add(&m, line);
#endif
    message_seal(&m, key, length);
    return message_text(to, size, &m);
}
