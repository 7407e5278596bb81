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

set title "2-2-2: (5.20) the error comes back on 2 paths, to w1"
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
set arrow from 344.9,521.2 to 122.8,521.2 head filled size 22,20 lw 5 lc rgb '#d55e00'
set label "w1 = 0.1" at 234,538 center boxed front font ',12' tc rgb 'black'
set label "dE_total_dw1 = 0.0011" at 234,500 center boxed front font ',12' tc rgb '#d55e00'
set arrow from 116.1,322.6 to 351.6,501.4 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w2 = 0.2" at 175,351 left boxed front font ',12' tc rgb 'black'
set arrow from 116.1,501.4 to 351.6,322.6 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w3 = 0.3" at 175,473 left boxed front font ',12' tc rgb 'black'
set arrow from 122.8,302.8 to 344.9,302.8 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w4 = 0.4" at 234,316 center boxed front font ',12' tc rgb 'black'
set arrow from 632.6,521.2 to 410.5,521.2 head filled size 22,20 lw 5 lc rgb '#d55e00'
set label "w5 = 0.5" at 522,538 center boxed front font ',12' tc rgb 'black'
set label "dE_O1_dout_h1 = 0.0634" at 522,500 center boxed front font ',12' tc rgb '#d55e00'
set arrow from 403.8,322.6 to 639.3,501.4 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w6 = 0.6" at 462,351 left boxed front font ',12' tc rgb 'black'
set arrow from 639.3,322.6 to 403.8,501.4 head filled size 22,20 lw 5 lc rgb '#d55e00'
set label "w7 = 0.7" at 462,473 left boxed front font ',12' tc rgb 'black'
set label "dE_O2_dout_h1 = -0.0143" at 554,403 left boxed front font ',12' tc rgb '#d55e00'
set arrow from 410.5,302.8 to 632.6,302.8 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w8 = 0.8" at 522,316 center boxed front font ',12' tc rgb 'black'
set arrow from 880.1,425.4 to 695.4,507.8 head filled size 22,20 lw 5 lc rgb '#d55e00'
set arrow from 880.1,398.6 to 695.4,316.2 head filled size 22,20 lw 5 lc rgb '#d55e00'

# Inputs, neurons, outputs and the error
set object circle at 90,521 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i1" at 90,521 center front font ',12'
set label "i1 = 0.1" at 90,550 center offset 0,0.7 font ',12' boxed front
set object circle at 90,303 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i2" at 90,303 center front font ',12'
set label "i2 = 0.2" at 90,274 center offset 0,-0.8 font ',12' boxed front
set object circle at 378,521 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "h1" at 378,521 center front font ',12'
set label "b1 = 0.55\nin_h1 = 0.6000\nout_h1 = 0.6457" at 378,550 center offset 0,2.7 font ',12' boxed front
set object circle at 378,303 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h2" at 378,303 center front font ',12'
set label "b2 = 0.56\nin_h2 = 0.6700\nout_h2 = 0.6615" at 378,274 center offset 0,-0.8 font ',12' boxed front
set object circle at 665,521 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "O1" at 665,521 center front font ',12'
set label "b3 = 0.66\nin_O1 = 1.3797\nout_O1 = 0.7989\ntarget O1 = 0.01\nE_O1 = 0.3112" at 665,550 center offset 0,4.7 font ',12' boxed front
set object circle at 665,303 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "O2" at 665,303 center front font ',12'
set label "b4 = 0.67\nin_O2 = 1.6512\nout_O2 = 0.8390\ntarget O2 = 0.99\nE_O2 = 0.0114" at 665,274 center offset 0,-0.8 font ',12' boxed front
set object circle at 910,412 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "E" at 910,412 center front font ',12'
set label "E_total = 0.3226" at 925,441 center offset 0,0.7 font ',12' boxed front

# The chain of derivatives, line by line of the walk
set label "(5.26) dE_O1_dout_h1 = dE_O1_din_O1*din_O1_dout_h1 = 0.1267*0.5000 = 0.0634\n(5.27) dE_O2_dout_h1 = dE_O2_din_O2*din_O2_dout_h1 = (-0.0204)*0.7000 = -0.0143\n(5.22) dE_total_dout_h1 = dE_O1_dout_h1 + dE_O2_dout_h1 = 0.0634 + (-0.0143) = 0.0491\ndout_h1_din_h1 = out_h1*(1 - out_h1) = 0.6457*(1 - 0.6457) = 0.2288\ndin_h1_dw1 = i1 = 0.1000\ndE_total_dw1 = dE_total_dout_h1*dout_h1_din_h1*din_h1_dw1 = 0.0491*0.2288*0.1000 = 0.0011\n" at 36,138 left font ',11'

# No curve: a line out of sight, for gnuplot draws nothing without one
plot -1

unset output
