# network.gp，适用于 gnuplot 5.2 及以上版本的程序
# 带有数值的 2-2-2 网络，以及误差返回的路径（第五章）
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

set title "(5.6) 误差沿一条路径返回到 w5"
unset border
unset tics
unset key
set style textbox opaque noborder margins 0.4,0.4
set xrange [-1:12.6]
set yrange [-4.9:5]

# 权重
set arrow from 0.5,3 to 3.5,3 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w1 = 0.1" at 2,3 center offset 0,0.8  tc rgb 'black' front
set arrow from 0.5,0.375 to 3.5,2.625 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w2 = 0.2" at 1.2,0.9 center offset 0,0 boxed tc rgb 'black' front
set arrow from 0.5,2.625 to 3.5,0.375 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w3 = 0.3" at 1.2,2.1 center offset 0,0 boxed tc rgb 'black' front
set arrow from 0.5,0 to 3.5,0 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w4 = 0.4" at 2,0 center offset 0,0.8  tc rgb 'black' front
set arrow from 7.5,3 to 4.5,3 head filled size 0.3,20 lw 5 lc rgb '#d55e00'
set label "w5 = 0.5" at 6,3 center offset 0,0.8  tc rgb 'black' front
set label "dE_total_dw5 = 0.0818" at 6,3 center offset 0,-0.9 boxed tc rgb '#d55e00' front
set arrow from 4.5,0.375 to 7.5,2.625 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w6 = 0.6" at 5.2,0.9 center offset 0,0 boxed tc rgb 'black' front
set arrow from 4.5,2.625 to 7.5,0.375 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w7 = 0.7" at 5.2,2.1 center offset 0,0 boxed tc rgb 'black' front
set arrow from 4.5,0 to 7.5,0 head filled size 0.2,20 lw 1.5 lc rgb '#808080'
set label "w8 = 0.8" at 6,0 center offset 0,0.8  tc rgb 'black' front
set arrow from 10.975,1.6875 to 8.425,2.8125 head filled size 0.3,20 lw 5 lc rgb '#d55e00'
set arrow from 8.425,0.1875 to 10.975,1.3125 head filled size 0.2,20 lw 1.5 lc rgb '#808080'

# 输入、神经元、输出和误差
set object circle at 0,3 size 0.42 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i1" at 0,3 center front
set object circle at 0,0 size 0.42 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "i2" at 0,0 center front
set object circle at 4,3 size 0.42 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h1" at 4,3 center front
set object circle at 4,0 size 0.42 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "h2" at 4,0 center front
set object circle at 8,3 size 0.42 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "O1" at 8,3 center front
set object circle at 8,0 size 0.42 front fc rgb '#d9d9d9' fs solid border lc rgb 'black'
set label "O2" at 8,0 center front
set object circle at 11.4,1.5 size 0.42 front fc rgb '#e69f00' fs solid border lc rgb 'black'
set label "E" at 11.4,1.5 center front
set label "i1 = 0.1" at 0,3.6 center offset 0,0.3
set label "i2 = 0.2" at 0,-0.6 center offset 0,-0.3
set label "b1 = 0.55\nin_h1 = 0.6000\nout_h1 = 0.6457" at 4,3.6 center offset 0,2.3
set label "b2 = 0.56\nin_h2 = 0.6700\nout_h2 = 0.6615" at 4,-0.6 center offset 0,-0.3
set label "b3 = 0.66\nin_O1 = 1.3797\nout_O1 = 0.7989\n目标 O1 = 0.01\nE_O1 = 0.3112" at 8,3.6 center offset 0,4.3
set label "b4 = 0.67\nin_O2 = 1.6512\nout_O2 = 0.8390\n目标 O2 = 0.99\nE_O2 = 0.0114" at 8,-0.6 center offset 0,-0.3
set label "E_total = 0.3226" at 11.4,2.1 center offset 0,0.3

# 导数的链，逐行取自计算过程
set label "(5.8) dE_total_dout_O1 = -(O1 - out_O1) = -(0.01 - 0.7989) = 0.7889\n(5.9) dout_O1_din_O1 = out_O1*(1 - out_O1) = 0.7989*(1 - 0.7989) = 0.1606\n(5.11) din_O1_dw5 = out_h1 = 0.6457\n(5.12) dE_total_dw5 = dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5 = 0.7889*0.1606*0.6457 = 0.0818\n" at -0.8,-2.6 left font ',11'

# 没有曲线：画一条看不见的线，否则 gnuplot 什么也不画
plot 99

unset output
