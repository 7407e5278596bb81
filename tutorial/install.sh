#!/bin/sh
# Install: copies the chapters and pictures for reading without the sources: install.sh SOURCES
# DIRECTORY. A link to a file of the sources becomes its name.
set -eu
sources=$1
directory=$2
for chapter in "$sources"/tutorial/*.md; do
    sed -e 's!\[`\{0,1\}\([^]`]*\)`\{0,1\}\](\.\./src/[^)]*)!`\1`!g' \
        -e 's!\[`\{0,1\}\([^]`]*\)`\{0,1\}\](weave\.awk)!`\1`!g' \
        "$chapter" >"$directory/$(basename "$chapter")"
done
if [ -d "$sources/tutorial/pictures" ]; then
    mkdir -p "$directory/pictures"
    cp "$sources"/tutorial/pictures/*.svg "$directory/pictures"
    chmod 755 "$directory/pictures"
    chmod 644 "$directory"/pictures/*
fi
mkdir -p "$directory/answers"
cp "$sources"/tutorial/answers/* "$directory/answers"
chmod 755 "$directory/answers"
chmod 644 "$directory"/*.md "$directory"/answers/*
