/* Clones: a function marked CLONES is compiled for several instruction sets, and the one that the
 * machine has is picked when the program starts, where compiler and libc can do that. The bits are
 * the same in all of them. BPWALK_ONE_CLONE leaves the build with the compiler's own set. */
#ifndef BPWALK_CLONES_H
#define BPWALK_CLONES_H

#include <stddef.h> /* tells whether libc is glibc */

#if defined __x86_64__ && defined __GLIBC__ && defined __GNUC__ && !defined __clang__ &&           \
    !defined BPWALK_ONE_CLONE
#define CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define CLONES
#endif

/* What is inlined into a clone is compiled for its instruction set. */
#define INLINE static inline __attribute__((always_inline))

#endif
