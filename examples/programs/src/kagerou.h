/* "Kagerou" is invented for the examples of this project. No such program exists outside of it, and this one does
 * nothing: it shuffles its own buffers, prints one line and exits. It opens no socket and no file. */
#ifndef KAGEROU_H
#define KAGEROU_H

#include <stddef.h>
#include <stdint.h>

/* 1 is the "known" program, 2 its successor: rebuilt, a few functions changed, one added. */
#ifndef KAGEROU_VERSION
#define KAGEROU_VERSION 1
#endif

#define HAZE_MAGIC 0x4B414745u
#define MAX_SETTINGS 16
#define TEXT_SIZE 64

struct stream {
    uint8_t state[256];
    uint8_t i;
    uint8_t j;
};

struct setting {
    char name[TEXT_SIZE];
    char value[TEXT_SIZE];
};

struct settings {
    struct setting items[MAX_SETTINGS];
    unsigned count;
};

struct message {
    uint32_t magic;
    uint16_t kind;
    uint16_t length;
    uint32_t check;
    uint8_t body[256];
};

/* bytes.c */
void stream_open(struct stream *s, const uint8_t *key, size_t length);
uint8_t stream_next(struct stream *s);
void stream_apply(struct stream *s, uint8_t *data, size_t length);
uint32_t haze_hash(const char *text);
uint32_t check_sum(const uint8_t *data, size_t length);
uint16_t fletcher(const uint8_t *data, size_t length);
void put_u16(uint8_t *to, uint16_t value);
void put_u32(uint8_t *to, uint32_t value);
uint32_t get_u32(const uint8_t *from);
void swap_halves(uint8_t *data, size_t length);
uint32_t mix(uint32_t a, uint32_t b);
int same_bytes(const uint8_t *a, const uint8_t *b, size_t length);

/* text.c */
void reveal(char *to, const uint8_t *hidden, size_t length);
size_t copy_text(char *to, const char *from, size_t size);
size_t append_text(char *to, const char *from, size_t size);
const char *skip_blanks(const char *text);
void cut_blanks(char *text);
void lower_text(char *text);
int find_text(const char *text, const char *wanted);
unsigned parse_number(const char *text);
int hex_digit(char c);
size_t unhex(uint8_t *to, const char *text, size_t size);
void hex_text(char *to, const uint8_t *data, size_t length);
size_t encode64(char *to, const uint8_t *data, size_t length);
void reverse_text(char *text);

/* config.c */
void settings_clear(struct settings *all);
int settings_add(struct settings *all, const char *name, const char *value);
const char *settings_find(const struct settings *all, const char *name);
unsigned settings_number(const struct settings *all, const char *name, unsigned fallback);
const char *parse_line(struct settings *all, const char *line);
unsigned settings_parse(struct settings *all, const char *text);
void settings_default(struct settings *all);

/* beacon.c */
uint32_t dice_roll(uint32_t *dice);
unsigned jitter(uint32_t *dice, unsigned interval);
void session_name(char *to, size_t size, uint32_t *dice);
void message_open(struct message *m, uint16_t kind);
int message_add(struct message *m, const char *text);
void message_seal(struct message *m, const uint8_t *key, size_t length);
int message_check(const struct message *m);
size_t message_text(char *to, size_t size, const struct message *m);
const char *kind_name(uint16_t kind);
size_t beacon_text(char *to, size_t size, const struct settings *all, uint32_t *dice);
#if KAGEROU_VERSION >= 2
unsigned compact_text(char *text);
#endif

#endif
