/* Render, the LaTeX format: one file that compiles as it is, with pdflatex or xelatex, in Chinese
 * with xelatex. It asks for amsmath, geometry and TikZ, and takes what is there of fonts. */
#include "formula/name.h"
#include "render/escape.h"
#include "render/line_latex.h"
#include "render/sheet.h"

static const struct formula_wrap wrap = {.width = 3500, .between = " \\\\\n &\\quad {}"};

/* Letters beyond the Latin ones: \wide{encoding}{letter}{number} is set in a font that has it where
 * there is one, else its number is; \rightleft{...} runs from right to left.
 *
 * pdflatex: in the encoding, where that is there and inputenc knows the letter in it; what is in
 * the encoding of CJK, C70, is letter #3#4 of 256 in one of many fonts, simplified or traditional.
 */
static const char wide_encodings[] = "  \\providecommand\\DeclareFontFamilySubstitution[3]{}\n"
                                     "  \\IfFileExists{t5enc.def}{\\usepackage[T5]{fontenc}}{}\n"
                                     "  \\IfFileExists{lgrenc.def}{\\usepackage[LGR]{fontenc}%\n"
                                     "    \\DeclareFontFamilySubstitution{LGR}{lmr}{cmr}}{}\n"
                                     "  \\IfFileExists{t2aenc.def}{\\usepackage[T2A]{fontenc}%\n"
                                     "    \\DeclareFontFamilySubstitution{T2A}{lmr}{cmr}}{}\n";
static const char wide_in_pdflatex[] =
    "  \\makeatletter\n"
    "  \\DeclareRobustCommand\\wide[3]{\\ifcsname wide@#1\\endcsname\\csname wide@#1\\endcsname#3%\n"
    "    \\else\\ifcsname u8:\\detokenize{#2}\\endcsname{\\fontencoding{#1}\\selectfont#2}\\else U+#3\\allowbreak\\fi\\fi}\n"
    "  \\def\\wide@page#1#2{\\lowercase{\\font\\wide@font=#1#2} at\\f@size pt\\relax}\n"
    "  \\def\\wide@chinese#1#2#3#4{%\n"
    "    \\ifnum\"#1#2=\"9D \\wide@page{bsmiu}{#1#2}\\else\\wide@page{gbsnu}{#1#2}\\fi\n"
    "    \\iffontchar\\wide@font\"#3#4 \\else\\wide@page{bsmiu}{#1#2}\\fi\n"
    "    {\\iffontchar\\wide@font\"#3#4 \\wide@font\\char\"#3#4 \\else U+#1#2#3#4\\fi}\\hskip\\z@ plus.05em\\relax}\n"
    "  \\IfFileExists{c70gbsn.fd}{\\IfFileExists{c70bsmi.fd}{%\n"
    "    \\expandafter\\let\\csname wide@C70\\endcsname\\wide@chinese}{}}{}\n"
    "  \\makeatother\n"
    "  \\newcommand\\rightleft[1]{#1}\n";

/* xelatex: in the font at hand, or in one of the system, the last that has it. */
static const char wide_in_xelatex[] =
    "\\makeatletter\n"
    "\\newcommand\\wide@fonts{}\n"
    "\\@for\\wide@name:=Noto Sans,DejaVu Sans,Arial Unicode MS,Noto Serif Thai,Noto Serif Devanagari,%\n"
    "    Noto Sans Arabic,Noto Naskh Arabic,Noto Sans Hebrew,Noto Serif Hebrew,Noto Serif CJK SC,SimSun,%\n"
    "    Songti SC,[FandolSong-Regular.otf],Times New Roman,DejaVu Serif,FreeSerif,Noto Serif,CMU Serif\\do\n"
    "  {\\IfFontExistsTF{\\wide@name}{\\edef\\wide@fonts{\\wide@fonts,\\wide@name}}{}}\n"
    "\\DeclareRobustCommand\\wide[3]{\\begingroup\\XeTeXinterchartokenstate=0\n"
    "  \\iffontchar\\font\"#3 #2\\else\n"
    "    \\def\\wide@set{U+#3\\allowbreak}%\n"
    "    \\@for\\wide@name:=\\wide@fonts\\do{\\ifx\\wide@name\\@empty\\else\n"
    "      \\font\\wide@font=\"\\wide@name\\if b\\expandafter\\@car\\f@series\\@nil/B\\fi\" at\\f@size pt\\relax\n"
    "      \\iffontchar\\wide@font\"#3 \\def\\wide@set{\\wide@font#2}\\let\\wide@best\\wide@font\\fi\\fi}%\n"
    "    \\let\\wide@font\\wide@best\\wide@set\n"
    "  \\fi\n"
    "  \\ifnum\"#3>\"2E7F \\hskip\\z@ plus.05em\\relax\\fi\n"
    "  \\endgroup}\n"
    "\\makeatother\n"
    "\\TeXXeTstate=1\n"
    "\\newcommand\\rightleft[1]{{\\XeTeXinterchartokenstate=0\\beginR#1\\endR}}\n";
