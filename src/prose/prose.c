/* Prose: see prose.h. */
#include "prose/prose.h"

#include <string.h>

struct sentence {
    const char *key;
    const char *text[LANGUAGE_COUNT];
};

static const struct sentence sentences[] = {
    /* the walk's headings, in its order */
    {"given", {"Given", "已知"}},
    {"forward.hidden", {"Forward, from the inputs to the hidden layer", "正向传播：输入层到隐藏层"}},
    {"forward.output", {"Forward, from the hidden layer to the outputs", "正向传播：隐藏层到输出层"}},
    {"error", {"The error of the outputs", "输出误差"}},
    {"output.w5", {"Back to w5: how the error changes with it, by the chain rule", "反向传播到 w5：由链式法则求误差对它的变化率"}},
    {"output.error-by-output", {"First factor: the error by the output", "第一个因子：误差对输出的偏导"}},
    {"output.output-by-input", {"Second factor: the output by the weighted sum", "第二个因子：输出对加权和的偏导"}},
    {"output.input-by-weight", {"Third factor: the weighted sum by the weight", "第三个因子：加权和对权重的偏导"}},
    {"output.product", {"The product, and its short form with the error term sigma", "三者之积，以及用误差项 sigma 的简写"}},
    {"output.b3", {"The bias b3: the same chain, the last factor is 1", "偏置 b3：同样的链，最后一个因子为 1"}},
    {"output.update", {"The update of w5", "更新 w5"}},
    {"output.w6", {"The same way: w6", "同理：w6"}},
    {"output.w7", {"The same way: w7", "同理：w7"}},
    {"output.w8", {"The same way: w8", "同理：w8"}},
    {"output.bias-update", {"The update of b3", "更新 b3"}},
    {"output.b4", {"The same way: b4", "同理：b4"}},
    {"hidden.w1", {"Back to w1: the error comes back on two paths", "反向传播到 w1：误差沿两条路径返回"}},
    {"hidden.path-O1", {"The path through O1", "经过 O1 的路径"}},
    {"hidden.path-O2", {"The path through O2", "经过 O2 的路径"}},
    {"hidden.both-paths", {"First factor: both paths together", "第一个因子：两条路径之和"}},
    {"hidden.output-by-input", {"Second factor: the output of h1 by its weighted sum", "第二个因子：h1 的输出对其加权和的偏导"}},
    {"hidden.input-by-weight", {"Third factor: the weighted sum by w1", "第三个因子：加权和对 w1 的偏导"}},
    {"hidden.product", {"The product", "三者之积"}},
    {"hidden.sigma", {"Its short form with the error term of h1", "用 h1 的误差项的简写"}},
    {"hidden.update", {"The update of w1", "更新 w1"}},
    {"hidden.w2", {"The same way: w2", "同理：w2"}},
    {"hidden.h2", {"The same way: what w3 and w4 need of h2", "同理：w3 和 w4 所需的 h2 的各量"}},
    {"hidden.w3", {"The same way: w3", "同理：w3"}},
    {"hidden.w4", {"The same way: w4", "同理：w4"}},
    {"hidden.biases", {"The biases b1 and b2", "偏置 b1 和 b2"}},
    {"again.hidden", {"Forward again with the new weights, to the hidden layer", "用新权重再次正向传播：到隐藏层"}},
    {"again.output", {"Forward again, to the outputs", "再次正向传播：到输出层"}},
    {"again.error", {"The error after the update", "更新后的误差"}},
    {"deep.forward", {"Forward, from the inputs to the hidden layer h", "正向传播：输入层到隐藏层 h"}},
    {"deep.forward-hh", {"Forward, from h to the second hidden layer hh", "正向传播：h 到第二个隐藏层 hh"}},
    {"deep.forward-output", {"Forward, from hh to the outputs", "正向传播：hh 到输出层"}},
    {"deep.error", {"The error of the outputs", "输出误差"}},
    {"deep.sigma-output", {"The error terms of the outputs", "输出层的误差项"}},
    {"deep.sigma-hh", {"The error terms of hh, from those of the outputs", "hh 的误差项，由输出层的误差项得到"}},
    {"deep.sigma-h", {"The error terms of h, from those of hh", "h 的误差项，由 hh 的误差项得到"}},
    {"deep.update-h", {"The weights of h", "h 的权重"}},
    {"deep.update-h-biases", {"The biases of h", "h 的偏置"}},
    {"deep.update-hh", {"The weights and biases of hh", "hh 的权重和偏置"}},
    {"deep.update-output", {"The weights and biases of the outputs", "输出层的权重和偏置"}},
    {"deep.again", {"Forward again with the new weights, and the error after the update", "用新权重再次正向传播，以及更新后的误差"}},

    /* titles */
    {"title.2-2-2", {"The article's network, 2-2-2", "文章的网络 2-2-2"}},
    {"title.2-2-2-2", {"The deep companion, 2-2-2-2: (5.31) and (5.34)", "更深的网络 2-2-2-2：式 (5.31) 和 (5.34)"}},
    {"reading.stated", {"as the article states it", "按文章所述"}},
    {"reading.printed", {"as the article printed it, slips made", "按文章所印（保留其笔误）"}},
    {"title.errata", {"Where the article is wrong", "文章的错误"}},

    /* notes beside a value */
    {"note.same", {"as printed", "与文章一致"}},
    {"note.rounding", {"as printed, but for rounding:", "与文章一致，仅舍入不同："}},
    {"note.slip", {"the article prints", "文章印作"}},
    {"note.slip-made", {"but the article computes", "但文章算的是"}},
    {"note.differs", {"here this is", "此处却等于"}},
    {"note.plan-differs", {"the walk goes on with", "下文却用"}},

    /* the end of a walk */
    {"summary.error", {"The update takes E_total from", "一次更新使 E_total 由"}},
    {"summary.to", {"to", "变为"}},
    {"summary.printed", {"printed values:", "个印出的值："}},
    {"summary.same", {"as printed", "个一致"}},
    {"summary.rounding", {"but for rounding", "个仅舍入不同"}},
    {"summary.slip", {"hit by a slip (bpwalk errata)", "个受笔误影响（见 bpwalk errata）"}},

    /* the errata list */
    {"errata.computes", {"the article computes", "文章计算"}},
    {"errata.states", {"its own formula says", "按其公式应为"}},
    {"errata.shows", {"first seen in", "最先见于"}},
    {"errata.printed", {"printed", "印作"}},
    {"errata.should-be", {"should be", "应为"}},
    {"errata.nothing", {"no printed sum or product", "无"}},
    {"errata.moves", {"moves", "影响"}},
    {"errata.by", {"by", "改变"}},
    {"errata.found", {"found", "如何发现"}},
    {"errata.numbers", {"Slips that change a number", "改变数值的笔误"}},
    {"errata.text", {"Slips in a formula, a label, the text or the program", "公式、标号、文字或程序中的笔误"}},
    {"errata.id", {"id", "编号"}},
    {"errata.place", {"where", "位置"}},
    {"errata.printed-column", {"printed", "所印"}},
    {"errata.correct-column", {"should be", "应为"}},
    {"errata.effect", {"effect on w1+ and w5+", "对 w1+ 和 w5+ 的影响"}},

    {"E1.found", {"1/(exp(-0.66) + 1) gives the printed output to its last digit: the weighted sum of h2 took the bias of h1", "1/(exp(-0.66) + 1) 恰好给出所印的值：h2 的加权和用了 h1 的偏置"}},
    {"E2.found", {"with out_h1 and out_h2 as printed, only b3 in the place of b4 gives the printed output", "代入所印的 out_h1 和 out_h2，只有用 b3 代替 b4 才得到所印的输出"}},
    {"E3.found", {"each formula of (5.5), computed alone, gives the number printed for the other; the sum hides it", "分别计算 (5.5) 的两项，得到的正是印给另一项的数；求和掩盖了它"}},
    {"E4.found", {"the line above says -(O1 - out_O1); the number put in its place, 0.7987314002, is out_O1", "上一行写的是 -(O1 - out_O1)，而代入的 0.7987314002 是 out_O1"}},
    {"E5.found", {"the line with the numbers reads 0.1 - 0.1*...; alpha is 0.5, and the first 0.1 is w1", "代入数字的一行为 0.1 - 0.1*...；alpha 是 0.5，前一个 0.1 才是 w1"}},

    {"T1.place", {"chapter 3, below (3.6)", "第三章，式 (3.6) 之下"}},
    {"T1.printed", {"formula (1.6)", "式 (1.6)"}},
    {"T1.correct", {"formula (3.6)", "式 (3.6)"}},
    {"T1.found", {"no formula is numbered (1.6); the line it speaks of is (3.6)", "没有编号为 (1.6) 的公式；所指的直线是 (3.6)"}},
    {"T2.place", {"chapter 3, rule 3", "第三章，规则 3"}},
    {"T2.printed", {"class 1 above 1", "大于 1 时为 1 类"}},
    {"T2.correct", {"class 1 above 0", "大于 0 时为 1 类"}},
    {"T2.found", {"an output of 0.5 would have no class, though the step function drawn below gives it 1", "输出 0.5 将没有类别，而下方的阶跃函数给出 1"}},
    {"T3.place", {"the cross-entropy below (5.5)", "式 (5.5) 之下的交叉熵"}},
    {"T3.printed", {"E = 1/m sum(...)", "E = 1/m sum(...)"}},
    {"T3.correct", {"E = -1/m sum(...)", "E = -1/m sum(...)"}},
    {"T3.found", {"logarithms of numbers below 1 are negative, so the error would be; the article's program has the minus", "小于 1 的数的对数为负，误差将为负；文章的程序有负号"}},
    {"T4.place", {"the derivative of the cross-entropy", "交叉熵的导数"}},
    {"T4.printed", {"dE/dout = 1/m sum(O/out - (1-O)/(1-out))", "dE/dout = 1/m sum(O/out - (1-O)/(1-out))"}},
    {"T4.correct", {"the same with a leading minus", "前面应有负号"}},
    {"T4.found", {"raise out a little towards O: the error must fall; as printed it rises. The program has the minus", "让 out 向 O 靠近一点，误差应当下降；按所印却上升。程序有负号"}},
    {"T5.place", {"(5.8)", "(5.8)"}},
    {"T5.printed", {"the number (5.8) stands twice", "编号 (5.8) 出现两次"}},
    {"T5.correct", {"the second, out_O1, repeats (5.4)", "第二个，out_O1，重复了 (5.4)"}},
    {"T5.found", {"read the equation numbers in order", "按顺序读公式编号"}},
    {"T6.place", {"the heading above (5.19)", "式 (5.19) 上方的标题"}},
    {"T6.printed", {"update of w", "w 更新的公式"}},
    {"T6.correct", {"update of b", "b 更新的公式"}},
    {"T6.found", {"the formula below it updates b_O", "其下的公式更新的是 b_O"}},
    {"T7.place", {"(5.18)", "(5.18)"}},
    {"T7.printed", {"b+ = b_O - ...", "b+ = b_O - ..."}},
    {"T7.correct", {"b_O+ = b_O - ...", "b_O+ = b_O - ..."}},
    {"T7.found", {"both sides must speak of the same bias, as in (5.19)", "两边应是同一个偏置，如 (5.19)"}},
    {"T8.place", {"below (5.27)", "式 (5.27) 之下"}},
    {"T8.printed", {"the value of (3.19)", "(3.19) 的值"}},
    {"T8.correct", {"the value of (5.22)", "(5.22) 的值"}},
    {"T8.found", {"chapter 3 ends at (3.6); the sum computed there is that of (5.22)", "第三章止于 (3.6)；此处计算的和是 (5.22)"}},
    {"T9.place", {"section 3.3 of chapter 5", "第五章 3.3 节"}},
    {"T9.printed", {"w1*i1 + w2*i2 + 1*b", "w1*i1 + w2*i2 + 1*b"}},
    {"T9.correct", {"w1*i1 + w2*i2 + 1*b1", "w1*i1 + w2*i2 + 1*b1"}},
    {"T9.found", {"it is in_h1 of (5.1)", "它就是 (5.1) 的 in_h1"}},
    {"T10.place", {"(5.31)", "(5.31)"}},
    {"T10.printed", {"... * in_h", "... * in_h"}},
    {"T10.correct", {"... * the output of the layer before", "... * 前一层的输出"}},
    {"T10.found", {"in_h is a weighted sum everywhere else; a gradient check of the deep companion fails with it", "在别处 in_h 都是加权和；用它则深层网络的梯度检验不通过"}},
    {"T11.place", {"(5.32), (5.33)", "(5.32)、(5.33)"}},
    {"T11.printed", {"sum over h of sigma_h w_h", "对 h 求和 sigma_h w_h"}},
    {"T11.correct", {"sum over O of sigma_O w_O", "对 O 求和 sigma_O w_O"}},
    {"T11.found", {"the bias gets the error that the weights of its neuron get, as in (5.28) and (5.30)", "偏置得到的误差与其神经元的权重相同，如 (5.28) 和 (5.30)"}},
    {"T12.place", {"program, tanh_back_propagation", "程序 tanh_back_propagation"}},
    {"T12.printed", {"tanh'(x) = 1 - x^2", "tanh'(x) = 1 - x^2"}},
    {"T12.correct", {"tanh'(x) = 1 - tanh(x)^2", "tanh'(x) = 1 - tanh(x)^2"}},
    {"T12.found", {"the code below the comment squares the output", "注释之下的代码平方的是输出"}},
    {"T13.place", {"program, class NeuralNetwork", "程序 NeuralNetwork 类"}},
    {"T13.printed", {"layers_strcuture set, layers_structure read", "赋值 layers_strcuture，读取 layers_structure"}},
    {"T13.correct", {"one spelling", "统一拼写"}},
    {"T13.found", {"run it: the attribute does not exist", "运行即知：该属性不存在"}},
    {"T14.place", {"program, label of the cost curve", "程序，误差曲线的标签"}},
    {"T14.printed", {"iterations (*100)", "迭代次数 (*100)"}},
    {"T14.correct", {"iterations (*1000)", "迭代次数 (*1000)"}},
    {"T14.found", {"the cost is kept every 1000 iterations", "误差每 1000 次迭代记录一次"}},
};

const char *prose(enum language language, const char *key) {
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (strcmp(sentences[i].key, key) == 0)
            return sentences[i].text[language];
    return key;
}

const char *prose_key(size_t index) {
    return index < sizeof sentences / sizeof *sentences ? sentences[index].key : NULL;
}
