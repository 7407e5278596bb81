# Page: the program as WebAssembly, apart from the objects of `make`, and bpwalk.html around it. For GNU
# make, run by build.sh with
#
#     make -f page.mk SOURCES=top-of-the-sources LIBRARY="the library's sources" OUT=folder VERSION=1.0.0
#
# The stack has to hold the deepest formula; linked without wasm-opt, so that the same sources give the
# same bytes everywhere.

CC = clang
TARGET = --target=wasm32-wasi --sysroot=/usr
FLAGS = -std=gnu17 -ffp-contract=off -fno-math-errno -fno-trapping-math -Oz \
	-D_GNU_SOURCE -DVERSION='"$(VERSION)"' -I$(SOURCES)/src \
	-isystem $(SOURCES)/src/page/wasi -include $(SOURCES)/src/page/wasi/missing.h \
	-include $(SOURCES)/src/base/fast_math.h -ffunction-sections -fdata-sections
LINK = -mexec-model=reactor -Wl,--gc-sections -Wl,-s -Wl,-z,stack-size=16777216 -Wl,--stack-first
sources = $(filter %.c,$(LIBRARY)) src/main.c src/page/exports.c src/page/wasi/missing.c
objects = $(sources:%.c=$(OUT)/%.o)

$(OUT)/bpwalk.wasm: $(objects)
	$(CC) $(TARGET) $(LINK) -o $@ $^

$(OUT)/src/main.o: FLAGS += -Dmain=bpwalk_main
$(OUT)/src/host/tool.o: FLAGS += -Wno-deprecated-declarations

$(OUT)/%.o: $(SOURCES)/%.c
	@mkdir -p $(@D)
	$(CC) $(TARGET) $(FLAGS) -MMD -MP -c -o $@ $<

-include $(objects:.o=.d)
