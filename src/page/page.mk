# Page: the program as WebAssembly, apart from the objects of `make`, and bpwalk.html around it. For GNU
# make, run by build.sh with
#
#     make -f page.mk SOURCES=top-of-the-sources LIBRARY="the library's sources" OUT=folder VERSION=1.0.0
#
# The stack: a value in many bits goes back through the formulas of all iterations before its own. The
# most that is accepted, eight layers in the thousandth, takes 0.93 MB (tests/page/traces.mjs), the
# article's network 0.35. Linked without wasm-opt, so that the same sources give the same bytes everywhere.

CC = clang
TARGET = --target=wasm32-wasi --sysroot=/usr
FLAGS = -std=gnu17 -ffp-contract=off -fno-math-errno -fno-trapping-math -Oz \
	-D_GNU_SOURCE -DVERSION='"$(VERSION)"' -I$(SOURCES)/src \
	-isystem $(SOURCES)/src/page/wasi -include $(SOURCES)/src/page/wasi/missing.h \
	-include $(SOURCES)/src/base/fast_math.h -ffunction-sections -fdata-sections
LINK = -mexec-model=reactor -Wl,--gc-sections -Wl,-s -Wl,-z,stack-size=4194304 -Wl,--stack-first
sources = $(filter %.c,$(LIBRARY)) src/main.c src/page/exports.c src/page/wasi/missing.c
objects = $(sources:%.c=$(OUT)/%.o)

$(OUT)/bpwalk.wasm: $(objects)
	$(CC) $(TARGET) $(LINK) -o $@ $(objects)
$(OUT)/bpwalk.wasm $(objects): $(firstword $(MAKEFILE_LIST))

$(OUT)/src/main.o: FLAGS += -Dmain=bpwalk_main
$(OUT)/src/host/tool.o: FLAGS += -Wno-deprecated-declarations

$(OUT)/%.o: $(SOURCES)/%.c
	@mkdir -p $(@D)
	$(CC) $(TARGET) $(FLAGS) -MMD -MP -c -o $@ $<

-include $(objects:.o=.d)
