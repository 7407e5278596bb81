# neuron-line.gp, a program for gnuplot 5.2 or later
# one neuron as a line that parts two groups of points, (3.6) (article, chapter 3)
#
# To make the picture:
#     gnuplot neuron-line.gp
# Another terminal, another file:
#     gnuplot -e "terminal='pngcairo size 900,550'; picture='neuron-line.png'" neuron-line.gp
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
if (!exists("terminal")) terminal = "svg size 900,550 dynamic background 'white' \
    font 'Arial,12' fontscale 1 linewidth 1 dashlength 1 butt"
if (!exists("picture")) picture = "neuron-line.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# Two groups of points
$class0 << EOD
# x y
-0.26904458635154127 -0.77529038614253398
-0.61056656680389465 -1.5356924135961272
-0.85643240677430565 -0.61221666896483451
-1.1450877418060783 -0.67282445960078707
-1.077592693397696 -0.89503628806461732
-1.4952786297458145 0.015125669427826338
-0.59461482283101463 -0.80767753662844988
-1.1205496358317071 -0.2613400399678163
-1.3092277150538196 -0.8803425386744238
-1.502789656885875 -0.39451293598230852
-1.0863259985627267 -0.89943303383817641
-0.97713651035078697 -0.7866480409562091
-0.94592847138326686 -0.22225860063166136
-1.514133189109963 -0.6572042250857949
-0.62245746375647282 -0.081004063413399219
-1.3394790734484938 0.063790669854979609
-0.78016683405812637 -0.53400727085947508
-0.016491067060077302 -1.128423350969662
-0.92798331874847628 -0.10572398549769879
-1.1377918056827674 -0.12741141082673924
EOD
$class1 << EOD
# x y
0.76232271148144493 0.017164120029723284
1.7851652938974159 0.15745689459720374
1.6579485716702385 -0.42706331927394436
1.5101962490509468 0.0050489297086860896
1.0189961860220167 0.76226684617212004
1.405715824266758 0.72612245250584073
0.94469939851660834 0.078903754583419028
0.68875266172361094 0.32146091291481016
0.69793924112343142 0.49430093048649437
1.7469109796994418 0.83391987225980102
0.66377876781212297 1.2616045704624859
1.0859119681003597 1.445114811415479
1.1350766439801223 0.34148756907791661
0.90599759498134991 0.76398043603198895
1.1285142963644166 0.89831352392182762
1.230818419188104 0.36585822420377795
1.5092332243531421 1.1839175673899893
0.35014878755668477 0.27299036167409696
1.1420357262587224 -0.40999054712080141
1.1035426309139726 0.84290503114041115
EOD

# The weights and the bias that the neuron learned
w1 = 5.0616180514192814
w2 = 2.8474121616672963
b1 = -0.011315887463475664
# Its weighted sum, (5.1)
in(x, y) = w1*x + w2*y + 1*b1
# The neuron steps from 0 to 1 where the sum is 0: solved for y, a line (3.6)
k = -w1/w2
b = -b1/w2
line(x) = k*x + b

set title sprintf("One neuron is a straight line: (3.6) i2 = %.3f*i1 %s %.3f; 40/40 right", k, b < 0 ? '-' : '+', abs(b))
set xlabel "i1"
set ylabel "i2"
set key outside right top
# The side on which the weighted sum is above 0 is that of class 1
inside(y) = y < -2.5 ? -2.5 : y > 2.5 ? 2.5 : y
end_of(class) = (class == 1) == (w2 > 0) ? 2.5 : -2.5
set yrange [-2.5:2.5]
set xrange [-3:3]
plot inside(line(x)) title "neuron gives 0" with filledcurves y1=end_of(0) fc rgb '#fff3e0', \
     inside(line(x)) title "neuron gives 1" with filledcurves y1=end_of(1) fc rgb '#a6cee3', \
     line(x) title "weighted sum is 0" with lines lw 3 lc rgb 'black', \
     $class0 using 1:2 title "class 0" with points pt 8 ps 1.1 lw 1.6 lc rgb '#d55e00', \
     $class1 using 1:2 title "class 1" with points pt 7 ps 0.8 lc rgb '#0072b2'

unset output