static const char chinese_fallback[] =
    "\\IfFontExistsTF{Noto Serif CJK SC}{\\xeCJKsetup{AutoFallBack}%\n"
    "  \\setCJKfallbackfamilyfont{\\CJKrmdefault}{Noto Serif CJK SC}}{}\n";

static void put_words(struct text *out, const char *words, enum language language) {
    escape_latex(out, words, language == CHINESE ? LATEX_CHINESE : LATEX_LATIN);
}

static void put_fonts(struct text *out, const struct sheet_head *head, enum language language) {
    const char *in_pdflatex = head->is_wide ? wide_in_pdflatex : "";
    const char *in_xelatex = head->is_wide ? wide_in_xelatex : "";
    if (language == CHINESE) {
        text_printf(out, "\\usepackage[scheme=plain]{ctex}\n%s%s",
                    head->is_wide ? chinese_fallback : "", in_xelatex);
        return;
    }
    text_printf(out,
                "\\usepackage{iftex}\n"
                "\\ifPDFTeX\n"
                "%s"
                "  \\usepackage[T1]{fontenc}\n"
                "  \\usepackage[utf8]{inputenc}\n"
                "  \\usepackage{textcomp}\n"
                "  \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
                "%s"
                "\\else\n"
                "  \\usepackage{fontspec}\n"
                "%s"
                "\\fi\n",
                head->is_wide ? wide_encodings : "", in_pdflatex, in_xelatex);
}

