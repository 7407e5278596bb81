# sigmoid-derivative.gp, a program for gnuplot 5.2 or later
# (4.5), its maximum of 1/4, and where it fades: saturation (article, chapter 4)
#
# To make the picture:
#     gnuplot sigmoid-derivative.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 800,500'; picture='sigmoid-derivative.png'" sigmoid-derivative.gp
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
if (!exists("picture")) picture = "sigmoid-derivative.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# (4.1) and (4.5), which are (5.2) and (5.9) of the walk
sigmoid(x) = 1./(exp(-x) + 1)
dsigmoid(x) = sigmoid(x)*(1 - sigmoid(x))

# Where it is less than a tenth of its maximum
faded(x) = dsigmoid(x) < dsigmoid(0)/10 ? dsigmoid(x) : NaN

set title "(4.5) y' = y*(1 - y): the slope is at most 1/4 and fades on both sides"
set xlabel "weighted sum x"
set ylabel "slope y'"
set xrange [-8:8]
set yrange [0:0.3]
if (!letters) set grid lt 1 lw 0.7 lc rgb '#d9d9d9'
set key left top Left reverse
set samples 801
set label 1 sprintf("maximum %g", dsigmoid(0)) at 0, dsigmoid(0) point pt 7 ps 1.6 offset 2, 0 front
set label 2 "saturated" at -5.8, 0.05 center
set label 3 "saturated" at 5.8, 0.05 center
plot faded(x) title "less than a tenth of the maximum" with filledcurves y1=0 fs solid fc rgb '#e69f00', \
     dsigmoid(x) title "y'" with lines lw 4 lc rgb '#0072b2'

unset output
