# activations.gp, a program for gnuplot 5.2 or later
# the step, the sigmoid, tanh and ReLU, each with its derivative (article, chapter 4)
#
# To make the picture:
#     gnuplot activations.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 1000,800'; picture='activations.png'" activations.gp
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
if (!exists("terminal")) terminal = "svg size 1000,800 dynamic background 'white' \
    font 'Arial,12' fontscale 1 linewidth 1 dashlength 1 butt"
if (!exists("picture")) picture = "activations.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# Each function, and its derivative with a d before its name
step(x) = x > 0 ? 1 : 0
dstep(x) = x == 0 ? NaN : 0
relu(x) = x > 0 ? x : 0
sigmoid(x) = 1./(exp(-x) + 1)
dsigmoid(x) = sigmoid(x)*(1 - sigmoid(x))
dtanh(x) = 1 - tanh(x)**2
drelu(x) = step(x)

# The parts left and right of 0 are drawn apart, for the step and the slope of ReLU jump there
left(x, y) = x <= 0 ? y : NaN
right(x, y) = x > 0 ? y : NaN
set style line 1 lw 4 lc rgb '#0072b2'
set style line 2 lw 3 dt (8, 5) lc rgb '#d55e00'

set multiplot layout 2,2 title "Four activation functions: training needs the slope y'"
set xlabel "weighted sum x"
set ylabel "y and y'"
set xrange [-4:4]
if (!letters) set grid lt 1 lw 0.7 lc rgb '#d9d9d9'
set key left top Left reverse
set samples 801

set title "step: its slope is 0, nothing to learn from"
set yrange [-0.25:1.5]
plot left(x, step(x)) title "y" with lines ls 1, right(x, step(x)) notitle with lines ls 1, \
     left(x, dstep(x)) title "y'" with lines ls 2, right(x, dstep(x)) notitle with lines ls 2

set title "(4.1) sigmoid: its slope fades on both sides"
set yrange [-0.25:1.5]
plot left(x, sigmoid(x)) title "y" with lines ls 1, right(x, sigmoid(x)) notitle with lines ls 1, \
     left(x, dsigmoid(x)) title "y'" with lines ls 2, right(x, dsigmoid(x)) notitle with lines ls 2

set title "tanh: steeper, and it fades too"
set yrange [-1.25:1.5]
plot left(x, tanh(x)) title "y" with lines ls 1, right(x, tanh(x)) notitle with lines ls 1, \
     left(x, dtanh(x)) title "y'" with lines ls 2, right(x, dtanh(x)) notitle with lines ls 2

set title "ReLU: its slope of 1 never fades above 0"
set yrange [-0.5:4]
plot left(x, relu(x)) title "y" with lines ls 1, right(x, relu(x)) notitle with lines ls 1, \
     left(x, drelu(x)) title "y'" with lines ls 2, right(x, drelu(x)) notitle with lines ls 2
unset multiplot

unset output