static const char preamble[] =
    "\\usepackage[textwidth=17.6cm,textheight=24cm]{geometry} % fits A4 and Letter\n"
    "\\usepackage{amsmath}\n"
    "\\usepackage{tikz}\n"
    "\\usepackage{multicol}\n"
    "\\setlength\\parindent{0pt}\n"
    "\\setlength\\parskip{4pt plus 2pt}\n"
    "\\setlength\\mathindent{1em}\n"
    "\\raggedbottom\n"
    "\\makeatletter\n"
    "\\renewcommand\\subsection{\\@startsection{subsection}{2}{0pt}{9pt plus 3pt}{3pt}%\n"
    "  {\\normalfont\\large\\bfseries}}\n"
    "\\newcommand\\sheetmark{}\n"
    "\\def\\@oddfoot{\\footnotesize\\sheetmark\\hfil\\thepage}\n"
    "\\let\\@evenfoot\\@oddfoot\n"
    "\\makeatother\n"
    "% room to write: a line of the given length, high enough for a hand\n"
    "\\newcommand\\room[1]{\\rule{0pt}{8mm}\\underline{\\hspace{#1}}}\n"
    "% a formula, its number, its value or room for it: at the right, or where that is too narrow below\n"
    "\\newdimen\\askwidth\n"
    "\\newcommand\\ask[3]{\\leavevmode\\vtop{\\hsize=\\askwidth\\parfillskip=0pt\\rightskip=0pt\n"
    "  \\setbox0=\\hbox{#3}\\ifdim\\wd0<18mm \\wd0=18mm \\fi\n"
    "  \\setbox1=\\hbox{$=$ \\box0\\makebox[9mm][r]{\\footnotesize#2}}%\n"
    "  \\setbox0=\\hbox{$\\displaystyle#1$}%\n"
    "  \\noindent\\rule[-5.4mm]{0pt}{11mm}\\copy0\\hfil\n"
    "  \\ifdim\\dimexpr\\wd0+\\wd1+2pt>\\askwidth\\break\\null\\fi\\hfill\\box1}%\n"
    "  \\hskip5mm plus1fil\\relax}\n"
    "% a row of a table of values: number, name, cells\n"
    "\\newcommand\\valuecell[1]{\\makebox[3.6cm][r]{#1}}\n"
    "\\newcommand\\valuerow[3]{\\hbox to\\hsize{\\rule[-2mm]{0pt}{5.5mm}\\makebox[1.7cm][l]{#1}\\makebox[2.4cm][l]{\\smash{#2}}\\hfil#3}\\penalty0 }\n"
    "% a table of values: so many rows beside each other, below heads\n"
    "\\newcommand\\valuehead[1]{\\vtop{\\hsize=.45\\linewidth\\offinterlineskip#1\\hrule\\kern1mm}}\n"
    "\\newenvironment{values}[2]{\\baselineskip=5.5mm\\lineskip=0pt\\parskip=0pt\\columnsep=.1\\linewidth\\multicolsep=4pt\\def\\valuecolumns{#1}%\n"
    "  \\ifnum#1>1 \\begin{multicols}{#1}[\\hbox to\\linewidth{\\valuehead{#2}\\hfil\\valuehead{#2}}]\\raggedcolumns\\else\n"
    "  \\hsize=.9\\linewidth #2\\hrule\\kern1mm\\fi}{\\ifnum\\valuecolumns>1 \\end{multicols}\\fi}\n"
    "\\begin{document}\n"
    "\\abovedisplayskip=6pt plus 2pt minus 2pt\n"
    "\\belowdisplayskip=\\abovedisplayskip\n"
    "\\abovedisplayshortskip=\\abovedisplayskip\n"
    "\\belowdisplayshortskip=\\abovedisplayskip\n";

static void start(struct text *out, const struct sheet_head *head, enum language language) {
    text_puts(out, language == CHINESE ? "% xelatex\n"
                   : head->is_wide     ? "% xelatex, or pdflatex, which has fewer letters\n"
                                       : "% pdflatex or xelatex\n");
    text_printf(out, "\\documentclass[10pt,%spaper,fleqn]{article}\n",
                head->paper != NULL ? head->paper : "a4");
    put_fonts(out, head, language);
    text_puts(out, preamble);
}

static void finish(struct text *out) {
    text_puts(out, "\\end{document}\n");
}

static void page_start(struct text *out, const struct sheet_pages *pages, enum language language) {
    text_puts(out, pages->index > 0 ? "\n\\clearpage" : "\n");
    text_puts(out, "\\setcounter{page}{1}\\gdef\\sheetmark{");
    put_words(out, pages->words, language);
    text_puts(out, "}\n");
}

static void page_finish(struct text *out) {
    (void)out;
}

static void words_in(struct text *out, const char *command, const char *words,
                     enum language language) {
    text_printf(out, "\n%s{", command);
    put_words(out, words, language);
    text_puts(out, "}\n");
}

static void title(struct text *out, const char *words, enum language language) {
    words_in(out, "\\section*", words, language);
}

static void put_name(struct text *out, const char *name, size_t length) {
    text_puts(out, "\\boldmath$");
    name_latex(out, name, length);
    text_putc(out, '$');
}

static void heading(struct text *out, const char *words, enum language language) {
    text_puts(out, "\n\\subsection*{");
    sheet_words(out, words, language, put_words, put_name);
    text_puts(out, "}\n");
}

static void paragraph(struct text *out, const char *words, enum language language) {
    text_putc(out, '\n');
    put_words(out, words, language);
    text_puts(out, "\\par\n");
}

