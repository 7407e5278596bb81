# step.gp, a program for gnuplot 5.2 or later
# the unit step, with its open and closed point at 0 (article, chapter 3)
#
# To make the picture:
#     gnuplot step.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 800,500'; picture='step.png'" step.gp
# A picture is the same whatever a ~/.gnuplot has set.
reset
do for [i = 1:8] { unset linetype i }
unset linetype cycle
set colorsequence default
unset decimalsign
unset minussign
unset micro
if (GPVAL_ENCODING ne "default") set encoding default
# All text is UTF-8; in a locale of another encoding gnuplot would warn of this line, and does without
if (system("locale charmap 2>/dev/null") eq "UTF-8") set encoding utf8
if (!exists("terminal")) terminal = "svg size 800,500 dynamic background 'white' \
    font 'Arial,12' fontscale 1 linewidth 1 dashlength 1 butt"
if (!exists("picture")) picture = "step.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# y = 0 for x <= 0, and y = 1 for x > 0
step(x) = x > 0 ? 1 : 0

set title "The unit step decides, all or nothing, and is flat everywhere else"
set xlabel "weighted sum x"
set ylabel "output y"
set xrange [-3:3]
set yrange [-0.25:1.25]
set ytics 0.5
if (!letters) set grid lt 1 lw 0.7 lc rgb '#d9d9d9'
unset key

# The closed point belongs to the step, the open one does not
set label 1 "  at x = 0 itself, y = 0" at 0, step(0) point pt 7 ps 1.6 lc rgb '#0072b2' offset 1, -1 front
set label 2 at 0, 1 point pt 7 ps 1.6 lc rgb 'white' front
set label 3 "  y = 1 only above x = 0" at 0, 1 point pt 6 ps 1.6 lw 2 lc rgb '#0072b2' offset -1, 1 right front
set samples 601
plot (x <= 0 ? step(x) : NaN) with lines lw 4 lc rgb '#0072b2', \
     (x > 0 ? step(x) : NaN) with lines lw 4 lc rgb '#0072b2'

unset output
