# network.gp，适用于 gnuplot 5.2 及以上版本的程序
# 带有数值的网络，以及误差返回到一个权重的路径（第五章）
#
# 生成图片：
#     gnuplot network.gp
# 换用其他终端和文件：
#     gnuplot -e "terminal='pngcairo size 1000,740'; picture='network.png'" network.gp
# 无论 ~/.gnuplot 里设置了什么，图片都一样。
reset
do for [i = 1:8] { unset linetype i }
unset linetype cycle
set colorsequence default
unset decimalsign
unset minussign
unset micro
if (GPVAL_ENCODING ne "default") set encoding default
# 文字都是 UTF-8；在其他编码的区域设置下 gnuplot 会对这一行发出警告，不要它也行
if (system("locale charmap 2>/dev/null") eq "UTF-8") set encoding utf8
if (!exists("terminal")) terminal = "svg size 1000,740 dynamic background 'white' \
    font 'Arial,12' fontscale 1 linewidth 1 dashlength 1 butt"
if (!exists("picture")) picture = "network.svg"
eval "set terminal ".terminal
if (picture ne "-") set output picture
set termoption noenhanced
letters = terminal[1:4] eq "dumb"

# 中文标签需要含有汉字的字体
chinese = letters ? "" : system("fc-list :lang=zh-cn family 2>/dev/null | head -n 1")
if (chinese ne "") chinese = system("fc-match sans-serif:lang=zh-cn family | cut -d , -f 1")
if (chinese ne "") eval "set termoption font '".chinese.",12'"
if (chinese eq "" && !letters) print "没有找到中文字体，汉字可能显示为方框；可安装 Debian 软件包 fonts-noto-cjk (no Chinese font was found)"

set title "2-2-2：(5.6) 误差沿一条路径返回到 w5"
# 坐标轴以像素为单位
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

# 权重
set arrow from 122.8,521.2 to 344.9,521.2 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w1 = 0.1" at 234,534 center boxed front font ',12' tc rgb 'black'
set arrow from 114.2,280.9 to 353.5,499.1 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w2 = 0.2" at 175,319 left boxed front font ',12' tc rgb 'black'
set arrow from 114.2,499.1 to 353.5,280.9 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w3 = 0.3" at 175,461 left boxed front font ',12' tc rgb 'black'
set arrow from 122.8,258.8 to 344.9,258.8 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w4 = 0.4" at 234,272 center boxed front font ',12' tc rgb 'black'
set arrow from 632.6,521.2 to 410.5,521.2 head filled size 22,20 lw 5 lc rgb '#d55e00'
set label "w5 = 0.5" at 522,538 center boxed front font ',12' tc rgb 'black'
set label "dE_total_dw5 = 0.0818" at 522,500 center boxed front font ',12' tc rgb '#d55e00'
set arrow from 402.0,280.9 to 641.2,499.1 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w6 = 0.6" at 462,319 left boxed front font ',12' tc rgb 'black'
set arrow from 402.0,499.1 to 641.2,280.9 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w7 = 0.7" at 462,461 left boxed front font ',12' tc rgb 'black'
set arrow from 410.5,258.8 to 632.6,258.8 head filled size 14,20 lw 1.5 lc rgb '#808080'
set label "w8 = 0.8" at 522,272 center boxed front font ',12' tc rgb 'black'
set arrow from 881.1,405.5 to 694.3,505.7 head filled size 22,20 lw 5 lc rgb '#d55e00'
set arrow from 694.3,274.3 to 881.1,374.5 head filled size 14,20 lw 1.5 lc rgb '#808080'

# 输入、神经元、输出和误差
set object circle at 90,521 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i1" at 90,521 center front font ',12'
set label "i1 = 0.1" at 90,550 center offset 0,0.7 font ',12' boxed front
set object circle at 90,259 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i2" at 90,259 center front font ',12'
set label "i2 = 0.2" at 90,230 center offset 0,-0.8 font ',12' boxed front
set object circle at 378,521 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h1" at 378,521 center front font ',12'
set label "b1 = 0.55\nin_h1 = 0.6000\nout_h1 = 0.6457" at 378,550 center offset 0,2.7 font ',12' boxed front
set object circle at 378,259 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h2" at 378,259 center front font ',12'
set label "b2 = 0.56\nin_h2 = 0.6700\nout_h2 = 0.6615" at 378,230 center offset 0,-0.8 font ',12' boxed front
set object circle at 665,521 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "O1" at 665,521 center front font ',12'
set label "b3 = 0.66\nin_O1 = 1.3797\nout_O1 = 0.7989\n目标 O1 = 0.01\nE_O1 = 0.3112" at 665,550 center offset 0,4.7 font ',12' boxed front
set object circle at 665,259 size 29 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "O2" at 665,259 center front font ',12'
set label "b4 = 0.67\nin_O2 = 1.6512\nout_O2 = 0.8390\n目标 O2 = 0.99\nE_O2 = 0.0114" at 665,230 center offset 0,-0.8 font ',12' boxed front
set object circle at 910,390 size 29 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "E" at 910,390 center front font ',12'
set label "E_total = 0.3226" at 925,419 center offset 0,0.7 font ',12' boxed front

# 导数的链，逐行取自计算过程
set label "(5.8) dE_total_dout_O1 = -(O1 - out_O1) = -(0.01 - 0.7989) = 0.7889\n(5.9) dout_O1_din_O1 = out_O1*(1 - out_O1) = 0.7989*(1 - 0.7989) = 0.1606\n(5.11) din_O1_dw5 = out_h1 = 0.6457\n(5.12) dE_total_dw5 = dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5 = 0.7889*0.1606*0.6457 = 0.0818\n" at 36,94 left font ',11'

# 没有曲线：画一条看不见的线，否则 gnuplot 什么也不画
plot -1

unset output
