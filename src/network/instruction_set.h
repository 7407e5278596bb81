/* Instruction set: functions compiled for several of them, and which one this machine has. The bits
 * are the same in all. It is asked when a network first runs, and not by the loader, as the
 * compiler's own target_clones would have it: under a hypervisor asking takes as long as a walk. */
#ifndef BPWALK_INSTRUCTION_SET_H
#define BPWALK_INSTRUCTION_SET_H

/* What is inlined into a function is compiled for that function's instruction set. (`make coverage`
 * defines it otherwise, for a line to be counted once.) */
#ifndef INLINE
#define INLINE static inline __attribute__((always_inline))
#endif

/* DEFINE(set, attributes) for each set, the plainest first. BPWALK_ONE_SET leaves that alone. */
#if defined __x86_64__ && defined __GNUC__ && !defined BPWALK_ONE_SET
#define FOR_EACH_INSTRUCTION_SET(DEFINE)                                                           \
    DEFINE(plain, )                                                                                \
    DEFINE(avx2, __attribute__((target("avx2"))))                                                  \
    DEFINE(avx512, __attribute__((target("avx512f"))))
#else
#define FOR_EACH_INSTRUCTION_SET(DEFINE) DEFINE(plain, )
#endif

/* The index of the best set that this machine has, in that order. */
int instruction_set(void);

#endif