static void field(struct text *out, const char *label, const char *words, enum language language) {
    text_puts(out, "\\textbf{");
    put_words(out, label, language);
    text_printf(out, "%s} ", prose(language, "punctuation.colon-at-end"));
    if (words != NULL)
        put_words(out, words, language);
    else
        text_puts(out, "\\room{7cm}");
    text_puts(out, "\\qquad\n");
}

static void head_(struct text *out, const struct sheet_head *head, enum language language) {
    text_puts(out, "\n{\\LARGE\\bfseries\\raggedright ");
    put_words(out, head->title, language);
    text_puts(out, "\\par}\n\\medskip\n");
    if (head->name != NULL || head->asks_name)
        field(out, prose(language, "sheet.name"), head->name, language);
    if (head->course != NULL)
        field(out, prose(language, "sheet.course"), head->course, language);
    if (head->date != NULL)
        field(out, prose(language, "sheet.date"), head->date, language);
    text_puts(out, "\\par\n");
    if (head->number != NULL)
        paragraph(out, head->number, language);
}

static void put_quantities(struct text *out, const struct given_group *group) {
    for (size_t i = 0; i < group->count; i++) {
        const struct quantity *quantity = group->quantities[i];
        text_puts(out, " \\mbox{$");
        name_latex(out, quantity->shown, strlen(quantity->shown));
        if (!group->is_names) {
            text_puts(out, " = ");
            formula_latex_number(out, quantity->typed);
        }
        text_puts(out, i + 1 < group->count ? "$,}\\hspace{.6em}" : "$}");
    }
}

static void put_definitions(struct text *out, const struct given_group *group, bool is_narrow) {
    static const struct formula_wrap narrow = {.width = 1700, .between = " \\\\\n &\\quad {}"};
    for (size_t i = 0; i < group->definition_count; i++) {
        const struct definition *definition = &group->definitions[i];
        text_puts(out, i > 0 ? "\\newline\n $\\displaystyle\\begin{aligned}[t]"
                             : " $\\displaystyle\\begin{aligned}[t]");
        name_latex(out, definition->name, strlen(definition->name));
        text_puts(out, " &= ");
        formula_latex(out, definition->formula, NULL, is_narrow ? &narrow : &wrap);
        text_puts(out, "\\end{aligned}$\\rule[-3.2mm]{0pt}{8.3mm}");
    }
}

static void put_drawing(struct text *out, const struct drawing *drawn, double layer_distance);

static void given(struct text *out, const struct given_group *groups, size_t count,
                  const struct drawing *drawn, enum language language) {
    text_puts(out, drawn != NULL ? "\n\\begin{minipage}[t]{9.7cm}\\vspace{0pt}%\n" : "\n");
    text_printf(out, "\\begin{tabular}{@{}l@{\\quad}p{%s}@{}}\n", drawn != NULL ? "6.7cm" : "14cm");
    for (size_t g = 0; g < count; g++) {
        put_words(out, groups[g].words, language);
        text_puts(out, " &\\raggedright");
        put_quantities(out, &groups[g]);
        put_definitions(out, &groups[g], drawn != NULL);
        text_puts(out, "\\tabularnewline\n");
    }
    text_puts(out, "\\end{tabular}");
    if (drawn != NULL) {
        text_puts(out, "\n\\end{minipage}\\hfill\\begin{minipage}[t]{7.2cm}\\vspace{0pt}\\hfill\n");
        put_drawing(out, drawn, 3);
        text_puts(out, "\\end{minipage}");
    }
    text_puts(out, "\\par\n");
}

static void put_label(struct text *out, struct label label) {
    text_puts(out, "$");
    name_latex(out, label.text, label.length);
    text_puts(out, "$");
}

static void put_nodes(struct text *out, const struct drawing *drawn) {
    for (size_t i = 0; i < drawn->node_count; i++) {
        const struct drawing_node *node = &drawn->nodes[i];
        text_printf(out,
                    "\\node[circle,draw,minimum size=9mm,inner sep=1pt] (n%zu) at (%zu,-%zu) {", i,
                    node->layer, drawing_half_rows_above(drawn, node));
        put_label(out, node->name);
        text_puts(out, "};\n");
        if (node->bias.length == 0)
            continue;
        text_printf(out, "\\node[below] at (n%zu.south) {\\footnotesize ", i);
        put_label(out, node->bias);
        text_puts(out, "};\n");
    }
}

