#include "kagerou.h"

/* A key stream like RC4's, with another start and a rotated output, over the program's own buffers. */
void stream_open(struct stream *s, const uint8_t *key, size_t length) {
    unsigned i;
    uint8_t j = 0x5A;
    for (i = 0; i < 256; i++) {
        s->state[i] = (uint8_t)(255 - i);
    }
    for (i = 0; i < 256; i++) {
        uint8_t kept = s->state[i];
        j = (uint8_t)(j + kept + key[i % length] + 13);
        s->state[i] = s->state[j];
        s->state[j] = kept;
    }
    s->i = 7;
    s->j = j;
}

uint8_t stream_next(struct stream *s) {
    uint8_t kept;
    uint8_t out;
    s->i = (uint8_t)(s->i + 1);
    s->j = (uint8_t)(s->j + s->state[s->i]);
    kept = s->state[s->i];
    s->state[s->i] = s->state[s->j];
    s->state[s->j] = kept;
    out = s->state[(uint8_t)(s->state[s->i] + s->state[s->j])];
    return (uint8_t)(out << 3 | out >> 5);
}

void stream_apply(struct stream *s, uint8_t *data, size_t length) {
    size_t i;
    for (i = 0; i < length; i++) {
        data[i] ^= stream_next(s);
    }
}

uint32_t haze_hash(const char *text) {
    uint32_t hash = 0x6B616765u;
    while (*text) {
        hash ^= (uint8_t)*text++;
        hash *= 0x01003F5Bu;
        hash = hash << 11 | hash >> 21;
    }
    return hash ^ hash >> 15;
}

uint32_t check_sum(const uint8_t *data, size_t length) {
    uint32_t sum = 0xFFFFFFFFu;
    size_t i;
    int bit;
    for (i = 0; i < length; i++) {
        sum ^= data[i];
        for (bit = 0; bit < 8; bit++) {
#if KAGEROU_VERSION >= 2
            sum = sum & 1 ? sum >> 1 ^ 0x82F63B78u : sum >> 1;
#else
            sum = sum & 1 ? sum >> 1 ^ 0xEB31D82Eu : sum >> 1;
#endif
        }
    }
    return ~sum;
}

uint16_t fletcher(const uint8_t *data, size_t length) {
    unsigned low = 3;
    unsigned high = 5;
    while (length--) {
        low = (low + *data++) % 255;
        high = (high + low) % 255;
    }
    return (uint16_t)(high << 8 | low);
}

void put_u16(uint8_t *to, uint16_t value) {
    to[0] = (uint8_t)value;
    to[1] = (uint8_t)(value >> 8);
}

void put_u32(uint8_t *to, uint32_t value) {
    put_u16(to, (uint16_t)value);
    put_u16(to + 2, (uint16_t)(value >> 16));
}

uint32_t get_u32(const uint8_t *from) {
    return from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 | (uint32_t)from[3] << 24;
}

void swap_halves(uint8_t *data, size_t length) {
    size_t half = length / 2;
    size_t i;
    for (i = 0; i < half; i++) {
        uint8_t kept = data[i];
        data[i] = data[half + i];
        data[half + i] = kept;
    }
}

uint32_t mix(uint32_t a, uint32_t b) {
    a += b;
    a ^= a << 7;
    b ^= a >> 9;
    a = a * 0x9E3779B1u + b;
    return a ^ a >> 13;
}

int same_bytes(const uint8_t *a, const uint8_t *b, size_t length) {
    uint8_t different = 0;
    while (length--) {
        different |= *a++ ^ *b++;
    }
    return different == 0;
}
