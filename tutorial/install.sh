#!/bin/sh
# Install: copies the chapters and pictures for reading without the sources: install.sh SOURCES
# DIRECTORY. A link to a file of the sources becomes its name.
set -eu
sources=$1
directory=$2
for folder in . zh; do
    from=$sources/tutorial/$folder
    to=$directory/$folder
    mkdir -p "$to/answers" "$to/pictures"
    for chapter in "$from"/*.md; do
        sed -e 's!\[`\{0,1\}\([^]`]*\)`\{0,1\}\](\(\.\./\)*src/[^)]*)!`\1`!g' \
            -e 's!\[`\{0,1\}\([^]`]*\)`\{0,1\}\](\(\.\./\)*weave\.awk)!`\1`!g' \
            "$chapter" >"$to/$(basename "$chapter")"
    done
    cp "$from"/pictures/*.svg "$to/pictures"
    cp "$from"/answers/* "$to/answers"
    chmod 755 "$to" "$to/pictures" "$to/answers"
    chmod 644 "$to"/*.md "$to"/pictures/* "$to"/answers/*
done