/* LAYER_DISTANCE is in centimetres. */
static void put_drawing(struct text *out, const struct drawing *drawn, double layer_distance) {
    text_printf(out, "\\begin{tikzpicture}[>=stealth,x=%gcm,y=1cm]\n", layer_distance);
    put_nodes(out, drawn);
    for (size_t i = 0; i < drawn->edge_count; i++)
        text_printf(out, "\\draw[->] (n%zu) -- (n%zu);\n", drawn->edges[i].from,
                    drawn->edges[i].to);
    for (size_t i = 0; i < drawn->edge_count; i++) {
        const struct drawing_edge *edge = &drawn->edges[i];
        text_printf(out,
                    "\\path (n%zu.center) -- node[pos=0.%d,fill=white,inner sep=1pt] "
                    "{\\footnotesize ",
                    edge->from, edge->percent);
        put_label(out, edge->weight);
        text_printf(out, "} (n%zu.center);\n", edge->to);
    }
    text_puts(out, "\\end{tikzpicture}\n");
}

static void drawing(struct text *out, const struct drawing *drawn, enum language language) {
    (void)language;
    text_puts(out, "\n\\medskip\n");
    put_drawing(out, drawn, 4);
    text_puts(out, "\\par\n");
}

static void put_note(struct text *out, const char *words, enum language language) {
    text_puts(out, "\\text{\\small ");
    put_words(out, words, language);
    text_putc(out, '}');
}

static const struct line_style line_style = {
    .wrap = &wrap, .work = "\\room{11cm}", .answer = "\\room{5cm}", .put_note = put_note};

static void step_(struct text *out, const struct sheet_step *step, enum language language) {
    text_puts(out, "\\begin{align*}\n");
    name_latex(out, step->name, strlen(step->name));
    text_putc(out, ' ');
    for (size_t i = 0; i < step->line_count; i++) {
        line_latex(out, &step->lines[i], &line_style, language);
        if (i == 0 && step->equation[0] != '\0')
            text_printf(out, " \\tag{%s}", step->equation);
        text_puts(out, i + 1 < step->line_count ? " \\\\\n " : "\n");
    }
    text_puts(out, "\\end{align*}\n");
}

static void asks_start(struct text *out, bool is_narrow) {
    text_printf(out, "{\\raggedright\\parskip=0pt\\askwidth=%s\n",
                is_narrow ? "\\dimexpr.5\\linewidth-2.6mm\\relax" : "\\linewidth");
}

static void ask(struct text *out, const struct sheet_step *step, enum language language) {
    const char *value = NULL;
    (void)language;
    text_puts(out, "\\ask{\\begin{aligned}[t]");
    name_latex(out, step->name, strlen(step->name));
    for (size_t i = 0; i < step->line_count; i++) {
        const struct sheet_line *line = &step->lines[i];
        value = line->kind == LINE_VALUE ? line->value : value;
        if (line->kind != LINE_FORMULA)
            continue;
        text_puts(out, i > 0 ? " \\\\ &= " : " &= ");
        formula_latex(out, line->formula, line->numbers, &wrap);
    }
    text_puts(out, "\\end{aligned}}{");
    if (step->equation[0] != '\0')
        text_printf(out, "(%s)", step->equation);
    if (value == NULL) {
        text_puts(out, "}{\\underline{\\hspace{18mm}}}%\n");
        return;
    }
    /* as wide as its decimals, so that values align; a minus hangs before the first digit */
    text_puts(out, "}{");
    if (strlen(value) <= (size_t)step->decimals + 3)
        text_printf(out, "\\makebox[%.4gmm][l]", 6.5 + 1.76 * step->decimals);
    text_printf(out, "{\\hskip9pt%s$", value[0] == '-' ? "\\llap{$-$}" : "");
    formula_latex_number(out, value + (value[0] == '-'));
    text_puts(out, "$}}%\n");
}

