# Fuzz, the building: every target with clang's libFuzzer, AddressSanitizer and UBSan, apart from the
# objects of `make`. For GNU make, run by fuzz.sh with
#
#     make -f fuzz.mk SOURCES=top-of-the-sources LIBRARY="the library's sources" OUT=folder

CC = clang
FLAGS = -std=gnu17 -D_GNU_SOURCE -DVERSION='"fuzz"' -I$(SOURCES)/src -I$(SOURCES)/tests/fuzz \
	-ffp-contract=off -fno-math-errno -O1 -g -fno-omit-frame-pointer \
	-fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all
names = answers command data example formula json model page roster typed
library = $(patsubst %.c,$(OUT)/%.o,$(filter %.c,$(LIBRARY)))

all: $(names:%=$(OUT)/fuzz_%)

$(OUT)/fuzz_%: $(OUT)/tests/fuzz/fuzz_%.o $(OUT)/tests/fuzz/fuzz.o $(OUT)/lib.a \
		$(SOURCES)/tests/fuzz/libfuzzer.c
	$(CC) $(FLAGS) -fsanitize=fuzzer -DFUZZ_TARGET=fuzz_$* -o $@ \
		$(SOURCES)/tests/fuzz/libfuzzer.c $(filter %.o,$^) $(OUT)/lib.a -lm

$(OUT)/lib.a: $(library)
	rm -f $@
	ar cr $@ $^

$(OUT)/%.o: $(SOURCES)/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

.SECONDARY:
-include $(library:.o=.d) $(wildcard $(OUT)/tests/fuzz/*.d)
