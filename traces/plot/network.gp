# network.gp, a program for gnuplot 5.2 or later
# a network with its numbers, and the paths on which the error comes back to a weight (article, chapter 5)
#
# To make the picture:
#     gnuplot network.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 1000,740'; picture='network.png'" network.gp
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
if (!exists("terminal")) terminal = "svg size 1000,740 dynamic background 'white' \
    font 'Arial,12' fontscale 1 linewidth 1 dashlength 1 butt"
if (!exists("picture")) picture = "network.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

set title "2-2-2: forward, each neuron adds its weighted inputs up to in_h1 and turns that into out_h1"
# The axes are in pixels
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 0.905
set xrange [0:1000]
set yrange [0:670]
unset border
unset tics
unset key
set style textbox opaque noborder margins 0.3,0.3

# Weights
set arrow from 122.8,489.9 to 344.9,489.9 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w1 = 0.1" at 234,503 center boxed front font ',12' tc rgb 'black'
set arrow from 113.2,225.3 to 354.5,466.7 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w2 = 0.2" at 175,270 left boxed front font ',12' tc rgb 'black'
set arrow from 113.2,466.7 to 354.5,225.3 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w3 = 0.3" at 175,422 left boxed front font ',12' tc rgb 'black'
set arrow from 122.8,202.1 to 344.9,202.1 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w4 = 0.4" at 234,215 center boxed front font ',12' tc rgb 'black'
set arrow from 410.5,489.9 to 632.6,489.9 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w5 = 0.5" at 522,503 center boxed front font ',12' tc rgb 'black'
set arrow from 400.9,225.3 to 642.2,466.7 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w6 = 0.6" at 462,270 left boxed front font ',12' tc rgb 'black'
set arrow from 400.9,466.7 to 642.2,225.3 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w7 = 0.7" at 462,422 left boxed front font ',12' tc rgb 'black'
set arrow from 410.5,202.1 to 632.6,202.1 head filled size 14,20 lw 2 lc rgb '#0072b2'
set label "w8 = 0.8" at 522,215 center boxed front font ',12' tc rgb 'black'
set arrow from 693.7,473.2 to 881.7,362.6 head filled size 14,20 lw 2 lc rgb '#0072b2'
set arrow from 693.7,218.8 to 881.7,329.4 head filled size 14,20 lw 2 lc rgb '#0072b2'

# Inputs, neurons, outputs and the error
set object circle at 90,490 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i1" at 90,490 center front font ',12'
set label "i1 = 0.1" at 90,519 center offset 0,0.7 font ',12' boxed front
set object circle at 90,202 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i2" at 90,202 center front font ',12'
set label "i2 = 0.2" at 90,173 center offset 0,-0.8 font ',12' boxed front
set object circle at 378,490 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h1" at 378,490 center front font ',12'
set label "b1 = 0.55\nin_h1 = 0.6000\nout_h1 = 0.6457" at 378,519 center offset 0,2.7 font ',12' boxed front
set object circle at 378,202 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h2" at 378,202 center front font ',12'
set label "b2 = 0.56\nin_h2 = 0.6700\nout_h2 = 0.6615" at 378,173 center offset 0,-0.8 font ',12' boxed front
set object circle at 665,490 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "O1" at 665,490 center front font ',12'
set label "b3 = 0.66\nin_O1 = 1.3797\nout_O1 = 0.7989\ntarget O1 = 0.01\nE_O1 = 0.3112" at 665,519 center offset 0,4.7 font ',12' boxed front
set object circle at 665,202 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "O2" at 665,202 center front font ',12'
set label "b4 = 0.67\nin_O2 = 1.6512\nout_O2 = 0.8390\ntarget O2 = 0.99\nE_O2 = 0.0114" at 665,173 center offset 0,-0.8 font ',12' boxed front
set object circle at 910,346 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "E" at 910,346 center front font ',12'
set label "E_total = 0.3226" at 925,375 center offset 0,0.7 font ',12' boxed front

# No curve: a line out of sight, for gnuplot draws nothing without one
plot -1

unset output