static void asks_finish(struct text *out, bool is_narrow) {
    (void)is_narrow;
    text_puts(out, "\\par}\n");
}

/* As many beside each other as fit. One that is too wide goes on below with what it is equal to at
 * the end; what is still too wide is made smaller. */
static void grid_start(struct text *out) {
    text_puts(out,
              "{\\raggedright\\lineskip=2pt\\parskip=0pt\\arraycolsep=2.5pt\\clubpenalty=10000\n"
              "\\def\\fitted#1{\\setbox0=\\hbox{$\\displaystyle#1$}%\n"
              "  \\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\box0}\\else\\box0\\fi}\n"
              "\\def\\matrices#1#2{\\leavevmode\\setbox0=\\hbox{$\\displaystyle#1{}#2$}%\n"
              "  \\ifdim\\wd0>\\linewidth\\par\\leavevmode\\fitted{#1}%\n"
              "  \\hfil\\break\\fitted{\\quad{}#2}\\par\\else\\box0\\hskip4mm plus1fil\\fi}\n");
}

static void grid(struct text *out, const struct grid_piece pieces[], size_t count) {
    text_puts(out, "\\matrices{");
    grid_latex(out, pieces, count, "}{", "\\underline{\\hspace{1.3cm}}",
               "\\rule[-1.7mm]{0pt}{5.5mm}");
    text_puts(out, "}%\n");
}

static void grid_finish(struct text *out) {
    text_puts(out, "\\par}\n");
}

/* Three columns stand beside each other twice. */
static void table_start(struct text *out, const char *words, int carried, enum language language) {
    static const char *const keys[] = {"sheet.value", "sheet.exact", "sheet.difference"};
    if (words != NULL) {
        text_puts(out, "\n\\clearpage");
        heading(out, words, language);
    } else {
        text_puts(out, "\\medskip\n");
    }
    text_printf(out, "\n\\begin{values}{%d}{\\valuerow{\\bfseries ", carried > 0 ? 1 : 2);
    put_words(out, prose(language, "sheet.equation"), language);
    text_puts(out, "}{\\bfseries ");
    put_words(out, prose(language, "sheet.quantity"), language);
    text_puts(out, "}{");
    for (size_t i = 0; i < (carried > 0 ? 3 : 1); i++) {
        text_puts(out, "\\valuecell{\\bfseries ");
        put_words(out, prose(language, keys[i]), language);
        text_putc(out, '}');
    }
    text_puts(out, "}}\n");
}

static void put_cell(struct text *out, const char *number, int decimals) {
    text_puts(out, "\\valuecell{$");
    line_latex_aligned(out, number, decimals);
    text_puts(out, "$}");
}

static void table_row(struct text *out, const struct value_row *row) {
    text_puts(out, "\\valuerow{");
    if (row->equation[0] != '\0')
        text_printf(out, "(%s)", row->equation);
    text_puts(out, "}{$");
    name_latex(out, row->name, strlen(row->name));
    text_puts(out, "$}{");
    put_cell(out, row->value, row->decimals);
    if (row->exact != NULL) {
        put_cell(out, row->exact, row->exact_decimals);
        put_cell(out, row->difference, row->exact_decimals);
    }
    text_puts(out, "}\n");
}

static void table_finish(struct text *out) {
    text_puts(out, "\\end{values}\n");
}

const struct sheet_format sheet_latex = {
    .name = "latex",
    .suffix = "tex",
    .start = start,
    .finish = finish,
    .page_start = page_start,
    .page_finish = page_finish,
    .head = head_,
    .title = title,
    .heading = heading,
    .paragraph = paragraph,
    .given = given,
    .drawing = drawing,
    .step = step_,
    .asks_start = asks_start,
    .ask = ask,
    .asks_finish = asks_finish,
    .grid_start = grid_start,
    .grid = grid,
    .grid_finish = grid_finish,
    .table_start = table_start,
    .table_row = table_row,
    .table_finish = table_finish,
};

void render_latex(struct text *out, const struct document *document) {
    sheet_document(out, document, &sheet_latex);
}
