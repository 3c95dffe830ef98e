#include "kagerou.h"

static const char DIGITS[] = "KAGEROUMIZSBCDFHJLNPQTVWXYkageroumizsbcdfhjlnpqtvwxy0123456789-_";

void reveal(char *to, const uint8_t *hidden, size_t length) {
    uint8_t key = 0xC7;
    size_t i;
    for (i = 0; i < length; i++) {
        to[i] = (char)(hidden[i] ^ key);
        key = (uint8_t)(key * 5 + 0x3D);
    }
    to[length] = 0;
}

size_t copy_text(char *to, const char *from, size_t size) {
    size_t i = 0;
    if (size == 0) {
        return 0;
    }
    while (from[i] && i + 1 < size) {
        to[i] = from[i];
        i++;
    }
    to[i] = 0;
    return i;
}

size_t append_text(char *to, const char *from, size_t size) {
    size_t used = 0;
    while (used < size && to[used]) {
        used++;
    }
    return used + copy_text(to + used, from, size - used);
}

const char *skip_blanks(const char *text) {
    while (*text == ' ' || *text == '\t' || *text == '\r') {
        text++;
    }
    return text;
}

void cut_blanks(char *text) {
    size_t length = 0;
    while (text[length]) {
        length++;
    }
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t' || text[length - 1] == '\r')) {
        text[--length] = 0;
    }
}

void lower_text(char *text) {
    for (; *text; text++) {
        if (*text >= 'A' && *text <= 'Z') {
            *text = (char)(*text + ('a' - 'A'));
        }
    }
}

int find_text(const char *text, const char *wanted) {
    int at;
    for (at = 0; text[at]; at++) {
        int i = 0;
        while (wanted[i] && text[at + i] == wanted[i]) {
            i++;
        }
        if (!wanted[i]) {
            return at;
        }
    }
    return -1;
}

unsigned parse_number(const char *text) {
    unsigned value = 0;
    int hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (hex) {
        for (text += 2; hex_digit(*text) >= 0; text++) {
            value = value << 4 | (unsigned)hex_digit(*text);
        }
        return value;
    }
    while (*text >= '0' && *text <= '9') {
        value = value * 10 + (unsigned)(*text++ - '0');
    }
    return value;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

size_t unhex(uint8_t *to, const char *text, size_t size) {
    size_t count = 0;
    while (count < size && hex_digit(text[0]) >= 0 && hex_digit(text[1]) >= 0) {
        to[count++] = (uint8_t)(hex_digit(text[0]) << 4 | hex_digit(text[1]));
        text += 2;
    }
    return count;
}

void hex_text(char *to, const uint8_t *data, size_t length) {
    static const char hex[] = "0123456789abcdef";
    size_t i;
    for (i = 0; i < length; i++) {
        to[2 * i] = hex[data[i] >> 4];
        to[2 * i + 1] = hex[data[i] & 15];
    }
    to[2 * length] = 0;
}

size_t encode64(char *to, const uint8_t *data, size_t length) {
    size_t out = 0;
    size_t i;
    for (i = 0; i < length; i += 3) {
        uint32_t group = (uint32_t)data[i] << 16;
        group |= i + 1 < length ? (uint32_t)data[i + 1] << 8 : 0;
        group |= i + 2 < length ? data[i + 2] : 0;
        to[out++] = DIGITS[group >> 18 & 63];
        to[out++] = DIGITS[group >> 12 & 63];
        to[out++] = i + 1 < length ? DIGITS[group >> 6 & 63] : '~';
        to[out++] = i + 2 < length ? DIGITS[group & 63] : '~';
    }
    to[out] = 0;
    return out;
}

void reverse_text(char *text) {
    size_t end = 0;
    size_t start;
    while (text[end]) {
        end++;
    }
    for (start = 0; start + 1 < end; start++) {
        char kept = text[start];
        text[start] = text[--end];
        text[end] = kept;
    }
}
