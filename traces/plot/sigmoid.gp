# sigmoid.gp, a program for gnuplot 5.2 or later
# (4.1), with its value and slope where the example's first sigmoid neuron stands (article, chapter 4)
#
# To make the picture:
#     gnuplot sigmoid.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 800,500'; picture='sigmoid.png'" sigmoid.gp
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
if (!exists("picture")) picture = "sigmoid.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# (4.1) and (4.5), which are (5.2) and (5.9) of the walk
sigmoid(x) = 1./(exp(-x) + 1)
dsigmoid(x) = sigmoid(x)*(1 - sigmoid(x))

# Where the example's first sigmoid neuron stands on it, and the tangent there
in_h1 = 0.60000000000000009
tangent(x) = sigmoid(in_h1) + dsigmoid(in_h1)*(x - in_h1)
reach = abs(in_h1) < 6 ? 8 : abs(in_h1) + 2

set xrange [-reach:reach]
set title "(4.1) y = 1/(exp(-x) + 1): any number in, a number from 0 to 1 out"
set xlabel "weighted sum x"
set ylabel "output y"
set yrange [-0.1:1.1]
if (!letters) set grid lt 1 lw 0.7 lc rgb '#d9d9d9'
set key left top Left reverse samplen letters ? 1 : 4
set samples 401
# Its numbers go where no part of the curve ever is
set label 1 "" at in_h1, 0.6456563062257954 point pt 7 ps 1.6 front
set label 2 "(5.1) in_h1 = 0.6000\n(5.2) out_h1 = 0.6457\nslope = 0.2288" at graph 0.64, 0.42
plot sigmoid(x) title "y" with lines lw 4 lc rgb '#0072b2', \
     (abs(x - in_h1) <= 2 ? tangent(x) : NaN) title "tangent, its slope is y'" with lines lw 3 dt 2 lc rgb '#d55e00'

unset output
