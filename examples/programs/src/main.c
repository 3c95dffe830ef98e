#include "kagerou.h"

#include <stdio.h>

/* Formats what a real implant might send, sends nothing, prints one line, and exits. */
int main(void) {
    static struct settings all;
    char text[512];
    uint32_t dice = 0x2B1F4C9Du;
    size_t length;
    settings_default(&all);
    length = beacon_text(text, sizeof text, &all, &dice);
    if (same_bytes((const uint8_t *)text, (const uint8_t *)"4547", 4)) {
        printf("harmless example: Kagerou %d is invented, %u characters formatted, nothing sent\n", KAGEROU_VERSION, (unsigned)length);
        return 0;
    }
    printf("harmless example: Kagerou %d is invented, the self-test failed\n", KAGEROU_VERSION);
    return 1;
}
