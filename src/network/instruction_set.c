/* Instruction set: see instruction_set.h. */
#include "network/instruction_set.h"

#if defined __x86_64__ && defined __GNUC__ && !defined BPWALK_ONE_SET

#include <cpuid.h>

/* Which registers the operating system keeps for a process (Intel, Software Developer's Manual,
 * volume 1, section 13.3): SSE and AVX are 0x6 of it, AVX-512 0xE6. */
static unsigned kept_registers(void) {
    unsigned low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static int ask(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE))
        return 0; /* GCOVR_EXCL_LINE: other machines */
    const unsigned kept = kept_registers();
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d))
        return 0; /* GCOVR_EXCL_LINE: other machines */

    if ((b & bit_AVX512F) && (kept & 0xE6) == 0xE6) /* GCOVR_EXCL_BR_LINE: other machines */
        return 2;
    return (b & bit_AVX2) && (kept & 0x6) == 0x6 ? 1 : 0; /* GCOVR_EXCL_LINE: other machines */
}

/* The answer never changes, so it is asked for once. */
int instruction_set(void) {
    static int known = -1;
    if (known < 0)
        known = ask();
    return known;
}

#else

int instruction_set(void) {
    return 0;
}

#endif
