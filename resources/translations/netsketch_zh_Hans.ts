<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name>ActivationsView</name>
    <message>
        <source>A striped square is a neuron over all steps or tokens, the first at the top.</source>
        <translation>带条纹的方格是一个神经元在所有步或词元上的值，第一个在最上面。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Lines are the connections that count most for this example.</source>
        <translation>连线表示对这个样本最重要的连接。</translation>
    </message>
    <message>
        <source>What every layer makes of the image</source>
        <translation>每一层从图像中得到了什么</translation>
    </message>
    <message>
        <source>Where none lead to a layer, a click on one of its neurons says why.</source>
        <translation>没有连线通向的层，单击其中一个神经元会说明原因。</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>大于 0</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>小于 0</translation>
    </message>
</context>
<context>
    <name>AgainstPlot</name>
    <message>
        <source>Answers against what is right</source>
        <translation>回答与真值对照</translation>
    </message>
    <message>
        <source>the network says {value}</source>
        <translation>网络的回答是 {value}</translation>
    </message>
    <message>
        <source>{count} examples; R² {share}, off by {off} on average.</source>
        <translation>{count} 个样本；R² 为 {share}，平均偏差 {off}。</translation>
    </message>
    <message>
        <source>{name} as it is</source>
        <translation>{name} 的真值</translation>
    </message>
    <message>
        <source>{name} as the network says</source>
        <translation>网络给出的 {name}</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} 为 {value}</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Number {number} of {count} is chosen.</source>
        <translation>已选中第 {number} 个，共 {count} 个。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>{name} · {percent}</source>
        <translation>{name} · {percent}</translation>
    </message>
    <message>
        <source>{name}: {percent}. Click to see its bars; arrow keys go from one to the next.</source>
        <translation>{name}：{percent}。单击可看它的条形图；用方向键逐个切换。</translation>
    </message>
</context>
<context>
    <name>ArrivalNote</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the pad as it is (Esc)</source>
        <translation>保持画板不变（Esc）</translation>
    </message>
    <message>
        <source>Opening a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>The picture is being opened …</source>
        <translation>正在打开图片…</translation>
    </message>
</context>
<context>
    <name>Asker</name>
    <message>
        <source>The network gave no answer: {reason}</source>
        <translation>网络没有给出回答：{reason}</translation>
    </message>
</context>
<context>
    <name>AttackControls</name>
    <message>
        <source>Attack</source>
        <translation>攻击</translation>
    </message>
    <message>
        <source>It is to become</source>
        <translation>要变成</translation>
    </message>
    <message>
        <source>What it is to become</source>
        <translation>要变成什么</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>任何别的类别</translation>
    </message>
</context>
<context>
    <name>AttentionPicture</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>头 {head}</translation>
    </message>
    <message>
        <source>Head {head}: {spread} of {count}</source>
        <translation>头 {head}：{spread} / {count}</translation>
    </message>
    <message>
        <source>Head {head}: {spread} of {count} tokens</source>
        <translation>头 {head}：{count} 个词元中的 {spread} 个</translation>
    </message>
    <message>
        <source>Head {head}: {spread}/{count}</source>
        <translation>头 {head}：{spread}/{count}</translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>流向回答</translation>
    </message>
    <message>
        <source>{layer}, head {head}: what the chosen token takes from each. On average this head looks at about {spread} of {count} tokens.</source>
        <translation>{layer}，头 {head}：所选词元从每个词元取多少。这个头平均约关注 {count} 个词元中的 {spread} 个。</translation>
    </message>
    <message>
        <source>{layer}: what the answer has of each token that comes in, by all heads of this layer and those behind it together. It is an estimate: each token is taken for half its own, half what it was brought.</source>
        <translation>{layer}：回答从进入该层的每个词元得到多少，由该层及其后各层的所有头共同决定。这是估计：每个词元算作一半来自自身，一半来自取得的内容。</translation>
    </message>
</context>
<context>
    <name>AttentionView</name>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Attention stands in {count} places of this network: choose another layer below to see it there.</source>
        <translation>这个网络有 {count} 处注意力：请在下方选择另一层，查看那一处。</translation>
    </message>
    <message>
        <source>Each token stands for a part of the image.</source>
        <translation>每个词元代表图像的一部分。</translation>
    </message>
    <message>
        <source>No positions are added to these tokens: attention is not told where each comes from.</source>
        <translation>这些词元没有加入位置编码：注意力不知道每个词元来自何处。</translation>
    </message>
    <message>
        <source>Shown is what the framed one takes from each: the bluer, the more. Point at another; a click or the arrow keys keep it.</source>
        <translation>显示的是带框的词元从每个词元取多少：越蓝越多。指向另一个词元即可查看；单击或用方向键可将它固定。</translation>
    </message>
    <message>
        <source>The framed character takes from itself and those before it: the bluer, the more. Click another, or go by the arrow keys; up and down go from head to head.</source>
        <translation>加框的字符从自己和前面的字符中取：越蓝，取得越多。可以点击另一个字符，或用方向键移动；上下键在各个头之间移动。</translation>
    </message>
    <message>
        <source>The image and its tokens</source>
        <translation>图像及其词元</translation>
    </message>
    <message>
        <source>The layer before gives these tokens step by step: they stand below each other, the first at the top, and are no places in the image.</source>
        <translation>前一层逐步给出这些词元：它们自上而下排列，第一个在最上面，并不是图像中的位置。</translation>
    </message>
    <message>
        <source>There is one token alone, which can look at nothing but itself.</source>
        <translation>只有一个词元，它只能关注自己。</translation>
    </message>
    <message>
        <source>This network has no attention layer. Add an embedding and attention to see which characters it looks at.</source>
        <translation>这个网络没有注意力层。添加嵌入层和注意力层，就能看到它在看哪些字符。</translation>
    </message>
    <message>
        <source>This network has no attention layer. Add patches and attention to see where it looks.</source>
        <translation>这个网络没有注意力层。添加图块层和注意力层，就能看到它在关注哪里。</translation>
    </message>
    <message>
        <source>What each part of the image looks at, head by head</source>
        <translation>图像的每个部分在关注什么，逐个头显示</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{layer} reads all of them: on the way to the answer they are taken to count alike.</source>
        <translation>{layer} 读取全部词元：在通往回答的路上，它们算作同等重要。</translation>
    </message>
</context>
<context>
    <name>AugmentationForm</name>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Draw other variations of the same settings</source>
        <translation>用同样的设置再画几种变化</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Take all strengths back to how they come</source>
        <translation>把所有强度恢复为默认值</translation>
    </message>
    <message>
        <source>These images have no colours.</source>
        <translation>这些图像没有颜色。</translation>
    </message>
    <message>
        <source>Vary again</source>
        <translation>再变一次</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>AugmentationPreview</name>
    <message>
        <source>At the left the images as they are, beside them as training may see them</source>
        <translation>左边是原来的图像，旁边是训练时可能看到的样子</translation>
    </message>
    <message>
        <source>Preview of augmentation</source>
        <translation>数据增强预览</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Kept of each layer</source>
        <translation>每层保留</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小后</translation>
    </message>
    <message>
        <source>What is on the pad</source>
        <translation>画板上的内容</translation>
    </message>
    <message>
        <source>{name}, {share}</source>
        <translation>{name}，{share}</translation>
    </message>
</context>
<context>
    <name>BestPicture</name>
    <message>
        <source>Best so far</source>
        <translation>目前最好</translation>
    </message>
    <message>
        <source>Best so far, trial by trial</source>
        <translation>逐个试验的目前最好结果</translation>
    </message>
    <message>
        <source>Far worse</source>
        <translation>差得多</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
</context>
<context>
    <name>BestView</name>
    <message>
        <source>Best so far</source>
        <translation>目前最好</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>What each trial reached, and the best so far: whether more trials are worth their time</source>
        <translation>每个试验达到的结果和目前最好：看再多试是否值得</translation>
    </message>
</context>
<context>
    <name>Brushes</name>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Points of {name}</source>
        <translation>{name} 类的点</translation>
    </message>
    <message>
        <source>Put down points of one more class</source>
        <translation>再放置一个类别的点</translation>
    </message>
    <message>
        <source>Put down points of {name} ({key}); rename it by a double click or F2</source>
        <translation>放置{name}的点（{key}）；双击或按 F2 可重命名</translation>
    </message>
</context>
<context>
    <name>Captioning</name>
    <message>
        <source>open captions</source>
        <translation>打开描述</translation>
    </message>
    <message>
        <source>train captions</source>
        <translation>训练描述</translation>
    </message>
</context>
<context>
    <name>CaptionsView</name>
    <message>
        <source>A picture goes to the pad, which takes no drawings with the data at hand. Choose data of digits.</source>
        <translation>图片会放到画板上，但使用当前数据时画板不接受手绘图。请选择数字数据集。</translation>
    </message>
    <message>
        <source>A sentence about a picture</source>
        <translation>关于图片的一句描述</translation>
    </message>
    <message>
        <source>A small network learns here, from digits that it draws, what sentences mean: write “a thick slanted three”, and it finds such pictures; draw on the pad, and it says what it sees. The time that is left is told while it learns.</source>
        <translation>这里有一个小网络，用它自己画的数字学习句子的含义：写下“又粗又斜的三”，它就找出这样的图片；在画板上画，它就说出看到了什么。学习时会显示剩余时间。</translation>
    </message>
    <message>
        <source>A training is under way. Stop it or wait for its end.</source>
        <translation>正在训练。请停止它或等它结束。</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Captions (*.safetensors)</source>
        <translation>描述 (*.safetensors)</translation>
    </message>
    <message>
        <source>Captions (*.safetensors);;All files (*)</source>
        <translation>描述 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose data of digits, and draw one on the pad: the sentence for it stands here.</source>
        <translation>请选择数字数据集，再在画板上画一个数字：这里会显示描述它的句子。</translation>
    </message>
    <message>
        <source>Draw a digit on the pad: the sentence for it stands here.</source>
        <translation>在画板上画一个数字：描述它的句子会显示在这里。</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>How far the captions are</source>
        <translation>描述的训练进度</translation>
    </message>
    <message>
        <source>Map of pictures and sentences</source>
        <translation>图片与句子的分布图</translation>
    </message>
    <message>
        <source>No pictures: the sentence above is not understood.</source>
        <translation>没有图片：看不懂上面的句子。</translation>
    </message>
    <message>
        <source>Open captions</source>
        <translation>打开描述</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Pictures and sentences in one space</source>
        <translation>图片与句子在同一空间</translation>
    </message>
    <message>
        <source>Pictures for the sentence</source>
        <translation>符合句子的图片</translation>
    </message>
    <message>
        <source>Pictures that were found</source>
        <translation>找到的图片</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save captions</source>
        <translation>保存描述</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test images of the data at hand</source>
        <translation>当前数据的测试图像</translation>
    </message>
    <message>
        <source>Train captions</source>
        <translation>训练描述</translation>
    </message>
    <message>
        <source>What is learnt until now is kept, with a rough map of it</source>
        <translation>保留到目前为止学到的内容，并配一张粗略的分布图</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>在哪里查找</translation>
    </message>
    <message>
        <source>Write a sentence above: a digit, how thick it is, how it leans</source>
        <translation>在上面写一句：数字、粗细、倾斜</translation>
    </message>
    <message>
        <source>Write a sentence and find pictures, or draw and find the sentence</source>
        <translation>写一句话查找图片，或画一个数字查找句子</translation>
    </message>
    <message>
        <source>Your drawing: {best}. Then: {others}.</source>
        <translation>你的手绘图：{best}。其次：{others}。</translation>
    </message>
    <message>
        <source>a thick slanted three</source>
        <translation>又粗又斜的三</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你的手绘图</translation>
    </message>
    <message>
        <source>{what} · {time} left</source>
        <translation>{what} · 还剩 {time}</translation>
    </message>
    <message>
        <source>“{sentence}” ({likeness})</source>
        <translation>“{sentence}”（{likeness}）</translation>
    </message>
</context>
<context>
    <name>ChallengePage</name>
    <message>
        <source>A network is learning now. When it has ended, it can be challenged here.</source>
        <translation>网络正在学习。训练结束后，就可以在这里挑战它。</translation>
    </message>
    <message>
        <source>Draw something on the pad, and it is challenged here.</source>
        <translation>在画板上画点什么，就会在这里接受挑战。</translation>
    </message>
    <message>
        <source>Drop a picture on the pad, and it is challenged here.</source>
        <translation>把图片拖放到画板上，就会在这里接受挑战。</translation>
    </message>
    <message>
        <source>How the network is challenged</source>
        <translation>怎样挑战网络</translation>
    </message>
    <message>
        <source>No network to challenge yet</source>
        <translation>还没有可以挑战的网络</translation>
    </message>
    <message>
        <source>The examples are being loaded …</source>
        <translation>正在加载样本…</translation>
    </message>
    <message>
        <source>The images are not on this computer. Bring them in on the page Data.</source>
        <translation>这台电脑上没有这些图像。请在“数据”页获取。</translation>
    </message>
    <message>
        <source>The network is on its way: it can be challenged as soon as it trains.</source>
        <translation>网络即将就绪：一开始训练就可以挑战它。</translation>
    </message>
    <message>
        <source>Train a network or open one. Here you see how little it takes to fool it, what helps against that, and what it gives away of the images that it learnt from.</source>
        <translation>训练一个网络或打开一个模型。在这里可以看到：只需多小的改动就能骗过它，怎样防范，以及它会泄露多少训练图像的信息。</translation>
    </message>
</context>
<context>
    <name>ChallengeStation</name>
    <message>
        <source>C&amp;hallenge Model …</source>
        <translation>挑战模型(&amp;H)…</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>挑战</translation>
    </message>
    <message>
        <source>Fool the network with your own drawing in &lt;b&gt;Challenge&lt;/b&gt;: a change that you hardly see can be enough.</source>
        <translation>在&lt;b&gt;挑战&lt;/b&gt;里用自己的手绘图骗过网络：几乎看不出的改动就可能足够。</translation>
    </message>
    <message>
        <source>See how little it takes to fool the network, and what it gives away of what it learnt from</source>
        <translation>看看多小的改动就能骗过网络，以及它会泄露多少训练数据的信息</translation>
    </message>
    <message>
        <source>Try to fool the model, and see what it gives away</source>
        <translation>试着骗过模型，看看它会泄露什么</translation>
    </message>
    <message>
        <source>in the table of “On the test set”: from strength to strength</source>
        <translation>在“在测试集上”的表格中：从一个强度到另一个强度</translation>
    </message>
    <message>
        <source>on the slider of Challenge: a weaker or a stronger attack</source>
        <translation>在“挑战”的滑块上：减弱或加强攻击</translation>
    </message>
</context>
<context>
    <name>ChanceFields</name>
    <message>
        <source>How daring the model is: 0 takes the likeliest character each time, 1 each as often as it finds it likely</source>
        <translation>模型有多大胆：0 每次都取最可能的字符，1 则按模型给出的概率取每个字符</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>With the same seed, chance falls the same way again</source>
        <translation>种子相同，随机的结果也相同</translation>
    </message>
</context>
<context>
    <name>CharacterAttention</name>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Attention head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Behind it, the model finds “{next}” likeliest: {share}.</source>
        <translation>在它之后，模型认为最可能的是“{next}”：{share}。</translation>
    </message>
    <message>
        <source>From {character}, this head takes most from {shares}.</source>
        <translation>从{character}看，这个头取得最多的是{shares}。</translation>
    </message>
    <message>
        <source>Who looks at whom</source>
        <translation>谁在看谁</translation>
    </message>
</context>
<context>
    <name>Characters</name>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>wide space</source>
        <translation>全角空格</translation>
    </message>
    <message>
        <source>“{character}” in place {place}</source>
        <translation>第 {place} 个字符“{character}”</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ChosenRuns</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare mistakes</source>
        <translation>比较错例</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Measure both on the same examples and show which they take for which, one less the other</source>
        <translation>用相同的样本测量两个模型，显示各自把什么认成什么，以及两者之差</translation>
    </message>
    <message>
        <source>What is told of the chosen runs</source>
        <translation>显示所选训练记录的哪些内容</translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Examples of each class</source>
        <translation>各类别的样本数</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>School {number} has {count} examples: {classes}.</source>
        <translation>学校 {number} 有 {count} 个样本：{classes}。</translation>
    </message>
    <message>
        <source>What each school has</source>
        <translation>各学校拥有的图像</translation>
    </message>
    <message>
        <source>{count} schools</source>
        <translation>{count} 所学校</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How many examples of the class were measured</source>
        <translation>这个类别测量了多少个样本</translation>
    </message>
    <message>
        <source>Of the examples of the class, how many are found</source>
        <translation>这个类别的样本中，有多少被找了出来</translation>
    </message>
    <message>
        <source>Of the examples that get this answer, how many are of the class</source>
        <translation>得到这个回答的样本中，有多少确实属于这个类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close the code</source>
        <translation>关闭代码</translation>
    </message>
    <message>
        <source>Code of the experiment</source>
        <translation>实验的代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole script</source>
        <translation>复制整个脚本</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>Save the script as a file of Python</source>
        <translation>把脚本存为 Python 文件</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Becomes</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>How many different values stand in it</source>
        <translation>该列中有多少个不同的值</translation>
    </message>
    <message>
        <source>In how many rows nothing stands</source>
        <translation>有多少行没有内容</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类特征</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值特征</translation>
    </message>
    <message>
        <source>number to be found</source>
        <translation>要求的数值</translation>
    </message>
    <message>
        <source>part: training or test</source>
        <translation>划分：训练或测试</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>CompareBox</name>
    <message>
        <source>Choose a run …</source>
        <translation>选择训练记录…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>与其他结果比较…</translation>
    </message>
    <message>
        <source>Show the difference to a report that was measured before, or to a kept run</source>
        <translation>显示与先前测得的报告或某个已保存的训练记录之间的差别</translation>
    </message>
    <message>
        <source>{name}, best weights</source>
        <translation>{name}，最佳权重</translation>
    </message>
    <message>
        <source>{name}, final weights</source>
        <translation>{name}，最终权重</translation>
    </message>
</context>
<context>
    <name>CompareRows</name>
    <message>
        <source>Attacked</source>
        <translation>受攻击</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Differences between the chosen runs</source>
        <translation>所选训练记录之间的差别</translation>
    </message>
</context>
<context>
    <name>Compress</name>
    <message>
        <source>Of {count} validation examples it reads no fewer right than the original.</source>
        <translation>在 {count} 个验证样本中，它认对的不比原模型少。</translation>
    </message>
    <message>
        <source>Of {count} validation examples it reads {fewer} fewer right than the original, which is within the bounds between which the true share of the original lies.</source>
        <translation>在 {count} 个验证样本中，它认对的比原模型少 {fewer} 个，仍在原模型真实准确率所在的区间之内。</translation>
    </message>
    <message>
        <source>Of {count} validation examples it reads {fewer} fewer right than the original.</source>
        <translation>在 {count} 个验证样本中，它认对的比原模型少 {fewer} 个。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>after fine-tuning</source>
        <translation>微调后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>packed and gzipped</source>
        <translation>紧密存放并经 gzip 压缩</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>{method} ({options})</source>
        <translation>{method}（{options}）</translation>
    </message>
    <message>
        <source>{method}, {amount}, not fine-tuned</source>
        <translation>{method}，{amount}，未微调</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} 倍</translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation>{share}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{title}: {count} more to measure</source>
        <translation>{title}：还有 {count} 个要测量</translation>
    </message>
</context>
<context>
    <name>CompressPage</name>
    <message>
        <source>A network is learning now. When it has ended, it can be made smaller here.</source>
        <translation>网络正在学习。结束后就可以在这里把它缩小。</translation>
    </message>
    <message>
        <source>Accuracy against bytes</source>
        <translation>准确率与字节数</translation>
    </message>
    <message>
        <source>Accuracy against the amount</source>
        <translation>准确率与程度</translation>
    </message>
    <message>
        <source>Draw something on the pad: it is read as the model is, and beside it by the smaller one.</source>
        <translation>在画板上画点什么：这里会并排显示原模型和缩小后的模型怎样识别它。</translation>
    </message>
    <message>
        <source>Drop a picture on the pad: the model as it is says what it sees, and beside it the smaller one.</source>
        <translation>把图片拖放到画板上：原模型会说出它看到了什么，旁边是较小的模型。</translation>
    </message>
    <message>
        <source>Make it the model</source>
        <translation>设为当前模型</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Nothing is on the pad: what is there is read as the model is, and by the smaller one.</source>
        <translation>画板上什么也没有：画板上的内容会分别由原模型和变小后的模型识别。</translation>
    </message>
    <message>
        <source>Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back</source>
        <translation>此后画板和各页面都使用它；它会在测试样本上测量一次。可用“编辑 ▸ 撤销”恢复</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The model is measured as it is …</source>
        <translation>正在测量原模型…</translation>
    </message>
    <message>
        <source>Train a network or open a model. Here you see how far down it can go: what is lost where weights are taken away or rounded, what fine-tuning brings back, and how many bytes are left.</source>
        <translation>请先训练网络或打开模型。在这里可以看到它能缩到多小：去掉权重或降低权重位数会损失什么，微调能挽回多少，还剩多少字节。</translation>
    </message>
    <message>
        <source>“Try it” adds a row. Choose one: what is on the pad is read by it, and it can become the model.</source>
        <translation>“试一试”会添加一行。选中一行：画板上的内容会由它识别，它也可以成为模型。</translation>
    </message>
</context>
<context>
    <name>CompressStation</name>
    <message>
        <source>&amp;Compress Model …</source>
        <translation>压缩模型(&amp;C)…</translation>
    </message>
    <message>
        <source>A training has begun: what was being tried was given up.</source>
        <translation>训练已开始：正在进行的尝试已放弃。</translation>
    </message>
    <message>
        <source>Another model is at hand: what was being tried was given up.</source>
        <translation>当前模型已更换：正在进行的尝试已放弃。</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Edit ▸ Undo brings the one before back.</source>
        <translation>可用“编辑 ▸ 撤销”恢复之前的模型。</translation>
    </message>
    <message>
        <source>Make the model smaller, and see what each step costs: accuracy, bytes and milliseconds</source>
        <translation>把模型缩小，看看每一步的代价：准确率、字节数和毫秒数</translation>
    </message>
    <message>
        <source>Make the model smaller, and see what that costs</source>
        <translation>把模型缩小，看看代价是什么</translation>
    </message>
    <message>
        <source>Of the test examples it reads {share} right; the one before, {before}.</source>
        <translation>它认对了 {share} 的测试样本；之前的模型为 {before}。</translation>
    </message>
    <message>
        <source>See in &lt;b&gt;Compress&lt;/b&gt; how small the network can become before it forgets what it has learnt.</source>
        <translation>在&lt;b&gt;压缩&lt;/b&gt;中看看网络能缩到多小而不忘记学到的东西。</translation>
    </message>
    <message>
        <source>The model is smaller now: {what}.</source>
        <translation>模型现已缩小：{what}。</translation>
    </message>
    <message>
        <source>in the table of what was tried: from row to row, the pad is read by it</source>
        <translation>在尝试结果表中：逐行移动，画板由所选的行识别</translation>
    </message>
    <message>
        <source>on the slider: a little less or more of the model taken away</source>
        <translation>在滑块上：少去掉或多去掉一点模型</translation>
    </message>
    <message>
        <source>smaller model ({what})</source>
        <translation>缩小模型（{what}）</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>That is {change} against the other.</source>
        <translation>与另一个相比：{change}。</translation>
    </message>
    <message>
        <source>That is {change} percentage points against the other.</source>
        <translation>与另一个相比：{change} 个百分点。</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>{count} of {whole} examples of “{truth}” are read right.</source>
        <translation>“{truth}”的 {whole} 个样本中，有 {count} 个认对。</translation>
    </message>
    <message>
        <source>{count} of {whole} examples of “{truth}” are taken for “{answer}”.</source>
        <translation>“{truth}”的 {whole} 个样本中，有 {count} 个被认成“{answer}”。</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Epochs of fine-tuning</source>
        <translation>微调轮数</translation>
    </message>
    <message>
        <source>Fine-tune for</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Fine-tuning is kept among the runs, to be compared there</source>
        <translation>微调会保存在训练记录中，可以在那里比较</translation>
    </message>
    <message>
        <source>How long the smaller network is trained on; what was taken away stays away</source>
        <translation>缩小后的网络继续训练多久；去掉的部分不会恢复</translation>
    </message>
    <message>
        <source>Keep as a run</source>
        <translation>保存为训练记录</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Progress of trying</source>
        <translation>尝试的进度</translation>
    </message>
    <message>
        <source>Shrink the model so far, fine-tune it, and measure it</source>
        <translation>把模型缩小到这个程度，微调并测量</translation>
    </message>
    <message>
        <source>Try all amounts</source>
        <translation>尝试所有程度</translation>
    </message>
    <message>
        <source>Try every amount of the curve one after the other, each fine-tuned for so many epochs</source>
        <translation>依次尝试曲线上的每个程度，各微调这么多轮</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>no epochs</source>
        <translation>0 轮</translation>
    </message>
</context>
<context>
    <name>CurveBar</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Show all (Home, or double click)</source>
        <translation>显示全部（Home 键或双击）</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
</context>
<context>
    <name>CurveControls</name>
    <message>
        <source>Attack the images with every strength, and count which are still read right</source>
        <translation>以每一种强度攻击这些图像，并统计还有多少被正确识别</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>攻击</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with a Run</source>
        <translation>与训练记录比较</translation>
    </message>
    <message>
        <source>Compare with a kept run</source>
        <translation>与保存的训练记录比较</translation>
    </message>
    <message>
        <source>How many steps an attack takes that takes several; more make it harder</source>
        <translation>走多步的攻击走多少步；步数越多，攻击越强</translation>
    </message>
    <message>
        <source>Leave “{name}” out</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Model at hand</source>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Show the curves of a kept run beside these, as of one that was hardened</source>
        <translation>在旁边显示一条保存的训练记录的曲线，例如加固过的网络</translation>
    </message>
    <message>
        <source>Steps of an attack</source>
        <translation>攻击的步数</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>all {count} test images</source>
        <translation>全部 {count} 张测试图像</translation>
    </message>
    <message>
        <source>on</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{count} test images</source>
        <translation>{count} 张测试图像</translation>
    </message>
</context>
<context>
    <name>CurveLegend</name>
    <message>
        <source>Show or hide “{curve}”</source>
        <translation>显示或隐藏“{curve}”</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Press Train: curves appear here</source>
        <translation>按“训练”，曲线就会出现在这里</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>CurveTable</name>
    <message>
        <source>Accuracy by strength</source>
        <translation>各强度下的准确率</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>A training has begun: what was being measured was given up.</source>
        <translation>训练已开始：正在进行的测量已放弃。</translation>
    </message>
    <message>
        <source>Accuracy against the strength of an attack</source>
        <translation>准确率与攻击强度</translation>
    </message>
    <message>
        <source>Another model is at hand: what was being measured was given up.</source>
        <translation>当前模型已更换：正在进行的测量已放弃。</translation>
    </message>
    <message>
        <source>As far as these images tell, no curve deceives: one step (FGSM) leaves at most 20 points more right than many (PGD), and noise hurts no more than they do.</source>
        <translation>就这些图像来看，没有曲线骗人：走一步（FGSM）后的正确率至多比走多步（PGD）高 20 个百分点，噪声造成的损害也不比它们大。</translation>
    </message>
    <message>
        <source>Choose a strength in the picture or the table: what each curve has there is told here, with the bounds between which the true share lies with 95 % confidence.</source>
        <translation>在图片或表格中选择一个强度：这里会说明每条曲线在该处的值，以及真实比例以 95 % 的置信度所在的范围。</translation>
    </message>
    <message>
        <source>How many test images are still read right when all of them are attacked</source>
        <translation>所有测试图像都受到攻击时，还有多少被正确识别</translation>
    </message>
    <message>
        <source>Model at hand</source>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>More than {most} runs are not shown beside each other: leave one out first.</source>
        <translation>最多并列显示 {most} 条训练记录：请先移除一条。</translation>
    </message>
    <message>
        <source>On the test set</source>
        <translation>在测试集上</translation>
    </message>
    <message>
        <source>The first point is being measured …</source>
        <translation>正在测量第一个点…</translation>
    </message>
    <message>
        <source>There are no test images among the data of this model.</source>
        <translation>该模型的数据中没有测试图像。</translation>
    </message>
    <message>
        <source>There is no kept run yet that has finished an epoch.</source>
        <translation>还没有完成过一轮的训练记录。</translation>
    </message>
    <message>
        <source>at {strength} {share} of {count} images are read right</source>
        <translation>强度 {strength} 时，{count} 张图像中 {share} 被正确识别</translation>
    </message>
    <message>
        <source>mere guessing</source>
        <translation>纯猜测</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation>{share}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{what} {strength}</source>
        <translation>{what} {strength}</translation>
    </message>
    <message>
        <source>“Measure” attacks the test images, weakly at first and then harder and harder.</source>
        <translation>“测量”会攻击测试图像，先弱后强。</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>It was no file that can be used. As it was, it is kept as “{name}”.</source>
        <translation>它不是能用的文件。原来的文件保存为“{name}”。</translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation>显示是哪些</translation>
    </message>
    <message>
        <source>Something that you keep could not be read.</source>
        <translation>你保存的内容中有一项无法读取。</translation>
    </message>
    <message>
        <source>places of the window and its parts</source>
        <translation>窗口及其各部分的位置</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>{count} of its lines say nothing that can be understood. They stay in the file.</source>
        <translation>其中有 {count} 行无法理解。它们仍留在文件中。</translation>
    </message>
    <message>
        <source>{count} things that you keep could not be read.</source>
        <translation>你保存的内容中有 {count} 项无法读取。</translation>
    </message>
</context>
<context>
    <name>DataMenu</name>
    <message>
        <source>&amp;Browse</source>
        <translation>浏览(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import File …</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Import Images, a Table or a Text …</source>
        <translation>导入图像、表格或文本(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;My Digits</source>
        <translation>我的数字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Remove Data Set …</source>
        <translation>移除数据集(&amp;R)…</translation>
    </message>
    <message>
        <source>Import &amp;Folder …</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Import Image F&amp;older …</source>
        <translation>导入图像文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Make a data set of a folder with one folder of pictures for each class</source>
        <translation>由一个文件夹建立数据集，其中每个类别各有一个图片文件夹</translation>
    </message>
    <message>
        <source>Make a data set of {forms}</source>
        <translation>建立数据集，来源可以是：{forms}</translation>
    </message>
    <message>
        <source>My Digits is empty.</source>
        <translation>我的数字里还没有内容。</translation>
    </message>
    <message>
        <source>Only a data set that was imported can be removed.</source>
        <translation>只能移除导入的数据集。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Alphabet</source>
        <translation>字符表</translation>
    </message>
    <message>
        <source>Choose columns …</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Digits as these settings draw them; the data set follows.</source>
        <translation>按这些设置画出的数字；数据集随之改变。</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Examples of each class</source>
        <translation>各类别的样本数</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>No drawings yet</source>
        <translation>还没有手绘图</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>未载入</translation>
    </message>
    <message>
        <source>Points of each class</source>
        <translation>各类别的点</translation>
    </message>
    <message>
        <source>Rows of each class</source>
        <translation>各类别的行数</translation>
    </message>
    <message>
        <source>Show what its columns are, choose the label, and keep it as a data set</source>
        <translation>查看各列的含义，选择标签列，并将其保存为数据集</translation>
    </message>
    <message>
        <source>Target: {name}</source>
        <translation>目标：{name}</translation>
    </message>
    <message>
        <source>That is fewer than {count}: there are no more different questions to learn from.</source>
        <translation>少于 {count} 个：可供学习的不同问题只有这么多。</translation>
    </message>
    <message>
        <source>These examples are not on this computer yet. They are fetched once, then kept.</source>
        <translation>这些样本还不在这台电脑上。只需下载一次，之后就保留在本机。</translation>
    </message>
    <message>
        <source>{count}: {signs}</source>
        <translation>{count}：{signs}</translation>
    </message>
    <message>
        <source>{low} to {high}, mean {mean}, standard deviation {deviation}</source>
        <translation>{low} 至 {high}，均值 {mean}，标准差 {deviation}</translation>
    </message>
    <message>
        <source>{train} to train, {validation} to validate, {test} to test</source>
        <translation>{train} 个用于训练，{validation} 个用于验证，{test} 个用于测试</translation>
    </message>
</context>
<context>
    <name>DataStation</name>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Look at the Data</source>
        <translation>查看数据(&amp;L)</translation>
    </message>
    <message>
        <source>Choose the examples to learn from and look at them</source>
        <translation>选择要学习的样本，并浏览它们</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Look at the examples it learns from in &lt;b&gt;Data&lt;/b&gt;. MNIST is fetched once, generated digits are built in.</source>
        <translation>在&lt;b&gt;数据&lt;/b&gt;页查看它要学习的样本。MNIST 只需下载一次，生成的数字是内置的。</translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation>请先停止训练。</translation>
    </message>
    <message>
        <source>Teach &amp;My Digits</source>
        <translation>教它认我的数字(&amp;M)</translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>Train the model on a little with your own drawings among the old images</source>
        <translation>在旧图像中混入你自己的手绘图，让模型再训练一小会儿</translation>
    </message>
    <message>
        <source>on a drawing of My Digits: delete it</source>
        <translation>在“我的数字”的手绘图上：删除它</translation>
    </message>
    <message>
        <source>on a drawing of My Digits: say what it is</source>
        <translation>在“我的数字”的手绘图上：指明它是什么</translation>
    </message>
</context>
<context>
    <name>DeletedButton</name>
    <message>
        <source>Bring back:</source>
        <translation>恢复：</translation>
    </message>
    <message>
        <source>Deleted runs</source>
        <translation>已删除的训练记录</translation>
    </message>
    <message>
        <source>Deleted runs: bring one back, for 30 days</source>
        <translation>已删除的训练记录：30 天内可以恢复</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>Deploy</name>
    <message>
        <source>Rounded to {bits}, {changed} of {count} answers differ; probabilities move by {most} at most.</source>
        <translation>舍入为 {bits}后，{count} 个回答中有 {changed} 个不同；概率最多变化 {most}。</translation>
    </message>
    <message>
        <source>This file is {state}.</source>
        <translation>这个文件{state}。</translation>
    </message>
    <message>
        <source>With the model’s weights in its network: {count} examples, largest difference {difference}.</source>
        <translation>网络使用模型的权重时：{count} 个样本，最大差异 {difference}。</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>此后被改动</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不在原处</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>weights and activations of {bits} bits</source>
        <translation>{bits} 位权重和激活值</translation>
    </message>
    <message>
        <source>weights of {bits} bits</source>
        <translation>{bits} 位权重</translation>
    </message>
    <message>
        <source>{count} examples, largest difference {difference}.</source>
        <translation>{count} 个样本，最大差异 {difference}。</translation>
    </message>
    <message>
        <source>“{name}” in {folder}, {size}.</source>
        <translation>“{name}”在 {folder} 中，{size}。</translation>
    </message>
</context>
<context>
    <name>DeployPage</name>
    <message>
        <source>Another export is under way.</source>
        <translation>另一个导出正在进行。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a Run</source>
        <translation>选择训练记录</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How the model leaves</source>
        <translation>模型如何离开程序</translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, an alphabet of {count} characters: {classes}.</source>
        <translation>层：{layers}。{parameters} 个参数，字符表有 {count} 个字符：{classes}。</translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, and it gives a number: {classes}.</source>
        <translation>层：{layers}。{parameters} 个参数，给出一个数值：{classes}。</translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, {count} classes: {classes}.</source>
        <translation>层：{layers}。{parameters} 个参数，{count} 个类别：{classes}。</translation>
    </message>
    <message>
        <source>Let the model answer other programs</source>
        <translation>让模型回答其他程序</translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation>NetSketch 模型 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Open a model …</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The export is made, but it could not be noted among the recent ones.</source>
        <translation>导出已完成，但无法记入最近的导出。</translation>
    </message>
    <message>
        <source>The network is on its way: its first weights can leave soon.</source>
        <translation>网络正在生成：它的第一组权重很快就可以离开程序。</translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>Train a network or open a model. Then it can leave the program: as a web page to draw on, as a script, as a file for other runtimes, as source code, or as a service. Each export is proved to answer as the model does here.</source>
        <translation>请训练一个网络或打开一个模型。然后它可以离开程序：作为可以手绘的网页、脚本、其他运行时的文件、源代码或服务。每次导出都会验证它的回答与这里的模型相同。</translation>
    </message>
    <message>
        <source>Write the model to a file that others use</source>
        <translation>把模型写成供其他程序使用的文件</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
</context>
<context>
    <name>DeployStation</name>
    <message>
        <source>&amp;Export Model …</source>
        <translation>导出模型(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Serve Model …</source>
        <translation>提供模型服务(&amp;S)…</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Let the model answer other programs</source>
        <translation>让模型回答其他程序</translation>
    </message>
    <message>
        <source>Let the model leave the program: as a file or as a service that answer as it does here</source>
        <translation>让模型离开程序：作为文件或服务，回答与这里相同</translation>
    </message>
    <message>
        <source>Take the network with you in &lt;b&gt;Deploy&lt;/b&gt;: as a web page to give away, as a script, or as a service.</source>
        <translation>在&lt;b&gt;部署&lt;/b&gt;中带走网络：作为可以送人的网页、脚本或服务。</translation>
    </message>
    <message>
        <source>Write the model to a file that others use</source>
        <translation>把模型写成供其他程序使用的文件</translation>
    </message>
    <message>
        <source>on a recent export: open it, or its folder</source>
        <translation>在最近的导出上：打开它或它的文件夹</translation>
    </message>
    <message>
        <source>on a recent export: take it from the list</source>
        <translation>在最近的导出上：从列表中移除</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export: {format}</source>
        <translation>导出：{format}</translation>
    </message>
    <message>
        <source>{format} (*{ending})</source>
        <translation>{format} (*{ending})</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}”已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Accuracy {gain} percentage points.</source>
        <translation>准确率相差 {gain} 个百分点。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Chance alone could make such a difference.</source>
        <translation>仅凭偶然就可能出现这样的差别。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{mended} examples are right with the former alone, {broken} with the latter alone.</source>
        <translation>{mended} 个样本只有前者认对，{broken} 个只有后者认对。</translation>
    </message>
    <message>
        <source>{this} and {other} get the same examples right: there is no difference to show.</source>
        <translation>{this}和{other}认对的样本完全相同：没有差别可显示。</translation>
    </message>
    <message>
        <source>{this} less {other}: blue cells are better, orange ones worse.</source>
        <translation>{this}减去{other}：蓝色格表示变好，橙色格表示变差。</translation>
    </message>
</context>
<context>
    <name>DigitPreview</name>
    <message>
        <source>Preview of generated digits</source>
        <translation>生成的数字预览</translation>
    </message>
</context>
<context>
    <name>DoctorWatch</name>
    <message>
        <source>the doctor&apos;s advice</source>
        <translation>训练医生的建议</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>change the sweep</source>
        <translation>更改超参数搜索</translation>
    </message>
    <message>
        <source>change what the sweep tries</source>
        <translation>更改超参数搜索尝试的内容</translation>
    </message>
    <message>
        <source>fill in a first sweep</source>
        <translation>填入一次初步超参数搜索</translation>
    </message>
    <message>
        <source>take over a sweep</source>
        <translation>沿用一次超参数搜索</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>Draw here with mouse, finger or stylus; the right button erases, Delete clears.</source>
        <translation>用鼠标、手指或触控笔在这里画；按住右键可擦除，按 Delete 清空。</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手绘图</translation>
    </message>
</context>
<context>
    <name>DrawingPanel</name>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
    <message>
        <source>Draw something or drop an image</source>
        <translation>画点什么，或拖入一张图像</translation>
    </message>
    <message>
        <source>Drop or paste a picture here, or draw</source>
        <translation>把图片拖放或粘贴到这里，也可以画</translation>
    </message>
    <message>
        <source>Drop, paste or open a picture</source>
        <translation>请拖放、粘贴或打开图片</translation>
    </message>
    <message>
        <source>It is unlike all that this model has learnt from; of its own validation examples {share} are refused as well. Likeliest all the same: {name}, {percent}.</source>
        <translation>它与此模型学过的所有样本都不像；模型自己的验证样本中也有 {share} 会被这样拒绝。最有可能的仍是：{name}，{percent}。</translation>
    </message>
    <message>
        <source>No digit?</source>
        <translation>不是数字？</translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation>还没有网络：请按“训练”</translation>
    </message>
    <message>
        <source>None of these?</source>
        <translation>都不是？</translation>
    </message>
    <message>
        <source>Not sure: {first} or {second}?</source>
        <translation>不确定：{first} 还是 {second}？</translation>
    </message>
    <message>
        <source>Open the network that comes with NetSketch: it has learnt to read digits</source>
        <translation>打开 NetSketch 自带的网络：它已学会识别数字</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>The network finds the second nearly as probable as the first.</source>
        <translation>网络认为第二个几乎与第一个同样可能。</translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation>网络正在准备…</translation>
    </message>
    <message>
        <source>Train first, then draw</source>
        <translation>先训练，再画</translation>
    </message>
    <message>
        <source>Train first, then show it a picture</source>
        <translation>先训练，再给它看图片</translation>
    </message>
    <message>
        <source>Try a trained one</source>
        <translation>试试训练好的</translation>
    </message>
    <message>
        <source>{name}?</source>
        <translation>{name}？</translation>
    </message>
</context>
<context>
    <name>DrawingPicture</name>
    <message>
        <source>The picture that was asked about last</source>
        <translation>最近一次被询问的图片</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Go to Train</source>
        <translation>转到“训练”</translation>
    </message>
</context>
<context>
    <name>EnoughData</name>
    <message>
        <source>A training is under way; the curve would slow it down. Stop it or wait for its end.</source>
        <translation>训练正在进行，绘制曲线会拖慢它。请停止训练或等它结束。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled before its end; so far:</source>
        <translation>中途取消；目前的结果：</translation>
    </message>
    <message>
        <source>Draw it again</source>
        <translation>重新绘制</translation>
    </message>
    <message>
        <source>Draw the curve</source>
        <translation>绘制曲线</translation>
    </message>
    <message>
        <source>Its teacher takes no part.</source>
        <translation>它的教师模型不参与。</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Press “Draw the curve”: the points appear here one by one</source>
        <translation>按“绘制曲线”，数据点会逐个出现在这里</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>The data are not loaded yet.</source>
        <translation>数据还没有载入。</translation>
    </message>
    <message>
        <source>The same network is trained on a sixteenth, an eighth, a quarter, half and all of the training examples, twice each. If the error still falls at the end, more examples help; else another network may.</source>
        <translation>同一个网络分别用十六分之一、八分之一、四分之一、一半和全部训练样本各训练两次。如果到最后错误率仍在下降，增加样本会有帮助；否则，换一个网络也许更好。</translation>
    </message>
    <message>
        <source>training {run} of {runs}, with {size} examples</source>
        <translation>第 {run} 次训练，共 {runs} 次，用 {size} 个样本</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>{name} speaks</source>
        <translation>{name}的作用</translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>How far answers are off</source>
        <translation>回答偏差多少</translation>
    </message>
    <message>
        <source>Most examples, {count}, are off by {low} to {high}.</source>
        <translation>最多的样本（{count} 个）偏差在 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>how far the answer lies above what is right</source>
        <translation>回答比真值高出多少</translation>
    </message>
    <message>
        <source>{count} examples, off by {low} to {high}</source>
        <translation>{count} 个样本，偏差 {low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>Best of the run</source>
        <translation>本次训练中最好的</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enough data?</source>
        <translation>数据够吗？</translation>
    </message>
    <message>
        <source>Examples to measure on</source>
        <translation>用哪些样本测量</translation>
    </message>
    <message>
        <source>How good the model is, and where it errs</source>
        <translation>模型有多好，在哪里出错</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation>最新权重</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Press “Measure” to see how good the model is.</source>
        <translation>按“测量”，看看模型有多好。</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>The model is measured when the training ends. “Measure” does it now.</source>
        <translation>训练结束时会测量模型。按“测量”可立即进行。</translation>
    </message>
    <message>
        <source>The network is on its way: it is measured here when the training ends.</source>
        <translation>网络正在训练：训练结束时会在这里测量。</translation>
    </message>
    <message>
        <source>Those of the epoch with the lowest validation loss</source>
        <translation>验证损失最低的那一轮的权重</translation>
    </message>
    <message>
        <source>Train a network or open a model, and it is measured here: how many examples it reads right, which it takes for which, and whether it passes.</source>
        <translation>训练一个网络或打开一个模型，就会在这里测量：认对了多少样本，把什么认成什么，以及是否及格。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation>验证样本</translation>
    </message>
    <message>
        <source>Weights to measure</source>
        <translation>测量哪一份权重</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>要回答的问题</translation>
    </message>
    <message>
        <source>What more examples would bring</source>
        <translation>增加样本会带来什么</translation>
    </message>
    <message>
        <source>best weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>older than what is at hand</source>
        <translation>早于当前模型</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>{images}, {weights}: {accuracy}</source>
        <translation>{images}，{weights}：{accuracy}</translation>
    </message>
    <message>
        <source>{images}, {weights}: {accuracy} ({count} of them learnt from)</source>
        <translation>{images}，{weights}：{accuracy}（其中 {count} 张学习过）</translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation>{measure} {figure}</translation>
    </message>
</context>
<context>
    <name>EvaluateStation</name>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measure how good the network is and where it errs, and whether the data are enough</source>
        <translation>测量网络有多好、在哪里出错，以及数据是否足够</translation>
    </message>
    <message>
        <source>in the table of answers: from cell to cell</source>
        <translation>在回答表格中：从一格移到另一格</translation>
    </message>
    <message>
        <source>on a cell: show its examples; on an example: try it on the pad</source>
        <translation>在格子上：显示其中的样本；在样本上：放到画板上试试</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class → answer</source>
        <translation>类别 → 回答</translation>
    </message>
    <message>
        <source>{name} → answer</source>
        <translation>{name} → 回答</translation>
    </message>
    <message>
        <source>{name}: from {low} to {high}, usually {usual}</source>
        <translation>{name}：从 {low} 到 {high}，通常为 {usual}</translation>
    </message>
</context>
<context>
    <name>ExampleRows</name>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Examples appear here with the data.</source>
        <translation>有了数据，样本就会出现在这里。</translation>
    </message>
    <message>
        <source>No examples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation>预测 {value}</translation>
    </message>
    <message>
        <source>true {label}</source>
        <translation>真实类别 {label}</translation>
    </message>
    <message>
        <source>true {label}, predicted {predicted} with {percent}</source>
        <translation>真实类别 {label}，预测为 {predicted}，概率 {percent}</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{label} with {percent}</source>
        <translation>{label}，概率 {percent}</translation>
    </message>
    <message>
        <source>{right} of {count} examples are recognised</source>
        <translation>{count} 个样本中认对 {right} 个</translation>
    </message>
</context>
<context>
    <name>ExamplesPane</name>
    <message>
        <source>Add images that are named already to My Digits</source>
        <translation>把已有类别名的图像加入“我的数字”</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder of Images …</source>
        <translation>图像文件夹…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>数据的哪一部分</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教它认</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>测试点</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>测试行</translation>
    </message>
    <message>
        <source>Train the model on a little with your own drawings among the old images</source>
        <translation>在旧图像中混入你自己的手绘图，让模型再训练一小会儿</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Training points</source>
        <translation>训练点</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>训练行</translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation>验证样本</translation>
    </message>
    <message>
        <source>Validation points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>验证行</translation>
    </message>
    <message>
        <source>Write My Digits to files that other programs read</source>
        <translation>把“我的数字”写成其他程序能读的文件</translation>
    </message>
    <message>
        <source>{count} drawings</source>
        <translation>{count} 张手绘图</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
</context>
<context>
    <name>ExperimentEditor</name>
    <message>
        <source>change {setting}</source>
        <translation>更改{setting}</translation>
    </message>
    <message>
        <source>preset “{title}”</source>
        <translation>预设“{title}”</translation>
    </message>
</context>
<context>
    <name>ExposedGrid</name>
    <message>
        <source>The most exposed training images</source>
        <translation>泄露最多的训练图像</translation>
    </message>
    <message>
        <source>“{name}”: it is sure of that to {sure}, and of copies moved by one pixel to {moved}. The difference is larger than of {unlike} of the images that it has not learnt from.</source>
        <translation>“{name}”：模型对它的把握是 {sure}，对移动一个像素的副本是 {moved}。这个差距大于它没学过的图像中的 {unlike}。</translation>
    </message>
</context>
<context>
    <name>ExposureView</name>
    <message>
        <source>Ask the model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>By moved copies</source>
        <translation>按移动的副本</translation>
    </message>
    <message>
        <source>By the loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>Can the images that the network learnt from be told from others?</source>
        <translation>能把网络学过的图像与其他图像分辨开吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Images that the network learnt from are compared with others, which it has never seen: whoever asks it may find out which are which.</source>
        <translation>把网络学过的图像与它从未见过的图像相比较：询问它的人也许能看出哪些是哪些。</translation>
    </message>
    <message>
        <source>Progress of asking</source>
        <translation>询问的进度</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>The curve appears here</source>
        <translation>曲线会出现在这里</translation>
    </message>
    <message>
        <source>The model is asked about each image and about four copies moved by one pixel: of an image that it has learnt by heart it is much surer than of its copies</source>
        <translation>就每张图像及其移动一个像素的四个副本询问模型：对死记下来的图像，它比对副本确信得多</translation>
    </message>
    <message>
        <source>The model is asked once about each image: an image that it learnt from may have the lower loss</source>
        <translation>就每张图像询问模型一次：学过的图像损失可能更低</translation>
    </message>
    <message>
        <source>The most exposed training images</source>
        <translation>泄露最多的训练图像</translation>
    </message>
    <message>
        <source>What it betrays</source>
        <translation>它泄露什么</translation>
    </message>
    <message>
        <source>by moved copies</source>
        <translation>按移动的副本</translation>
    </message>
    <message>
        <source>by the loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>瞎猜</translation>
    </message>
    <message>
        <source>share of false alarms</source>
        <translation>误报的比例</translation>
    </message>
    <message>
        <source>{count} training images were compared with as many test images.</source>
        <translation>比较了 {count} 张训练图像和同样多的测试图像。</translation>
    </message>
    <message>
        <source>{count} training images were compared with as many validation images.</source>
        <translation>比较了 {count} 张训练图像和同样多的验证图像。</translation>
    </message>
</context>
<context>
    <name>FeatureFigures</name>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>In how many rows nothing stood or could be read: a number was filled with the median, of words it is a category of its own</source>
        <translation>有多少行为空或无法读取：数值用中位数填补，文字则自成一个分类值</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>The greatest value among the training rows</source>
        <translation>训练行中的最大值</translation>
    </message>
    <message>
        <source>The least value among the training rows</source>
        <translation>训练行中的最小值</translation>
    </message>
    <message>
        <source>The median of the training rows; of words, the most frequent</source>
        <translation>训练行的中位数；文字则为最常见的值</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {setting}</source>
        <translation>选择：{setting}</translation>
    </message>
</context>
<context>
    <name>Findables</name>
    <message>
        <source>Not shown in presenter mode.</source>
        <translation>演示模式下不显示。</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>The data set that is chosen does not use this.</source>
        <translation>所选的数据集用不到这一项。</translation>
    </message>
    <message>
        <source>This cannot be changed now.</source>
        <translation>现在不能更改。</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>现在不能执行。</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>这一项已经不在了。</translation>
    </message>
    <message>
        <source>This run was deleted.</source>
        <translation>这条训练记录已删除。</translation>
    </message>
    <message>
        <source>“{place}” does not show this now.</source>
        <translation>“{place}”现在没有显示这一项。</translation>
    </message>
</context>
<context>
    <name>FindingStrip</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the gradients of each layer over the run</source>
        <translation>显示训练过程中各层的梯度</translation>
    </message>
    <message>
        <source>Why, and {count} more</source>
        <translation>为什么，还有 {count} 条</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>{act} and train again</source>
        <translation>{act}，然后重新训练</translation>
    </message>
</context>
<context>
    <name>FineTuning</name>
    <message>
        <source>Epoch {number}: {percent} of the images right</source>
        <translation>第 {number} 轮：认对 {percent} 的图像</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Teach My Digits</source>
        <translation>教它认我的数字</translation>
    </message>
    <message>
        <source>Teaching My Digits …</source>
        <translation>正在教它认我的数字…</translation>
    </message>
</context>
<context>
    <name>FollowButton</name>
    <message>
        <source>Best: step {step}</source>
        <translation>最佳：第 {step} 步</translation>
    </message>
    <message>
        <source>Moment on the time slider</source>
        <translation>时间滑块所在的时刻</translation>
    </message>
    <message>
        <source>Moment on the time slider (it stands at the newest weights)</source>
        <translation>时间滑块所在的时刻（现在位于最新权重）</translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation>最新权重</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Weights of the best epoch</source>
        <translation>最佳轮次的权重</translation>
    </message>
    <message>
        <source>Weights of the best epoch (there once an epoch of a run has ended)</source>
        <translation>最佳轮次的权重（训练完成一轮之后才有）</translation>
    </message>
    <message>
        <source>Which weights all views look at</source>
        <translation>所有视图看的是哪一份权重</translation>
    </message>
</context>
<context>
    <name>FoolView</name>
    <message>
        <source>As it is</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Blue is added, orange taken away. Pixels changed: {count} of {all}.</source>
        <translation>蓝色为增加，橙色为减少。改动的像素：{all} 个中的 {count} 个。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change an image a little, and see what the network takes it for</source>
        <translation>把图像稍加改动，看看网络把它认成什么</translation>
    </message>
    <message>
        <source>Change × {times}</source>
        <translation>改动 × {times}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动之后</translation>
    </message>
    <message>
        <source>Find the smallest</source>
        <translation>寻找最小的改动</translation>
    </message>
    <message>
        <source>Fool it</source>
        <translation>骗过它</translation>
    </message>
    <message>
        <source>Fooled: it took this for “{was}”, and takes it for “{became}” now, with {share}.</source>
        <translation>骗过了：原来认成“{was}”，现在认成“{became}”，概率 {share}。</translation>
    </message>
    <message>
        <source>It carries over: “{name}” takes it for “{became}” now.</source>
        <translation>同样有效：“{name}”现在把它认成“{became}”。</translation>
    </message>
    <message>
        <source>Look for the smallest change of this kind that fools the network</source>
        <translation>寻找这种攻击中能骗过网络的最小改动</translation>
    </message>
    <message>
        <source>Not even the strongest of these fools it ({what}: {value}).</source>
        <translation>这种攻击即使最强也骗不过它（{what}：{value}）。</translation>
    </message>
    <message>
        <source>Not fooled: it still takes this for “{became}”, with {share}.</source>
        <translation>没有骗过：仍然认成“{became}”，概率 {share}。</translation>
    </message>
    <message>
        <source>Not yet: it takes it for “{became}” now, with {share}, but not for “{aim}”.</source>
        <translation>还没有：现在认成“{became}”，概率 {share}，而不是“{aim}”。</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>打乱之后</translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change does not fool it.</source>
        <translation>把同样的改动打乱到别的像素上，就骗不过它。</translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change fools it, too: it takes that for “{became}”.</source>
        <translation>把同样的改动打乱到别的像素上，也能骗过它：认成“{became}”。</translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change lets it take that for “{became}”.</source>
        <translation>把同样的改动打乱到别的像素上，它就认成“{became}”。</translation>
    </message>
    <message>
        <source>Smallest found ({what}: {value}); another attack may find a smaller one.</source>
        <translation>找到的最小值（{what}：{value}）；别的攻击也许能找到更小的。</translation>
    </message>
    <message>
        <source>The change sets it right: it took this for “{was}”, and takes it for “{became}” now, with {share}.</source>
        <translation>改动反而让它认对了：原来认成“{was}”，现在认成“{became}”，概率 {share}。</translation>
    </message>
    <message>
        <source>The change, ten times as strong</source>
        <translation>放大十倍的改动</translation>
    </message>
    <message>
        <source>This is “{label}”: the network is wrong even without an attack.</source>
        <translation>这是“{label}”：不攻击，网络也认错了。</translation>
    </message>
    <message>
        <source>What stands beside it</source>
        <translation>并排对照</translation>
    </message>
    <message>
        <source>“{name}” is what it takes it for already.</source>
        <translation>它本来就认成“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” takes the image for “{was}” before and for “{became}” after.</source>
        <translation>“{name}”在改动之前把图像认成“{was}”，之后认成“{became}”。</translation>
    </message>
    <message>
        <source>“{name}” withstands the same change: still “{became}”.</source>
        <translation>“{name}”经得起同样的改动：仍然认成“{became}”。</translation>
    </message>
</context>
<context>
    <name>FormatCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export: {format}</source>
        <translation>导出：{format}</translation>
    </message>
    <message>
        <source>How weights are stored</source>
        <translation>权重的存储方式</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>weights of {size}</source>
        <translation>权重 {size}</translation>
    </message>
    <message>
        <source>{flash} of flash, {ram} of RAM</source>
        <translation>闪存 {flash}，内存 {ram}</translation>
    </message>
</context>
<context>
    <name>GateBar</name>
    <message>
        <source>Back to the data</source>
        <translation>回到数据</translation>
    </message>
    <message>
        <source>It can be exported all the same; the verdict goes along.</source>
        <translation>仍然可以导出；结论会一同写入。</translation>
    </message>
    <message>
        <source>Let Evaluate measure how many test examples it reads</source>
        <translation>让“评估”测量它能认对多少测试样本</translation>
    </message>
    <message>
        <source>Look at the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Measure it</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Say in Evaluate how good is good enough</source>
        <translation>在“评估”中设定多好才够好</translation>
    </message>
    <message>
        <source>See in Evaluate what would make it better</source>
        <translation>在“评估”中查看怎样能更好</translation>
    </message>
    <message>
        <source>See in Evaluate where it errs</source>
        <translation>在“评估”中查看它在哪里出错</translation>
    </message>
    <message>
        <source>Set a pass mark</source>
        <translation>设置及格线</translation>
    </message>
</context>
<context>
    <name>GatesPicture</name>
    <message>
        <source>cell c</source>
        <translation>记忆元 c</translation>
    </message>
    <message>
        <source>cell c, to ±{most}</source>
        <translation>记忆元 c，至 ±{most}</translation>
    </message>
    <message>
        <source>state h</source>
        <translation>状态 h</translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation>{name}，第 {step} 步</translation>
    </message>
</context>
<context>
    <name>GradientPlot</name>
    <message>
        <source>A line for each layer appears here with the first steps.</source>
        <translation>训练几步之后，每一层都会在这里有一条线。</translation>
    </message>
    <message>
        <source>Gradients by layer</source>
        <translation>各层的梯度</translation>
    </message>
    <message>
        <source>Press Train: a line for each layer appears here. One far below the others vanishes: that layer hardly learns. One that shoots up explodes: training runs out of control.</source>
        <translation>按“训练”，每一层都会在这里有一条线。远低于其他线的，是梯度消失：那一层几乎没有在学习。急剧上升的，是梯度爆炸：训练正在失控。</translation>
    </message>
    <message>
        <source>The gradients of this network could not be measured. Training goes on without them.</source>
        <translation>无法测量这个网络的梯度。训练照常进行，只是没有梯度数据。</translation>
    </message>
    <message>
        <source>The length of each layer&apos;s gradient: how strongly a step of training pulls at its weights, measured on 256 training examples by their labels alone. A layer without weights has no line</source>
        <translation>每层梯度的长度：一步训练对该层权重的拉力有多大，在 256 张训练样本上仅按标签测得。没有权重的层没有曲线</translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>Attention layer</source>
        <translation>注意力层</translation>
    </message>
    <message>
        <source>Each has {count} numbers.</source>
        <translation>每个都有 {count} 个数。</translation>
    </message>
    <message>
        <source>Each is one number.</source>
        <translation>每个都是一个数。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation>头 {head}</translation>
    </message>
    <message>
        <source>Its query q asks, the key k of each token answers, and by the shares that follow the values v of all are mixed.</source>
        <translation>它的查询 q 提问，每个词元的键 k 回答，再按得到的份额混合所有词元的值 v。</translation>
    </message>
    <message>
        <source>softmax(Q Kᵀ / √d) V at {token}</source>
        <translation>softmax(Q Kᵀ / √d) V：{token}</translation>
    </message>
</context>
<context>
    <name>HeadRows</name>
    <message>
        <source>Layer {layer}, head {head}</source>
        <translation>第 {layer} 层，第 {head} 个头</translation>
    </message>
</context>
<context>
    <name>HeatPicture</name>
    <message>
        <source>1 trial</source>
        <translation>1 个试验</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>还没有试验。</translation>
    </message>
    <message>
        <source>Two settings against each other</source>
        <translation>两个设置的对照</translation>
    </message>
    <message>
        <source>best of {count}</source>
        <translation>{count} 个中最好</translation>
    </message>
    <message>
        <source>{count} trials</source>
        <translation>{count} 个试验</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>From bottom to top</source>
        <translation>从下到上</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>The best that was reached with each pair of values of two settings</source>
        <translation>两个设置的每对取值所达到的最好结果</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Two settings</source>
        <translation>两个设置</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对</translation>
    </message>
</context>
<context>
    <name>HistogramPicture</name>
    <message>
        <source>At the moment shown</source>
        <translation>当前显示的时刻</translation>
    </message>
    <message>
        <source>Click to take the time slider to step {step}; ← and → go on from there</source>
        <translation>单击可把时间滑块移到第 {step} 步；再用 ← 和 → 继续移动</translation>
    </message>
    <message>
        <source>Over the run</source>
        <translation>整个训练过程</translation>
    </message>
    <message>
        <source>length {norm}</source>
        <translation>长度 {norm}</translation>
    </message>
    <message>
        <source>← and → go from one moment to the next, Home and End to the first and the last.</source>
        <translation>← 和 → 移到上一个或下一个时刻，Home 和 End 移到第一个和最后一个。</translation>
    </message>
</context>
<context>
    <name>HistogramsView</name>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradients: how strongly training would change each weight, measured on 256 examples, training examples where there are any</source>
        <translation>梯度：训练会使每个权重改变多少，用 256 个样本测得；有训练样本时用训练样本</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Histograms by layer</source>
        <translation>各层的直方图</translation>
    </message>
    <message>
        <source>How weights and gradients are distributed, layer by layer</source>
        <translation>各层的权重和梯度如何分布</translation>
    </message>
    <message>
        <source>The moments of the run appear here.</source>
        <translation>训练的各个时刻会出现在这里。</translation>
    </message>
    <message>
        <source>The stronger the blue, the more of a layer&apos;s numbers lie there.</source>
        <translation>蓝色越深，表示该层落在那里的数值越多。</translation>
    </message>
    <message>
        <source>This network comes from a file; what happened while it was trained is in its run.</source>
        <translation>这个网络来自文件；它训练时的情况保存在它的训练记录中。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计什么</translation>
    </message>
    <message>
        <source>Without weights: {layers}.</source>
        <translation>没有权重：{layers}。</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
</context>
<context>
    <name>HoldsView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Each image begins as grey, and changes in small steps until the network is as sure as it can be that it shows its class. Nothing tells it what such an image looks like.</source>
        <translation>每张图像从灰色开始，一小步一小步地改变，直到网络尽可能确信它属于那个类别。没有任何东西规定这样的图像该是什么样子。</translation>
    </message>
    <message>
        <source>Help lines form</source>
        <translation>帮助线条形成</translation>
    </message>
    <message>
        <source>How far the images are</source>
        <translation>图像形成的进度</translation>
    </message>
    <message>
        <source>Ink that brings nothing fades, and the image is moved by up to a pixel before each step. Without that each pixel goes for itself</source>
        <translation>没有用的墨迹会淡去，每一步之前图像会移动至多一个像素。否则每个像素各行其是</translation>
    </message>
    <message>
        <source>Let them form</source>
        <translation>让图像形成</translation>
    </message>
    <message>
        <source>No second network</source>
        <translation>没有第二个网络</translation>
    </message>
    <message>
        <source>Of the trace of noise in the grey that the images begin with</source>
        <translation>图像开始时灰色中微弱噪声的种子</translation>
    </message>
    <message>
        <source>On average the network at hand is {share} sure of what it holds, and “{name}” {other}.</source>
        <translation>对这些图像，当前网络的平均概率为 {share}，“{name}”为 {other}。</translation>
    </message>
    <message>
        <source>On average the network at hand is {share} sure of what it holds.</source>
        <translation>对这些图像，当前网络的平均概率为 {share}。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The network at hand</source>
        <translation>当前网络</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>它心中的图像</translation>
    </message>
    <message>
        <source>What the network holds</source>
        <translation>网络心中的图像</translation>
    </message>
    <message>
        <source>What the second network holds</source>
        <translation>第二个网络心中的图像</translation>
    </message>
    <message>
        <source>Which image does the network hold for the surest of each class?</source>
        <translation>网络认为每个类别最确定的图像是什么样子？</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>the first {count} classes</source>
        <translation>前 {count} 个类别</translation>
    </message>
</context>
<context>
    <name>ImageGrid</name>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Image {number} · {caption}</source>
        <translation>图像 {number} · {caption}</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation>单击可把它放到画板上。</translation>
    </message>
</context>
<context>
    <name>ImportExport</name>
    <message>
        <source>Add images to My Digits</source>
        <translation>把图像加入“我的数字”</translation>
    </message>
    <message>
        <source>Adding images to My Digits …</source>
        <translation>正在把图像加入“我的数字”…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export My Digits</source>
        <translation>导出“我的数字”</translation>
    </message>
    <message>
        <source>Images with labels ({patterns});;All files (*)</source>
        <translation>带标签的图像 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Images with labels, tables and texts ({patterns});;All files (*)</source>
        <translation>带标签的图像、表格和文本 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Make a data set of a file of images, a table or a text</source>
        <translation>用图像文件、表格或文本创建数据集</translation>
    </message>
    <message>
        <source>Make a data set of a folder of images</source>
        <translation>由图像文件夹建立数据集</translation>
    </message>
    <message>
        <source>Making a data set of “{name}” …</source>
        <translation>正在由“{name}”建立数据集…</translation>
    </message>
    <message>
        <source>My Digits are exported to “{name}”.</source>
        <translation>“我的数字”已导出到“{name}”。</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>我的数据</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove Data Set</source>
        <translation>移除数据集</translation>
    </message>
    <message>
        <source>Remove the data set “{title}”?</source>
        <translation>要移除数据集“{title}”吗？</translation>
    </message>
    <message>
        <source>Show More</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation>显示是哪些</translation>
    </message>
    <message>
        <source>The files that it was made of stay where they are.</source>
        <translation>用来建立它的文件留在原处。</translation>
    </message>
    <message>
        <source>Writing My Digits …</source>
        <translation>正在写入“我的数字”…</translation>
    </message>
    <message>
        <source>{count} could not be used.</source>
        <translation>{count} 张无法使用。</translation>
    </message>
    <message>
        <source>{count} images are in My Digits now.</source>
        <translation>“我的数字”新增了 {count} 张图像。</translation>
    </message>
    <message>
        <source>“{title}” is a data set now: a text of {count} characters.</source>
        <translation>“{title}”现在是数据集：一篇 {count} 个字符的文本。</translation>
    </message>
    <message>
        <source>“{title}” is a data set now: {count} images of {classes} classes.</source>
        <translation>“{title}”已成为数据集：{count} 张图像，{classes} 个类别。</translation>
    </message>
    <message>
        <source>“{title}” is a data set now: {count} rows of {features} features, {classes} classes.</source>
        <translation>“{title}”现在是一个数据集：{count} 行，{features} 个特征，{classes} 个类别。</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>&amp;Add to My Digits</source>
        <translation>加入“我的数字”(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Brought in</source>
        <translation>导入方式(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make Data Set</source>
        <translation>建立数据集(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>取值(&amp;V)</translation>
    </message>
    <message>
        <source>As ink: cropped and centred</source>
        <translation>当作笔迹：裁剪并居中</translation>
    </message>
    <message>
        <source>Bring in “{name}”</source>
        <translation>导入“{name}”</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>E&amp;xchange rows and columns</source>
        <translation>交换行和列(&amp;X)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Scaled as it is</source>
        <translation>原样缩放</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The column in which the labels are: first, last, or its name</source>
        <translation>标签所在的列：first（第一列）、last（最后一列）或列名</translation>
    </message>
    <message>
        <source>Two different numbers are a range, such as “0 16”: black, then white.</source>
        <translation>两个不同的数表示一个范围，例如“0 16”：先黑后白。</translation>
    </message>
    <message>
        <source>Which values are black and white, as “0 16”; “255 0” where ink is dark</source>
        <translation>哪些值是黑和白，例如“0 16”；如果墨迹是深色，则写“255 0”</translation>
    </message>
    <message>
        <source>first column</source>
        <translation>第一列</translation>
    </message>
    <message>
        <source>last column</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>{column} (found)</source>
        <translation>{column}（自动识别）</translation>
    </message>
    <message>
        <source>{count} could not be used.</source>
        <translation>{count} 张无法使用。</translation>
    </message>
    <message>
        <source>{count}: {names}; {least} to {most} images each</source>
        <translation>{count}：{names}；每类 {least} 到 {most} 张图像</translation>
    </message>
    <message>
        <source>{count}: {names}; {most} images each</source>
        <translation>{count}：{names}；每类 {most} 张图像</translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, as the files say</source>
        <translation>按文件中的划分，{learnt} 张用于学习，{tested} 张用于测试</translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, drawn from each class</source>
        <translation>从每个类别中抽取，{learnt} 张用于学习，{tested} 张用于测试</translation>
    </message>
    <message>
        <source>{sizes} → 28 × 28</source>
        <translation>{sizes} → 28 × 28</translation>
    </message>
    <message>
        <source>{values} → 0 to 255 (found)</source>
        <translation>{values} → 0 到 255（自动识别）</translation>
    </message>
    <message>
        <source>{way} (found)</source>
        <translation>{way}（自动识别）</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
</context>
<context>
    <name>ImportanceView</name>
    <message>
        <source>From {least} trials on that went to their end it can be told which settings matter; so far there are {count}.</source>
        <translation>至少有 {least} 个试验完整结束后，才能说出哪些设置重要；目前有 {count} 个。</translation>
    </message>
    <message>
        <source>How strongly each setting decides whether a trial is among the best</source>
        <translation>每个设置在多大程度上决定一个试验是否属于最好的</translation>
    </message>
    <message>
        <source>How strongly each setting decides whether a trial is among the best: from {count} trials, within the values that were tried (PED-ANOVA). A short bar can mean that its values were all good ones.</source>
        <translation>每个设置在多大程度上决定一个试验是否属于最好的：依据 {count} 个试验，限于试过的取值（PED-ANOVA）。条形短也可能说明它的取值都不错。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>The trials do not differ yet.</source>
        <translation>各试验目前没有差别。</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>什么重要</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>正在计算…</translation>
    </message>
</context>
<context>
    <name>InkStrip</name>
    <message>
        <source>Aspect</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>Brought to 20 pixels, with the network&apos;s pen</source>
        <translation>缩到 20 像素，用网络熟悉的笔粗</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>画出的</translation>
    </message>
    <message>
        <source>Keeps the middle of the picture. Without it all of the picture is seen, smaller, on a plain ground.</source>
        <translation>保留图片的中间部分。关闭后看到的是整张图片，缩小后放在单色底上。</translation>
    </message>
    <message>
        <source>Makes width and height smaller alike. Without it a long picture is squeezed together.</source>
        <translation>宽和高按同样的比例缩小。关闭后，长图片会被压扁。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔粗</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>已缩放</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>The whole pad</source>
        <translation>整个画板</translation>
    </message>
    <message>
        <source>What is left after cropping</source>
        <translation>裁剪后留下的部分</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>What the network sees: {height} × {width} grey values, nothing else</source>
        <translation>网络看到的：{height} × {width} 个灰度值，别无其他</translation>
    </message>
    <message>
        <source>What the network sees: {height} × {width} pixels in three colours, nothing else</source>
        <translation>网络看到的：{height} × {width} 个三色像素，别无其他</translation>
    </message>
    <message>
        <source>Without it, a large drawing has hair-thin strokes and a small one is a blot.</source>
        <translation>没有这一步，大的手绘图笔画细如发丝，小的则是一团墨。</translation>
    </message>
    <message>
        <source>Without it, a narrow 1 becomes a black square.</source>
        <translation>没有这一步，细长的 1 会变成黑色方块。</translation>
    </message>
    <message>
        <source>Without it, a small drawing in a corner stays small and in its corner.</source>
        <translation>关闭后，角落里的小手绘图会一直又小又在角落里。</translation>
    </message>
    <message>
        <source>Without it, drawings lie a little elsewhere than those the network learned from.</source>
        <translation>关闭后，手绘图的位置会与网络学过的略有不同。</translation>
    </message>
    <message>
        <source>Without it, edges have steps that the network has never seen.</source>
        <translation>没有这一步，边缘会有网络从未见过的锯齿。</translation>
    </message>
</context>
<context>
    <name>JointUndo</name>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>重做{what}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>撤销{what}(&amp;U)</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>refused entry</source>
        <translation>被拒绝的输入</translation>
    </message>
</context>
<context>
    <name>KeepingButton</name>
    <message>
        <source>At most {limit} GB</source>
        <translation>最多 {limit} GB</translation>
    </message>
    <message>
        <source>Room on the disk, and how often a run under way is made safe</source>
        <translation>磁盘上的空间，以及每隔多久保护一次正在进行的训练</translation>
    </message>
    <message>
        <source>{use} of at most {limit} GB</source>
        <translation>已用 {use}，最多 {limit} GB</translation>
    </message>
</context>
<context>
    <name>LabReset</name>
    <message>
        <source>Delete the run, too; it can be brought back for 30 days</source>
        <translation>同时删除这条训练记录；30 天内可以恢复</translation>
    </message>
    <message>
        <source>Delete the {count} runs, too; they can be brought back for 30 days</source>
        <translation>同时删除 {count} 条训练记录；30 天内可以恢复</translation>
    </message>
    <message>
        <source>Make the lab ready for the next lesson?</source>
        <translation>要为下一节课准备好实验室吗？</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the Lab</source>
        <translation>重置实验室</translation>
    </message>
    <message>
        <source>This goes: {what}.

This stays: runs, files, My Digits, data sets of your own, and preferences. Undo brings settings, model and drawing back.</source>
        <translation>将清除：{what}。

将保留：训练记录、文件、“我的数字”、自己的数据集和偏好设置。撤销可以恢复设置、模型和手绘图。</translation>
    </message>
    <message>
        <source>how the window is laid out</source>
        <translation>窗口布局</translation>
    </message>
    <message>
        <source>reset the lab</source>
        <translation>重置实验室</translation>
    </message>
    <message>
        <source>the model and its curves</source>
        <translation>模型及其曲线</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>what is on the pad</source>
        <translation>画板上的内容</translation>
    </message>
</context>
<context>
    <name>LayerAdders</name>
    <message>
        <source>Add a layer of another kind</source>
        <translation>添加其他种类的层</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>1 number</source>
        <translation>1 个数值</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>No hidden layer: each character leads straight to the next one.</source>
        <translation>没有隐藏层：每个字符直接通向下一个字符。</translation>
    </message>
    <message>
        <source>No hidden layer: the features lead straight to the classes.</source>
        <translation>没有隐藏层：特征直接通向类别。</translation>
    </message>
    <message>
        <source>No hidden layer: the pixels lead straight to the classes.</source>
        <translation>没有隐藏层：像素直接连到各个类别。</translation>
    </message>
    <message>
        <source>{count} characters · each one of {signs}</source>
        <translation>{count} 个字符 · 每个取自 {signs} 个</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个特征</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} 个像素</translation>
    </message>
    <message>
        <source>{count} signs</source>
        <translation>{count} 个字符</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Details of layer {number}</source>
        <translation>第 {number} 层的详情</translation>
    </message>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down)</source>
        <translation>拖动可调整顺序（Alt+Up、Alt+Down）</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Layer {number}: {setting}</source>
        <translation>第 {number} 层：{setting}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move layer {number}</source>
        <translation>移动第 {number} 层</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>移除第 {number} 层</translation>
    </message>
    <message>
        <source>Remove this layer (Delete)</source>
        <translation>移除这一层（Delete）</translation>
    </message>
    <message>
        <source>Show or hide what is seldom changed</source>
        <translation>显示或隐藏不常更改的设置</translation>
    </message>
</context>
<context>
    <name>LayersPicture</name>
    <message>
        <source>{neuron}: at most {value}</source>
        <translation>{neuron}：最大 {value}</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>A lesson that somebody wrote</source>
        <translation>别人写的一课</translation>
    </message>
    <message>
        <source>All lessons of a folder</source>
        <translation>一个文件夹中的所有课程</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Open file …</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{title}
{minutes} · {summary}</source>
        <translation>{title}
{minutes} · {summary}</translation>
    </message>
    <message>
        <source>{title}, done</source>
        <translation>{title}，已完成</translation>
    </message>
</context>
<context>
    <name>LessonMistakes</name>
    <message>
        <source>These lessons cannot be used as they are written. Mend them line by line, and open them again.</source>
        <translation>这些课程照现在的写法无法使用。请逐行改正后重新打开。</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Bring into sight what this step is about</source>
        <translation>显示这一步所讲的内容</translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Close the lessons (Esc)</source>
        <translation>关闭课程（Esc）</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Fold the lessons away</source>
        <translation>收起课程</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Unfold the lessons</source>
        <translation>展开课程</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Lessons (*.toml);;All files (*)</source>
        <translation>课程 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次使用？</translation>
    </message>
    <message>
        <source>Open a folder of lessons</source>
        <translation>打开课程文件夹</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Short lessons lead you through the lab, from the first training on.</source>
        <translation>简短的课程会带你了解这个实验室，从第一次训练开始。</translation>
    </message>
    <message>
        <source>Show Lessons</source>
        <translation>显示课程</translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation>请先停止训练。</translation>
    </message>
    <message>
        <source>set up for “{title}”</source>
        <translation>为“{title}”准备设置</translation>
    </message>
</context>
<context>
    <name>LineEntry</name>
    <message>
        <source>change the seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>change the temperature</source>
        <translation>更改温度</translation>
    </message>
    <message>
        <source>enter an example</source>
        <translation>输入一个样本</translation>
    </message>
    <message>
        <source>type</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The model said</source>
        <translation>模型的回答</translation>
    </message>
</context>
<context>
    <name>LinePad</name>
    <message>
        <source>An unseen question</source>
        <translation>没有学过的问题</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>问模型</translation>
    </message>
    <message>
        <source>Begin a text</source>
        <translation>开始一段文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Let the model go on, letter by letter (Enter in the line)</source>
        <translation>让模型一个字符一个字符地写下去（在输入行中按 Enter）</translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation>还没有网络：请按“训练”</translation>
    </message>
    <message>
        <source>Not in the model&apos;s alphabet: {names}</source>
        <translation>不在模型的字符表中：{names}</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Put all of the text on the clipboard</source>
        <translation>把全部文本放到剪贴板上</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The likeliest next characters</source>
        <translation>最可能的下一个字符</translation>
    </message>
    <message>
        <source>The model finds that nothing follows</source>
        <translation>模型认为后面没有内容</translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation>网络正在准备…</translation>
    </message>
    <message>
        <source>The next character</source>
        <translation>下一个字符</translation>
    </message>
    <message>
        <source>Too long: only the last {count} characters are read</source>
        <translation>太长：只读取最后 {count} 个字符</translation>
    </message>
    <message>
        <source>Type something, or take one of the suggestions</source>
        <translation>请输入内容，或选用一个建议</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写下去</translation>
    </message>
    <message>
        <source>Write no further</source>
        <translation>不再写下去</translation>
    </message>
    <message>
        <source>such as {example}</source>
        <translation>例如 {example}</translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✓ Right: an unseen question</source>
        <translation>✓ 正确：没有学过的问题</translation>
    </message>
    <message>
        <source>✗ Right would be {answer}</source>
        <translation>✗ 正确的是 {answer}</translation>
    </message>
</context>
<context>
    <name>LineStrip</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation>单击可把它放到画板上。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Examples appear here with the data.</source>
        <translation>有了数据，样本就会出现在这里。</translation>
    </message>
    <message>
        <source>No examples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>The model goes on with “{beginning}”</source>
        <translation>模型接着写“{beginning}”</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>the model says “{answer}”</source>
        <translation>模型回答“{answer}”</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{right} of {count} questions are answered rightly</source>
        <translation>{count} 个问题中答对了 {right} 个</translation>
    </message>
    <message>
        <source>“{question}”: right is {answer}</source>
        <translation>“{question}”：正确的是 {answer}</translation>
    </message>
    <message>
        <source>“{question}”: the model says {answer}, and that is right</source>
        <translation>“{question}”：模型回答 {answer}，这是正确的</translation>
    </message>
</context>
<context>
    <name>LinesPicture</name>
    <message>
        <source>Every trial as a line through its settings</source>
        <translation>每个试验是穿过其设置的一条线</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>A line for each trial, through the values of its settings to what it reached</source>
        <translation>每个试验一条线，穿过各设置的取值，直到它达到的结果</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>All trials</source>
        <translation>全部试验</translation>
    </message>
    <message>
        <source>Take the marks from the axes</source>
        <translation>去掉坐标轴上的标记</translation>
    </message>
    <message>
        <source>The stronger the colour, the better. Drag along an axis to choose the trials there.</source>
        <translation>颜色越醒目越好。沿坐标轴拖动，选择那里的试验。</translation>
    </message>
</context>
<context>
    <name>LongTable</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Writing the numbers …</source>
        <translation>正在写入数值…</translation>
    </message>
</context>
<context>
    <name>LookTable</name>
    <message>
        <source>Nothing is taken from characters that are still to come.</source>
        <translation>不会从后面还没有出现的字符中取。</translation>
    </message>
    <message>
        <source>{looks} takes {share} from {other}</source>
        <translation>{looks}从{other}中取 {share}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Another program holds the file of the layout: how the window stands is not kept.</source>
        <translation>另一个程序正占用布局文件：窗口的布局不会被保存。</translation>
    </message>
    <message>
        <source>This model is from older settings. Train to use the new ones.</source>
        <translation>这个模型来自以前的设置。要使用新设置，请重新训练。</translation>
    </message>
    <message>
        <source>the progress of the lessons</source>
        <translation>课程进度</translation>
    </message>
    <message>
        <source>trained network</source>
        <translation>训练好的网络</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation>{name}，{moment}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Each point as the name of its class</source>
        <translation>用类别名表示每个点</translation>
    </message>
    <message>
        <source>Examples that are alike lie close together; it takes some seconds. A drawing is put between the examples most like it.</source>
        <translation>相似的样本彼此靠近；需要几秒钟。手绘图放在与它最相似的样本之间。</translation>
    </message>
    <message>
        <source>How the map is made</source>
        <translation>用什么方法绘制分布图</translation>
    </message>
    <message>
        <source>How the points are drawn</source>
        <translation>用什么表示各个点</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新绘制</translation>
    </message>
    <message>
        <source>Make the map of the present weights</source>
        <translation>绘制当前权重的分布图</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Map of a hidden layer</source>
        <translation>隐藏层的分布图</translation>
    </message>
    <message>
        <source>The network has diverged: there are no numbers to make a map of.</source>
        <translation>网络已发散：没有可用来绘制分布图的数值。</translation>
    </message>
    <message>
        <source>The plane on which the points lie furthest apart</source>
        <translation>各点彼此离得最远的平面</translation>
    </message>
    <message>
        <source>Which examples a layer finds alike, and where the drawing falls</source>
        <translation>这一层认为哪些样本相似，以及手绘图落在哪里</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你的手绘图</translation>
    </message>
    <message>
        <source>your picture</source>
        <translation>你的图片</translation>
    </message>
    <message>
        <source>{count} examples, weights of step {step}</source>
        <translation>{count} 个样本，第 {step} 步的权重</translation>
    </message>
    <message>
        <source>{count} examples; the plane shows {share} of their differences</source>
        <translation>{count} 个样本；这个平面显示了它们差别的 {share}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with a Run</source>
        <translation>与训练记录比较</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Difference of confusion matrices</source>
        <translation>混淆矩阵之差</translation>
    </message>
    <message>
        <source>How many examples</source>
        <translation>有多少个样本</translation>
    </message>
    <message>
        <source>Measuring {other} on the same examples …</source>
        <translation>正在用相同的样本测量{other}…</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Take care: {count} of these examples are among those that {model} learnt from.</source>
        <translation>请注意：其中 {count} 个是{model}学习过的样本。</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>格子里显示什么</translation>
    </message>
    <message>
        <source>Whether {model} learnt from some of these examples is not known.</source>
        <translation>无法确定{model}是否学习过其中一些样本。</translation>
    </message>
    <message>
        <source>Which share of the examples of a class, in percent</source>
        <translation>占该类别样本的百分之几</translation>
    </message>
    <message>
        <source>the model at hand</source>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>this report</source>
        <translation>这份报告</translation>
    </message>
    <message>
        <source>{this} less {other}</source>
        <translation>{this}减去{other}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>“{name}” (best weights)</source>
        <translation>“{name}”（最佳权重）</translation>
    </message>
    <message>
        <source>“{name}” (final weights)</source>
        <translation>“{name}”（最终权重）</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About NetSketch</source>
        <translation>关于 NetSketch(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Clear Drawing</source>
        <translation>清空画板(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find Anything …</source>
        <translation>查找任何内容(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;First Steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Folded Away</source>
        <translation>收起(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open Model …</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pad</source>
        <translation>画板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>偏好设置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restart, Same Seed</source>
        <translation>用相同种子重新训练(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save Model</source>
        <translation>保存模型(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>At the &amp;Right</source>
        <translation>放在右侧(&amp;R)</translation>
    </message>
    <message>
        <source>Bring all to the state of a first start, for the next lesson; runs are kept</source>
        <translation>为下一节课恢复到初次启动的状态；训练记录会保留</translation>
    </message>
    <message>
        <source>Copy &amp;Drawing as Image</source>
        <translation>把手绘图复制为图像(&amp;D)</translation>
    </message>
    <message>
        <source>Curves and pad alone, in large letters, for a projector</source>
        <translation>只显示曲线和画板，字号放大，供投影使用</translation>
    </message>
    <message>
        <source>Fold Pad A&amp;way</source>
        <translation>收起画板(&amp;W)</translation>
    </message>
    <message>
        <source>In a &amp;Window of its Own</source>
        <translation>放在单独的窗口(&amp;W)</translation>
    </message>
    <message>
        <source>No file was opened yet.</source>
        <translation>还没有打开过文件。</translation>
    </message>
    <message>
        <source>Nothing is being trained.</source>
        <translation>当前没有在训练。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>On the &amp;Second Screen</source>
        <translation>放到第二屏幕(&amp;S)</translation>
    </message>
    <message>
        <source>One &amp;Batch</source>
        <translation>一个批次(&amp;B)</translation>
    </message>
    <message>
        <source>One &amp;Epoch</source>
        <translation>一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;Experiment …</source>
        <translation>打开实验(&amp;E)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Open Lesso&amp;n …</source>
        <translation>打开课程(&amp;N)…</translation>
    </message>
    <message>
        <source>Open the &amp;Trained Network</source>
        <translation>打开训练好的网络(&amp;T)</translation>
    </message>
    <message>
        <source>Paste &amp;Image onto Pad</source>
        <translation>把图像粘贴到画板(&amp;I)</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>演示模式(&amp;M)</translation>
    </message>
    <message>
        <source>Reset the La&amp;b …</source>
        <translation>重置实验室(&amp;B)…</translation>
    </message>
    <message>
        <source>Restart, &amp;New Seed</source>
        <translation>用新种子重新训练(&amp;N)</translation>
    </message>
    <message>
        <source>Save E&amp;xperiment As …</source>
        <translation>实验另存为(&amp;X)…</translation>
    </message>
    <message>
        <source>Save Model &amp;As …</source>
        <translation>模型另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Sho&amp;w Pad</source>
        <translation>显示画板(&amp;W)</translation>
    </message>
    <message>
        <source>Show &amp;Keystrokes</source>
        <translation>显示按键(&amp;K)</translation>
    </message>
    <message>
        <source>Show large which keys are pressed, but never what is typed into a field</source>
        <translation>用大号字显示按下的键，但绝不显示在输入框里键入的内容</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation>请先停止训练。</translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>There is no run yet. Train first.</source>
        <translation>还没有训练记录。请先训练。</translation>
    </message>
    <message>
        <source>There is no second screen. Connect one, and let it show more than the first.</source>
        <translation>没有第二屏幕。请接上一块屏幕，并设为扩展显示。</translation>
    </message>
    <message>
        <source>Wait until it is prepared or has stopped.</source>
        <translation>请等待准备完成或停止完成。</translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>A teacher counts as well: δ is drawn to what it finds probable, too.</source>
        <translation>教师模型也起作用：δ 还会被拉向它认为可能的答案。</translation>
    </message>
    <message>
        <source>All weights go against their gradients at once, as far as the optimiser lets them.</source>
        <translation>所有权重同时逆着各自的梯度移动，移动多远由优化器决定。</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Batch normalisation has a scale and a shift for each unit; they learn by the same rule, unshown.</source>
        <translation>批量归一化对每个神经元有一个缩放和一个平移参数；它们按同样的规则学习，此处不显示。</translation>
    </message>
    <message>
        <source>Batch normalisation lets all examples of the batch take part in this δ.</source>
        <translation>由于批量归一化，这一批次的所有样本都参与了这个 δ。</translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and look at its first batch (F6)</source>
        <translation>从新的随机权重开始一次训练，并查看它的第一个批次（F6）</translation>
    </message>
    <message>
        <source>Brought to mean 0 and deviation 1, which is the network&apos;s first part.</source>
        <translation>已变为均值 0、标准差 1，这是网络的第一部分。</translation>
    </message>
    <message>
        <source>Close the microscope (Esc)</source>
        <translation>关闭显微镜（Esc）</translation>
    </message>
    <message>
        <source>Dropout leaves this unit on, and scales it by k = {factor}.</source>
        <translation>随机失活保留了这个神经元，并把它乘以 k = {factor}。</translation>
    </message>
    <message>
        <source>Dropout switches this unit off for this example.</source>
        <translation>对这个样本，随机失活关闭了这个神经元。</translation>
    </message>
    <message>
        <source>Each class adds up what comes in times its weights, and its bias: the sums are the outputs, or logits.</source>
        <translation>每个类别把输入乘以权重后相加，再加上偏置：这些和就是输出，即 logit。</translation>
    </message>
    <message>
        <source>Each unit adds up what comes in times its weights, and its bias; {activation} makes of the sum what it gives on.</source>
        <translation>每个神经元把输入乘以权重后相加，再加上偏置；{activation} 把这个和变成它传给下一层的值。</translation>
    </message>
    <message>
        <source>Each unit takes the δ behind it back along its weights, and times the slope of its activation function that is its own δ.</source>
        <translation>每个神经元沿着权重取回后一层的 δ，再乘以激活函数的斜率，就得到它自己的 δ。</translation>
    </message>
    <message>
        <source>Example of the batch</source>
        <translation>批次中的样本</translation>
    </message>
    <message>
        <source>Example {number} of {count}</source>
        <translation>样本 {number}（共 {count} 个）</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Held: this weight stays as it is.</source>
        <translation>固定：这个权重保持不变。</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>One step under the microscope</source>
        <translation>显微镜下的一步</translation>
    </message>
    <message>
        <source>Shortened example by example, with noise: what the private training lets out.</source>
        <translation>逐样本裁剪并加入噪声：这就是隐私训练所透露的全部。</translation>
    </message>
    <message>
        <source>Softmax turns the outputs into probabilities; the less the right class gets, the greater the loss −log p.</source>
        <translation>softmax 把输出变成概率；正确类别得到的越少，损失 −log p 就越大。</translation>
    </message>
    <message>
        <source>Step {step} · {phase}</source>
        <translation>第 {step} 步 · {phase}</translation>
    </message>
    <message>
        <source>Step {step}: epoch {epoch}, batch {batch} of {batches}</source>
        <translation>第 {step} 步：第 {epoch} 轮，第 {batch} 个批次（共 {batches} 个）</translation>
    </message>
    <message>
        <source>Take one step of training: what it computes is written out here, forwards, backwards, and into the weights.</source>
        <translation>训练一步：它所计算的一切都会写在这里——前向、反向，直到权重。</translation>
    </message>
    <message>
        <source>The activation function is flat here: nothing goes further back through this unit.</source>
        <translation>激活函数在这里是平的：没有任何东西再经过这个神经元往回传。</translation>
    </message>
    <message>
        <source>The arithmetic</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>The batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The bias of the unit, with ∂L/∂b = {gradient}, goes from {before} to {after} likewise.</source>
        <translation>这个神经元的偏置（∂L/∂b = {gradient}）同样从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>The chain rule: a weight counts by what goes in, a, times the δ that it leads to, averaged over the {count} examples.</source>
        <translation>链式法则：一个权重的影响等于输入 a 乘以它所通向的 δ，再对 {count} 个样本取平均。</translation>
    </message>
    <message>
        <source>The gradient of a weight</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <source>The gradient of all weights is {length} long, which is within the limit of {limit}.</source>
        <translation>全部权重的梯度长度为 {length}，没有超过上限 {limit}。</translation>
    </message>
    <message>
        <source>The gradient of all weights is {length} long; to be {limit}, it is taken times c = {factor}.</source>
        <translation>全部权重的梯度长度为 {length}；为了缩短到 {limit}，它被乘以 c = {factor}。</translation>
    </message>
    <message>
        <source>The layers before learn by the same rule; only dense layers are shown.</source>
        <translation>前面的层按同样的规则学习；这里只显示全连接层。</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss is no number any more: the step went much too far.</source>
        <translation>损失已不再是数：这一步走得太远了。</translation>
    </message>
    <message>
        <source>The same batch again</source>
        <translation>再看同一批次</translation>
    </message>
    <message>
        <source>The same units are switched off both times.</source>
        <translation>两次关闭的是同样的神经元。</translation>
    </message>
    <message>
        <source>The schedule makes {now} of the learning rate {base} in this step.</source>
        <translation>在这一步，学习率调度把学习率 {base} 变成 {now}。</translation>
    </message>
    <message>
        <source>The strongest {shown} of {total}.</source>
        <translation>{total} 个中最强的 {shown} 个。</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>The weight goes from {before} to {after}.</source>
        <translation>权重从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>Train one batch, and look at it (F6)</source>
        <translation>训练一个批次并查看（F6）</translation>
    </message>
    <message>
        <source>Training example {number}, class “{label}”</source>
        <translation>训练样本 {number}，类别“{label}”</translation>
    </message>
    <message>
        <source>What the layers before give on; only layers that see all of it are shown.</source>
        <translation>这是前面各层传来的值；这里只显示全连接的层。</translation>
    </message>
    <message>
        <source>Which example of the batch is followed</source>
        <translation>跟踪批次中的哪个样本</translation>
    </message>
    <message>
        <source>With label smoothing {target} should come out of the right class, and not 1; δ follows that.</source>
        <translation>由于标签平滑，正确类别应当得到 {target} 而不是 1；δ 也随之而变。</translation>
    </message>
    <message>
        <source>With the new weights the same examples cost less: the step went the right way.</source>
        <translation>用新权重，同样的样本损失更小：这一步走对了方向。</translation>
    </message>
    <message>
        <source>With the new weights the same examples cost more: the step went too far, or in a bad direction.</source>
        <translation>用新权重，同样的样本损失更大：这一步走得太远，或方向不对。</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>corrected for its start at 0</source>
        <translation>修正从 0 开始的偏差</translation>
    </message>
    <message>
        <source>corrected likewise</source>
        <translation>同样修正</translation>
    </message>
    <message>
        <source>example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>输入 {number}</translation>
    </message>
    <message>
        <source>input “{name}”</source>
        <translation>输入“{name}”</translation>
    </message>
    <message>
        <source>looked ahead</source>
        <translation>向前看</translation>
    </message>
    <message>
        <source>mean of the batch of {count}</source>
        <translation>{count} 个样本的批次的平均</translation>
    </message>
    <message>
        <source>mean of the gradients</source>
        <translation>梯度的平均</translation>
    </message>
    <message>
        <source>mean of their squares</source>
        <translation>梯度平方的平均</translation>
    </message>
    <message>
        <source>new weight</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>output “{name}”</source>
        <translation>输出“{name}”</translation>
    </message>
    <message>
        <source>pixel {place}</source>
        <translation>像素 {place}</translation>
    </message>
    <message>
        <source>pulled towards 0 by weight decay</source>
        <translation>权重衰减把它拉向 0</translation>
    </message>
    <message>
        <source>q is what the teacher finds probable at its temperature T, and s its share.</source>
        <translation>q 是教师模型在温度 T 下认为的概率，s 是它所占的比例。</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>裁剪后</translation>
    </message>
    <message>
        <source>this example</source>
        <translation>这个样本</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>unit {number} of {layer}</source>
        <translation>{layer}的神经元 {number}</translation>
    </message>
    <message>
        <source>what is carried on</source>
        <translation>动量所保留的</translation>
    </message>
    <message>
        <source>whole batch</source>
        <translation>整个批次</translation>
    </message>
    <message>
        <source>with weight decay</source>
        <translation>加上权重衰减</translation>
    </message>
    <message>
        <source>{count} of {total} examples cost less than before.</source>
        <translation>{total} 个样本中有 {count} 个的损失比之前小。</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>其他 {count} 个</translation>
    </message>
    <message>
        <source>{count} training examples go through the network together; one of them, of class “{label}”, is followed.</source>
        <translation>{count} 个训练样本一起通过网络；这里跟踪其中一个，类别为“{label}”。</translation>
    </message>
    <message>
        <source>{first} → {second}</source>
        <translation>{first} → {second}</translation>
    </message>
    <message>
        <source>{shown} of {total}, strongest |a|</source>
        <translation>{total} 中的 {shown} 个，|a| 最大</translation>
    </message>
    <message>
        <source>{shown} of {total}, strongest |δ|</source>
        <translation>{total} 中的 {shown} 个，|δ| 最大</translation>
    </message>
    <message>
        <source>δ says how the loss grows with a sum: at the output it is the probability less what should have come out.</source>
        <translation>δ 表示损失随加权和增长得多快：在输出层，它是概率减去应有的值。</translation>
    </message>
</context>
<context>
    <name>Mislabelled</name>
    <message>
        <source>mark as mislabelled</source>
        <translation>标为标签有误</translation>
    </message>
    <message>
        <source>take the mark back</source>
        <translation>取消标记</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>All mistakes</source>
        <translation>全部错例</translation>
    </message>
    <message>
        <source>Mark the image as mislabelled: it is noted in a file beside the data, which stay as they are</source>
        <translation>标记这张图像的标签有误：标记写在数据旁边的文件里，数据本身不变</translation>
    </message>
    <message>
        <source>Mislabelled</source>
        <translation>标签有误</translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation>没有错例</translation>
    </message>
    <message>
        <source>Send to the pad</source>
        <translation>放到画板</translation>
    </message>
    <message>
        <source>{count} examples of “{truth}” read right</source>
        <translation>{count} 个“{truth}”的样本认对</translation>
    </message>
    <message>
        <source>{count} examples of “{truth}” taken for “{answer}”</source>
        <translation>{count} 个“{truth}”的样本被认成“{answer}”</translation>
    </message>
    <message>
        <source>{count} mistakes, those the model is surest of first</source>
        <translation>{count} 个错例，模型最确信的排在最前</translation>
    </message>
    <message>
        <source>“{truth}”, read right with {confidence} confidence</source>
        <translation>“{truth}”，认对，置信度 {confidence}</translation>
    </message>
    <message>
        <source>“{truth}”, taken for “{answer}” with {confidence} confidence</source>
        <translation>“{truth}”，被认成“{answer}”，置信度 {confidence}</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a run …</source>
        <translation>选择训练记录…</translation>
    </message>
    <message>
        <source>Model that leaves</source>
        <translation>要离开程序的模型</translation>
    </message>
    <message>
        <source>Which model is exported or served</source>
        <translation>导出或提供服务的是哪个模型</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>Another window or program has written it. Do you want to replace what it has written?</source>
        <translation>另一个窗口或程序写过它。要替换它所写的内容吗？</translation>
    </message>
    <message>
        <source>Changed Model</source>
        <translation>已更改的模型</translation>
    </message>
    <message>
        <source>Do you want to save it before it is gone?</source>
        <translation>它就要被替换了，要先保存吗？</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation>实验 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors)</source>
        <translation>NetSketch 模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation>NetSketch 模型 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Opened the trained network. Draw a digit on the pad.</source>
        <translation>已打开训练好的网络。请在画板上写一个数字。</translation>
    </message>
    <message>
        <source>Opened “{name}”. Draw on the pad to try it.</source>
        <translation>已打开“{name}”。在画板上画一画，试试它。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save As …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Settings of “{name}” taken over.</source>
        <translation>已采用“{name}”的设置。</translation>
    </message>
    <message>
        <source>Settings saved as “{name}”.</source>
        <translation>设置已保存为“{name}”。</translation>
    </message>
    <message>
        <source>The trained model is not saved.</source>
        <translation>训练好的模型还没有保存。</translation>
    </message>
    <message>
        <source>The trained network opens as soon as PyTorch is loaded …</source>
        <translation>PyTorch 载入后就会打开训练好的网络…</translation>
    </message>
    <message>
        <source>Unsaved Model</source>
        <translation>未保存的模型</translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation>“{name}”的设置</translation>
    </message>
    <message>
        <source>“{name}” opens as soon as PyTorch is loaded …</source>
        <translation>PyTorch 载入后就会打开“{name}”…</translation>
    </message>
    <message>
        <source>“{name}” was changed since it was opened here.</source>
        <translation>“{name}”在这里打开之后被更改过。</translation>
    </message>
</context>
<context>
    <name>ModelSaving</name>
    <message>
        <source>NetSketch models (*.safetensors)</source>
        <translation>NetSketch 模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>d MMM HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>MyDigitsBrowser</name>
    <message>
        <source>Another Name …</source>
        <translation>其他名称…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Draw a digit on the pad, then press its key:
the drawing comes here.</source>
        <translation>在画板上画一个数字，然后按它的键：
手绘图就会出现在这里。</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>That was a</source>
        <translation>这是</translation>
    </message>
</context>
<context>
    <name>MyDigitsEditor</name>
    <message>
        <source>add to My Digits</source>
        <translation>加入“我的数字”</translation>
    </message>
    <message>
        <source>delete drawing</source>
        <translation>删除手绘图</translation>
    </message>
    <message>
        <source>delete drawings</source>
        <translation>删除手绘图</translation>
    </message>
    <message>
        <source>import into My Digits</source>
        <translation>导入到“我的数字”</translation>
    </message>
    <message>
        <source>relabel as “{name}”</source>
        <translation>改标为“{name}”</translation>
    </message>
</context>
<context>
    <name>NamingRow</name>
    <message>
        <source>Add the drawing to My Digits as {name} (key {key})</source>
        <translation>把手绘图作为 {name} 加入“我的数字”（键 {key}）</translation>
    </message>
    <message>
        <source>Another Name …</source>
        <translation>其他名称…</translation>
    </message>
    <message>
        <source>Another class</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <source>Choose or Type a Name …</source>
        <translation>选择或输入名称…</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Say that it was something else</source>
        <translation>指明它其实是别的</translation>
    </message>
    <message>
        <source>Take the drawing back</source>
        <translation>收回手绘图</translation>
    </message>
    <message>
        <source>Take the drawing out of My Digits and back onto the pad</source>
        <translation>把手绘图从“我的数字”中取出，放回画板</translation>
    </message>
    <message>
        <source>That was a</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>That was a {name}</source>
        <translation>这是 {name}</translation>
    </message>
    <message>
        <source>Type it, or choose …</source>
        <translation>输入或选择…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>NetworkDiagram</name>
    <message>
        <source>1 more hidden layer</source>
        <translation>还有 1 个隐藏层</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 个数值</translation>
    </message>
    <message>
        <source>Blue is above 0, orange below; the stronger, the larger.</source>
        <translation>蓝色大于 0，橙色小于 0；颜色越深，数值越大。</translation>
    </message>
    <message>
        <source>Click on a part of it to see what its token takes, and again to see the one that counts most.</source>
        <translation>点击其中一块，查看它的词元取了什么；再点击一次，回到最重要的词元。</translation>
    </message>
    <message>
        <source>Each square shows what a unit gives at every place of the plane: blue above 0, orange below.</source>
        <translation>每个方块显示一个神经元在平面各处的输出：大于 0 为蓝色，小于 0 为橙色。</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 个隐藏层</translation>
    </message>
    <message>
        <source>Hidden layers {first} to {last} are alike; of the first:</source>
        <translation>第 {first} 到第 {last} 个隐藏层都一样；以下是第一个：</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Now, for the token at {token}, of which the answer has most, {share}:</source>
        <translation>此刻，对于{token}的词元（它在回答中占得最多，{share}）：</translation>
    </message>
    <message>
        <source>Now, for the token at {token}, of which the answer has {share}:</source>
        <translation>此刻，对于{token}的词元（它在回答中占 {share}）：</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output: at each place, how likely each sign is to come next</source>
        <translation>输出：在每个位置，每个字符作为下一个字符的概率</translation>
    </message>
    <message>
        <source>The image: {height} × {width} pixels make {count} numbers, x</source>
        <translation>图像：{height} × {width} 个像素构成 {count} 个数 x</translation>
    </message>
    <message>
        <source>The row: {count} features, each brought to mean 0 and deviation 1, make x</source>
        <translation>这一行：{count} 个特征，各自化为均值 0、标准差 1，构成 x</translation>
    </message>
    <message>
        <source>The text: {places} characters at most, each one of the {signs} of the alphabet, read from the left</source>
        <translation>文本：最多 {places} 个字符，每个取自字符表中的 {signs} 个，从左往右读</translation>
    </message>
    <message>
        <source>There are too many pairs of tokens to follow them here; Understand ▸ Attention shows them.</source>
        <translation>词元对太多，无法在此跟踪；“理解 ▸ 注意力”会显示它们。</translation>
    </message>
    <message>
        <source>Understand ▸ Attention shows which character looks at which.</source>
        <translation>“理解 ▸ 注意力”显示哪个字符在看哪个字符。</translation>
    </message>
    <message>
        <source>a is {shape}</source>
        <translation>a 的形状是 {shape}</translation>
    </message>
    <message>
        <source>and 1 more head</source>
        <translation>还有 1 个头</translation>
    </message>
    <message>
        <source>and {count} more heads</source>
        <translation>还有 {count} 个头</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>features</source>
        <translation>个特征</translation>
    </message>
    <message>
        <source>head {head}: q · k / √{size} = {score}, {share} of V from {token}</source>
        <translation>第 {head} 个头：q · k / √{size} = {score}，从{token}取 V 的 {share}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>p = softmax(z)</source>
        <translation>p = softmax(z)</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>signs to choose from</source>
        <translation>个可选字符</translation>
    </message>
    <message>
        <source>z is brought to mean 0 and deviation 1 over the batch</source>
        <translation>在一个批次内把 z 归一化为均值 0、标准差 1</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个特征</translation>
    </message>
    <message>
        <source>{count} more hidden layers</source>
        <translation>还有 {count} 个隐藏层</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} 个像素</translation>
    </message>
    <message>
        <source>{count} signs to choose from</source>
        <translation>{count} 个可选字符</translation>
    </message>
    <message>
        <source>{parameters} parameters · {memory} of memory</source>
        <translation>{parameters} 个参数 · 内存 {memory}</translation>
    </message>
    <message>
        <source>{shape} are made flat: {count} numbers, x</source>
        <translation>{shape} 展平为 {count} 个数，即 x</translation>
    </message>
    <message>
        <source>{share} % of a are switched off while training</source>
        <translation>训练时会关掉 a 的 {share}%</translation>
    </message>
</context>
<context>
    <name>NeuronPanel</name>
    <message>
        <source>Click on a neuron to see how it adds up what it is given.</source>
        <translation>单击一个神经元，看它如何把得到的数值加起来。</translation>
    </message>
    <message>
        <source>The sum in a neuron</source>
        <translation>神经元中的求和</translation>
    </message>
    <message>
        <source>The x of a feature is its number, brought to mean 0 and deviation 1 first.</source>
        <translation>特征的 x 是它的数值，先化为均值 0、标准差 1。</translation>
    </message>
    <message>
        <source>The x of a pixel is its grey, brought to mean 0 and deviation 1 first.</source>
        <translation>像素的 x 是它的灰度，先归一化为均值 0、标准差 1。</translation>
    </message>
    <message>
        <source>What each pixel adds to z</source>
        <translation>每个像素对 z 的贡献</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>At least {low}; {value} stays.</source>
        <translation>至少为 {low}；保留 {value}。</translation>
    </message>
    <message>
        <source>At most {high}; {value} stays.</source>
        <translation>最多为 {high}；保留 {value}。</translation>
    </message>
    <message>
        <source>{value} stays.</source>
        <translation>保留 {value}。</translation>
    </message>
    <message>
        <source>“{typed}” is not a number.</source>
        <translation>“{typed}”不是数字。</translation>
    </message>
    <message>
        <source>“{typed}” is not a whole number.</source>
        <translation>“{typed}”不是整数。</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>{name}: from {low} to {high}, usually {usual}</source>
        <translation>{name}：从 {low} 到 {high}，通常为 {usual}</translation>
    </message>
</context>
<context>
    <name>NumberSummary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation>95%：{low} 至 {high}</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How far an answer lies from what is right, on average</source>
        <translation>回答与真值平均相差多少</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>The same, but large errors count the more</source>
        <translation>同上，但大的误差分量更重</translation>
    </message>
    <message>
        <source>The share of the target&apos;s variance that the network explains: 100 % is best, and always saying the mean comes to 0 %. What is written as 0.83 elsewhere stands here as 83 %.</source>
        <translation>网络解释了目标值方差的多大比例：100% 最好，总是回答均值则为 0%。别处写作 0.83 的，这里写作 83%。</translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation>（{name}）</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>Answers against what is right</source>
        <translation>回答与真值对照</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>How far answers are off</source>
        <translation>回答偏差多少</translation>
    </message>
    <message>
        <source>What is shown beside the plot</source>
        <translation>图旁显示什么</translation>
    </message>
    <message>
        <source>Worst examples</source>
        <translation>最差的样本</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Copy the place</source>
        <translation>复制位置</translation>
    </message>
    <message>
        <source>No browser was found.</source>
        <translation>没有找到浏览器。</translation>
    </message>
    <message>
        <source>No program of this system opens “{name}”.</source>
        <translation>这个系统没有能打开“{name}”的程序。</translation>
    </message>
    <message>
        <source>No program of this system shows folders.</source>
        <translation>这个系统没有能显示文件夹的程序。</translation>
    </message>
    <message>
        <source>This is the place: {place}</source>
        <translation>位置是：{place}</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>“{name}”已不存在。</translation>
    </message>
</context>
<context>
    <name>OwnPointsEditor</name>
    <message>
        <source>add point</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>add points</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>delete point</source>
        <translation>删除点</translation>
    </message>
    <message>
        <source>delete points</source>
        <translation>删除点</translation>
    </message>
    <message>
        <source>move point</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>rename class</source>
        <translation>重命名类别</translation>
    </message>
    <message>
        <source>take points over</source>
        <translation>接管点</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>There is no pad for what this model takes.</source>
        <translation>对这个模型所接受的输入没有合适的画板。</translation>
    </message>
</context>
<context>
    <name>PadEdge</name>
    <message>
        <source>Fold the pad away</source>
        <translation>收起画板</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Show the pad</source>
        <translation>显示画板</translation>
    </message>
</context>
<context>
    <name>PadNaming</name>
    <message>
        <source>Kept as {name} in My Digits</source>
        <translation>已作为 {name} 保存在“我的数字”中</translation>
    </message>
</context>
<context>
    <name>PadWindow</name>
    <message>
        <source>Pad – NetSketch</source>
        <translation>画板 – NetSketch</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action, setting, station, preset or run, in any language</source>
        <translation>操作、设置、页面、预设或训练记录，中英文均可</translation>
    </message>
    <message>
        <source>Find Anything</source>
        <translation>查找任何内容</translation>
    </message>
    <message>
        <source>Nothing fits these words. Fewer or shorter ones may find more.</source>
        <translation>没有符合这些字词的内容。减少或缩短字词也许能找到更多。</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>符合的内容</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>要查找的内容</translation>
    </message>
</context>
<context>
    <name>PlacesPlot</name>
    <message>
        <source>Asked</source>
        <translation>问到次数</translation>
    </message>
    <message>
        <source>Character {place}: {share} right of {count}</source>
        <translation>第 {place} 个字符：{count} 个中答对 {share}</translation>
    </message>
    <message>
        <source>How often each character is right</source>
        <translation>每个字符答对的比例</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>place in the answer</source>
        <translation>在回答中的位置</translation>
    </message>
    <message>
        <source>place in the text</source>
        <translation>在文本中的位置</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
</context>
<context>
    <name>PlaneCanvas</name>
    <message>
        <source>a point of {name}</source>
        <translation>{name} 类的一个点</translation>
    </message>
    <message>
        <source>a point where {name} is {value}</source>
        <translation>一个 {name} 为 {value} 的点</translation>
    </message>
    <message>
        <source>the network says {name} with {percent}</source>
        <translation>网络判断为 {name}，概率 {percent}</translation>
    </message>
    <message>
        <source>the network says {name} {value}</source>
        <translation>网络的回答是 {name} {value}</translation>
    </message>
    <message>
        <source>to learn from</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>to test with</source>
        <translation>用于测试</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
</context>
<context>
    <name>PlaneLegend</name>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>to learn from</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>to test with</source>
        <translation>用于测试</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>判断错误</translation>
    </message>
</context>
<context>
    <name>PlanePad</name>
    <message>
        <source>Click to put points down</source>
        <translation>单击即可放置点</translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation>删除所有点</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Point at a place</source>
        <translation>指向平面上的一处</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>重命名类别</translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation>网络正在准备…</translation>
    </message>
    <message>
        <source>These points become your own, to be changed. Shall they replace the {count} points that you have put down before? It can be undone.</source>
        <translation>这些点将成为你自己的点，可以修改。要用它们替换你先前放置的 {count} 个点吗？此操作可以撤销。</translation>
    </message>
    <message>
        <source>Train, and watch its answer come</source>
        <translation>开始训练，看网络的回答如何形成</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Your points</source>
        <translation>你的点</translation>
    </message>
    <message>
        <source>add points</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>delete points</source>
        <translation>删除点</translation>
    </message>
    <message>
        <source>move point</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>rename class</source>
        <translation>重命名类别</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Points of each class: {counts}.</source>
        <translation>各类别的点数：{counts}。</translation>
    </message>
    <message>
        <source>The network is off by {off} on average.</source>
        <translation>网络平均偏差 {off}。</translation>
    </message>
    <message>
        <source>The network takes {wrong} of {count} for something else.</source>
        <translation>{count} 个点中有 {wrong} 个被网络判断为其他类别。</translation>
    </message>
    <message>
        <source>{count} points; {name} from {low} to {high}.</source>
        <translation>{count} 个点；{name} 从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count}</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>Changes with the next training.</source>
        <translation>从下一次训练开始生效。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>From a safe point a run can be resumed even if the program is killed: so much may be lost then.</source>
        <translation>即使程序被强行结束，训练也可以从安全点继续：最多丢失这么长时间的训练。</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>How large words are and what they stand in, apart from the scaling of the system.</source>
        <translation>文字和文字所在部件的大小，与系统缩放无关。</translation>
    </message>
    <message>
        <source>How many processor threads training uses where the settings of the experiment leave it open; automatic tries some at the beginning and takes the fastest number. This computer has {cores}. With another number the last digits of a run may differ.</source>
        <translation>实验设置没有指定时，训练使用多少个处理器线程；“自动”在开始时试几种，取最快的。这台电脑有 {cores} 个。线程数不同，训练结果的最后几位数字可能不同。</translation>
    </message>
    <message>
        <source>How much of the disk the kept runs may take. Beyond it old snapshots are thinned out, those of the oldest runs first; the best and the last weights of a run always stay. What would go is told before.</source>
        <translation>保存的训练记录最多可占用多少磁盘空间。超出时会删减旧快照，最旧的训练记录先删；每次训练的最佳权重和最后权重始终保留。减小空间之前会先告诉你将删除什么。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light or dark colours, or those that the desktop asks for.</source>
        <translation>浅色或深色，或者跟随桌面。</translation>
    </message>
    <message>
        <source>Room for runs</source>
        <translation>训练记录的空间</translation>
    </message>
    <message>
        <source>Safe point every</source>
        <translation>安全点间隔</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>窗口使用的语言。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Undo Defaults</source>
        <translation>撤销恢复默认值</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Looking at it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation>显示是哪些</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>还没有画任何东西。</translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation>每个类别的概率</translation>
    </message>
    <message>
        <source>{name}: {percent} %</source>
        <translation>{name}：{percent}%</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{help} ({keys})</source>
        <translation>{help}（{keys}）</translation>
    </message>
</context>
<context>
    <name>RangeRow</name>
    <message>
        <source>A list such as 32, 64, 128, or a span such as 0.001:0.1; with :log behind it, on a logarithmic scale.</source>
        <translation>一列取值，如 32, 64, 128；或一个区间，如 0.001:0.1；后面加上 :log 则按对数刻度取值。</translation>
    </message>
    <message>
        <source>Leave this setting as it is</source>
        <translation>保持这个设置不变</translation>
    </message>
    <message>
        <source>Leave “{setting}” as it is</source>
        <translation>保持“{setting}”不变</translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message>
        <source>{name}, {share}</source>
        <translation>{name}，{share}</translation>
    </message>
</context>
<context>
    <name>ReadingPicture</name>
    <message>
        <source>Neuron {unit}, step {step}</source>
        <translation>神经元 {unit}，第 {step} 步</translation>
    </message>
    <message>
        <source>The answer, had the image ended there</source>
        <translation>假如图像到此为止的回答</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>读取的内容</translation>
    </message>
    <message>
        <source>What is remembered, unit by unit</source>
        <translation>记住的内容，按神经元排列</translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation>{name}，第 {step} 步</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>After column {step} of {count}: {name}, {share}.</source>
        <translation>读完第 {step} 列（共 {count} 列）：{name}，{share}。</translation>
    </message>
    <message>
        <source>After row {step} of {count}: {name}, {share}.</source>
        <translation>读完第 {step} 行（共 {count} 行）：{name}，{share}。</translation>
    </message>
    <message>
        <source>After step {step} of {count}: {name}, {share}.</source>
        <translation>读完第 {step} 步（共 {count} 步）：{name}，{share}。</translation>
    </message>
    <message>
        <source>It makes up its mind at column {step}: from there to the end, {name} stays in front.</source>
        <translation>它在第 {step} 列拿定主意：从那里直到最后，{name} 一直领先。</translation>
    </message>
    <message>
        <source>It makes up its mind at row {step}: from there to the end, {name} stays in front.</source>
        <translation>它在第 {step} 行拿定主意：从那里直到最后，{name} 一直领先。</translation>
    </message>
    <message>
        <source>It makes up its mind at step {step}: from there to the end, {name} stays in front.</source>
        <translation>它在第 {step} 步拿定主意：从那里直到最后，{name} 一直领先。</translation>
    </message>
    <message>
        <source>It makes up its mind at the last column: before it, another answer is in front.</source>
        <translation>它到最后一列才拿定主意：在此之前领先的是另一个回答。</translation>
    </message>
    <message>
        <source>It makes up its mind at the last row: before it, another answer is in front.</source>
        <translation>它到最后一行才拿定主意：在此之前领先的是另一个回答。</translation>
    </message>
    <message>
        <source>It makes up its mind at the last step: before it, another answer is in front.</source>
        <translation>它到最后一步才拿定主意：在此之前领先的是另一个回答。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read the image step by step, or stop</source>
        <translation>逐步读取图像，或停止</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The gates of a neuron</source>
        <translation>一个神经元的门</translation>
    </message>
    <message>
        <source>This network reads no rows: it sees the image at once. Add an LSTM or GRU to see one read.</source>
        <translation>这个网络不逐行读取：它一次看到整幅图像。请添加一个 LSTM 层或 GRU 层，看看网络如何读取。</translation>
    </message>
    <message>
        <source>What a recurrent network remembers and would answer after every row</source>
        <translation>循环网络在每一行之后记住什么、会回答什么</translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}, which reads from the last step to the first: its gates</source>
        <translation>{layer}，神经元 {unit}（从最后一步读到第一步）：它的门</translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}: its gates over the steps</source>
        <translation>{layer}，神经元 {unit}：各步的门</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Choose one to see how it was proved.</source>
        <translation>请选择一项，查看它是如何验证的。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>及格线</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Recent exports</source>
        <translation>最近的导出</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Take the chosen exports from the list; their files stay</source>
        <translation>把选中的导出从列表中移除；文件会保留</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>Confidence of the answers against the share that is right</source>
        <translation>回答的置信度与认对比例的对照</translation>
    </message>
    <message>
        <source>Confidence; bars: share that is right, lines: mean confidence</source>
        <translation>置信度；条形：认对的比例，横线：平均置信度</translation>
    </message>
    <message>
        <source>{count} answers are given with {low} to {high} % confidence; {right} % of them are right.</source>
        <translation>有 {count} 个回答的置信度在 {low}% 到 {high}% 之间；其中 {right}% 是对的。</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Test examples right</source>
        <translation>测试样本认对</translation>
    </message>
    <message>
        <source>Validation examples right</source>
        <translation>验证样本认对</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>{changed}. {images}: {before} → {after}.</source>
        <translation>{changed}。{images}：{before} → {after}。</translation>
    </message>
    <message>
        <source>{measure} (test examples)</source>
        <translation>{measure}（测试样本）</translation>
    </message>
    <message>
        <source>{measure} (validation examples)</source>
        <translation>{measure}（验证样本）</translation>
    </message>
    <message>
        <source>{setting}: {before} → {after}</source>
        <translation>{setting}：{before} → {after}</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Calibration: {report}</source>
        <translation>校准：{report}</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错例</translation>
    </message>
    <message>
        <source>What is shown beside the matrix</source>
        <translation>在矩阵旁边显示什么</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>{outcome} At hand is the model of {file} instead.</source>
        <translation>{outcome}当前模型改为“{file}”中的模型。</translation>
    </message>
    <message>
        <source>{outcome} You kept another moment: {moment}.</source>
        <translation>{outcome}你采用了另一个时刻：{moment}。</translation>
    </message>
</context>
<context>
    <name>RocFacts</name>
    <message>
        <source>AUC {area} ({low} to {high}); 0.5 is guessing</source>
        <translation>AUC {area}（{low} 到 {high}）；0.5 相当于瞎猜</translation>
    </message>
    <message>
        <source>Best accuracy {share}; by chance up to {chance}</source>
        <translation>最佳准确率 {share}；碰巧可达 {chance}</translation>
    </message>
    <message>
        <source>Found at {alarms} false alarms: {share} ({low} to {high})</source>
        <translation>误报 {alarms} 时找出：{share}（{low} 到 {high}）</translation>
    </message>
</context>
<context>
    <name>RoomQuestion</name>
    <message>
        <source>Delete Snapshots</source>
        <translation>删除快照</translation>
    </message>
    <message>
        <source>Keep the Room</source>
        <translation>保持原来的空间</translation>
    </message>
    <message>
        <source>Room for Runs</source>
        <translation>训练记录的空间</translation>
    </message>
    <message>
        <source>Snapshots: {count}. Runs that lose some, the first to do so in front: {names}. The best and the last weights of every run stay, and so do its curves. What is deleted cannot be brought back.</source>
        <translation>快照：{count} 个。会失去快照的训练记录，按先后排列：{names}。每次训练的最佳权重、最后权重和曲线都会保留。删除后无法恢复。</translation>
    </message>
    <message>
        <source>With room for {limit} GB, old snapshots that take {bytes} are deleted.</source>
        <translation>空间改为 {limit} GB 时，将删除占用 {bytes} 的旧快照。</translation>
    </message>
    <message>
        <source>“{name}” in the bin</source>
        <translation>回收站中的“{name}”</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>{name} = {value}</source>
        <translation>{name} = {value}</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>keep a moment of the run</source>
        <translation>采用训练中的一个时刻</translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation>“{name}”的设置</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and pause after a batch (F6); Shift+F6 shows every number of it</source>
        <translation>从新的随机权重开始一次训练，一个批次后暂停（F6）；Shift+F6 显示其中每一个数</translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and pause after an epoch (F7)</source>
        <translation>从新的随机权重开始一次训练，一轮后暂停（F7）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the run and keep the model (F8)</source>
        <translation>结束训练并保留模型（F8）</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave presenter mode: everything is as it was before (F5 or Esc)</source>
        <translation>退出演示模式，一切恢复原样（F5 或 Esc）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the run (Space)</source>
        <translation>暂停训练（Space）</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready-made experiments; undo brings your own settings back</source>
        <translation>现成的实验；可用撤销恢复你自己的设置</translation>
    </message>
    <message>
        <source>Restart, new seed: other first weights and another order of the examples (Shift+F9)</source>
        <translation>用新种子重新训练：初始权重和样本顺序都不同（Shift+F9）</translation>
    </message>
    <message>
        <source>Restart, same seed: train from the beginning, with the same first weights (F9)</source>
        <translation>用相同种子重新训练：从头训练，初始权重相同（F9）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the run (Space)</source>
        <translation>继续训练（Space）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>停止载入</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>已早停</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Target accuracy reached</source>
        <translation>达到目标准确率</translation>
    </message>
    <message>
        <source>Target of {measure} reached</source>
        <translation>已达到{measure}目标</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train one batch, then pause (F6); Shift+F6 shows every number of it</source>
        <translation>训练一个批次后暂停（F6）；Shift+F6 显示其中每一个数</translation>
    </message>
    <message>
        <source>Train the network from new random weights (Space)</source>
        <translation>从新的随机权重开始训练网络（Space）</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause (F7)</source>
        <translation>训练到这一轮结束，然后暂停（F7）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>{count} examples/s</source>
        <translation>每秒 {count} 个样本</translation>
    </message>
    <message>
        <source>{outcome} · {epoch} of {epochs} epochs in {time}</source>
        <translation>{outcome} · {epoch}/{epochs} 轮，用时 {time}</translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation>{preset}，已更改</translation>
    </message>
    <message>
        <source>{state} · kept {moment}</source>
        <translation>{state} · 采用{moment}</translation>
    </message>
    <message>
        <source>{state} · shows {moment}</source>
        <translation>{state} · 显示{moment}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{what} …</source>
        <translation>{what}…</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Baseline: keep this run in view and compare the others with it</source>
        <translation>基准：让这条训练记录一直可见，并把其他记录与它比较</translation>
    </message>
    <message>
        <source>Best Weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>Best Weights (Epoch {epoch})</source>
        <translation>最佳权重（第 {epoch} 轮）</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the curves</source>
        <translation>曲线的颜色</translation>
    </message>
    <message>
        <source>Compare Mistakes</source>
        <translation>比较错例</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Draw on the pad with the model of this run</source>
        <translation>用这次训练的模型在画板上画</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Final Weights</source>
        <translation>最终权重</translation>
    </message>
    <message>
        <source>Go on where it was</source>
        <translation>从停下的地方继续</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>It is running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>It ran out of control, its loss grew without end: use its settings with a lower learning rate</source>
        <translation>训练失控，损失无限增大：请使用它的设置，并降低学习率</translation>
    </message>
    <message>
        <source>Light Blue</source>
        <translation>浅蓝</translation>
    </message>
    <message>
        <source>More epochs</source>
        <translation>更多轮</translation>
    </message>
    <message>
        <source>Open Model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Pin as Baseline</source>
        <translation>设为基准</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume a run; choose one in the table</source>
        <translation>继续一次训练；请在表格中选择</translation>
    </message>
    <message>
        <source>This is the run that is open: resume it with the buttons at the top</source>
        <translation>这是当前打开的训练：请用上方的按钮继续</translation>
    </message>
    <message>
        <source>Train it on, with more epochs</source>
        <translation>继续训练更多轮</translation>
    </message>
    <message>
        <source>Use Settings</source>
        <translation>使用设置</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>使用设置</translation>
    </message>
    <message>
        <source>Use the settings of this run for the next training</source>
        <translation>下次训练使用这条训练记录的设置</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>more epoch</source>
        <translation>轮（追加）</translation>
    </message>
    <message>
        <source>more epochs</source>
        <translation>轮（追加）</translation>
    </message>
    <message>
        <source>{form} …</source>
        <translation>{form}…</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>bring run back</source>
        <translation>恢复训练记录</translation>
    </message>
    <message>
        <source>change colour of run</source>
        <translation>更改训练记录的颜色</translation>
    </message>
    <message>
        <source>delete run</source>
        <translation>删除训练记录</translation>
    </message>
    <message>
        <source>delete runs</source>
        <translation>删除训练记录</translation>
    </message>
    <message>
        <source>pin baseline</source>
        <translation>设为基准</translation>
    </message>
    <message>
        <source>rename run</source>
        <translation>重命名训练记录</translation>
    </message>
    <message>
        <source>unpin baseline</source>
        <translation>取消基准</translation>
    </message>
    <message>
        <source>{count} runs are deleted.</source>
        <translation>已删除 {count} 条训练记录。</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>已删除“{name}”。</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>After each epoch, on at most 1,000 examples kept out of training that are attacked with ten steps, at the whole strength of the adversary.</source>
        <translation>每一轮之后测量，用至多 1,000 张未参加训练的样本，并以攻击者的全部强度走十步进行攻击。</translation>
    </message>
    <message>
        <source>After each epoch, on examples kept out of training, with nothing dropped and nothing varied. Label smoothing is left out of both losses.</source>
        <translation>每一轮之后测量，用未参加训练的样本，不做随机失活，也不做变化。两种损失都不含标签平滑。</translation>
    </message>
    <message>
        <source>Choose runs in the table: their curves appear here, one over the other</source>
        <translation>在表格中选择训练记录：它们的曲线会叠在一起显示在这里</translation>
    </message>
    <message>
        <source>Curves appear here with the first steps</source>
        <translation>训练几步之后，曲线会出现在这里</translation>
    </message>
    <message>
        <source>Draw the training curves too, as dots: of each epoch, or of the batches, smoothed</source>
        <translation>同时用点画出训练曲线：每一轮的，或平滑后的各批次的</translation>
    </message>
    <message>
        <source>Each batch, before the step that learns from it.</source>
        <translation>每个批次，在用它学习的那一步之前。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>No epoch is done yet</source>
        <translation>还没有完成一轮</translation>
    </message>
    <message>
        <source>Press Train: curves appear here</source>
        <translation>按“训练”，曲线就会出现在这里</translation>
    </message>
    <message>
        <source>The curves are being read …</source>
        <translation>正在读取曲线…</translation>
    </message>
    <message>
        <source>The mean of an epoch&apos;s batches: measured while the weights change, and with dropout, varied and attacked examples where there are any. So it can look worse than validation.</source>
        <translation>一轮中各批次的平均值：在权重变化的过程中测得；有随机失活、变化的样本和受攻击的样本时也包含在内。所以它可能看起来比验证还差。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>What is counted along x</source>
        <translation>x 轴按什么计</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>Without validation there is no such curve: tick “Training”</source>
        <translation>没有验证就没有这条曲线：请勾选“训练”</translation>
    </message>
    <message>
        <source>attacked</source>
        <translation>受攻击</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>按轮</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>threads: {count}</source>
        <translation>{count} 个线程</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{name}, training</source>
        <translation>{name}，训练</translation>
    </message>
    <message>
        <source>{shown} of the {count} chosen runs are drawn.</source>
        <translation>所选的 {count} 条训练记录中画出了 {shown} 条。</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Attacked</source>
        <translation>受攻击</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Branched from</source>
        <translation>分支自</translation>
    </message>
    <message>
        <source>Choose a run in the table to read more of it.</source>
        <translation>在表格中选择一条训练记录，查看更多内容。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>最低损失</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation>这次训练的备注</translation>
    </message>
    <message>
        <source>Notes: what you tried, and what came of it</source>
        <translation>备注：试了什么，结果如何</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Trial of</source>
        <translation>所属试验</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>可以试试</translation>
    </message>
    <message>
        <source>as in its preset</source>
        <translation>与其预设相同</translation>
    </message>
    <message>
        <source>of epoch {epoch}, the best</source>
        <translation>第 {epoch} 轮，最佳</translation>
    </message>
    <message>
        <source>{count} to train</source>
        <translation>{count} 张用于训练</translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>Accuracy after the epoch on at most 1,000 examples kept out of training, each attacked with ten steps at the whole strength of the adversary</source>
        <translation>这一轮之后在至多 1,000 张未参加训练的样本上的准确率，每个都以攻击者的全部强度走十步进行攻击</translation>
    </message>
    <message>
        <source>Attacked</source>
        <translation>受攻击</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>训练的各项数字</translation>
    </message>
    <message>
        <source>How much the model may tell of any one training example so far: the smaller, the less</source>
        <translation>到目前为止，模型最多会透露任何一个训练样本的多少信息：数值越小，透露得越少</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Lowest loss and highest accuracy on examples kept out of training, and after which epoch</source>
        <translation>在未参加训练的样本上的最低损失和最高准确率，以及是在哪一轮之后</translation>
    </message>
    <message>
        <source>Lowest loss and highest {measure} on examples kept out of training, and after which epoch</source>
        <translation>在不参加训练的样本上的最低损失和最高{measure}，以及在哪一轮之后</translation>
    </message>
    <message>
        <source>No epoch yet</source>
        <translation>还没有完成一轮</translation>
    </message>
    <message>
        <source>On examples kept out of training, after the epoch</source>
        <translation>一轮之后，在未参加训练的样本上</translation>
    </message>
    <message>
        <source>On the examples it learns from, over the whole epoch while it learnt</source>
        <translation>在学习所用的样本上，边学边测，整轮平均</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{value} ({epoch})</source>
        <translation>{value}（{epoch}）</translation>
    </message>
    <message>
        <source>{value} · epoch {epoch}</source>
        <translation>{value} · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>ε {spent}</source>
        <translation>ε {spent}</translation>
    </message>
    <message>
        <source>ε {spent} of {budget}</source>
        <translation>ε {spent}，上限 {budget}</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>A run came in.</source>
        <translation>已导入一条训练记录。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出训练记录</translation>
    </message>
    <message>
        <source>Export the run into a folder</source>
        <translation>将训练记录导出到文件夹</translation>
    </message>
    <message>
        <source>Export the runs into a folder</source>
        <translation>把训练记录导出到文件夹</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>导入训练记录</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Runs (*.zip);;All files (*)</source>
        <translation>训练记录 (*.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The run is exported to “{name}”.</source>
        <translation>训练记录已导出到“{name}”。</translation>
    </message>
    <message>
        <source>{count} runs are exported.</source>
        <translation>已导出 {count} 条训练记录。</translation>
    </message>
    <message>
        <source>{count} runs came in.</source>
        <translation>已导入 {count} 条训练记录。</translation>
    </message>
</context>
<context>
    <name>RunLegend</name>
    <message>
        <source>Go to “{name}” in the table</source>
        <translation>在表格中转到“{name}”</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>No run has all these words.</source>
        <translation>没有包含所有这些词的训练记录。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>There are trials of sweeps alone. The button above shows them.</source>
        <translation>只有超参数搜索的试验。上方的按钮可以显示它们。</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>Choose a run …</source>
        <translation>选择训练记录…</translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Change the settings as you like, the network excepted, then press Train.</source>
        <translation>除网络之外，设置可以随意更改，然后按“训练”。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>It has done {epoch} of {epochs} epochs.</source>
        <translation>已完成 {epoch} 轮，共 {epochs} 轮。</translation>
    </message>
    <message>
        <source>Its model and its curves are one click away.</source>
        <translation>单击一下就能看到它的模型和曲线。</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The next run begins with the weights of step {step}.</source>
        <translation>下次训练从第 {step} 步的权重开始。</translation>
    </message>
    <message>
        <source>The run goes on, but it is not being written to the disk.</source>
        <translation>训练仍在继续，但没有写入磁盘。</translation>
    </message>
    <message>
        <source>The run is over, and not on the disk as a whole. Save the model where there is room.</source>
        <translation>训练已结束，但没有完整写入磁盘。请把模型保存到有空间的地方。</translation>
    </message>
    <message>
        <source>The run is written to the disk again.</source>
        <translation>这次训练又能写入磁盘了。</translation>
    </message>
    <message>
        <source>The run “{name}” is finished.</source>
        <translation>训练“{name}”已完成。</translation>
    </message>
    <message>
        <source>The run “{name}” is not finished.</source>
        <translation>训练“{name}”没有完成。</translation>
    </message>
    <message>
        <source>The run “{name}” was interrupted.</source>
        <translation>训练“{name}”被中断。</translation>
    </message>
    <message>
        <source>The run “{name}” was stopped.</source>
        <translation>训练“{name}”已停止。</translation>
    </message>
</context>
<context>
    <name>RunPicker</name>
    <message>
        <source>&amp;Weights:</source>
        <translation>权重(&amp;W)：</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter: name or data</source>
        <translation>筛选：名称或数据</translation>
    </message>
    <message>
        <source>Final weights</source>
        <translation>最终权重</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{name} · {measure} {share}</source>
        <translation>{name} · {measure} {share}</translation>
    </message>
    <message>
        <source>{name} · {measure} {share} on the validation examples</source>
        <translation>{name} · 验证样本上的{measure} {share}</translation>
    </message>
    <message>
        <source>{name} · {share}</source>
        <translation>{name} · {share}</translation>
    </message>
    <message>
        <source>{name} · {share} of the validation examples</source>
        <translation>{name} · 验证样本的 {share}</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>A trial of “{sweep}”</source>
        <translation>“{sweep}”的一个试验</translation>
    </message>
    <message>
        <source>As in its preset</source>
        <translation>与其预设相同</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Best result on the validation examples: accuracy, or what the cell says</source>
        <translation>验证样本上的最佳结果：准确率，或单元格中注明的指标</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Hidden layers; sorted by the number of parameters</source>
        <translation>隐藏层；按参数个数排序</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name; F2 changes it</source>
        <translation>名称；按 F2 更改</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Result on the test examples at the end: accuracy, or what the cell says</source>
        <translation>结束时测试样本上的结果：准确率，或单元格中注明的指标</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings that differ from the preset&apos;s; of a trial, from those of the other trials</source>
        <translation>与预设不同的设置；对试验来说，是与其他试验不同的设置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time spent in training, pauses left out</source>
        <translation>训练所用的时间，不含暂停</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>What became of the run</source>
        <translation>训练的结果</translation>
    </message>
    <message>
        <source>When the run was begun</source>
        <translation>训练何时开始</translation>
    </message>
    <message>
        <source>{name}: the others are compared with it</source>
        <translation>{name}：其他训练记录与它比较</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>It ended with an error.</source>
        <translation>因错误而结束。</translation>
    </message>
    <message>
        <source>It has come to its end. Resume adds more epochs.</source>
        <translation>已经结束。“继续”可以增加轮数。</translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation>正在训练。</translation>
    </message>
    <message>
        <source>It is paused. Resume goes on where it was.</source>
        <translation>已暂停。“继续”从停下的地方接着训练。</translation>
    </message>
    <message>
        <source>It ran out of control: its loss grew without end.</source>
        <translation>训练失控：损失无限增大。</translation>
    </message>
    <message>
        <source>It was stopped before its last epoch. Resume goes on where it was.</source>
        <translation>在最后一轮之前被停止。“继续”从停下的地方接着训练。</translation>
    </message>
    <message>
        <source>Its program ended in the middle. Resume goes on from the last safe point.</source>
        <translation>程序在中途结束。“继续”从最近的安全点接着训练。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>{accuracy} at epoch {epoch}</source>
        <translation>{accuracy}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>{epoch} of {epochs} epochs done.</source>
        <translation>已完成 {epoch} 轮，共 {epochs} 轮。</translation>
    </message>
    <message>
        <source>{figure} {measure}</source>
        <translation>{figure} {measure}</translation>
    </message>
    <message>
        <source>{loss} at epoch {epoch}</source>
        <translation>{loss}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation>{measure} {figure}</translation>
    </message>
    <message>
        <source>{state} {epoch}/{epochs}</source>
        <translation>{state} {epoch}/{epochs}</translation>
    </message>
    <message>
        <source>ε {spent} at δ {delta}</source>
        <translation>ε {spent}（δ 为 {delta}）</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>1 run</source>
        <translation>1 条训练记录</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter: name, data, network, settings, state</source>
        <translation>筛选：名称、数据、网络、设置、状态</translation>
    </message>
    <message>
        <source>Import runs …</source>
        <translation>导入训练记录…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有训练记录</translation>
    </message>
    <message>
        <source>Press Train, and the run is kept here: its settings, its curves and its weights. It can be resumed another day, and compared with others.</source>
        <translation>按“训练”，训练记录就会保存在这里：它的设置、曲线和权重。改天可以继续，也可以与其他记录比较。</translation>
    </message>
    <message>
        <source>Reading the runs …</source>
        <translation>正在读取训练记录…</translation>
    </message>
    <message>
        <source>Take in runs that were exported as zip files</source>
        <translation>导入曾导出为 zip 文件的训练记录</translation>
    </message>
    <message>
        <source>{shown} of {total} runs</source>
        <translation>{shown} 条训练记录，共 {total} 条</translation>
    </message>
    <message>
        <source>{total} runs</source>
        <translation>{total} 条训练记录</translation>
    </message>
</context>
<context>
    <name>RunsStation</name>
    <message>
        <source>Look at every run, compare them, and go on with one</source>
        <translation>查看每一次训练，比较它们，并继续其中之一</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>delete the chosen runs</source>
        <translation>删除所选的训练记录</translation>
    </message>
    <message>
        <source>find a run by its words</source>
        <translation>用其中的词查找训练记录</translation>
    </message>
    <message>
        <source>rename the run</source>
        <translation>重命名训练记录</translation>
    </message>
</context>
<context>
    <name>SaveAs</name>
    <message>
        <source>Save “{title}”</source>
        <translation>保存“{title}”</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}”已经存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Save the picture or the numbers</source>
        <translation>保存图片或数值</translation>
    </message>
</context>
<context>
    <name>SaveMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation>把数值另存为 CSV…</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
</context>
<context>
    <name>Savings</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>学习过</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Mean confidence</source>
        <translation>平均置信度</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>认对比例</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散程度</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Training error</source>
        <translation>训练错误率</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>ScatterView</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation>单击可把它放到画板上。</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
</context>
<context>
    <name>SchoolsControls</name>
    <message>
        <source>Also alone and all together</source>
        <translation>另外单独训练和合在一起训练</translation>
    </message>
    <message>
        <source>Each school has images of two classes alone, and has never seen the others</source>
        <translation>每所学校只有两个类别的图像，从未见过其他类别</translation>
    </message>
    <message>
        <source>Each school has some images of every class</source>
        <translation>每所学校都有各个类别的一些图像</translation>
    </message>
    <message>
        <source>Each school is trained alone as well, and a network that has all images; it takes three times as long</source>
        <translation>另外让每所学校单独训练，并训练一个拥有全部图像的网络；用时是三倍</translation>
    </message>
    <message>
        <source>Epochs in a round</source>
        <translation>每回合轮数</translation>
    </message>
    <message>
        <source>Images of each school</source>
        <translation>每校图像数</translation>
    </message>
    <message>
        <source>Let them learn</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Progress of the schools</source>
        <translation>各学校的进度</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>回合数</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Two classes each</source>
        <translation>每校两个类别</translation>
    </message>
    <message>
        <source>Who has which images</source>
        <translation>谁有哪些图像</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>SchoolsView</name>
    <message>
        <source>A school that learns alone as long reads {alone} on average ({worst} to {best}); a network that has all images, {together}.</source>
        <translation>单独学习同样久的学校平均认对 {alone}（{worst} 到 {best}）；拥有全部图像的网络认对 {together}。</translation>
    </message>
    <message>
        <source>A training has begun: the schools were stopped.</source>
        <translation>训练已开始：各学校已停止。</translation>
    </message>
    <message>
        <source>A training is under way. Stop it or wait for its end.</source>
        <translation>正在训练。请停止它或等它结束。</translation>
    </message>
    <message>
        <source>Accuracy by round</source>
        <translation>各回合的准确率</translation>
    </message>
    <message>
        <source>Each school has images that nobody else may see. In each round all of them train on from the same weights, each on its own images, and the weights are averaged: that is federated averaging. Images, network, optimiser and learning rate are those of the pages Data and Train.</source>
        <translation>每所学校都有别人不可以看的图像。每个回合里，所有学校都从相同的权重出发，用自己的图像继续训练，再对权重取平均：这就是联邦平均。图像、网络、优化器和学习率都按“数据”和“训练”页面的设置。</translation>
    </message>
    <message>
        <source>Edit ▸ Undo brings the one before back.</source>
        <translation>可用“编辑 ▸ 撤销”恢复之前的模型。</translation>
    </message>
    <message>
        <source>Make it the model</source>
        <translation>设为当前模型</translation>
    </message>
    <message>
        <source>No image has left its school, but weights can betray images, too: see “What it betrays”.</source>
        <translation>没有图像离开过学校，但权重也可能泄露图像：见“它泄露什么”。</translation>
    </message>
    <message>
        <source>Of the test images it reads {share} right.</source>
        <translation>它认对了测试图像中的 {share}。</translation>
    </message>
    <message>
        <source>Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back</source>
        <translation>此后画板和各页面都使用它；它会在测试样本上测量一次。可用“编辑 ▸ 撤销”恢复</translation>
    </message>
    <message>
        <source>Press “Let them learn”: the rounds appear here one by one</source>
        <translation>按“开始学习”：各回合会逐个出现在这里</translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average} of {count} test images right.</source>
        <translation>第 {round} 回合：平均模型认对 {count} 张测试图像中的 {average}。</translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average} of {count} validation images right.</source>
        <translation>第 {round} 回合：平均模型认对 {count} 张验证图像中的 {average}。</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>The average of the schools is the model now.</source>
        <translation>各学校的平均现在是当前模型。</translation>
    </message>
    <message>
        <source>The first round is under way …</source>
        <translation>第一个回合正在进行…</translation>
    </message>
    <message>
        <source>Train where the images are: weights travel, images do not</source>
        <translation>在图像所在之处训练：传送的是权重，不是图像</translation>
    </message>
    <message>
        <source>What each school has</source>
        <translation>各学校拥有的图像</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>合在一起</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>average of the schools</source>
        <translation>各学校的平均</translation>
    </message>
    <message>
        <source>best alone</source>
        <translation>单独最好</translation>
    </message>
    <message>
        <source>round</source>
        <translation>回合</translation>
    </message>
    <message>
        <source>worst alone</source>
        <translation>单独最差</translation>
    </message>
</context>
<context>
    <name>SecondModel</name>
    <message>
        <source>Beside it: {what}</source>
        <translation>并排对照：{what}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a second network</source>
        <translation>选择第二个网络</translation>
    </message>
    <message>
        <source>What stands beside the network at hand</source>
        <translation>与当前网络并排对照的是什么</translation>
    </message>
    <message>
        <source>{name} …</source>
        <translation>{name}…</translation>
    </message>
</context>
<context>
    <name>ServiceBox</name>
    <message>
        <source>&amp;Port:</source>
        <translation>端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Asked last</source>
        <translation>最近一次询问</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Everybody in this network can ask the model then, without a password, and what they send is not encrypted. Do this only in a network that you trust.</source>
        <translation>这样，此网络中的任何人无需密码都能询问模型，他们发送的内容也不加密。请只在你信任的网络中这样做。</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>还没有任何询问。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Other programs send a picture and get back what it is; a browser shows a page to draw on. It answers as long as this window is open.</source>
        <translation>其他程序发送图片，得到它是什么；浏览器会显示一个可以绘画的网页。只要这个窗口开着，它就会回答。</translation>
    </message>
    <message>
        <source>Point a phone’s camera at it</source>
        <translation>请用手机相机对准它</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Reachable from other devices on this network</source>
        <translation>此网络中的其他设备也能访问</translation>
    </message>
    <message>
        <source>Requests: {count}, a second: {rate}, refused: {refused}</source>
        <translation>请求：{count}，每秒：{rate}，被拒绝：{refused}</translation>
    </message>
    <message>
        <source>Serve the chosen one</source>
        <translation>改用所选模型</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>启动服务</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation>停止服务</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>地址的二维码</translation>
    </message>
    <message>
        <source>The model as a service</source>
        <translation>作为服务的模型</translation>
    </message>
    <message>
        <source>Where it answers, from 1,024 on as a rule; 0 for any that is free</source>
        <translation>在哪里回答，一般从 1,024 起；0 表示任何空闲端口</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任何空闲端口</translation>
    </message>
    <message>
        <source>{name}, {percent} sure</source>
        <translation>{name}，{percent} 把握</translation>
    </message>
    <message>
        <source>“{name}” is served</source>
        <translation>正在为“{name}”提供服务</translation>
    </message>
    <message>
        <source>“{name}” is served as it was when the service started, and what is chosen above is not the same.</source>
        <translation>正在提供服务的是服务启动时的“{name}”，与上面选择的不同。</translation>
    </message>
</context>
<context>
    <name>SettingPicker</name>
    <message>
        <source>Add a setting to try …</source>
        <translation>添加要尝试的设置…</translation>
    </message>
    <message>
        <source>Setting to try</source>
        <translation>要尝试的设置</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>More settings · {count} changed</source>
        <translation>更多设置 · 已更改 {count} 项</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>A sweep trains the same network again and again with other settings, and shows which are best. Say what may change, and it goes through the values by itself.</source>
        <translation>超参数搜索用不同的设置一次又一次地训练同一个网络，并显示哪些最好。说明哪些可以改变，它会自己把各个取值试一遍。</translation>
    </message>
    <message>
        <source>After so many minutes of work it ends: trials under way count with what they have reached.</source>
        <translation>工作这么多分钟之后结束：正在进行的试验按已达到的结果计入。</translation>
    </message>
    <message>
        <source>All else stays as it is in Train: {data}, {network}, 1 epoch.</source>
        <translation>其余保持与“训练”中相同：{data}，{network}，1 轮。</translation>
    </message>
    <message>
        <source>All else stays as it is in Train: {data}, {network}, {epochs} epochs.</source>
        <translation>其余保持与“训练”中相同：{data}，{network}，{epochs} 轮。</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>Begin to train one trial after another, each in a process of its own</source>
        <translation>开始逐个训练各试验，各在自己的进程中</translation>
    </message>
    <message>
        <source>Combinations: {count}.</source>
        <translation>组合数：{count}。</translation>
    </message>
    <message>
        <source>Each is kept in Runs; your own model and settings stay as they are.</source>
        <translation>每个都会保存在“训练记录”中；你自己的模型和设置保持不变。</translation>
    </message>
    <message>
        <source>End early</source>
        <translation>提前终止</translation>
    </message>
    <message>
        <source>Fill in a first sweep</source>
        <translation>填入一次初步超参数搜索</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>How many trials are trained at the same time, each by a process on one thread. This computer has {cores} cores; one less leaves the window its own.</source>
        <translation>同时训练多少个试验，每个由一个单线程进程完成。这台计算机有 {cores} 个核心；少用一个，就给窗口留下一个。</translation>
    </message>
    <message>
        <source>How to go about it</source>
        <translation>怎样进行</translation>
    </message>
    <message>
        <source>It trains networks until the minutes are over.</source>
        <translation>一直训练新的网络，直到时间用完。</translation>
    </message>
    <message>
        <source>Learning rate and batch size, around what they are now</source>
        <translation>学习率和批大小，取现有值附近</translation>
    </message>
    <message>
        <source>Mend what is marked, then it can begin.</source>
        <translation>改正标出的内容后就可以开始。</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Networks to train: {count}.</source>
        <translation>要训练的网络：{count} 个。</translation>
    </message>
    <message>
        <source>Parameters at most</source>
        <translation>参数上限</translation>
    </message>
    <message>
        <source>Seconds of training</source>
        <translation>训练秒数</translation>
    </message>
    <message>
        <source>Start sweep</source>
        <translation>开始超参数搜索</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>尝试什么</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>无隐藏层</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message>
        <source>Share kept of each layer</source>
        <translation>每层保留的比例</translation>
    </message>
    <message>
        <source>Which settings matter</source>
        <translation>哪些设置重要</translation>
    </message>
    <message>
        <source>{kept} of {whole}</source>
        <translation>{whole} 中的 {kept}</translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>1 other</source>
        <translation>其余 1 个</translation>
    </message>
    <message>
        <source>What is taken from which token</source>
        <translation>从各词元取多少</translation>
    </message>
    <message>
        <source>share · v₁</source>
        <translation>份额 · v₁</translation>
    </message>
    <message>
        <source>taken from</source>
        <translation>取自</translation>
    </message>
    <message>
        <source>together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>v₁ is the first of the {count} numbers of a value, and H₁ of what comes out: the others are mixed by the same shares.</source>
        <translation>v₁ 是一个值的 {count} 个数中的第一个，H₁ 是结果的第一个：其余的数按同样的份额混合。</translation>
    </message>
    <message>
        <source>v₁ is the one number of a value, and H₁ what comes out.</source>
        <translation>v₁ 是一个值仅有的那个数，H₁ 是结果。</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>其余 {count} 个</translation>
    </message>
</context>
<context>
    <name>SizeCurve</name>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Sketch</name>
    <message>
        <source>clear drawing</source>
        <translation>清空手绘图</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>paste image</source>
        <translation>粘贴图像</translation>
    </message>
    <message>
        <source>stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>取走</translation>
    </message>
</context>
<context>
    <name>SlidersPanel</name>
    <message>
        <source>Bars to the right raise the number, to the left they lower it.</source>
        <translation>向右的条使数值升高，向左的使它降低。</translation>
    </message>
    <message>
        <source>Bars to the right speak for the answer, to the left against it.</source>
        <translation>向右的条支持该回答，向左的条反对该回答。</translation>
    </message>
    <message>
        <source>Beyond what was learnt from: {names}</source>
        <translation>超出学习过的范围：{names}</translation>
    </message>
    <message>
        <source>Bring every feature to its median among the training rows</source>
        <translation>把每个特征设为训练行的中位数</translation>
    </message>
    <message>
        <source>Each feature alone is brought back to its usual value and the network asked again. To the right: the answer is surer with the value as it is. To the left: it is less sure. The longest bar is the feature that matters most here; what features do only together, no bar says.</source>
        <translation>把每个特征单独换回通常值，再问一次网络。向右：现在的值让回答更确定；向左：让回答更不确定。最长的条是此处最重要的特征；只有多个特征共同产生的作用，条中看不到。</translation>
    </message>
    <message>
        <source>Each feature alone is brought back to its usual value and the network asked again. To the right: the number is higher with the value as it is. To the left: it is lower. The longest bar is the feature that matters most here; what features do only together, no bar says.</source>
        <translation>逐个把一个特征恢复到它的常见值，再问一次网络。向右：用现在的值，数值更高。向左：更低。最长的条是这里最要紧的特征；几个特征只有合在一起才起的作用，没有条能说明。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation>还没有网络：请按“训练”</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation>网络正在准备…</translation>
    </message>
    <message>
        <source>These are the first {shown} of {count} features. The others have their usual values, or those of the example that was entered.</source>
        <translation>这里是 {count} 个特征中的前 {shown} 个。其余特征取其通常值，或取所输入样本的值。</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>通常值</translation>
    </message>
    <message>
        <source>bring features to their usual values</source>
        <translation>把特征设为通常值</translation>
    </message>
    <message>
        <source>change {name}</source>
        <translation>更改{name}</translation>
    </message>
    <message>
        <source>enter an example</source>
        <translation>填入一个样本</translation>
    </message>
    <message>
        <source>“{answer}” with this value: {now}; with the usual one: {without}</source>
        <translation>“{answer}”在此值下：{now}；在通常值下：{without}</translation>
    </message>
</context>
<context>
    <name>SmoothingMenu</name>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
</context>
<context>
    <name>StatusSummary</name>
    <message>
        <source>Examples for training / validation / test</source>
        <translation>训练 / 验证 / 测试样本</translation>
    </message>
    <message>
        <source>threads: {count}</source>
        <translation>{count} 个线程</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not quite. Try another answer.</source>
        <translation>不太对。换一个回答试试。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>准备好</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>StepPicture</name>
    <message>
        <source>One step through the network</source>
        <translation>通过网络的一步</translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>An example</source>
        <translation>一个样本</translation>
    </message>
    <message>
        <source>An example: {name}</source>
        <translation>样本：{name}</translation>
    </message>
    <message>
        <source>Draw something</source>
        <translation>画点什么</translation>
    </message>
    <message>
        <source>Nothing on the pad</source>
        <translation>画板上什么也没有</translation>
    </message>
    <message>
        <source>The answer: {name}, {share}</source>
        <translation>回答：{name}，{share}</translation>
    </message>
    <message>
        <source>The example before</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>The next example</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>你的手绘图</translation>
    </message>
    <message>
        <source>Your numbers</source>
        <translation>你的数值</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>你的图片</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>你的文本</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>At the slider: {moment}</source>
        <translation>滑块处：{moment}</translation>
    </message>
    <message>
        <source>Best epoch: {epoch}</source>
        <translation>最佳：第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation>最新权重</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name}, best weights</source>
        <translation>{name}，最佳权重</translation>
    </message>
    <message>
        <source>{name}, final weights</source>
        <translation>{name}，最终权重</translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation>{name}，{moment}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Other ones</source>
        <translation>换一些</translation>
    </message>
    <message>
        <source>Other suggestions</source>
        <translation>其他建议</translation>
    </message>
    <message>
        <source>Write on from “{text}”</source>
        <translation>从“{text}”接着写</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation>95%：{low} 到 {high}</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错例</translation>
    </message>
    <message>
        <source>One number for two questions: how many examples of a class are found (recall), and how many of the answers are right (precision). Averaged over the classes; 100 % is best</source>
        <translation>用一个数回答两个问题：某类样本中有多少被找了出来（召回率），回答中有多少是对的（精确率）。对各类别取平均；100% 最好</translation>
    </message>
    <message>
        <source>Whether a model passes is decided on the test examples of its data.</source>
        <translation>模型是否及格，由它的数据的测试样本决定。</translation>
    </message>
    <message>
        <source>Whether the network is as sure as it may be: how far its confidence is from the share of answers that are right, on average; 0 % is best</source>
        <translation>网络的确信程度是否恰当：置信度与回答正确的比例平均相差多少；0% 最好</translation>
    </message>
    <message>
        <source>largest {error}</source>
        <translation>最大 {error}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 张</translation>
    </message>
</context>
<context>
    <name>SweepCatalogue</name>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>delete sweep</source>
        <translation>删除超参数搜索</translation>
    </message>
    <message>
        <source>rename sweep</source>
        <translation>重命名超参数搜索</translation>
    </message>
    <message>
        <source>“{name}” is deleted; its runs are kept.</source>
        <translation>“{name}”已删除；它的训练记录保留。</translation>
    </message>
</context>
<context>
    <name>SweepHead</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>End the trials under way, and keep what they have come to</source>
        <translation>结束正在进行的试验，并保留它们已达到的结果</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with the trials that are left</source>
        <translation>继续其余的试验</translation>
    </message>
    <message>
        <source>Hold the trials where they are</source>
        <translation>让各试验停在当前位置</translation>
    </message>
    <message>
        <source>More on this sweep</source>
        <translation>关于这次超参数搜索的更多操作</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>新的超参数搜索</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Rename Sweep</source>
        <translation>重命名超参数搜索</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Set up another like this</source>
        <translation>照此设置另一次搜索</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>Trials that have ended</source>
        <translation>已结束的试验</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>A network is trained in this window as well. The trials give way to it, so that they take longer meanwhile; where seconds are the goal, they count against the trials.</source>
        <translation>本窗口同时也在训练一个网络。各试验会让它优先，因此这段时间会更慢；以秒数为目标时，这对试验不利。</translation>
    </message>
    <message>
        <source>How the sweep is looked at</source>
        <translation>查看超参数搜索的方式</translation>
    </message>
    <message>
        <source>No trial of this sweep has come to its end yet.</source>
        <translation>这次超参数搜索还没有试验结束。</translation>
    </message>
    <message>
        <source>The first trials are on their way …</source>
        <translation>第一批试验正在进行…</translation>
    </message>
    <message>
        <source>Trials that ended without a figure: {count}. The table says why.</source>
        <translation>已结束但没有得出结果的试验：{count}。表格中说明了原因。</translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation>“{name}”的设置</translation>
    </message>
    <message>
        <source>{first} × {second}</source>
        <translation>{first} × {second}</translation>
    </message>
    <message>
        <source>{first} × {second} …</source>
        <translation>{first} × {second}…</translation>
    </message>
</context>
<context>
    <name>SweepStanding</name>
    <message>
        <source>Another window or command is at it.</source>
        <translation>另一个窗口或命令正在进行它。</translation>
    </message>
    <message>
        <source>At the pace so far: {time} more.</source>
        <translation>按目前的速度，还需 {time}。</translation>
    </message>
    <message>
        <source>Best so far: trial {number}, {measure} {goal}.</source>
        <translation>目前最好：试验 {number}，{measure} {goal}。</translation>
    </message>
    <message>
        <source>Best: trial {number}, {measure} {goal}.</source>
        <translation>最好：试验 {number}，{measure} {goal}。</translation>
    </message>
    <message>
        <source>Ending …</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>Failed: {count}.</source>
        <translation>失败：{count}。</translation>
    </message>
    <message>
        <source>It waits to be gone on with.</source>
        <translation>它等待继续。</translation>
    </message>
    <message>
        <source>Paused: the trials are held where they are.</source>
        <translation>已暂停：各试验停在当前位置。</translation>
    </message>
    <message>
        <source>The workers are starting …</source>
        <translation>工作进程正在启动…</translation>
    </message>
    <message>
        <source>Trials that have ended: {ended} of {budget}.</source>
        <translation>已结束的试验：{ended}，共 {budget}。</translation>
    </message>
    <message>
        <source>Trials that have ended: {ended}.</source>
        <translation>已结束的试验：{ended}。</translation>
    </message>
</context>
<context>
    <name>SweepStation</name>
    <message>
        <source>S&amp;weep Settings …</source>
        <translation>超参数搜索设置(&amp;W)…</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>Try many settings, and see which are best</source>
        <translation>尝试许多设置，看看哪些最好</translation>
    </message>
    <message>
        <source>Try many settings, several trainings at a time, and see which are best</source>
        <translation>尝试许多设置，同时进行几个训练，看看哪些最好</translation>
    </message>
    <message>
        <source>Which settings are best? &lt;b&gt;Sweep&lt;/b&gt; trains the network with many of them, and shows what each reached.</source>
        <translation>哪些设置最好？&lt;b&gt;超参数搜索&lt;/b&gt;用许多设置训练网络，并显示各自达到的结果。</translation>
    </message>
    <message>
        <source>in the pictures of Sweep: from trial to trial</source>
        <translation>在超参数搜索的图片中：从一个试验到另一个</translation>
    </message>
    <message>
        <source>in the table of Sweep: copy the chosen trials</source>
        <translation>在超参数搜索的表格中：复制所选试验</translation>
    </message>
</context>
<context>
    <name>SweepWords</name>
    <message>
        <source>A trial ends after an epoch in which its best is worse than the middle of the others there.</source>
        <translation>某轮之后，如果一个试验的最好结果比其他试验在该轮的中位数差，它就结束。</translation>
    </message>
    <message>
        <source>At a few epochs only the better part of the trials goes on; the others end there.</source>
        <translation>到某几轮时，只有较好的一部分试验继续，其余在那里结束。</translation>
    </message>
    <message>
        <source>Begins by chance, then tries values near those that went well (a tree of Parzen estimators). Usually needs the fewest trials.</source>
        <translation>先随机取值，然后在表现好的取值附近尝试（树形 Parzen 估计器）。多数情况下所需的试验最少。</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>最高准确率</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Each trial has so many seconds of training; the best accuracy on the validation examples within them wins.</source>
        <translation>每个试验有这么多秒的训练时间；其间在验证样本上准确率最高者胜出。</translation>
    </message>
    <message>
        <source>Each trial has so many seconds of training; the highest figure on the validation examples within them wins: {measure}.</source>
        <translation>每次试验都有这么多秒的训练时间；在此时间内验证样本上数值最高者胜出：{measure}。</translation>
    </message>
    <message>
        <source>Every combination of the values, one after another. For two or three short lists.</source>
        <translation>逐一尝试所有取值的组合。适合两三个短列表。</translation>
    </message>
    <message>
        <source>Every trial goes to its last epoch.</source>
        <translation>每个试验都训练到最后一轮。</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>From {low} to {high}, on a logarithmic scale</source>
        <translation>从 {low} 到 {high}，按对数刻度</translation>
    </message>
    <message>
        <source>It does trial {number} again, whose process was ended.</source>
        <translation>它重做试验 {number}，后者的进程已被终止。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>One value: {values}</source>
        <translation>一个取值：{values}</translation>
    </message>
    <message>
        <source>Only networks with at most so many parameters are trained; the best accuracy on the validation examples wins.</source>
        <translation>只训练参数不超过这么多的网络；在验证样本上准确率最高者胜出。</translation>
    </message>
    <message>
        <source>Only networks with at most so many parameters are trained; the highest figure on the validation examples wins: {measure}.</source>
        <translation>只训练参数不超过这个数目的网络；验证样本上数值最高者胜出：{measure}。</translation>
    </message>
    <message>
        <source>The best accuracy on the validation examples wins.</source>
        <translation>在验证样本上准确率最高者胜出。</translation>
    </message>
    <message>
        <source>The highest figure on the validation examples wins: {measure}.</source>
        <translation>验证样本上数值最高者胜出：{measure}。</translation>
    </message>
    <message>
        <source>The lowest loss on the validation examples wins.</source>
        <translation>在验证样本上损失最低者胜出。</translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation>试验 {number}</translation>
    </message>
    <message>
        <source>Values drawn by chance. Finds what matters without a plan, and never gets stuck.</source>
        <translation>随机抽取取值。不需计划就能发现什么重要，也不会陷在一处。</translation>
    </message>
    <message>
        <source>{count} values: {values}</source>
        <translation>{count} 个取值：{values}</translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make Data Set</source>
        <translation>建立数据集(&amp;M)</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>已填补</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The column that says the class of each row</source>
        <translation>说明每一行类别的列</translation>
    </message>
    <message>
        <source>To be &amp;found</source>
        <translation>要求什么(&amp;F)</translation>
    </message>
    <message>
        <source>Whether the label is a class or a number: it is taken for a number where it has fractions, or where more than 30 different numbers come again fewer than five times each</source>
        <translation>标签是类别还是数值：如果有小数，或者有 30 个以上不同的数且平均各出现不到五次，就当作数值</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{column} (found)</source>
        <translation>{column}（自动识别）</translation>
    </message>
    <message>
        <source>{count} cells</source>
        <translation>{count} 个单元格</translation>
    </message>
    <message>
        <source>{count} rows or cells could not be read.</source>
        <translation>{count} 行或单元格无法读取。</translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, as the table says</source>
        <translation>按表格所示，{learnt} 行用于学习，{tested} 行用于测试</translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, drawn from each class</source>
        <translation>从每个类别中抽取，{learnt} 行用于学习，{tested} 行用于测试</translation>
    </message>
    <message>
        <source>{name}, {low} to {high}</source>
        <translation>{name}，{low} 至 {high}</translation>
    </message>
    <message>
        <source>“{column}” becomes</source>
        <translation>“{column}”用作</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Every trial with its values, what it reached and how long it took</source>
        <translation>每个试验的取值、结果和用时</translation>
    </message>
    <message>
        <source>Several can be chosen; Ctrl+C copies them for a spreadsheet.</source>
        <translation>可以选择多个；Ctrl+C 复制它们，用于电子表格。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>TaughtDialog</name>
    <message>
        <source>Drawings of classes that this model does not know: {count}.</source>
        <translation>这个模型不认识其类别的手绘图：{count} 张。</translation>
    </message>
    <message>
        <source>Give the model the weights that it had before</source>
        <translation>让模型恢复以前的权重</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>My Digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Stopped before anything was learnt.</source>
        <translation>还没学到任何东西就停止了。</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Teach My Digits</source>
        <translation>教它认我的数字</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>The model has learnt your drawings. None was kept back, so nothing shows yet whether it reads new ones better: draw two or more of each.</source>
        <translation>模型已学习了你的手绘图。但没有留出任何一张，所以还看不出它是否更会认新的手绘图：请每种多画两张以上。</translation>
    </message>
    <message>
        <source>The model reads your hand as well as before.</source>
        <translation>模型认你的笔迹和以前一样好。</translation>
    </message>
    <message>
        <source>The model reads your hand better now.</source>
        <translation>模型认你的笔迹比以前好了。</translation>
    </message>
    <message>
        <source>The model reads your hand worse than before.</source>
        <translation>模型认你的笔迹比以前差了。</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>of these, kept back from learning</source>
        <translation>其中留出不学的</translation>
    </message>
    <message>
        <source>{right} of {count} · {percent}</source>
        <translation>{count} 张中 {right} 张 · {percent}</translation>
    </message>
</context>
<context>
    <name>TeacherChoice</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a teacher</source>
        <translation>选择教师模型</translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation>NetSketch 模型 (*.safetensors);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>Largest terms</source>
        <translation>最大的项</translation>
    </message>
    <message>
        <source>The largest terms</source>
        <translation>最大的项</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>&amp;Make Data Set</source>
        <translation>创建数据集(&amp;M)</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Different ones</source>
        <translation>不同的字符</translation>
    </message>
    <message>
        <source>How the text begins</source>
        <translation>文本的开头</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>{count}: {signs}</source>
        <translation>{count}：{signs}</translation>
    </message>
</context>
<context>
    <name>TextSummary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation>95%：{low} 到 {high}</translation>
    </message>
    <message>
        <source>An answer is exact where each of its characters is the one the model finds likeliest, to the end</source>
        <translation>回答从头到尾的每个字符都是模型认为最可能的字符时，才算完全正确</translation>
    </message>
    <message>
        <source>As if it guessed among</source>
        <translation>相当于在多少个中猜</translation>
    </message>
    <message>
        <source>Characters right</source>
        <translation>字符正确率</translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation>回答全对</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How surprised the model is by each character that comes, in nats on average: 0 is best</source>
        <translation>模型对每个出现的字符平均有多意外，以奈特为单位：0 最好</translation>
    </message>
    <message>
        <source>Loss per character</source>
        <translation>字符损失</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>错误的回答</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>e to the power of the loss (perplexity): among so many characters of equal chance the model would be as unsure as it is on average</source>
        <translation>e 的损失次方（困惑度）：模型平均的不确定程度，相当于在这么多个机会相等的字符中猜一个</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 个</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>How often each character is right</source>
        <translation>每个字符答对的比例</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>错误的回答</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Branch</source>
        <comment>run</comment>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>从这里分支</translation>
    </message>
    <message>
        <source>Choose a snapshot on the time line first.</source>
        <translation>请先在时间线上选择一个快照。</translation>
    </message>
    <message>
        <source>Go back through the run: the pad, the examples and the network follow. ▼ marks the best epoch. A click in a curve goes there, too.</source>
        <translation>回到训练的过去：画板、样本和网络都会跟随。▼ 标出最佳轮次。在曲线上单击也能到那里。</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>snapshot</comment>
        <translation>采用</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>采用这个</translation>
    </message>
    <message>
        <source>Make this snapshot the model</source>
        <translation>把这个快照设为模型</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <source>Pause the film</source>
        <translation>暂停播放</translation>
    </message>
    <message>
        <source>Play the run as a film</source>
        <translation>把训练过程像影片一样播放</translation>
    </message>
    <message>
        <source>Snapshots appear here as the network trains.</source>
        <translation>网络训练时，快照会出现在这里。</translation>
    </message>
    <message>
        <source>Start a new run from this snapshot, with other settings if you like</source>
        <translation>从这个快照开始一次新的训练，也可以换用其他设置</translation>
    </message>
    <message>
        <source>This snapshot is the model; the right end of the line brings the newest weights back.</source>
        <translation>这个快照就是模型；移到线的右端可换回最新权重。</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>step 0 · untrained</source>
        <translation>第 0 步 · 未训练</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch} of {epochs}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}, kept</source>
        <translation>第 {step} 步 · 第 {epoch} 轮，已采用</translation>
    </message>
    <message>
        <source>{moment}, the best epoch</source>
        <translation>{moment}，最佳轮次</translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message>
        <source>column {column}</source>
        <translation>第 {column} 列</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>TokensPicture</name>
    <message>
        <source>How alike the numbers learned for each place are to those of the chosen token: 1 the same, 0 nothing in common, −1 opposite.</source>
        <translation>为每个位置学到的位置编码与所选词元的有多相似：1 为相同，0 为毫无共同之处，−1 为相反。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Point at a token</source>
        <translation>指向一个词元</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Positions alike</source>
        <translation>位置编码的相似度</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>What the network is shown.</source>
        <translation>网络看到的图像。</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the pad (Delete)</source>
        <translation>清空画板（Delete）</translation>
    </message>
    <message>
        <source>Copy drawing</source>
        <translation>复制手绘图</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Eraser (E); the right mouse button erases too</source>
        <translation>橡皮擦（E）；按住鼠标右键也能擦除</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>Open, paste or copy an image; files can be dropped too</source>
        <translation>打开、粘贴或复制图像；也可以拖入文件</translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation>粘贴图像</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Width of the pen and the eraser (+ and −)</source>
        <translation>笔和橡皮擦的粗细（+ 和 −）</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It counts where a teacher is chosen.</source>
        <translation>选择了教师模型时才起作用。</translation>
    </message>
    <message>
        <source>One batch under the microscope</source>
        <translation>显微镜下的一个批次</translation>
    </message>
    <message>
        <source>Target of {measure}</source>
        <translation>目标{measure}</translation>
    </message>
    <message>
        <source>Train one batch, then pause, and look at every number of it (Shift+F6)</source>
        <translation>训练一个批次后暂停，并查看其中每一个数（Shift+F6）</translation>
    </message>
</context>
<context>
    <name>TrainStation</name>
    <message>
        <source>&amp;Add Hidden Layer</source>
        <translation>添加隐藏层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>Describe the network, train it and watch</source>
        <translation>描述网络，训练它并观察</translation>
    </message>
    <message>
        <source>M&amp;icroscope</source>
        <translation>显微镜(&amp;I)</translation>
    </message>
    <message>
        <source>One Batch &amp;under the Microscope</source>
        <translation>显微镜下的一个批次(&amp;U)</translation>
    </message>
    <message>
        <source>One step of training, written out: forwards, backwards, and into the weights</source>
        <translation>写出训练的一步：前向、反向，直到权重</translation>
    </message>
    <message>
        <source>The experiment as a script in PyTorch, beside the network</source>
        <translation>网络旁边显示实验的 PyTorch 脚本</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train one batch, then pause, and look at every number of it</source>
        <translation>训练一个批次后暂停，并查看其中每一个数</translation>
    </message>
    <message>
        <source>on a layer: move it up or down</source>
        <translation>在层上：上移或下移</translation>
    </message>
    <message>
        <source>on a layer: take it out</source>
        <translation>在层上：移除它</translation>
    </message>
    <message>
        <source>under the microscope: another layer</source>
        <translation>在显微镜下：另一层</translation>
    </message>
    <message>
        <source>under the microscope: another unit; with Shift, another input of it</source>
        <translation>在显微镜下：另一个神经元；按住 Shift：它的另一个输入</translation>
    </message>
    <message>
        <source>under the microscope: play the step, or hold it</source>
        <translation>在显微镜下：播放这一步或暂停</translation>
    </message>
    <message>
        <source>under the microscope: the phase before or after</source>
        <translation>在显微镜下：上一个或下一个阶段</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Hold the animation (P)</source>
        <translation>暂停动画（P）</translation>
    </message>
    <message>
        <source>Phases of the step</source>
        <translation>这一步的各个阶段</translation>
    </message>
    <message>
        <source>Play the step (P)</source>
        <translation>播放这一步（P）</translation>
    </message>
    <message>
        <source>The next phase (Right)</source>
        <translation>下一个阶段（右方向键）</translation>
    </message>
    <message>
        <source>The phase before (Left)</source>
        <translation>上一个阶段（左方向键）</translation>
    </message>
</context>
<context>
    <name>TrialModel</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation>最低损失</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs of fine-tuning after it</source>
        <translation>之后微调的轮数</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从头训练</translation>
    </message>
    <message>
        <source>How long the try took, fine-tuning and measuring included</source>
        <translation>这次尝试用的时间，包括微调和测量</translation>
    </message>
    <message>
        <source>How much of it, as the slider says it</source>
        <translation>程度，与滑块的说法相同</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Milliseconds of one answer on this computer, the least of some</source>
        <translation>在这台计算机上回答一次所用的毫秒数，取若干次中的最小值</translation>
    </message>
    <message>
        <source>Of the validation examples, those read right; between which bounds the true share lies with 95 % confidence</source>
        <translation>认对的验证样本所占比例，以及真实比例在 95% 置信度下的范围</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The weights as the method lets them be packed, and gzipped; and of how much that is</source>
        <translation>按该方法紧密存放并经 gzip 压缩后的权重大小，以及相当于原来的多少倍</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time spent in training, pauses left out</source>
        <translation>训练用时，不含暂停</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>What the same smaller network reaches on the validation examples when it is trained from random weights for as many epochs as this one was fine-tuned; only where its shape is another</source>
        <translation>同样大小的网络从随机权重开始、训练与微调相同轮数后在验证样本上的结果；仅当形状不同时才有</translation>
    </message>
    <message>
        <source>ms an example</source>
        <translation>毫秒/样本</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Best trial</source>
        <translation>最好的试验</translation>
    </message>
    <message>
        <source>Choose a trial to see its settings and its run.</source>
        <translation>选择一个试验，查看它的设置和训练记录。</translation>
    </message>
    <message>
        <source>Look at the best trial so far</source>
        <translation>查看目前最好的试验</translation>
    </message>
    <message>
        <source>Overlay {count} in Runs</source>
        <translation>在训练记录中叠加 {count} 条</translation>
    </message>
    <message>
        <source>Settings into the form</source>
        <translation>把设置填入表单</translation>
    </message>
    <message>
        <source>Show in Runs</source>
        <translation>在训练记录中显示</translation>
    </message>
    <message>
        <source>Take over the settings of this trial in Train; it can be undone</source>
        <translation>在“训练”中采用这个试验的设置；可以撤消</translation>
    </message>
    <message>
        <source>{count} trials are chosen; this is {trial}</source>
        <translation>已选中 {count} 个试验；这里是{trial}</translation>
    </message>
    <message>
        <source>{trial}, the best</source>
        <translation>{trial}，最好的一个</translation>
    </message>
</context>
<context>
    <name>TrialPicture</name>
    <message>
        <source>The best so far: {trial}</source>
        <translation>目前最好：{trial}</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>尝试结果</translation>
    </message>
</context>
<context>
    <name>TrialsButton</name>
    <message>
        <source>Show the trials of sweeps among the runs, or hide them</source>
        <translation>在训练记录中显示或隐藏超参数搜索的试验</translation>
    </message>
    <message>
        <source>Trials of sweeps: {count}</source>
        <translation>超参数搜索的试验：{count}</translation>
    </message>
</context>
<context>
    <name>UnderstandPage</name>
    <message>
        <source>1 more term</source>
        <translation>还有 1 项</translation>
    </message>
    <message>
        <source>&lt;i&gt;p&lt;/i&gt; = softmax(&lt;i&gt;z&lt;/i&gt;) = &lt;b&gt;{share}&lt;/b&gt;: how sure the network is of “{name}”</source>
        <translation>&lt;i&gt;p&lt;/i&gt; = softmax(&lt;i&gt;z&lt;/i&gt;) = &lt;b&gt;{share}&lt;/b&gt;：网络对“{name}”有多确信</translation>
    </message>
    <message>
        <source>&lt;i&gt;z&lt;/i&gt;, brought to the scale of “{name}”, is &lt;b&gt;{share}&lt;/b&gt;</source>
        <translation>把 &lt;i&gt;z&lt;/i&gt; 换算到“{name}”的尺度，得 &lt;b&gt;{share}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Looks at about {spread} of {count} tokens.</source>
        <translation>约关注 {count} 个词元中的 {spread} 个。</translation>
    </message>
    <message>
        <source>No network to look into yet</source>
        <translation>还没有可以查看内部的网络</translation>
    </message>
    <message>
        <source>Nothing is on the pad, and there are no rows loaded that this network can take.</source>
        <translation>画板上什么也没有，也没有加载这个网络能接受的数据行。</translation>
    </message>
    <message>
        <source>Put something on the pad, and it is looked into here.</source>
        <translation>在画板上放点什么，就可以在这里细看。</translation>
    </message>
    <message>
        <source>The network is on its way: it is looked into as soon as it trains.</source>
        <translation>网络正在准备：一开始训练，就能在这里查看它的内部。</translation>
    </message>
    <message>
        <source>These have something to show: {views}.</source>
        <translation>以下视图有内容可看：{views}。</translation>
    </message>
    <message>
        <source>This head looks at about {spread} of {count} tokens, at some far more than at others.</source>
        <translation>这个头约关注 {count} 个词元中的 {spread} 个，对其中一些远多于其他。</translation>
    </message>
    <message>
        <source>This head looks at all {count} tokens alike, or nearly so: it can hardly tell them apart.</source>
        <translation>这个头对全部 {count} 个词元同等或几乎同等地关注：它几乎无法区分它们。</translation>
    </message>
    <message>
        <source>This head looks sharply: at about {spread} of {count} tokens.</source>
        <translation>这个头关注得很集中：约 {count} 个词元中的 {spread} 个。</translation>
    </message>
    <message>
        <source>This head spreads its look widely, over about {spread} of {count} tokens.</source>
        <translation>这个头的关注分散得很广，约在 {count} 个词元中的 {spread} 个上。</translation>
    </message>
    <message>
        <source>Train a network or open one. Here you see what its neurons look for, what they make of your drawing, and why it answers as it does – while it learns, too.</source>
        <translation>请训练或打开一个网络。在这里可以看到它的神经元在寻找什么，从你的手绘图中得到什么，以及它为什么这样回答——学习时也能看。</translation>
    </message>
    <message>
        <source>Type something on the pad, and it is looked into here.</source>
        <translation>在画板上输入内容，就能在这里看到它的内部。</translation>
    </message>
    <message>
        <source>What is shown of the network</source>
        <translation>显示网络的哪些方面</translation>
    </message>
    <message>
        <source>after {steps} and {activation}: &lt;i&gt;a&lt;/i&gt; = &lt;b&gt;{value}&lt;/b&gt;</source>
        <translation>依次经过{steps}、{activation}：&lt;i&gt;a&lt;/i&gt; = &lt;b&gt;{value}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>blue {row}, {column}</source>
        <translation>蓝 {row}，{column}</translation>
    </message>
    <message>
        <source>channel {channel}, {row}, {column}</source>
        <translation>通道 {channel}，{row}，{column}</translation>
    </message>
    <message>
        <source>green {row}, {column}</source>
        <translation>绿 {row}，{column}</translation>
    </message>
    <message>
        <source>neuron {unit}</source>
        <translation>神经元 {unit}</translation>
    </message>
    <message>
        <source>neuron {unit}, step {step}</source>
        <translation>神经元 {unit}，第 {step} 步</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>像素 {row}，{column}</translation>
    </message>
    <message>
        <source>place {row}, {column}</source>
        <translation>位置 {row}，{column}</translation>
    </message>
    <message>
        <source>red {row}, {column}</source>
        <translation>红 {row}，{column}</translation>
    </message>
    <message>
        <source>with {token}</source>
        <translation>与{token}</translation>
    </message>
    <message>
        <source>{count} more terms</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>{filter} at row {row}, column {column}</source>
        <translation>{filter}，第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>{layer}, filter {unit}</source>
        <translation>{layer}，卷积核 {unit}</translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}</source>
        <translation>{layer}，神经元 {unit}</translation>
    </message>
    <message>
        <source>{layer}, “{name}”</source>
        <translation>{layer}，“{name}”</translation>
    </message>
</context>
<context>
    <name>UnderstandStation</name>
    <message>
        <source>See what is inside the network, and why it answers as it does</source>
        <translation>查看网络内部，以及它为什么这样回答</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>理解</translation>
    </message>
    <message>
        <source>in a picture of Attention: from head to head, from layer to layer</source>
        <translation>在“注意力”的图片中：逐个头、逐层移动</translation>
    </message>
    <message>
        <source>in a picture of Attention: from token to token</source>
        <translation>在“注意力”的图片中：逐个词元移动</translation>
    </message>
    <message>
        <source>in a picture of Reading: from step to step, from neuron to neuron</source>
        <translation>在“读取”的图片中：逐步、逐个神经元移动</translation>
    </message>
    <message>
        <source>in a picture of Reading: read the image step by step, or stop</source>
        <translation>在“读取”的图片中：逐步读取图像，或停止</translation>
    </message>
</context>
<context>
    <name>UndoTip</name>
    <message>
        <source>{verb} {what}</source>
        <translation>{verb}{what}</translation>
    </message>
</context>
<context>
    <name>UnreadableFold</name>
    <message>
        <source>A folder could not be read</source>
        <translation>有一个文件夹无法读取</translation>
    </message>
    <message>
        <source>{count} folders could not be read</source>
        <translation>有 {count} 个文件夹无法读取</translation>
    </message>
</context>
<context>
    <name>ValueRange</name>
    <message>
        <source>{black} to {white}</source>
        <translation>{black} 到 {white}</translation>
    </message>
    <message>
        <source>{black} to {white} (dark ink on light paper)</source>
        <translation>{black} 到 {white}（浅色纸上的深色墨迹）</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>VariationForm</name>
    <message>
        <source>How the digits vary</source>
        <translation>数字怎样变化</translation>
    </message>
    <message>
        <source>How the digits vary · {count} changed</source>
        <translation>数字怎样变化 · 已更改 {count} 项</translation>
    </message>
    <message>
        <source>Let the digits vary as people write.</source>
        <translation>让数字像人写的那样变化。</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>The examples are being loaded …</source>
        <translation>正在载入样本…</translation>
    </message>
    <message>
        <source>There are no examples loaded that this network can take.</source>
        <translation>没有载入这个网络能接受的样本。</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Ink on blue raises the neuron&apos;s sum, ink on orange lowers it.</source>
        <translation>墨迹落在蓝色处会增大神经元的和，落在橙色处会减小它。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights of the first layer</source>
        <translation>第一层的权重</translation>
    </message>
    <message>
        <source>What each filter looks for in the part of the image that it lies on.</source>
        <translation>每个卷积核在它所在的那部分图像中寻找什么。</translation>
    </message>
    <message>
        <source>What each neuron of the first layer looks for</source>
        <translation>第一层的每个神经元在寻找什么</translation>
    </message>
    <message>
        <source>What is of the colours shown raises the sum, what is of the opposite ones lowers it.</source>
        <translation>与所示颜色相同的内容使总和增大，颜色相反的内容使总和减小。</translation>
    </message>
    <message>
        <source>{count} filters of {height} × {width}</source>
        <translation>{count} 个 {height} × {width} 的卷积核</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>{layer}: the colours that each looks for, grey being 0</source>
        <translation>{layer}：各自寻找的颜色，灰色为 0</translation>
    </message>
    <message>
        <source>{layer}: weights from {low} (orange) to {high} (blue)</source>
        <translation>{layer}：权重从 {low}（橙色）到 {high}（蓝色）</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>How far it is from there</source>
        <translation>离那里还有多远</translation>
    </message>
    <message>
        <source>How far the maps are</source>
        <translation>图的计算进度</translation>
    </message>
    <message>
        <source>Ink here keeps it away.</source>
        <translation>这里有墨迹会让它离得更远。</translation>
    </message>
    <message>
        <source>Ink here would bring it nearer.</source>
        <translation>这里有墨迹会让它靠得更近。</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>More light here would bring it nearer.</source>
        <translation>这里再亮一些，会使它更接近。</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡法</translation>
    </message>
    <message>
        <source>Pixels to add</source>
        <translation>要添加的像素</translation>
    </message>
    <message>
        <source>Pixels to brighten</source>
        <translation>要变亮的像素</translation>
    </message>
    <message>
        <source>Pixels to darken</source>
        <translation>要变暗的像素</translation>
    </message>
    <message>
        <source>Pixels to remove</source>
        <translation>要去掉的像素</translation>
    </message>
    <message>
        <source>The class that is explained</source>
        <translation>要解释的类别</translation>
    </message>
    <message>
        <source>The class that it should be</source>
        <translation>希望得到的类别</translation>
    </message>
    <message>
        <source>The light here keeps it away.</source>
        <translation>这里的亮度使它远离。</translation>
    </message>
    <message>
        <source>The same, added up on the way from an empty image to this one.</source>
        <translation>同样的量，沿着从空白图像到这张图像的路径累加起来。</translation>
    </message>
    <message>
        <source>What each pixel adds, as if the network were linear here.</source>
        <translation>每个像素的贡献，假设网络在这里是线性的。</translation>
    </message>
    <message>
        <source>What gets the full colour, in points (logits): the scores from which the probabilities are made</source>
        <translation>满色对应多少分（logit）：概率就是由这些分数算出的</translation>
    </message>
    <message>
        <source>What is lost when a square of 4 × 4 pixels is wiped out.</source>
        <translation>擦掉一个 4 × 4 像素的方块会失去多少。</translation>
    </message>
    <message>
        <source>What is lost when a square of {side} × {side} pixels is wiped out: one beside the other only, as this network is large.</source>
        <translation>擦掉一个 {side} × {side} 像素的方块会失去多少：由于网络很大，方块只并排而不重叠。</translation>
    </message>
    <message>
        <source>What would make it</source>
        <translation>怎样才会变成它</translation>
    </message>
    <message>
        <source>Which pixels speak for the answer, and which against it</source>
        <translation>哪些像素支持这个回答，哪些反对</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>为什么这样回答</translation>
    </message>
    <message>
        <source>against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>for</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>the answer: {name}</source>
        <translation>回答：{name}</translation>
    </message>
    <message>
        <source>the next best: {name}</source>
        <translation>第二可能：{name}</translation>
    </message>
    <message>
        <source>“{name}” has {share} now. It lies {lead} points behind “{against}”: make the blue pixels brighter and the orange ones darker, and it comes nearer.</source>
        <translation>“{name}”现在是 {share}，比“{against}”落后 {lead} 分：把蓝色像素变亮、橙色像素变暗，它就会更接近。</translation>
    </message>
    <message>
        <source>“{name}” has {share} now. It lies {lead} points behind “{against}”: paint the blue pixels and wipe out the orange ones, and it comes nearer.</source>
        <translation>“{name}”现在是 {share}，比“{against}”落后 {lead} 分：涂上蓝色像素、擦掉橙色像素，就会更接近。</translation>
    </message>
    <message>
        <source>“{name}” is the answer already, with {share}: {lead} points ahead of “{against}”. Blue and orange pixels would make it surer still.</source>
        <translation>“{name}”已经是回答，概率 {share}：比“{against}”领先 {lead} 分。改变蓝色和橙色的像素会让它更确定。</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Install one and start NetSketch again.</source>
        <translation>请安装一种这样的字体，然后重新启动 NetSketch。</translation>
    </message>
    <message>
        <source>Install one, such as the package “{package}”, and start NetSketch again.</source>
        <translation>请安装一种字体，例如软件包“{package}”，然后重新启动 NetSketch。</translation>
    </message>
    <message>
        <source>The file as it was is kept as “{name}”.</source>
        <translation>原来的文件保存为“{name}”。</translation>
    </message>
    <message>
        <source>The preset “{title}” suits these data, with its network and its settings.</source>
        <translation>预设“{title}”的网络和设置适合这些数据。</translation>
    </message>
    <message>
        <source>This computer has no font with the signs of {language}, so the window speaks English.</source>
        <translation>这台电脑没有能显示 {language} 文字的字体，因此窗口使用英文。</translation>
    </message>
    <message>
        <source>Training was stopped: it ran out of control, the loss grew without end.</source>
        <translation>训练已停止：训练失控，损失无限增大。</translation>
    </message>
    <message>
        <source>Use Preset</source>
        <translation>使用预设</translation>
    </message>
    <message>
        <source>Your preferences could not be read, or not all of them; those are as at the first start.</source>
        <translation>你的偏好设置没能读取或没能全部读取；读不出的恢复为首次启动时的样子。</translation>
    </message>
    <message>
        <source>“{title}” has a preset: a network and settings that suit these data.</source>
        <translation>“{title}”有一个预设：适合这些数据的网络和设置。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 个隐藏层</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation>{label}：{text}</translation>
    </message>
    <message>
        <source>{list} …</source>
        <translation>{list}…</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation>{phrase}。</translation>
    </message>
    <message>
        <source>{sentence} {next}</source>
        <translation>{sentence}{next}</translation>
    </message>
    <message>
        <source>{sentence}, {next}</source>
        <translation>{sentence}、{next}</translation>
    </message>
    <message>
        <source>{sentence}; {next}</source>
        <translation>{sentence}；{next}</translation>
    </message>
    <message>
        <source>{words} ({note})</source>
        <translation>{words}（{note}）</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation>“{name}”的设置</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>the untrained network</source>
        <translation>未训练的网络</translation>
    </message>
</context>
<context>
    <name>WorstExamples</name>
    <message>
        <source>Send to the pad</source>
        <translation>送到画板</translation>
    </message>
    <message>
        <source>The {count} examples whose answers are furthest off</source>
        <translation>回答偏差最大的 {count} 个样本</translation>
    </message>
    <message>
        <source>{name} is {target}; the network says {answer}, which is off by {error}.</source>
        <translation>{name} 为 {target}；网络的回答是 {answer}，偏差 {error}。</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>The network wrote nothing: {reason}</source>
        <translation>网络没有写出内容：{reason}</translation>
    </message>
</context>
<context>
    <name>WrittenPage</name>
    <message>
        <source>What the model writes</source>
        <translation>模型写出的内容</translation>
    </message>
</context>
<context>
    <name>WrongAnswers</name>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Every answer is exact</source>
        <translation>每个回答都完全正确</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Pieces of text, those first of which fewest characters are right</source>
        <translation>文本片段，正确的字符最少的排在前面</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确的回答</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>Send to the pad</source>
        <translation>放到画板上</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{count} wrong answers, those the model is surest of first</source>
        <translation>{count} 个错误的回答，模型最有把握的排在前面</translation>
    </message>
    <message>
        <source>{share} of the characters of this piece are the likeliest ones</source>
        <translation>这个片段中有 {share} 的字符是模型认为最可能的</translation>
    </message>
    <message>
        <source>{shown} of {count} wrong answers, those the model is surest of first</source>
        <translation>{count} 个错误的回答中的 {shown} 个，模型最有把握的排在前面</translation>
    </message>
    <message>
        <source>“{question}”: right is “{right}”, the model says “{said}” and is {share} sure of it</source>
        <translation>“{question}”：正确的是“{right}”，模型回答“{said}”，把握为 {share}</translation>
    </message>
</context>
<context>
    <name>data_menu</name>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>My O&amp;wn</source>
        <translation>我自己的(&amp;W)</translation>
    </message>
    <message>
        <source>Poi&amp;nts</source>
        <translation>点(&amp;N)</translation>
    </message>
    <message>
        <source>T&amp;exts</source>
        <translation>文本(&amp;E)</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>  {question} {right}, and it says {said}  {share}</source>
        <translation>  {question} {right}，而它回答 {said}  {share}</translation>
    </message>
    <message>
        <source>, best at epoch {epoch}, the last</source>
        <translation>，最佳为第 {epoch} 轮，即最后一轮</translation>
    </message>
    <message>
        <source>, kept epoch {epoch}, the best</source>
        <translation>，保留了最佳的第 {epoch} 轮</translation>
    </message>
    <message>
        <source>, lowest loss at epoch {epoch}</source>
        <translation>，损失最低为第 {epoch} 轮</translation>
    </message>
    <message>
        <source>--restarts changes nothing here: only pgd-hard begins more than once.</source>
        <translation>--restarts 在这里没有作用：只有 pgd-hard 会多次重新开始。</translation>
    </message>
    <message>
        <source>--steps changes nothing here: “{attack}” takes none.</source>
        <translation>--steps 在这里没有作用：“{attack}”不分步。</translation>
    </message>
    <message>
        <source>--{flag} cannot be “{text}”.</source>
        <translation>--{flag} 不能是“{text}”。</translation>
    </message>
    <message>
        <source>--{flag} changes nothing here. {reason}</source>
        <translation>--{flag} 在这里不起作用。{reason}</translation>
    </message>
    <message>
        <source>--{flag} needs a number, and “{text}” is none.</source>
        <translation>--{flag} 需要一个数字，而“{text}”不是。</translation>
    </message>
    <message>
        <source>--{flag} needs a whole number, and “{text}” is none.</source>
        <translation>--{flag} 需要一个整数，而“{text}”不是。</translation>
    </message>
    <message>
        <source>--{flag} {problem}.</source>
        <translation>--{flag} {problem}。</translation>
    </message>
    <message>
        <source>0 means {zero}</source>
        <translation>0 表示{zero}</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 个头</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个词元</translation>
    </message>
    <message>
        <source>1 − R² of training</source>
        <translation>训练的 1 − R²</translation>
    </message>
    <message>
        <source>1 − R² of validation</source>
        <translation>验证的 1 − R²</translation>
    </message>
    <message>
        <source>112,800 handwritten digits and letters of 47 classes and 18,800 to test with; letters that look the same in upper and lower case are one class. The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and are centred by their edges, where the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its switch Centre off it comes nearer.</source>
        <translation>47 个类别的 112,800 个手写数字和字母，另有 18,800 个用于测试；大小写看起来相同的字母算作一个类别。下载的压缩包为 562 MB。它们占 28 像素中的 24 像素，按边缘居中；而画板按 MNIST 的方式处理手绘图：20 像素，按质心居中。关闭画板的“居中”开关会更接近。</translation>
    </message>
    <message>
        <source>124,800 handwritten letters of 26 classes, each in upper and lower case, and 20,800 to test with. The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and are centred by their edges, where the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its switch Centre off it comes nearer.</source>
        <translation>26 个类别的 124,800 个手写字母，每个类别含大写和小写，另有 20,800 个用于测试。下载的压缩包为 562 MB。它们占 28 像素中的 24 像素，按边缘居中；而画板按 MNIST 的方式处理手绘图：20 像素，按质心居中。关闭画板的“居中”开关会更接近。</translation>
    </message>
    <message>
        <source>50,000 small photographs in colour of animals and vehicles and 10,000 to test with; much harder than digits. The archive that is downloaded has 170 MB.</source>
        <translation>50,000 张动物和交通工具的彩色小照片，另有 10,000 张用于测试；比数字难得多。需要下载的压缩包为 170 MB。</translation>
    </message>
    <message>
        <source>60,000 handwritten digits to learn from and 10,000 to test with; the best-known data of the field.</source>
        <translation>60,000 张手写数字用于学习，10,000 张用于测试；这个领域最有名的数据。</translation>
    </message>
    <message>
        <source>60,000 pictures of clothes, shoes and bags and 10,000 to test with; harder than digits.</source>
        <translation>60,000 张衣服、鞋子和包的图片用于学习，10,000 张用于测试；比数字更难。</translation>
    </message>
    <message>
        <source>A PostgreSQL database that several machines share, such as postgresql+psycopg://me@host/database; PGPASSWORD or a file .pgpass has the password.</source>
        <translation>多台机器共享的 PostgreSQL 数据库，如 postgresql+psycopg://me@host/database；密码放在 PGPASSWORD 或文件 .pgpass 中。</translation>
    </message>
    <message>
        <source>A Transformer cuts the digit into patches and lets every patch look at all others, block after block. Choose it to see what a network looks at, or where parts that belong together lie far apart; on small images it needs more time than filters do.</source>
        <translation>Transformer 把数字切成图块，让每个图块都关注其他所有图块，这样一层一层地处理。想看网络在关注什么，或相关的部分相距很远时，请选它；处理小图像时，它比卷积核更费时间。</translation>
    </message>
    <message>
        <source>A Transformer of a hundred thousand numbers is shown sums as mere signs, and asked for the answer. For a while it guesses; then, within seconds, it has found out what a carry is. Type a sum on the pad and watch.</source>
        <translation>一个有十万个数的 Transformer 看到的算式只是一串符号，要给出回答。它先是猜；然后在几秒之内就弄明白了什么是进位。在画板上输入一道加法，看它怎么做。</translation>
    </message>
    <message>
        <source>A batch is larger than the training set, so each epoch is a single step.</source>
        <translation>一个批次比训练集还大，所以每一轮只有一步。</translation>
    </message>
    <message>
        <source>A brace that stands for itself is written twice: {twice}.</source>
        <translation>表示括号本身时要写两次：{twice}。</translation>
    </message>
    <message>
        <source>A disc of points, and a ring around it. No straight line parts them, but with x² and y² one does.</source>
        <translation>一个圆盘形的点群，外面围着一个圆环。任何直线都无法把它们分开，但有了 x² 和 y² 就可以。</translation>
    </message>
    <message>
        <source>A few pixels</source>
        <translation>少数几个像素</translation>
    </message>
    <message>
        <source>A grid needs a list of values for each setting, and “{setting}” has a span.</source>
        <translation>网格搜索要求每个设置都给出一列取值，而“{setting}”给的是一个区间。</translation>
    </message>
    <message>
        <source>A label in it names no class.</source>
        <translation>其中有一个标签不是任何类别的名称。</translation>
    </message>
    <message>
        <source>A label of “{name}” names no class.</source>
        <translation>“{name}”中有一个标签不是任何类别的名称。</translation>
    </message>
    <message>
        <source>A large network and only 400 images to learn from, with 100 more to check it on: the training loss goes to nothing while the validation loss turns and climbs. That gap is overfitting.</source>
        <translation>大网络，却只有 400 张图像可学，另有 100 张用来检验：训练损失趋于零，而验证损失掉头上升。两者之间的差距就是过拟合。</translation>
    </message>
    <message>
        <source>A layer behind it adds something to each number that it gives, so that none of them can be missing.</source>
        <translation>后面有一层会在它给出的每个数上再加一些，因此一个也不能少。</translation>
    </message>
    <message>
        <source>A learning curve needs validation examples, and there are none.</source>
        <translation>学习曲线需要验证样本，而这里一个也没有。</translation>
    </message>
    <message>
        <source>A lesson, or a folder of them.</source>
        <translation>一课，或装有课程的文件夹。</translation>
    </message>
    <message>
        <source>A library is missing ({error}). {remedy} brings what is needed.</source>
        <translation>缺少一个库（{error}）。{remedy}会装好所需的一切。</translation>
    </message>
    <message>
        <source>A line of it has more than {most:,} characters.</source>
        <translation>其中有一行超过 {most:,} 个字符。</translation>
    </message>
    <message>
        <source>A line of the request&apos;s head is none.</source>
        <translation>请求头中有一行无法识别。</translation>
    </message>
    <message>
        <source>A line of “{path}” cannot be read: {reason}.</source>
        <translation>无法读取“{path}”中的一行：{reason}。</translation>
    </message>
    <message>
        <source>A little GPT that adds</source>
        <translation>会加法的小 GPT</translation>
    </message>
    <message>
        <source>A little GPT that says words backwards</source>
        <translation>会倒着说单词的小 GPT</translation>
    </message>
    <message>
        <source>A little LSTM that writes</source>
        <translation>会写作的小 LSTM</translation>
    </message>
    <message>
        <source>A machine has 1 to {most} workers.</source>
        <translation>一台机器有 1 到 {most} 个工作进程。</translation>
    </message>
    <message>
        <source>A machine has fewer graphics cards than processes of this training.</source>
        <translation>有一台机器的显卡数少于这次训练的进程数。</translation>
    </message>
    <message>
        <source>A model file.</source>
        <translation>模型文件。</translation>
    </message>
    <message>
        <source>A model file. The network then learns from what that model says of the training examples as well, beside their labels: how probable each class is, of each example as it is, also where examples are varied. The run keeps a copy of the teacher.</source>
        <translation>一个模型文件。网络除了标签，还从该模型对训练样本的判断中学习：每个类别的概率有多大；即使训练样本会加以变化，所问的也是原来的样本。训练记录会保存一份教师模型的副本。</translation>
    </message>
    <message>
        <source>A name has 1 to {longest} letters, digits or signs.</source>
        <translation>名称由 1 到 {longest} 个文字、数字或符号组成。</translation>
    </message>
    <message>
        <source>A number of a token is a sum over one patch, and there are as many of them as patches: there is no single one to show.</source>
        <translation>词元的一个数是对一个图块求的加权和，有多少个图块就有多少个这样的和：没有单独的一个可以显示。</translation>
    </message>
    <message>
        <source>A number that attention gives on is no single sum: it is mixed from all tokens by shares that differ from image to image.</source>
        <translation>注意力输出的数不是单独一个加权和：它由所有词元按比例混合而成，比例随图像而不同。</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>路径中有一部分不是文件夹。</translation>
    </message>
    <message>
        <source>A patch</source>
        <translation>一块贴片</translation>
    </message>
    <message>
        <source>A pool has no units of its own: it gives on the numbers that come in.</source>
        <translation>池化层没有自己的神经元：它只把传入的数传下去。</translation>
    </message>
    <message>
        <source>A pool has no weights.</source>
        <translation>池化层没有权重。</translation>
    </message>
    <message>
        <source>A pool weighs nothing: it takes the mean of what comes in, or one token of it.</source>
        <translation>池化层不做加权：它只取输入的平均，或其中一个词元。</translation>
    </message>
    <message>
        <source>A preset and an experiment file were both given.</source>
        <translation>同时给出了预设和实验文件。</translation>
    </message>
    <message>
        <source>A private training begins with random weights.</source>
        <translation>带隐私保护的训练从随机权重开始。</translation>
    </message>
    <message>
        <source>A private training clips the gradient of every example, and does so in float32.</source>
        <translation>隐私训练要裁剪每个样本的梯度，而且只用 float32 来做。</translation>
    </message>
    <message>
        <source>A private training is not shared by several processes.</source>
        <translation>隐私训练不能由多个进程分担。</translation>
    </message>
    <message>
        <source>A quote in it is never closed.</source>
        <translation>其中有一个引号没有结束。</translation>
    </message>
    <message>
        <source>A rectangle of up to this share of height and width is blanked out at a random place.</source>
        <translation>在随机位置抹去一个矩形，其高和宽最多占图像的这个比例。</translation>
    </message>
    <message>
        <source>A recurrent layer sees one row or column at a time, so its weights make no picture of the whole image.</source>
        <translation>循环层一次只看一行或一列，所以它的权重构不成整幅图像的图片。</translation>
    </message>
    <message>
        <source>A row has {count:,} numbers, and {features:,} features are named; {most:,} are the most.</source>
        <translation>一行有 {count:,} 个数值，而命名的特征有 {features:,} 个；最多 {most:,} 个。</translation>
    </message>
    <message>
        <source>A run is done again with the settings it had.</source>
        <translation>重做一次训练时沿用它原来的设置。</translation>
    </message>
    <message>
        <source>A run is resumed with the settings it was begun with; only --epochs can be changed.</source>
        <translation>继续训练时沿用开始时的设置；只能更改 --epochs。</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>训练记录需要一个名称。</translation>
    </message>
    <message>
        <source>A run on this text cannot begin with the weights of another.</source>
        <translation>在这份文本上的训练不能从另一份文本的权重开始。</translation>
    </message>
    <message>
        <source>A sentence, such as “a thick slanted three” or “又粗又斜的三”.</source>
        <translation>一句描述，例如“又粗又斜的三”或“a thick slanted three”。</translation>
    </message>
    <message>
        <source>A set of one&apos;s own has at most {most:,}.</source>
        <translation>自己的点集最多有 {most:,} 个点。</translation>
    </message>
    <message>
        <source>A setting that varies, and what it may be: a list such as training.batch_size=32,128,512 or a span such as training.learning_rate=1e-4:1e-1:log. Once for each. Beside the settings of an experiment there are network.layers, network.units and layer.dropout.</source>
        <translation>一个变化的设置及其取值：一列取值，如 training.batch_size=32,128,512，或一个区间，如 training.learning_rate=1e-4:1e-1:log。每个训练设置写一次。除实验的设置外，还有网络的层数 network.layers、每层的神经元数 network.units 和随机失活 layer.dropout。</translation>
    </message>
    <message>
        <source>A small Transformer that is not told where its patches lie: to it a digit is a heap of strokes, and many heaps look alike. Switch the positions on and watch what they are worth.</source>
        <translation>一个小 Transformer，没人告诉它图块在哪里：在它看来，数字只是一堆笔画，而许多堆看起来都差不多。打开位置编码，看看它有多大作用。</translation>
    </message>
    <message>
        <source>A smaller model is judged by the classes it tells apart; this one answers with a number.</source>
        <translation>更小的模型要看它能区分哪些类别；这个模型的回答是一个数值。</translation>
    </message>
    <message>
        <source>A smaller model is judged by the classes it tells apart; this one goes on with text.</source>
        <translation>变小的模型要按它能区分的类别来评判；而这个模型是续写文本的。</translation>
    </message>
    <message>
        <source>A span is written as LOW:HIGH or LOW:HIGH:log.</source>
        <translation>区间写作 LOW:HIGH 或 LOW:HIGH:log。</translation>
    </message>
    <message>
        <source>A step is written out where classes are told apart: these data ask for a number.</source>
        <translation>只有在区分类别时才写出一步的算式：这些数据要的是一个数值。</translation>
    </message>
    <message>
        <source>A step is written out where classes are told apart: these data ask for text.</source>
        <translation>只有在区分类别时才写出一步的算式：这些数据要的是文本。</translation>
    </message>
    <message>
        <source>A sweep cannot be kept on a network share.</source>
        <translation>超参数搜索不能保存在网络共享上。</translation>
    </message>
    <message>
        <source>A sweep cannot vary “{path}”.</source>
        <translation>超参数搜索不能改变“{path}”。</translation>
    </message>
    <message>
        <source>A sweep goes on with the settings it was begun with; only --trials, --minutes and --workers change.</source>
        <translation>超参数搜索按开始时的设置继续；只有 --trials、--minutes 和 --workers 可以改变。</translation>
    </message>
    <message>
        <source>A sweep has 1 to {most:,} trials.</source>
        <translation>一次超参数搜索有 1 到 {most:,} 次试验。</translation>
    </message>
    <message>
        <source>A sweep in a database needs a name.</source>
        <translation>数据库中的超参数搜索需要一个名称。</translation>
    </message>
    <message>
        <source>A sweep is under way in this window.</source>
        <translation>本窗口正在进行一次超参数搜索。</translation>
    </message>
    <message>
        <source>A sweep needs a setting that varies.</source>
        <translation>超参数搜索至少需要一个变化的设置。</translation>
    </message>
    <message>
        <source>A sweep on several machines needs a library more.</source>
        <translation>在多台机器上进行超参数搜索还需要一个程序库。</translation>
    </message>
    <message>
        <source>A sweep varies {most} settings at most.</source>
        <translation>一次超参数搜索最多改变 {most} 个设置。</translation>
    </message>
    <message>
        <source>A sweep&apos;s folder.</source>
        <translation>一次超参数搜索的文件夹。</translation>
    </message>
    <message>
        <source>A table has a row for each example: its features, each in a column, and its label.</source>
        <translation>表格中每个样本占一行：每个特征一列，还有一列标签。</translation>
    </message>
    <message>
        <source>A table that is read from “{path}”.</source>
        <translation>从“{path}”直接读取的表格。</translation>
    </message>
    <message>
        <source>A text that is read from “{path}”.</source>
        <translation>从“{path}”读取的文本。</translation>
    </message>
    <message>
        <source>A training is under way.</source>
        <translation>训练正在进行。</translation>
    </message>
    <message>
        <source>A training of one epoch cannot be ended early.</source>
        <translation>只有一轮的训练无法提前终止。</translation>
    </message>
    <message>
        <source>A unit of a recurrent layer adds up anew at every step, and several sums each time: there is no single one to show.</source>
        <translation>循环层的神经元在每一步都重新求和，每次还有好几个和：没有单独的一个和可以显示。</translation>
    </message>
    <message>
        <source>A value that is not finite stands in {column}.</source>
        <translation>{column}中有一个值不是有限数。</translation>
    </message>
    <message>
        <source>A worker needs a database and the name of a sweep in it.</source>
        <translation>工作进程需要一个数据库以及其中超参数搜索的名称。</translation>
    </message>
    <message>
        <source>A worker of the sweep cannot be begun.</source>
        <translation>无法启动超参数搜索的工作进程。</translation>
    </message>
    <message>
        <source>A zip file that `runs export` wrote.</source>
        <translation>用 `runs export` 写出的 zip 文件。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation>{count:,} 个样本（{data}，{part}）的准确率为 {accuracy}，损失为 {loss:.4f}。置信度取 95% 时，准确率在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Activations as int8 need weights as int8.</source>
        <translation>int8 激活值需要 int8 权重。</translation>
    </message>
    <message>
        <source>Activations cannot be multiplied as “{name}”.</source>
        <translation>激活值不能以“{name}”相乘。</translation>
    </message>
    <message>
        <source>Activations cannot be rounded without training examples.</source>
        <translation>没有训练样本，无法舍入激活值。</translation>
    </message>
    <message>
        <source>Activations cannot be rounded.</source>
        <translation>激活值无法舍入。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add GRU layer</source>
        <translation>添加 GRU 层</translation>
    </message>
    <message>
        <source>Add LSTM layer</source>
        <translation>添加 LSTM 层</translation>
    </message>
    <message>
        <source>Add a block of a Transformer, in which the tokens of a sequence look at each other</source>
        <translation>添加一个 Transformer 块，让序列中的词元相互关注</translation>
    </message>
    <message>
        <source>Add a convolution like the last one, in front of the dense layers</source>
        <translation>再添加一个与上一个相同的卷积层，放在全连接层之前</translation>
    </message>
    <message>
        <source>Add a dense layer like the last one</source>
        <translation>再添加一个与上一个相同的全连接层</translation>
    </message>
    <message>
        <source>Add a recurrent layer that reads the image row by row, and remembers by three gates and a cell</source>
        <translation>添加一个逐行读取图像的循环层，用三个门和一个记忆元来记住内容</translation>
    </message>
    <message>
        <source>Add a recurrent layer that reads the image row by row, and remembers by two gates</source>
        <translation>添加一个逐行读取图像的循环层，用两个门来记住内容</translation>
    </message>
    <message>
        <source>Add attention layer</source>
        <translation>添加注意力层</translation>
    </message>
    <message>
        <source>Add convolution</source>
        <translation>添加卷积层</translation>
    </message>
    <message>
        <source>Add dense layer</source>
        <translation>添加全连接层</translation>
    </message>
    <message>
        <source>Add embedding</source>
        <translation>添加嵌入层</translation>
    </message>
    <message>
        <source>Add examples of “{least}”, or take some of “{most}” out.</source>
        <translation>请增加“{least}”的样本，或取出一些“{most}”的样本。</translation>
    </message>
    <message>
        <source>Add examples: with so few, chance decides what is learnt.</source>
        <translation>请增加样本：样本这么少时，学到什么全凭运气。</translation>
    </message>
    <message>
        <source>Add images, and let every training image be varied each time it is seen.</source>
        <translation>增加图像，并让每张训练图像每次出现时都有变化。</translation>
    </message>
    <message>
        <source>Add patches</source>
        <translation>添加图块层</translation>
    </message>
    <message>
        <source>Add pool</source>
        <translation>添加池化层</translation>
    </message>
    <message>
        <source>Add what cuts the image into squares, each a token, for attention layers to read</source>
        <translation>添加一个把图像切成小方块的层：每个方块成为一个词元，供注意力层读取</translation>
    </message>
    <message>
        <source>Add what makes one vector of a sequence of tokens</source>
        <translation>添加一个把词元序列变成一个向量的层</translation>
    </message>
    <message>
        <source>Add what turns each character of a text into a list of numbers, for attention or recurrent layers to read</source>
        <translation>添加一层，把文本中的每个字符变成一串数，供注意力层或循环层读取</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Adding up gradients</source>
        <translation>正在累加梯度</translation>
    </message>
    <message>
        <source>Adds to each character numbers that are learned for its place. Attention cannot tell without them which character stands where; a recurrent layer reads one after the other, and needs none.</source>
        <translation>给每个字符加上为其位置学到的数。没有它们，注意力无法知道哪个字符在哪里；循环层逐个读取，并不需要。</translation>
    </message>
    <message>
        <source>Adds to each token numbers that are learned for its place. Without them attention cannot tell where in the image a patch was: to it an image is a heap of patches.</source>
        <translation>给每个词元加上一组按位置学到的数。没有它们，注意力就不知道图块原来在图像的什么地方：在它看来，图像只是一堆图块。</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>攻击者</translation>
    </message>
    <message>
        <source>After attention a small network works on each token by itself; it has so many times as many units as a token has numbers.</source>
        <translation>注意力之后，有一个小网络单独处理每个词元；它的神经元数是词元宽度的这么多倍。</translation>
    </message>
    <message>
        <source>After step {step:,} the loss or a weight was infinite, or not a number.</source>
        <translation>第 {step:,} 步之后，损失或某个权重变成无穷大，或不再是数。</translation>
    </message>
    <message>
        <source>After {steps:,} steps the loss is {loss:.3g}, where {guessing} gives {chance:.3g}, and the weights have moved by {moved:.1%} of their length. The learning rate is {rate:g}.</source>
        <translation>{steps:,} 步之后损失为 {loss:.3g}，而{guessing}得到 {chance:.3g}；权重只移动了自身长度的 {moved:.1%}。学习率为 {rate:g}。</translation>
    </message>
    <message>
        <source>All hidden layers</source>
        <translation>所有隐藏层</translation>
    </message>
    <message>
        <source>All pixels of a picture stand in one cell, such as “{cell}”: give each a column of its own.</source>
        <translation>一张图片的所有像素都在同一个单元格里，例如“{cell}”：请让每个像素各占一列。</translation>
    </message>
    <message>
        <source>All test images are among the training images: a sixth is drawn for testing instead.</source>
        <translation>所有测试图像都在训练图像中：改为另抽六分之一用于测试。</translation>
    </message>
    <message>
        <source>Allow a larger ε, use more examples, or train for fewer epochs.</source>
        <translation>允许更大的 ε，使用更多样本，或减少训练轮数。</translation>
    </message>
    <message>
        <source>Allow more of them, or smaller layers.</source>
        <translation>请允许更多参数，或更小的层。</translation>
    </message>
    <message>
        <source>An LSTM reads English sentences letter by letter and says which comes next: first it learns which letters are common, then words, then which of them go together, sooner than a Transformer of its size. For a text of your own, choose it at Data.</source>
        <translation>LSTM 逐个字母地读英语句子，说出下一个是什么：先学会哪些字母常见，再学会单词，再学会哪些单词能搭配，比同样大小的 Transformer 更快。想用自己的文本，请在“数据”页选择。</translation>
    </message>
    <message>
        <source>An LSTM reads the digit row by row, from top to bottom, and answers from what it remembers at the end. Choose it to watch a network make up its mind, or where few weights must do and there is time to read.</source>
        <translation>LSTM 从上到下逐行读取数字，最后根据记住的内容给出回答。想看网络如何逐步拿定主意，或者权重必须少而时间充裕时，请选它。</translation>
    </message>
    <message>
        <source>An LSTM that says words backwards</source>
        <translation>会倒着说单词的 LSTM</translation>
    </message>
    <message>
        <source>An alphabet has at most {most:,} characters, no two alike, and every character is one of them.</source>
        <translation>字符表最多有 {most:,} 个字符，互不相同，并且每个字符都必须在其中。</translation>
    </message>
    <message>
        <source>An attack wants another class to be answered; these data ask for a number, which is never wholly right.</source>
        <translation>攻击要让模型答成另一个类别；这些数据要的是一个数值，从不会完全正确。</translation>
    </message>
    <message>
        <source>An image is bent like a sheet of rubber: neighbouring pixels move together, by about this distance.</source>
        <translation>图像像橡胶薄片一样弯曲：相邻像素一起移动，距离大约为这个数。</translation>
    </message>
    <message>
        <source>An image is made larger or smaller by up to this share, height and width each by its own.</source>
        <translation>图像按最多这个比例放大或缩小，高和宽各自变化。</translation>
    </message>
    <message>
        <source>An image is moved by up to this distance, sideways and up or down each by its own.</source>
        <translation>图像最多移动这个距离，左右和上下各自变化。</translation>
    </message>
    <message>
        <source>An image is turned by up to this angle to either side.</source>
        <translation>图像向左或向右最多转动这个角度。</translation>
    </message>
    <message>
        <source>Another model, which is shown the images changed against the first: do they fool it, too?</source>
        <translation>另一个模型：把针对第一个模型改动的图像给它看，它也会上当吗？</translation>
    </message>
    <message>
        <source>Another process of this training has failed, and the training with it.</source>
        <translation>这次训练的另一个进程失败了，训练也随之失败。</translation>
    </message>
    <message>
        <source>Another process of this training was ended or is out of reach, and the training ends with it.</source>
        <translation>这次训练的另一个进程被结束或无法联系，训练随之结束。</translation>
    </message>
    <message>
        <source>Another window or command holds it at this moment.</source>
        <translation>另一个窗口或命令此刻正占用它。</translation>
    </message>
    <message>
        <source>Another window or command holds it.</source>
        <translation>另一个窗口或命令正占用它。</translation>
    </message>
    <message>
        <source>Another window or command of this machine is at it.</source>
        <translation>这台机器上的另一个窗口或命令正在进行它。</translation>
    </message>
    <message>
        <source>Argument {name} takes {count} values.</source>
        <translation>参数 {name} 需要 {count} 个值。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Article: every number</source>
        <translation>文章：每一个数</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>按原样画出</translation>
    </message>
    <message>
        <source>As they are, {accuracy} of {count:,} images are read right ({data}, test).</source>
        <translation>原样的 {count:,} 张图像中有 {accuracy} 读对（{data}，测试集）。</translation>
    </message>
    <message>
        <source>Ask for a number that is not negative.</source>
        <translation>请给出非负数。</translation>
    </message>
    <message>
        <source>Ask for train, test or all.</source>
        <translation>请选 train、test 或 all。</translation>
    </message>
    <message>
        <source>Asked about training examples, some of them are not finite numbers.</source>
        <translation>对训练样本求值时，其中一些不是有限的数。</translation>
    </message>
    <message>
        <source>Asked about {count:,} examples, it gives no numbers for {wrong:,} of them.</source>
        <translation>用 {count:,} 个样本询问时，其中 {wrong:,} 个得不到数值。</translation>
    </message>
    <message>
        <source>Asking the model</source>
        <translation>正在询问模型</translation>
    </message>
    <message>
        <source>Asking the teacher</source>
        <translation>正在询问教师模型</translation>
    </message>
    <message>
        <source>Asking what was exported</source>
        <translation>正在询问导出的文件</translation>
    </message>
    <message>
        <source>At a strength of {strength:.3g}, {fgsm:.1%} are right after one step (FGSM), but {pgd:.1%} after many (PGD): all of the defence beyond that is an illusion. One step goes astray here; believe the many.</source>
        <translation>强度为 {strength:.3g} 时，走一步（FGSM）后仍有 {fgsm:.1%} 正确，走多步（PGD）后却只有 {pgd:.1%}：超出后者的防御全是假象。这里一步会走偏，应以多步为准。</translation>
    </message>
    <message>
        <source>At a strength of {strength:.3g}, {pgd:.1%} are right after many steps (PGD), but {noise:.1%} after mere noise: what looks like a defence is an illusion. The gradient leads nowhere, so that attacks which follow it fail.</source>
        <translation>强度为 {strength:.3g} 时，走多步（PGD）后仍有 {pgd:.1%} 正确，仅仅加上噪声后却只有 {noise:.1%}：看似的防御只是假象。梯度指不出方向，沿着它走的攻击因此失败。</translation>
    </message>
    <message>
        <source>Attack in many steps</source>
        <translation>改用多步攻击</translation>
    </message>
    <message>
        <source>Attack in more steps</source>
        <translation>攻击走更多步</translation>
    </message>
    <message>
        <source>Attack with half the strength</source>
        <translation>用一半的强度攻击</translation>
    </message>
    <message>
        <source>Attacking</source>
        <translation>正在攻击</translation>
    </message>
    <message>
        <source>Attacks are: {known}.</source>
        <translation>可用的攻击有：{known}。</translation>
    </message>
    <message>
        <source>Attacks change the pixels of pictures, and these data are text.</source>
        <translation>攻击改变的是图片的像素，而这些数据是文本。</translation>
    </message>
    <message>
        <source>Attacks change the pixels of pictures, each by a share of white; these data are numbers, each on a scale of its own.</source>
        <translation>攻击改变图片的像素，每个像素按白色的一定比例改变；这些数据是数值，各有各的尺度。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Attention of {layer} has become uniform: every token looks at all tokens alike, or nearly so, so that the layer can hardly tell them apart.</source>
        <translation>{layer}的注意力变得均匀：每个词元都同等或几乎同等地关注所有词元，这一层因此几乎无法区分它们。</translation>
    </message>
    <message>
        <source>Attention of {layer} has collapsed to one token: whatever asks, it looks there and nowhere else.</source>
        <translation>{layer}的注意力坍缩到一个词元上：无论谁来查询，它都只看那里。</translation>
    </message>
    <message>
        <source>Attention over patches</source>
        <translation>图块上的注意力</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>Batch normalisation needs at least two examples in a batch.</source>
        <translation>批量归一化要求每个批次至少有两个样本。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Begin a new run with its settings; what it has come to stays as it is.</source>
        <translation>请用它的设置开始新的训练；已有的结果保持不变。</translation>
    </message>
    <message>
        <source>Begin a new sweep in its place.</source>
        <translation>请另外开始一次新的超参数搜索。</translation>
    </message>
    <message>
        <source>Begin a new sweep; the runs of this one are in the library all the same.</source>
        <translation>请开始一次新的超参数搜索；这一次的各次训练仍在运行库中。</translation>
    </message>
    <message>
        <source>Begin it with `netsketch sweep --storage ADDRESS`.</source>
        <translation>请用 `netsketch sweep --storage ADDRESS` 开始超参数搜索。</translation>
    </message>
    <message>
        <source>Begin with Kaiming&apos;s first weights: from small ones all questions are alike.</source>
        <translation>请改用 Kaiming 初始权重：初始权重太小，所有查询都差不多。</translation>
    </message>
    <message>
        <source>Begin with random weights, or bring back the text that they learnt from.</source>
        <translation>从随机权重开始，或取回这些权重所学的文本。</translation>
    </message>
    <message>
        <source>Beside the label no column is left that could be a feature.</source>
        <translation>除标签外，没有可以作为特征的列。</translation>
    </message>
    <message>
        <source>Beside the label there are {count} columns of numbers, which fill no square picture.</source>
        <translation>除标签外还有 {count} 列数字，不能排成正方形的图片。</translation>
    </message>
    <message>
        <source>Best: trial {number}, {goal}; {values}.</source>
        <translation>最佳：试验 {number}，{goal}；{values}。</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Black and white must be two different numbers.</source>
        <translation>黑和白必须是两个不同的数。</translation>
    </message>
    <message>
        <source>Bodies of the kind “{kind}” are not read here.</source>
        <translation>这里不读取“{kind}”类型的正文。</translation>
    </message>
    <message>
        <source>Both ways reads the steps from the first to the last and, with units of its own, from the last to the first: twice the units and the work.</source>
        <translation>双向时，各步既从头到尾读一遍，又用另外的神经元从尾到头读一遍：神经元数和计算量都加倍。</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>Breast cancer samples</source>
        <translation>乳腺癌样本</translation>
    </message>
    <message>
        <source>Brightness, contrast and saturation of a picture in colour change by up to this share, each by its own. Grey pictures stay as they are.</source>
        <translation>彩色图片的亮度、对比度和饱和度各自最多改变这个比例。灰度图片保持不变。</translation>
    </message>
    <message>
        <source>Bring both to one range before you bring them in.</source>
        <translation>请先把两者的取值范围统一，再导入。</translation>
    </message>
    <message>
        <source>Bring deleted runs back from the bin.</source>
        <translation>从回收站恢复已删除的训练记录。</translation>
    </message>
    <message>
        <source>Bring in a run from a zip file, with every file in it checked.</source>
        <translation>从 zip 文件导入一条训练记录，并检查其中的每个文件。</translation>
    </message>
    <message>
        <source>Bring it back first.</source>
        <translation>请先恢复它。</translation>
    </message>
    <message>
        <source>Bring it in first: `datasets import` on the command line, Data ▸ Import Images, a Table or a Text in the window.</source>
        <translation>请先导入：命令行用 `datasets import`，窗口中用“数据 ▸ 导入图像、表格或文本”。</translation>
    </message>
    <message>
        <source>Bring it in on the page Data.</source>
        <translation>请在“数据”页引入它。</translation>
    </message>
    <message>
        <source>Bring it in, or choose another data set in the list on the page.</source>
        <translation>请导入它，或在页面的列表中选择另一个数据集。</translation>
    </message>
    <message>
        <source>Bring it to that size first.</source>
        <translation>请先把它变成那个大小。</translation>
    </message>
    <message>
        <source>Bring the images in again, or restore the file from a backup.</source>
        <translation>请重新导入图像，或从备份恢复这个文件。</translation>
    </message>
    <message>
        <source>Bring the images in as they were before.</source>
        <translation>请按以前的方式导入图像。</translation>
    </message>
    <message>
        <source>Bring the text back as it was, or begin a new run with its settings.</source>
        <translation>请把文本恢复原样，或用它的设置开始新的训练。</translation>
    </message>
    <message>
        <source>Bring “{name}” onto this computer first.</source>
        <translation>请先把“{name}”放到这台电脑上。</translation>
    </message>
    <message>
        <source>Brings each token to mean 0 and deviation 1 before, with a scale and a shift that are learned. Attention layers add up without end, so that they need it.</source>
        <translation>先把每个词元归一化为均值 0、标准差 1，再用学到的系数缩放和平移。注意力层不断累加，所以需要它。</translation>
    </message>
    <message>
        <source>Brings the sums of each channel to mean 0 and deviation 1 over a batch. The network&apos;s own setting does so in every hidden layer, whatever is chosen here.</source>
        <translation>在一个批次内把每个通道的加权和归一化为均值 0、标准差 1。无论这里选什么，网络自身的设置都会在每个隐藏层中这样做。</translation>
    </message>
    <message>
        <source>Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn faster with it. Layers that read or leave a sequence are left out; attention has norms of its own.</source>
        <translation>让每个隐藏层的加权和在一个批次内均值为 0、标准差为 1；深层网络因此学得更快。读取或输出序列的层除外；注意力层有自己的归一化。</translation>
    </message>
    <message>
        <source>Broken off; `netsketch train --resume {run}` goes on with it.</source>
        <translation>训练已中断；用 `netsketch train --resume {run}` 可以继续。</translation>
    </message>
    <message>
        <source>Budget ε</source>
        <translation>预算 ε</translation>
    </message>
    <message>
        <source>By copies moved by a pixel</source>
        <translation>按移动一个像素的副本</translation>
    </message>
    <message>
        <source>By the loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>By the loss this attack cannot tell images that it learnt from apart from others: in {auc:.1%} of all pairs ({low:.1%} to {high:.1%} with 95 % confidence) the learnt one has the lower loss, and guessing is right in half of them.</source>
        <translation>仅凭损失，这种攻击无法分辨模型学过的图像与其他图像：在所有配对中，有 {auc:.1%}（95% 置信度下为 {low:.1%} 到 {high:.1%}）是学过的那张损失更低，而瞎猜也能猜对一半。</translation>
    </message>
    <message>
        <source>Byte {place:,} is none of UTF-8; it may be of an older encoding.</source>
        <translation>第 {place:,} 个字节不是 UTF-8；文件可能采用较旧的编码。</translation>
    </message>
    <message>
        <source>C source</source>
        <translation>C 源代码</translation>
    </message>
    <message>
        <source>C99 has no floating-point numbers of 16 bits.</source>
        <translation>C99 没有 16 位浮点数。</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA (NVIDIA)</source>
        <translation>CUDA (NVIDIA)</translation>
    </message>
    <message>
        <source>Call it by the address that it told.</source>
        <translation>请用它显示的地址访问。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Captions are found for drawings of {size}×{size} pixels.</source>
        <translation>只能为 {size}×{size} 像素的手绘图查找描述。</translation>
    </message>
    <message>
        <source>Categories, a feature for each value: {names}.</source>
        <translation>分类特征，每个值一个特征：{names}。</translation>
    </message>
    <message>
        <source>Centre by mass</source>
        <translation>按重心居中</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>已居中</translation>
    </message>
    <message>
        <source>Change that, or switch privacy off: budget and noise 0.</source>
        <translation>请改动这一项，或关闭隐私保护：把预算和噪声都设为 0。</translation>
    </message>
    <message>
        <source>Change the hidden layers</source>
        <translation>请更改隐藏层</translation>
    </message>
    <message>
        <source>Change the setting and try again.</source>
        <translation>请更改这项设置，然后重试。</translation>
    </message>
    <message>
        <source>Change the test images so that a model errs, and count what it still reads.</source>
        <translation>改动测试图像让模型出错，并统计它还能读对多少。</translation>
    </message>
    <message>
        <source>Change this layer or those before it.</source>
        <translation>请更改这一层或它之前的层。</translation>
    </message>
    <message>
        <source>Changes so many pixels and no others, one after the other: each time the one that makes the answer worst.</source>
        <translation>只改变这么多个像素，一个接一个：每次都选让回答变得最差的那个像素。</translation>
    </message>
    <message>
        <source>Changes training images so that the network reads them wrong, before it learns from them: with one step along the sign of the gradient, or with many small ones, from a random beginning within reach. One step is cheap, but dense networks learn to blind it rather than to withstand. Training loss and accuracy are then those of the changed images.</source>
        <translation>对抗训练：在网络学习之前改动训练图像，让网络把它们认错。改动从允许范围内的随机位置开始，沿梯度的符号走一步，或走许多小步。一步花费少，但只由全连接层组成的网络学会的是让它失明，而不是经得住攻击。这时训练损失和训练准确率是对改动后的图像而言的。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Characters right</source>
        <translation>字符正确率</translation>
    </message>
    <message>
        <source>Check its address, its name and password, and whether it answers.</source>
        <translation>请检查其地址、名称和密码，以及它是否有回答。</translation>
    </message>
    <message>
        <source>Check its name and place.</source>
        <translation>请检查它的名称和位置。</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>请检查它的名称。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查它的权限。</translation>
    </message>
    <message>
        <source>Check its spelling.</source>
        <translation>请检查它的拼写。</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>请检查这个文件及其权限。</translation>
    </message>
    <message>
        <source>Check the files or fetch them again.</source>
        <translation>请检查这些文件，或重新获取它们。</translation>
    </message>
    <message>
        <source>Check the name and its permissions.</source>
        <translation>请检查它的名称和权限。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>Check the permissions of its folder and the space on its disk.</source>
        <translation>请检查其文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>Check the permissions of “{folder}”.</source>
        <translation>请检查“{folder}”的权限。</translation>
    </message>
    <message>
        <source>Checking the run</source>
        <translation>正在检查训练记录</translation>
    </message>
    <message>
        <source>Chinese sentences of some hundred characters, made up by rules: a network learns which characters make a word, then that a cat is counted by 只 and a book by 本.</source>
        <translation>由规则编出的中文句子，约一百个汉字：网络先学会哪些字组成词，再学会猫用“只”、书用“本”来数。</translation>
    </message>
    <message>
        <source>Choose 0 to {most:,} of them.</source>
        <translation>请选择 0 到 {most:,} 轮。</translation>
    </message>
    <message>
        <source>Choose 1 to {most:,} of them.</source>
        <translation>请选择 1 至 {most:,} 步。</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>请选择其中的一个文件。</translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet.</source>
        <translation>请选择一个尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>Choose a part of the data that is not empty.</source>
        <translation>请选择数据中不为空的部分。</translation>
    </message>
    <message>
        <source>Choose a run that was trained on the same kind of examples.</source>
        <translation>请选择用同类样本训练的训练记录。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请选择较短的名称。</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>请选择较短的。</translation>
    </message>
    <message>
        <source>Choose a smaller learning rate.</source>
        <translation>请选择更小的学习率。</translation>
    </message>
    <message>
        <source>Choose another amount.</source>
        <translation>请换一个数量。</translation>
    </message>
    <message>
        <source>Choose another data set or a smaller validation share.</source>
        <translation>请选择另一个数据集，或减小验证比例。</translation>
    </message>
    <message>
        <source>Choose another data set, such as mnist.</source>
        <translation>请选择其他数据集，例如 mnist。</translation>
    </message>
    <message>
        <source>Choose another disk and check this one.</source>
        <translation>请选择另一个磁盘，并检查这个磁盘。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation>请选择另一个文件夹，或更改它的权限。</translation>
    </message>
    <message>
        <source>Choose another form.</source>
        <translation>请选择另一种格式。</translation>
    </message>
    <message>
        <source>Choose another layer.</source>
        <translation>请选择另一层。</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>请换一种方法。</translation>
    </message>
    <message>
        <source>Choose another model as the teacher, or train without one.</source>
        <translation>请另选一个模型作为教师，或者不用教师进行训练。</translation>
    </message>
    <message>
        <source>Choose another name, or join it: `netsketch sweep worker --study NAME`.</source>
        <translation>请换一个名称，或用工作进程加入这次超参数搜索：`netsketch sweep worker --study NAME`。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>请选择另一个位置，然后重试。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择另一个位置。</translation>
    </message>
    <message>
        <source>Choose another setting.</source>
        <translation>请选择另一个设置。</translation>
    </message>
    <message>
        <source>Choose another strength.</source>
        <translation>请选择另一个强度。</translation>
    </message>
    <message>
        <source>Choose at least one, with a list or a span.</source>
        <translation>请至少选择一个，并给出一列取值或一个区间。</translation>
    </message>
    <message>
        <source>Choose data that are drawn, and train a model on them.</source>
        <translation>请选择可以手绘的数据，并用它训练一个模型。</translation>
    </message>
    <message>
        <source>Choose data that are texts, or take the embedding away.</source>
        <translation>请选择文本数据，或去掉嵌入层。</translation>
    </message>
    <message>
        <source>Choose fewer schools, or more images.</source>
        <translation>请减少学校，或增加图像。</translation>
    </message>
    <message>
        <source>Choose more schools, or equal shares.</source>
        <translation>请增加学校，或选择平均分配。</translation>
    </message>
    <message>
        <source>Choose or copy another one.</source>
        <translation>请选择或复制另一张。</translation>
    </message>
    <message>
        <source>Choose other examples, or train a model on these.</source>
        <translation>请选择其他样本，或用这些样本训练一个模型。</translation>
    </message>
    <message>
        <source>Choose other weights of the run, or another run.</source>
        <translation>请选择这条训练记录的其他权重，或另一条训练记录。</translation>
    </message>
    <message>
        <source>Choose the data it was trained on, with examples set aside for validation or testing.</source>
        <translation>请选择训练它所用的数据，其中要留有验证或测试样本。</translation>
    </message>
    <message>
        <source>Choose the data it was trained on.</source>
        <translation>请选择训练它所用的数据。</translation>
    </message>
    <message>
        <source>Choose two runs on the same data.</source>
        <translation>请选择使用相同数据的两条训练记录。</translation>
    </message>
    <message>
        <source>Choose {least:,} to {most:,} of them.</source>
        <translation>请选择 {least:,} 到 {most:,} 之间的数。</translation>
    </message>
    <message>
        <source>Choose {least} to {most} of them.</source>
        <translation>请选择 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Click on the plane of the pad: each click puts a point down.</source>
        <translation>请在画板的平面上单击：每次单击放置一个点。</translation>
    </message>
    <message>
        <source>Clipping C</source>
        <translation>裁剪 C</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Comparing {count:,} images of each kind is not possible.</source>
        <translation>不能每种比较 {count:,} 张图像。</translation>
    </message>
    <message>
        <source>Compiled, it does not answer: {reason}</source>
        <translation>编译之后，它没有给出回答：{reason}</translation>
    </message>
    <message>
        <source>Conditions are nested too deeply.</source>
        <translation>条件嵌套得太深。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积层</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>卷积网络</translation>
    </message>
    <message>
        <source>Copy an image, or drop an image file on the pad.</source>
        <translation>请复制一张图像，或把图像文件拖到画板上。</translation>
    </message>
    <message>
        <source>Crop to the ink</source>
        <translation>裁剪到笔迹</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>Cut it into pieces and try again.</source>
        <translation>把它分成几部分再试。</translation>
    </message>
    <message>
        <source>Cuts away the empty paper around the drawing, so that size does not matter.</source>
        <translation>裁掉手绘图周围的空白纸，使大小不再重要。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data and network are in balance: more examples help a little, and so may a larger network.</source>
        <translation>数据与网络相称：增加样本会有一点帮助，换更大的网络也可能有帮助。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets are: {known}.</source>
        <translation>可用的数据集有：{known}。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dates in six ways of writing, to put as computers sort them: 3 March 2021=2021-03-03. Days of 1900 to 2099, leap days among them.</source>
        <translation>六种写法的日期，要改写成计算机便于排序的形式：3 March 2021=2021-03-03。从 1900 年到 2099 年的日子，包括闰日。</translation>
    </message>
    <message>
        <source>Decides all random numbers.</source>
        <translation>决定所有随机数。</translation>
    </message>
    <message>
        <source>Decides pictures, captions and first weights.</source>
        <translation>决定图片、描述和初始权重。</translation>
    </message>
    <message>
        <source>Decides pictures, captions and first weights; by default 0.</source>
        <translation>决定图片、描述和初始权重；默认为 0。</translation>
    </message>
    <message>
        <source>Decides the first weights and the order of the examples. The same seed, with as many threads, gives the same run.</source>
        <translation>决定初始权重和样本的顺序。种子和线程数都相同，训练结果就相同。</translation>
    </message>
    <message>
        <source>Decides what goes to validation, which digits or points are drawn, and which texts are made up; the same seed, the same data.</source>
        <translation>决定哪些样本用于验证、画出哪些数字或点、编出哪些文本；种子相同，数据就相同。</translation>
    </message>
    <message>
        <source>Decides what is chosen; the same seed, the same text.</source>
        <translation>决定怎样选取；种子相同，文本就相同。</translation>
    </message>
    <message>
        <source>Decides which images; by default 0.</source>
        <translation>决定选哪些图像；默认 0。</translation>
    </message>
    <message>
        <source>Decides which values are chosen; one worker chooses them again.</source>
        <translation>决定选取哪些值；只有一个工作进程时会再次选取相同的值。</translation>
    </message>
    <message>
        <source>Delete some first.</source>
        <translation>请先删除一些。</translation>
    </message>
    <message>
        <source>Deleted. For {days:.0f} days `netsketch runs restore {runs}` brings back what it was.</source>
        <translation>已删除。{days:.0f} 天内可以用 `netsketch runs restore {runs}` 恢复原样。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Describe a network, train it, measure it and let it read examples, without the window.</source>
        <translation>不开窗口也能描述网络、训练网络、评估网络，并让它识别样本。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Do this run again: its settings, and as many threads as it had, so that all its numbers come again.</source>
        <translation>重做这次训练：沿用它的设置和线程数，因此所有数值都会重现。</translation>
    </message>
    <message>
        <source>Do trials of a sweep that several machines share, until none is left. Ctrl-C leaves its trial to others.</source>
        <translation>执行多台机器共享的超参数搜索的试验，直到没有剩余。Ctrl-C 会把进行中的试验留给其他机器。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation>正在下载“{title}”</translation>
    </message>
    <message>
        <source>Draw fewer digits.</source>
        <translation>请少画一些数字。</translation>
    </message>
    <message>
        <source>Draw it again or mend the file that it came from.</source>
        <translation>请重新画，或修复它所在的文件。</translation>
    </message>
    <message>
        <source>Draw it again.</source>
        <translation>请重新画。</translation>
    </message>
    <message>
        <source>Draw on the pad and say what it is: press its key.</source>
        <translation>在画板上画，然后按对应的键说明它是什么。</translation>
    </message>
    <message>
        <source>Draw some first.</source>
        <translation>请先画一些。</translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation>请先画点什么。</translation>
    </message>
    <message>
        <source>Drawing digits</source>
        <translation>正在画数字</translation>
    </message>
    <message>
        <source>Drawing digits was cancelled.</source>
        <translation>画数字的过程已取消。</translation>
    </message>
    <message>
        <source>Draws the strokes 2.5 pixels wide whatever pen was used, as most of MNIST is.</source>
        <translation>无论用什么笔，笔画都画成 2.5 像素宽，与 MNIST 的大多数数字一样。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>EMNIST balanced</source>
        <translation>EMNIST balanced</translation>
    </message>
    <message>
        <source>EMNIST letters</source>
        <translation>EMNIST letters</translation>
    </message>
    <message>
        <source>EMNIST&apos;s own files hold each picture with rows and columns exchanged. Look at some, and exchange them (“Exchange rows and columns” in the window, --transpose) if they lie on their side.</source>
        <translation>EMNIST 自带的文件中，每张图片的行和列是互换的。请看几张，如果它们横着躺，就把行列换回来（窗口中的“交换行和列”，或 --transpose）。</translation>
    </message>
    <message>
        <source>Each must be a finite number of at most 10¹², and there must be one name for all of them.</source>
        <translation>每个目标值必须是不超过 10¹² 的有限数，并且全体只有一个名称。</translation>
    </message>
    <message>
        <source>Each of its images has more than {millions} million pixels.</source>
        <translation>其中每张图像都超过 {millions} 百万像素。</translation>
    </message>
    <message>
        <source>Each picture was standardised by itself, and so its values no longer tell black from grey.</source>
        <translation>每张图片都单独做过标准化，所以它的值不再能分辨黑和灰。</translation>
    </message>
    <message>
        <source>Each pixel was standardised by itself, and so the pictures are no longer in its values.</source>
        <translation>每个像素都单独做过标准化，所以从它们的值中已经看不出图片。</translation>
    </message>
    <message>
        <source>Each point has a number, and the network is to find it: regression. Watch the plane on the pad: the colours swell into hills and hollows where the network has found them.</source>
        <translation>每个点有一个数值，网络要找出它：这就是回归。看画板上的平面：网络找到的地方，颜色会隆起成山丘和凹地。</translation>
    </message>
    <message>
        <source>Each stroke must be a list of (x, y) pairs of numbers.</source>
        <translation>每个笔画都必须是由数对 (x, y) 组成的列表。</translation>
    </message>
    <message>
        <source>Each stroke must be a list of (x, y) pairs.</source>
        <translation>每个笔画都必须是由 (x, y) 对组成的列表。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Either there is no such device, or this PyTorch was built without support for it.</source>
        <translation>也许没有这样的设备，也许这个 PyTorch 在构建时没有加入对它的支持。</translation>
    </message>
    <message>
        <source>Elastic warp</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>End that one, then go on with the sweep.</source>
        <translation>请结束那个程序，然后继续超参数搜索。</translation>
    </message>
    <message>
        <source>Ended by hand.</source>
        <translation>手动结束。</translation>
    </message>
    <message>
        <source>Ended early: others were better after as many epochs.</source>
        <translation>提前终止：经过同样轮数，其他试验更好。</translation>
    </message>
    <message>
        <source>Ended early: the minutes of the sweep were over.</source>
        <translation>提前结束：超参数搜索的时间已用完。</translation>
    </message>
    <message>
        <source>Ended; the trial that was under way is left to others.</source>
        <translation>已结束；进行中的试验留给其他工作进程。</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>首尾</translation>
    </message>
    <message>
        <source>English sentences of some hundred words, made up by rules: first a network learns which letters are common, then words, then that a cat sees and cats see, and that Anna looks for her hat.</source>
        <translation>由规则编出的英语句子，约一百个单词：网络先学会哪些字母常见，再学会单词，再学会 a cat sees 而 cats see，以及 Anna looks for her hat。</translation>
    </message>
    <message>
        <source>Epoch {number}/{epochs}</source>
        <translation>第 {number}/{epochs} 轮</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs of fine-tuning (at most 100); by default 2.</source>
        <translation>微调的轮数（最多 100）；默认为 2。</translation>
    </message>
    <message>
        <source>Epochs that each school learns in a round.</source>
        <translation>每个回合里每所学校学习的轮数。</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>随机擦除</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Even pen width</source>
        <translation>统一笔粗</translation>
    </message>
    <message>
        <source>Every column of it is a pixel, and none is left for the labels.</source>
        <translation>它的每一列都是像素，没有留给标签的列。</translation>
    </message>
    <message>
        <source>Every network of this sweep has more than {limit:,.0f} parameters.</source>
        <translation>这次超参数搜索中的每个网络都超过 {limit:,.0f} 个参数。</translation>
    </message>
    <message>
        <source>Every second image, by chance, is seen as in a mirror, left for right. Good for photographs; letters and digits become others by it, or none.</source>
        <translation>随机地让一半图像像镜中那样左右翻转。适合照片；字母和数字翻转后会变成别的，或什么都不是。</translation>
    </message>
    <message>
        <source>Every step is a crawl: the loss does fall, but after five epochs it has hardly begun. Raise the learning rate while it runs.</source>
        <translation>每一步都像在爬行：损失确实在下降，但五轮之后才刚刚开始。请在训练中提高学习率。</translation>
    </message>
    <message>
        <source>Every step overshoots: the loss jumps about and the network never gets better than guessing. Lower the learning rate and watch it recover.</source>
        <translation>每一步都迈过了头：损失跳来跳去，网络始终不比随机猜测好。请降低学习率，看它恢复过来。</translation>
    </message>
    <message>
        <source>Every value in it is {value}.</source>
        <translation>其中的每个值都是 {value}。</translation>
    </message>
    <message>
        <source>Every weight becomes a whole number of steps, told in few bits. They take less room where they are stored so, as in exports; in here they are numbers like any other, and no faster.</source>
        <translation>每个权重变为整数个步长，只用几位表示。以这种形式保存时（例如导出时）占用的空间更小；在这里它们和别的数一样，也不会更快。</translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation>回答全对</translation>
    </message>
    <message>
        <source>Examples and labels of “{name}” do not belong together.</source>
        <translation>“{name}”的样本和标签不是配套的。</translation>
    </message>
    <message>
        <source>Exception δ</source>
        <translation>例外 δ</translation>
    </message>
    <message>
        <source>Exchange rows and columns, which EMNIST&apos;s files need.</source>
        <translation>交换行与列，EMNIST 的文件需要这样做。</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Export it as ONNX, or let it write by the command generate.</source>
        <translation>请将它导出为 ONNX，或用 generate 命令让它续写。</translation>
    </message>
    <message>
        <source>Exporting the run</source>
        <translation>正在导出训练记录</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Fetch a data set, so that it is there without a network.</source>
        <translation>下载一个数据集，以后没有网络也能用。</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>请重新获取这个文件。</translation>
    </message>
    <message>
        <source>Files of this run were deleted or moved while it was trained. They are written again; the weights of the past that were among them are gone.</source>
        <translation>训练期间，这条训练记录的文件被删除或移走了。它们会重新写入；其中以前的权重已经没有了。</translation>
    </message>
    <message>
        <source>Files of {title} are damaged and could not be downloaded anew: {damaged}.</source>
        <translation>“{title}”的文件已损坏，且无法重新下载：{damaged}。</translation>
    </message>
    <message>
        <source>Files or folders that a system put into the zip, left out: {count:,}.</source>
        <translation>已略去系统放进压缩包的文件或文件夹：{count:,} 个。</translation>
    </message>
    <message>
        <source>Files that end so are of the form “{other}”, and “{form}” is to be written.</source>
        <translation>以此结尾的文件属于“{other}”格式，而要写的是“{form}”。</translation>
    </message>
    <message>
        <source>Filters, then attention</source>
        <translation>先卷积核，后注意力</translation>
    </message>
    <message>
        <source>Find more examples, or make the network smaller.</source>
        <translation>请找更多样本，或把网络变小。</translation>
    </message>
    <message>
        <source>Find out which settings are best: train with many of them, each a run in the library.</source>
        <translation>找出最好的设置：用许多设置训练，每次都是库中的一条训练记录。</translation>
    </message>
    <message>
        <source>Find the pictures that a sentence is likeliest of.</source>
        <translation>查找最符合一句描述的图片。</translation>
    </message>
    <message>
        <source>Finding the range of activations</source>
        <translation>正在确定激活值的范围</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Fine-tuning ends here, as it diverged.</source>
        <translation>微调到此结束，因为它发散了。</translation>
    </message>
    <message>
        <source>Fine-tuning for {epochs:,} epochs is not possible.</source>
        <translation>不能微调 {epochs:,} 轮。</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>初次尝试</translation>
    </message>
    <message>
        <source>Folder of PNG images, one folder a class</source>
        <translation>PNG 图像文件夹，每个类别一个文件夹</translation>
    </message>
    <message>
        <source>Folder of logs for TensorBoard</source>
        <translation>TensorBoard 日志文件夹</translation>
    </message>
    <message>
        <source>For microcontrollers and programs in C: one file, nothing but the math library.</source>
        <translation>用于微控制器和 C 程序：一个文件，只需数学库。</translation>
    </message>
    <message>
        <source>For networks with batch normalisation: it answers with mean and deviation gathered in training, of varied examples where augmentation is on. With this they are measured anew at the end of each epoch, on training examples as they are: so the network will meet them. Steps learn the same, but attacks in adversarial training go by these numbers. Stopped amid an epoch, or too large for 100 examples at once, a network answers with those of its steps.</source>
        <translation>用于带批量归一化的网络：批量归一化回答时用的均值和标准差是在训练中积累的；启用数据增强时，它们来自变化过的样本。开启此项后，每轮结束时用未经变化的训练样本重新测量，因为网络以后遇到的正是这样的样本。训练各步所学不变，但对抗训练中的攻击以这些数值为准。若在一轮中途停止，或网络大到一次放不下 100 个样本，回答时仍用训练各步积累的数值。</translation>
    </message>
    <message>
        <source>For runtimes and servers of every kind: on phones, in browsers, on graphics cards.</source>
        <translation>用于各种运行环境和服务器：手机、浏览器、显卡。</translation>
    </message>
    <message>
        <source>For spreadsheets and for programs of your own: a row a step, with the figures of each epoch.</source>
        <translation>供电子表格和你自己的程序使用：每步一行，并附每轮的数值。</translation>
    </message>
    <message>
        <source>For text use an embedding and, behind it, attention or recurrent layers, such as embedding64,attention4,attention4.</source>
        <translation>对于文本，请使用嵌入层，其后接注意力层或循环层，例如 embedding64,attention4,attention4。</translation>
    </message>
    <message>
        <source>For your pen</source>
        <translation>适合你的笔迹</translation>
    </message>
    <message>
        <source>Formats are: {known}.</source>
        <translation>格式有：{known}。</translation>
    </message>
    <message>
        <source>Forms are: {known}.</source>
        <translation>可用的格式有：{known}。</translation>
    </message>
    <message>
        <source>Forms for it are: {known}.</source>
        <translation>可用的格式有：{known}。</translation>
    </message>
    <message>
        <source>Four lengths of a flower in, three species out: eight hidden units tell 96 of 100 flowers apart, in a second. Move the sliders of the pad to see where one species ends and the next begins.</source>
        <translation>输入一朵花的四个长度，输出三个品种：八个隐藏神经元一秒内就能分清 100 朵花中的 96 朵。移动画板上的滑块，看看一个品种在哪里结束，另一个从哪里开始。</translation>
    </message>
    <message>
        <source>Free some space or choose another place.</source>
        <translation>请腾出一些空间，或选择另一个位置。</translation>
    </message>
    <message>
        <source>Free some space, or let NETSKETCH_HOME name a folder in which you may write.</source>
        <translation>请腾出一些空间，或用 NETSKETCH_HOME 指定一个你可以写入的文件夹。</translation>
    </message>
    <message>
        <source>Free some space, then train again.</source>
        <translation>请腾出一些空间，然后重新训练。</translation>
    </message>
    <message>
        <source>From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {accuracy:.1%} of {images} are right.</source>
        <translation>从第 {first} 轮到第 {last} 轮，损失从 {before:.3g} 降到 {now:.3g}；{images}中认对 {accuracy:.1%}。</translation>
    </message>
    <message>
        <source>From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {measure} is {accuracy:.1%} on {images}.</source>
        <translation>从第 {first} 轮到第 {last} 轮，损失从 {before:.3g} 降到 {now:.3g}；在{images}上{measure}为 {accuracy:.1%}。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>GRU layers</source>
        <translation>GRU 层</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>断笔</translation>
    </message>
    <message>
        <source>Gaussian clouds</source>
        <translation>高斯点群</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>Generated images</source>
        <translation>生成的图像</translation>
    </message>
    <message>
        <source>Give --storage and --study; a sweep of this machine alone begins its workers itself.</source>
        <translation>请给出 --storage 和 --study；只在这台机器上进行的超参数搜索会自己启动工作进程。</translation>
    </message>
    <message>
        <source>Give a number from 0 on.</source>
        <translation>给出不小于 0 的数。</translation>
    </message>
    <message>
        <source>Give a number from 0 to {most:g}.</source>
        <translation>请给出 0 到 {most:g} 之间的数。</translation>
    </message>
    <message>
        <source>Give a number, such as 0.1, or several set off by commas.</source>
        <translation>请给出一个数，例如 0.1，或者用逗号隔开的几个数。</translation>
    </message>
    <message>
        <source>Give a number, such as 0.8, or 4 for bits.</source>
        <translation>请给出一个数，例如 0.8，位数则例如 4。</translation>
    </message>
    <message>
        <source>Give a run another name.</source>
        <translation>给训练记录改名。</translation>
    </message>
    <message>
        <source>Give a whole number from 0 on.</source>
        <translation>请给出不小于 0 的整数。</translation>
    </message>
    <message>
        <source>Give a whole number from 1 on.</source>
        <translation>请给出不小于 1 的整数。</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most:,}.</source>
        <translation>请给出 1 到 {most:,} 的整数。</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most}.</source>
        <translation>请给出 1 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>Give a whole number from {least:,} to {most:,}.</source>
        <translation>请给出 {least:,} 到 {most:,} 之间的整数。</translation>
    </message>
    <message>
        <source>Give a whole number, such as 10.</source>
        <translation>请给一个整数，如 10。</translation>
    </message>
    <message>
        <source>Give a whole number, such as 2.</source>
        <translation>请给出整数，例如 2。</translation>
    </message>
    <message>
        <source>Give an address instead: `--rdzv-endpoint` or `--master-addr` of torchrun, and `--local-addr` on the machine that others come to.</source>
        <translation>请改用地址：torchrun 的 `--rdzv-endpoint` 或 `--master-addr`，并在其他机器要连接的那台机器上用 `--local-addr`。</translation>
    </message>
    <message>
        <source>Give at least one character.</source>
        <translation>请至少给出一个字符。</translation>
    </message>
    <message>
        <source>Give it hidden layers: without one it can only weigh its numbers against each other.</source>
        <translation>给它加上隐藏层：没有隐藏层，它只能对输入的数值加权相比。</translation>
    </message>
    <message>
        <source>Give it hidden layers: without one it can only weigh pixels against each other.</source>
        <translation>请给它加上隐藏层：没有隐藏层，它只能在像素之间权衡。</translation>
    </message>
    <message>
        <source>Give it more epochs, or end no trial early.</source>
        <translation>请增加轮数，或不提前终止试验。</translation>
    </message>
    <message>
        <source>Give it one range.</source>
        <translation>请只给它一个范围。</translation>
    </message>
    <message>
        <source>Give it one with --name.</source>
        <translation>请用 --name 给它一个名称。</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>请给出其中之一。</translation>
    </message>
    <message>
        <source>Give one, such as 20.</source>
        <translation>请给出一个，例如 20。</translation>
    </message>
    <message>
        <source>Give parts above 0 and up to 1, such as 1/16,1/4,1.</source>
        <translation>请给出大于 0、不超过 1 的各部分，例如 1/16,1/4,1。</translation>
    </message>
    <message>
        <source>Give places in its alphabet of {count:,} characters.</source>
        <translation>请给出它那 {count:,} 个字符的字符表中的位置。</translation>
    </message>
    <message>
        <source>Give them with commas between: {names}.</source>
        <translation>请用逗号分隔依次给出：{names}。</translation>
    </message>
    <message>
        <source>Give {most:,} at most.</source>
        <translation>请最多给出 {most:,} 个。</translation>
    </message>
    <message>
        <source>Gives edge pixels the grey of their share of ink instead of black or white.</source>
        <translation>让边缘像素按墨迹所占的比例取灰度，而不是非黑即白。</translation>
    </message>
    <message>
        <source>Gives on</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Go on with it.</source>
        <translation>请继续训练它。</translation>
    </message>
    <message>
        <source>Go on with this run; `runs` lists them. --epochs gives it more.</source>
        <translation>继续这条训练记录的训练；`runs` 列出所有训练记录。用 --epochs 可以增加轮数。</translation>
    </message>
    <message>
        <source>Go on with this sweep; `sweep list` lists them. --trials and --minutes give it more.</source>
        <translation>继续这次超参数搜索；`sweep list` 会列出它们。--trials 和 --minutes 可增加试验或时间。</translation>
    </message>
    <message>
        <source>Got unexpected extra argument(s) ({names})</source>
        <translation>有多余的参数（{names}）</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Gradients explode on their way back: a step may throw the weights anywhere.</source>
        <translation>梯度在回传途中爆炸：一步就可能把权重抛到任何地方。</translation>
    </message>
    <message>
        <source>Gradients vanish on their way back: the first layers learn next to nothing.</source>
        <translation>梯度在回传途中消失：前面几层几乎什么也学不到。</translation>
    </message>
    <message>
        <source>Gradients vanish over the steps of {layer}: what it reads first hardly counts for what it learns.</source>
        <translation>梯度在{layer}的各步之间消失：最先读取的内容几乎不影响它学到什么。</translation>
    </message>
    <message>
        <source>H = softmax(Q Kᵀ / √{size}) V</source>
        <translation>H = softmax(Q Kᵀ / √{size}) V</translation>
    </message>
    <message>
        <source>Hardened</source>
        <translation>加固</translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation>加固</translation>
    </message>
    <message>
        <source>Hardly any of the training answers is exact, and until they are, more examples tell nothing. Train it longer, or change the learning rate.</source>
        <translation>训练样本的回答几乎没有一个完全正确；在此之前，更多的样本说明不了什么。请训练更久，或更改学习率。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Heed words on standard input.</source>
        <translation>听从标准输入上的指令。</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Here must be said where “{key}” is to stand, such as above = 0.9.</source>
        <translation>这里要写明“{key}”应在什么范围，例如 above = 0.9。</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 个隐藏层</translation>
    </message>
    <message>
        <source>Hidden layer {number} cannot be built.</source>
        <translation>无法建立第 {number} 个隐藏层。</translation>
    </message>
    <message>
        <source>Hidden layer {number} leaves positions out, and attention and pool do not depend on the order of tokens.</source>
        <translation>第 {number} 个隐藏层没有用位置编码，而注意力和池化与词元的顺序无关。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a loose budget: ε 8. It reads about 96 % of the test digits; the same network without privacy about 97 %.</source>
        <translation>按宽松的预算 ε 8，用噪声掩盖任何一张训练图像的影响。它能认对大约 96 % 的测试数字；同样的网络没有隐私保护时大约 97 %。</translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a moderate budget: ε 3. It reads about 95 % of the test digits; the same network without privacy about 97 %.</source>
        <translation>按适中的预算 ε 3，用噪声掩盖任何一张训练图像的影响。它能认对大约 95 % 的测试数字；同样的网络没有隐私保护时大约 97 %。</translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a strict budget: ε 1. It reads about 93 % of the test digits; the same network without privacy about 97 %.</source>
        <translation>按严格的预算 ε 1，用噪声掩盖任何一张训练图像的影响。它能认对大约 93 % 的测试数字；同样的网络没有隐私保护时大约 97 %。</translation>
    </message>
    <message>
        <source>Hills and hollows</source>
        <translation>山丘与凹地</translation>
    </message>
    <message>
        <source>How far a filter moves from one place to the next; 2 halves height and width.</source>
        <translation>卷积核从一处到下一处移动多远；取 2 时高和宽减半。</translation>
    </message>
    <message>
        <source>How far each step goes along the gradient. Too high and the loss jumps about, too low and it crawls.</source>
        <translation>每一步沿梯度走多远。太大，损失会跳来跳去；太小，就像在爬行。</translation>
    </message>
    <message>
        <source>How far it may go, or several of that set off by commas: the most that a pixel may change, where white is 1; of pgd-l2 the distance, of few-pixels how many, of patch its side; by default 0.1, 2, 10 and 5.</source>
        <translation>可以走多远，或者用逗号隔开的几个：一个像素最多改变多少，以白色为 1；对 pgd-l2 是距离，对 few-pixels 是像素个数，对 patch 是贴片的边长；默认为 0.1、2、10 和 5。</translation>
    </message>
    <message>
        <source>How far loops, corners and bars stray from the model, each by itself.</source>
        <translation>圈、拐角和横笔各自偏离模型多远。</translation>
    </message>
    <message>
        <source>How far points stray from the shape of their class. With much of it the classes overlap, and no network tells all of them apart.</source>
        <translation>点偏离其类别形状的程度。噪声很大时各类别会重叠，任何网络都无法把它们全部分开。</translation>
    </message>
    <message>
        <source>How far whole strokes are displaced and turned, such as the bar of a 5.</source>
        <translation>整个笔画移位和转动多少，例如 5 的那一横。</translation>
    </message>
    <message>
        <source>How freely it chooses: 0 takes the likeliest character each time, 1 each as often as it is probable.</source>
        <translation>选取的自由程度：0 每次都取最可能的字符，1 则按各字符的概率选取。</translation>
    </message>
    <message>
        <source>How long it may take, over all.</source>
        <translation>总共可用多长时间。</translation>
    </message>
    <message>
        <source>How many are told.</source>
        <translation>列出多少张。</translation>
    </message>
    <message>
        <source>How many batches are looked at.</source>
        <translation>看多少个批次。</translation>
    </message>
    <message>
        <source>How many batches are looked at; by default 1,200.</source>
        <translation>看多少个批次；默认为 1,200。</translation>
    </message>
    <message>
        <source>How many characters at most; an answer ends before.</source>
        <translation>最多多少个字符；回答会提前结束。</translation>
    </message>
    <message>
        <source>How many digits are drawn for training and validation when the data are the built-in ones; a sixth of that number more are drawn for testing.</source>
        <translation>数据为内置数字时，为训练和验证画多少个数字；另外再画其六分之一用于测试。</translation>
    </message>
    <message>
        <source>How many digits are drawn to learn from.</source>
        <translation>画多少个数字用来学习。</translation>
    </message>
    <message>
        <source>How many digits are drawn to learn from; by default 40,000.</source>
        <translation>画多少个数字用来学习；默认为 40,000。</translation>
    </message>
    <message>
        <source>How many digits the longest numbers have that are to be added.</source>
        <translation>要相加的数最长有多少位。</translation>
    </message>
    <message>
        <source>How many examples are averaged for one step. Small batches are noisy, large ones take fewer steps.</source>
        <translation>每一步对多少个样本求平均。小批次噪声大，大批次所需的步数少。</translation>
    </message>
    <message>
        <source>How many filters the layer has; each gives an image of its own, a channel.</source>
        <translation>这一层有多少个卷积核；每个给出自己的一张图像，即一个通道。</translation>
    </message>
    <message>
        <source>How many images each school has at most; 0 for all of its share.</source>
        <translation>每所学校至多有多少张图像；0 表示分到的全部。</translation>
    </message>
    <message>
        <source>How many letters or digits the longest question has; the shortest has two.</source>
        <translation>最长的问题有多少个字母或数字；最短的有两个。</translation>
    </message>
    <message>
        <source>How many numbers a token has: what each patch is turned into.</source>
        <translation>一个词元有多少个数：每个图块都变成这么多个数。</translation>
    </message>
    <message>
        <source>How many numbers stand for a character: what each is turned into.</source>
        <translation>一个字符用多少个数来表示：每个字符都会变成这样一串数。</translation>
    </message>
    <message>
        <source>How many numbers the layer remembers from step to step.</source>
        <translation>这一层从一步到下一步记住多少个数。</translation>
    </message>
    <message>
        <source>How many pixels may change, each by as much as it likes</source>
        <translation>可以改变多少个像素，每个像素想改多少就改多少</translation>
    </message>
    <message>
        <source>How many points are drawn for training and validation; half of that number more are drawn for testing.</source>
        <translation>为训练和验证绘制多少个点；另外再绘制其一半数量的点用于测试。</translation>
    </message>
    <message>
        <source>How many processor threads do the steps. Automatic tries some at the beginning and takes the fastest number; where other work then slows the steps, one thread does them. The run keeps which it was, and is gone on with, or done again, by the same. With 1 the seed alone decides every number of a run.</source>
        <translation>用多少个处理器线程完成每一步。“自动”在开始时试几种，取最快的；之后若其他工作拖慢了步，就改用一个线程。训练会记下用了几个，继续或重做时沿用。设为 1 时，仅由种子决定训练的每一个数值。</translation>
    </message>
    <message>
        <source>How many questions, or sentences, are made up for training and validation, no two of them the same; a fifth of that number more are made up for testing. Where there are not so many, it is nearly all there are.</source>
        <translation>为训练和验证编出多少个问题或句子，其中没有两个相同；另外还编出其五分之一用于测试。如果没有那么多，就编出几乎所有的。</translation>
    </message>
    <message>
        <source>How many schools (at least 2, at most 100).</source>
        <translation>学校的数量（至少 2，至多 100）。</translation>
    </message>
    <message>
        <source>How many steps the adversary of many steps takes for each batch; each costs as much as learning from it.</source>
        <translation>走多步的攻击者对每个批次走多少步；每一步的花费与学习这个批次一样多。</translation>
    </message>
    <message>
        <source>How many steps the warm-up takes, however long the run is; they count in place of the share. Where the run has fewer, the learning rate does not reach its full height.</source>
        <translation>预热持续多少步，与训练总长无关；设置后代替上面的比例。如果训练的总步数更少，学习率就达不到设定值。</translation>
    </message>
    <message>
        <source>How many test images, drawn by chance; by default all.</source>
        <translation>随机抽取多少张测试图像；默认为全部。</translation>
    </message>
    <message>
        <source>How many times every training example is seen.</source>
        <translation>每个训练样本被看多少遍。</translation>
    </message>
    <message>
        <source>How many times tokens look at each other side by side, each time for something else. A head works with its share of the tokens&apos; numbers, so their width must be divisible by the heads.</source>
        <translation>词元同时以多少种方式相互关注，每种关注不同的东西。每个头只用词元的一部分数，所以词元的宽度必须能被头数整除。</translation>
    </message>
    <message>
        <source>How many trainings at once; 0 for one less than there are cores.</source>
        <translation>同时进行多少次训练；0 表示比核心数少一。</translation>
    </message>
    <message>
        <source>How many trainings each part gets (at least 1, at most 100).</source>
        <translation>每个比例训练多少次（至少 1，至多 100）。</translation>
    </message>
    <message>
        <source>How many trials; by default 20, and all points of a grid.</source>
        <translation>多少次试验；默认 20 次，网格则为所有点。</translation>
    </message>
    <message>
        <source>How many units the layer has.</source>
        <translation>这一层有多少个神经元。</translation>
    </message>
    <message>
        <source>How much any pixel may change; 1 is from black to white</source>
        <translation>每个像素最多可以改变多少；1 表示从黑到白</translation>
    </message>
    <message>
        <source>How much corners are rounded or curves sharpened.</source>
        <translation>拐角变圆或弯曲变尖的程度。</translation>
    </message>
    <message>
        <source>How much of the last step is carried into the next; used by SGD with momentum and by Nesterov.</source>
        <translation>上一步有多少带入下一步；用于带动量的 SGD 和 Nesterov。</translation>
    </message>
    <message>
        <source>How much strokes begin or end too early or too late.</source>
        <translation>笔画的起笔和收笔提早或推迟多少。</translation>
    </message>
    <message>
        <source>How much surer it is of an image than of copies moved by a pixel does not tell them apart: it is more for the learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).</source>
        <translation>模型对一张图像比对它移动一个像素的副本确信多少，也无法分辨它们：在所有配对中，有 {auc:.1%}（{low:.1%} 到 {high:.1%}）是学过的那张差得更多。</translation>
    </message>
    <message>
        <source>How much surer it is of an image than of copies moved by a pixel tells them apart: it is more for the learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).</source>
        <translation>模型对一张图像比对它移动一个像素的副本确信多少，能分辨它们：在所有配对中，有 {auc:.1%}（{low:.1%} 到 {high:.1%}）是学过的那张差得更多。</translation>
    </message>
    <message>
        <source>How much the adversary may change any pixel; 1 is from black to white. It grows from nothing to this over the first third of the run.</source>
        <translation>攻击者最多可以把每个像素改动多少；1 是从黑到白。在训练的前三分之一，它从零逐渐增大到这个值。</translation>
    </message>
    <message>
        <source>How much the model may tell of any one training example: the smaller, the less, and the noisier the training. 1 is strict, 8 is loose. The noise is worked out so that the whole run spends no more.</source>
        <translation>模型最多可以透露任何一个训练样本的多少信息：数值越小，透露得越少，训练中的噪声也越大。1 很严格，8 较宽松。噪声会自动算出，使整次运行的花费不超过这个预算。</translation>
    </message>
    <message>
        <source>How much the paper is bent in all directions.</source>
        <translation>纸张向各个方向弯曲的程度。</translation>
    </message>
    <message>
        <source>How much the pen&apos;s width differs from 2.5 pixels, and how unevenly it is pressed.</source>
        <translation>笔宽偏离 2.5 像素的程度，以及下笔轻重不均的程度。</translation>
    </message>
    <message>
        <source>How much the upper half differs in size from the lower half.</source>
        <translation>上半部分与下半部分的大小相差多少。</translation>
    </message>
    <message>
        <source>How much what the teacher says counts, and the labels for the rest; 0.9 is 90 %. The loss that is shown is that of the labels alone.</source>
        <translation>教师的判断所占的比重，其余部分归标签；0.9 即 90%。显示的损失只按标签计算。</translation>
    </message>
    <message>
        <source>How much: of prune the share of weights that become 0, of units the share that is removed, of quantise the bits that are left; by default 0.8, 0.5 and 4.</source>
        <translation>多少：prune 为变为 0 的权重所占比例，units 为去掉的神经元比例，quantise 为剩下的位数；默认分别为 0.8、0.5 和 4。</translation>
    </message>
    <message>
        <source>How often pgd-hard begins, at most; by default 20.</source>
        <translation>pgd-hard 最多重新开始多少次；默认为 20。</translation>
    </message>
    <message>
        <source>How often rarer ways of writing appear: slashed zeros, ones with flag and foot, barred sevens …</source>
        <translation>少见的写法多久出现一次：带斜线的 0、带旗和底座的 1、带短横的 7……</translation>
    </message>
    <message>
        <source>How often the average goes out and comes back.</source>
        <translation>平均模型发出并收回多少次。</translation>
    </message>
    <message>
        <source>How often the pen fails for a short way.</source>
        <translation>笔短暂写不出来的频率。</translation>
    </message>
    <message>
        <source>How pictures come to 28×28: as ink (cropped, centred), scaled as they are, or found by itself.</source>
        <translation>图片如何变成 28×28：按墨迹（裁剪、居中）、原样缩放，或自动判断。</translation>
    </message>
    <message>
        <source>How points on a plane are drawn, and what of them is told.</source>
        <translation>平面上的点如何绘制，以及把哪些信息告诉网络。</translation>
    </message>
    <message>
        <source>How ragged the edges of the ink are: paper has a grain, and a scanner adds its own.</source>
        <translation>墨迹边缘有多毛糙：纸有纹理，扫描仪又添上自己的。</translation>
    </message>
    <message>
        <source>How soft the edges of the ink are.</source>
        <translation>墨迹边缘有多柔和。</translation>
    </message>
    <message>
        <source>How strong the noise on the gradients is, in lengths to which they are clipped. Given alone, the training is private without a limit; given with a budget, it ends before that is passed.</source>
        <translation>加在梯度上的噪声有多强，以裁剪长度为单位。只给出它时，训练带隐私保护但没有上限；同时给出预算时，训练会在超出预算之前结束。</translation>
    </message>
    <message>
        <source>How strongly digits lean and turn.</source>
        <translation>数字倾斜和转动的程度。</translation>
    </message>
    <message>
        <source>How the built-in digits differ from each other.</source>
        <translation>内置数字彼此有多大差别。</translation>
    </message>
    <message>
        <source>How the first weights are drawn. Kaiming suits ReLU, Xavier suits tanh and sigmoid, normal draws small numbers (deviation 0.01) whatever the layer.</source>
        <translation>怎样取初始权重。Kaiming 适合 ReLU，Xavier 适合 tanh 和 sigmoid；“正态”不管是什么层都取小的数（标准差 0.01）。</translation>
    </message>
    <message>
        <source>How the images are divided: mixed, or two classes to each school.</source>
        <translation>图像如何分配：混合，或每所学校只有两个类别。</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>How the next values are chosen.</source>
        <translation>如何选取下一组值。</translation>
    </message>
    <message>
        <source>How training images are varied each time they are seen.</source>
        <translation>训练图像每次出现时如何变化。</translation>
    </message>
    <message>
        <source>How unsteady the hand is along a stroke.</source>
        <translation>手沿着笔画有多不稳。</translation>
    </message>
    <message>
        <source>How wide or narrow digits are.</source>
        <translation>数字有多宽或多窄。</translation>
    </message>
    <message>
        <source>IDX files hold at most {most} classes; these are {count}.</source>
        <translation>IDX 文件最多容纳 {most} 个类别；这里有 {count} 个。</translation>
    </message>
    <message>
        <source>Images cannot be written as “{name}”.</source>
        <translation>图像不能写成“{name}”。</translation>
    </message>
    <message>
        <source>Images must be bytes of shape (N, H, W) or (N, H, W, C), numbers float32 of shape (N, F), and text uint16 of shape (N, T).</source>
        <translation>图像必须是形状为 (N, H, W) 或 (N, H, W, C) 的字节，数字必须是形状为 (N, F) 的 float32，文本必须是形状为 (N, T) 的 uint16。</translation>
    </message>
    <message>
        <source>Images of each kind, learnt and not learnt (at least 10, at most 20,000); by default 5,000.</source>
        <translation>学过的与没学过的图像各多少张（至少 10，至多 20,000）；默认 5,000。</translation>
    </message>
    <message>
        <source>Images that are the same as another one in every pixel: {count:,} ({names}). Such images stay together, in training, validation or test.</source>
        <translation>与另一张图像每个像素都相同的图像：{count:,} 张（{names}）。这样的图像会放在一起，同在训练、验证或测试部分。</translation>
    </message>
    <message>
        <source>Images that stand under several labels: {count:,}, such as {first} (“{one}”) and {second} (“{other}”).</source>
        <translation>带有多个标签的图像：{count:,} 张，例如 {first}（“{one}”）和 {second}（“{other}”）。</translation>
    </message>
    <message>
        <source>In each layer the units, or channels, with the smallest weights are removed, with all that hangs on them. A smaller network is left, with less to compute. Where attention adds to what a layer gives, all of it stays.</source>
        <translation>在每一层里去掉权重最小的神经元或通道，以及与它们相连的一切。剩下的是一个更小的网络，要计算的也更少。如果后面的注意力层会在某一层给出的数上相加，那一层就全部保留。</translation>
    </message>
    <message>
        <source>In each of its {heads} heads at least {share:.1%} of all looks at {tokens:,} tokens go to one of them.</source>
        <translation>它有 {heads} 个头，在每个头中，对 {tokens:,} 个词元的关注至少有 {share:.1%} 落在其中一个上。</translation>
    </message>
    <message>
        <source>In how long pieces a text is cut: so many characters at most a network has before it when it says the next one.</source>
        <translation>文本被切成多长的片段：网络说出下一个字符时，前面最多有这么多字符。</translation>
    </message>
    <message>
        <source>In how many bits each weight is told; as it was trained it has 32</source>
        <translation>每个权重用多少位表示；训练时为 32 位</translation>
    </message>
    <message>
        <source>In its head {share:.1%} of all looks at {tokens:,} tokens go to one of them.</source>
        <translation>在它的头中，对 {tokens:,} 个词元的关注有 {share:.1%} 落在其中一个上。</translation>
    </message>
    <message>
        <source>In the bin is: {there}.</source>
        <translation>回收站中有：{there}。</translation>
    </message>
    <message>
        <source>In the window, open that run and branch off where it did.</source>
        <translation>请在窗口中打开那次训练，并从同一处建立分支。</translation>
    </message>
    <message>
        <source>In what kind of numbers to multiply activations: int8, by steps that training images decide, makes large dense layers of an ONNX file faster.</source>
        <translation>激活值以哪种数相乘：int8（步长由训练图像决定）可加快 ONNX 文件中大型全连接层的计算。</translation>
    </message>
    <message>
        <source>In what kind of numbers to store the weights: fewer bits make it smaller, and say what they cost.</source>
        <translation>以哪种数存储权重：位数少则文件小，并会说明代价。</translation>
    </message>
    <message>
        <source>In which column of a table the labels are: first, last, or its name. By default it is found.</source>
        <translation>标签在表格的哪一列：first、last 或列名。默认自动判断。</translation>
    </message>
    <message>
        <source>In which form.</source>
        <translation>用哪种格式。</translation>
    </message>
    <message>
        <source>In which form: {written}.</source>
        <translation>用哪种格式：{written}。</translation>
    </message>
    <message>
        <source>In which numbers the products of a step are done. bfloat16 has two to three digits and takes half the time where the processor or the card is made for it; weights, their changes and all that is told stay float32. Automatic takes it for convolutions and wide dense layers, and on a card, where that is known to be faster.</source>
        <translation>一步中的乘积用哪种数来算。bfloat16 只有两到三位有效数字，在专门支持它的处理器或显卡上只需一半时间；权重、权重的改变以及显示的一切仍是 float32。自动：在已知更快的情况下，用于卷积和宽的全连接层，以及显卡。</translation>
    </message>
    <message>
        <source>In which way.</source>
        <translation>用哪种方法。</translation>
    </message>
    <message>
        <source>In {names} no folders tell which class a picture is of.</source>
        <translation>在 {names} 中，没有文件夹指明图片属于哪个类别。</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Install gcc or clang.</source>
        <translation>请安装 gcc 或 clang。</translation>
    </message>
    <message>
        <source>Installing NetSketch anew with pip</source>
        <translation>用 pip 重新安装本程序</translation>
    </message>
    <message>
        <source>Interfaces are: {known}. Unset {variable} to let the right one be found.</source>
        <translation>现有接口：{known}。取消设置 {variable} 即可自动找到合适的接口。</translation>
    </message>
    <message>
        <source>Invalid value for {place}: {what}</source>
        <translation>{place} 的值无效：{what}</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>It</source>
        <translation>它</translation>
    </message>
    <message>
        <source>It breaks off before its end.</source>
        <translation>内容中途断了。</translation>
    </message>
    <message>
        <source>It breaks off or is no CSV file.</source>
        <translation>内容中途断了，或不是 CSV 文件。</translation>
    </message>
    <message>
        <source>It can be: {known}.</source>
        <translation>它可以是：{known}。</translation>
    </message>
    <message>
        <source>It can read PNG, JPEG, GIF, BMP, TIFF, WebP and PPM.</source>
        <translation>可以读取 PNG、JPEG、GIF、BMP、TIFF、WebP 和 PPM。</translation>
    </message>
    <message>
        <source>It can: {known}.</source>
        <translation>可以用：{known}。</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation>无法读取：{reason}。</translation>
    </message>
    <message>
        <source>It changes nothing of what a network learns, or is decided by the sweep itself.</source>
        <translation>它不影响网络学到的内容，或由超参数搜索本身决定。</translation>
    </message>
    <message>
        <source>It counts only where this is chosen: {others}.</source>
        <translation>只有选择了下面的设置它才起作用：{others}。</translation>
    </message>
    <message>
        <source>It does not begin as an IDX file does.</source>
        <translation>它的开头不是 IDX 文件的开头。</translation>
    </message>
    <message>
        <source>It does not fit into memory.</source>
        <translation>内存放不下它。</translation>
    </message>
    <message>
        <source>It does not hold the weights of a caption model.</source>
        <translation>其中没有图文模型的权重。</translation>
    </message>
    <message>
        <source>It does not hold the weights of the network it describes.</source>
        <translation>其中没有它所描述的网络的权重。</translation>
    </message>
    <message>
        <source>It does not say which version of the format it has.</source>
        <translation>它没有说明自己的格式版本。</translation>
    </message>
    <message>
        <source>It does {count:,} multiplications for one example, and {most:,} are the most.</source>
        <translation>它处理一个样本要做 {count:,} 次乘法，最多允许 {most:,} 次。</translation>
    </message>
    <message>
        <source>It ends within its header.</source>
        <translation>它在文件头里就中断了。</translation>
    </message>
    <message>
        <source>It finished no epoch within {limit:g} seconds.</source>
        <translation>它在 {limit:g} 秒内没有完成一轮。</translation>
    </message>
    <message>
        <source>It has a single unit.</source>
        <translation>它只有一个神经元。</translation>
    </message>
    <message>
        <source>It has a value of its own in each row.</source>
        <translation>每一行的值都各不相同。</translation>
    </message>
    <message>
        <source>It has another plan.</source>
        <translation>它的计划不同。</translation>
    </message>
    <message>
        <source>It has images and no labels: {names}.</source>
        <translation>有图像但没有标签：{names}。</translation>
    </message>
    <message>
        <source>It has labels and no images: {names}.</source>
        <translation>有标签但没有图像：{names}。</translation>
    </message>
    <message>
        <source>It has more than {millions} million pixels.</source>
        <translation>它超过 {millions} 百万像素。</translation>
    </message>
    <message>
        <source>It has more than {most:,} bytes.</source>
        <translation>它超过了 {most:,} 字节。</translation>
    </message>
    <message>
        <source>It has more than {most:,} cells, which is far too many for its size. If it is packed, unpack it first.</source>
        <translation>它有超过 {most:,} 个单元格，对它的大小来说太多了。如果它是压缩的，请先解压。</translation>
    </message>
    <message>
        <source>It has more than {most:,} characters.</source>
        <translation>它的字符超过 {most:,} 个。</translation>
    </message>
    <message>
        <source>It has more than {most:,} different characters: “{sign}” stands for the {count:,} rarest.</source>
        <translation>它有超过 {most:,} 个不同的字符：最少见的 {count:,} 个用“{sign}”代替。</translation>
    </message>
    <message>
        <source>It has more than {most:,} points.</source>
        <translation>它超过 {most:,} 个点。</translation>
    </message>
    <message>
        <source>It has more than {most:,} rows, which is far too many for its size.</source>
        <translation>它超过 {most:,} 行，就它的大小而言太多了。</translation>
    </message>
    <message>
        <source>It has more than {most} values.</source>
        <translation>它的取值超过 {most} 个。</translation>
    </message>
    <message>
        <source>It has no arrays “images” and “labels” but: {names}.</source>
        <translation>其中没有数组“images”和“labels”，只有：{names}。</translation>
    </message>
    <message>
        <source>It has no file {file}.</source>
        <translation>其中没有文件 {file}。</translation>
    </message>
    <message>
        <source>It has no hidden layer, and so no units but those of its classes.</source>
        <translation>它没有隐藏层，因此除了各类别的神经元之外没有别的神经元。</translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation>它没有标签。</translation>
    </message>
    <message>
        <source>It has no number to be found.</source>
        <translation>它没有要求的数值。</translation>
    </message>
    <message>
        <source>It has no values.</source>
        <translation>它没有取值。</translation>
    </message>
    <message>
        <source>It has one column, and a table has a label and a feature at least.</source>
        <translation>它只有一列，而表格至少要有一个标签和一个特征。</translation>
    </message>
    <message>
        <source>It has one column, which is no label and a square picture.</source>
        <translation>它只有一列，不是一个标签加一幅方形图片。</translation>
    </message>
    <message>
        <source>It has the shape {shape} of {dtype}.</source>
        <translation>它的形状是 {shape}，类型是 {dtype}。</translation>
    </message>
    <message>
        <source>It has the shape {shape}.</source>
        <translation>它的形状是 {shape}。</translation>
    </message>
    <message>
        <source>It has version {version} of the format (program {writer}); this program knows {known}.</source>
        <translation>它的格式版本是 {version}（程序 {writer}）；本程序只认识 {known}。</translation>
    </message>
    <message>
        <source>It has version {version} of the format; this program knows {known}.</source>
        <translation>它的格式版本是 {version}；本程序只认识 {known}。</translation>
    </message>
    <message>
        <source>It has {cards}, and {processes} processes.</source>
        <translation>它有 {cards} 块显卡，却有 {processes} 个进程。</translation>
    </message>
    <message>
        <source>It has {count:,} characters; with a context of {context} at least {least:,} are needed.</source>
        <translation>它有 {count:,} 个字符；上下文为 {context} 时至少需要 {least:,} 个。</translation>
    </message>
    <message>
        <source>It has {count:,} columns, more than a picture of a table has.</source>
        <translation>它有 {count:,} 列，超过了表格中一张图片所能有的。</translation>
    </message>
    <message>
        <source>It has {count:,} different values.</source>
        <translation>它有 {count:,} 个不同的值。</translation>
    </message>
    <message>
        <source>It has {count:,} different words, too many for categories.</source>
        <translation>它有 {count:,} 个不同的词，作为分类特征太多了。</translation>
    </message>
    <message>
        <source>It has {count:,} weights, and a page is written of at most {most:,}.</source>
        <translation>它有 {count:,} 个权重，而网页最多写 {most:,} 个。</translation>
    </message>
    <message>
        <source>It has {count:,} weights, and source is written of at most {most:,}.</source>
        <translation>它有 {count:,} 个权重，而源代码最多写 {most:,} 个。</translation>
    </message>
    <message>
        <source>It has {count} cells where others have {width}.</source>
        <translation>它有 {count} 个单元格，而其他行有 {width} 个。</translation>
    </message>
    <message>
        <source>It has {count} characters; {limit} are the most.</source>
        <translation>它有 {count} 个字符；最多只能有 {limit} 个。</translation>
    </message>
    <message>
        <source>It has {count} columns, which are no label and a square picture.</source>
        <translation>它有 {count} 列，不能分成一个标签和一张正方形的图片。</translation>
    </message>
    <message>
        <source>It has {count} dimensions where {wanted} are expected.</source>
        <translation>它有 {count} 个维度，应有 {wanted} 个。</translation>
    </message>
    <message>
        <source>It has {count} pixels, which fill no square.</source>
        <translation>它有 {count} 个像素，不能排成正方形。</translation>
    </message>
    <message>
        <source>It has {found} numbers for {classes} classes.</source>
        <translation>它有 {found} 个数，而类别有 {classes} 个。</translation>
    </message>
    <message>
        <source>It has {letters:,} letters, and {most:,} are the most.</source>
        <translation>它有 {letters:,} 个字符，最多只能有 {most:,} 个。</translation>
    </message>
    <message>
        <source>It has {parameters:,} parameters.</source>
        <translation>它有 {parameters:,} 个参数。</translation>
    </message>
    <message>
        <source>It has {size:,} bytes, which are no whole records of {record:,}.</source>
        <translation>它有 {size:,} 字节，不是每条 {record:,} 字节的完整记录。</translation>
    </message>
    <message>
        <source>It holds a run. Bring it in as one: on the page of runs, or by “runs import”.</source>
        <translation>其中是一条训练记录。请把它作为训练记录导入：在训练记录页面，或用“runs import”。</translation>
    </message>
    <message>
        <source>It holds a zero byte, which no name or number has.</source>
        <translation>其中有零字节，名称和数字里都不会有。</translation>
    </message>
    <message>
        <source>It holds bytes that stand in no text.</source>
        <translation>其中有文本里不会出现的字节。</translation>
    </message>
    <message>
        <source>It holds characters that cannot be shown.</source>
        <translation>其中有无法显示的字符。</translation>
    </message>
    <message>
        <source>It holds days or times.</source>
        <translation>它是日期或时间。</translation>
    </message>
    <message>
        <source>It holds no settings.</source>
        <translation>其中没有任何设置。</translation>
    </message>
    <message>
        <source>It holds nothing.</source>
        <translation>其中什么也没有。</translation>
    </message>
    <message>
        <source>It holds numbers that are too large to be told apart, such as {value:g}: put a letter in front of each.</source>
        <translation>其中的数字太大而无法区分，例如 {value:g}：请在每个数字前加一个字母。</translation>
    </message>
    <message>
        <source>It holds numbers with fractions, such as {value:g}.</source>
        <translation>它含有小数，例如 {value:g}。</translation>
    </message>
    <message>
        <source>It holds the labels of “{name}”, and is read with it.</source>
        <translation>其中是“{name}”的标签，会与它一起读取。</translation>
    </message>
    <message>
        <source>It holds too many files.</source>
        <translation>其中的文件太多。</translation>
    </message>
    <message>
        <source>It holds too many tensors.</source>
        <translation>其中的张量太多。</translation>
    </message>
    <message>
        <source>It holds weights that the network it describes does not have: {names}.</source>
        <translation>其中有它所描述的网络没有的权重：{names}。</translation>
    </message>
    <message>
        <source>It holds weights, but does not say of which network.</source>
        <translation>其中有权重，但没有说明属于哪个网络。</translation>
    </message>
    <message>
        <source>It holds words, and no numbers.</source>
        <translation>其中是文字，不是数。</translation>
    </message>
    <message>
        <source>It holds {count:,} numbers of one example at a time, and {most:,} are the most.</source>
        <translation>它处理一个样本时同时保存 {count:,} 个数值，最多允许 {most:,} 个。</translation>
    </message>
    <message>
        <source>It holds {held} where unsigned bytes are expected.</source>
        <translation>其中是 {held}，应为无符号字节。</translation>
    </message>
    <message>
        <source>It holds “{name}” twice.</source>
        <translation>其中有两个“{name}”。</translation>
    </message>
    <message>
        <source>It holds “{name}”, which is no file of a run.</source>
        <translation>其中有“{name}”，它不是训练记录的文件。</translation>
    </message>
    <message>
        <source>It holds “{name}”, which is no name for a file.</source>
        <translation>其中有“{name}”，它不能用作文件名。</translation>
    </message>
    <message>
        <source>It is a Parquet file, not a table of text: save it as CSV.</source>
        <translation>这是 Parquet 文件，不是文本表格：请另存为 CSV。</translation>
    </message>
    <message>
        <source>It is a ZIP archive or a spreadsheet, not a table of text: save it as CSV.</source>
        <translation>这是 ZIP 压缩包或电子表格，不是文本表格：请另存为 CSV。</translation>
    </message>
    <message>
        <source>It is a device or a pipe, not a file.</source>
        <translation>它是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>It is a folder, where a file is to be named.</source>
        <translation>这是文件夹，而这里要给出文件。</translation>
    </message>
    <message>
        <source>It is a spreadsheet, not a table of text: save it as CSV.</source>
        <translation>这是电子表格，不是文本表格：请另存为 CSV。</translation>
    </message>
    <message>
        <source>It is an ARFF file: save it as CSV.</source>
        <translation>这是 ARFF 文件：请另存为 CSV。</translation>
    </message>
    <message>
        <source>It is an HDF5 file, not a table of text: save it as CSV.</source>
        <translation>这是 HDF5 文件，不是文本表格：请另存为 CSV。</translation>
    </message>
    <message>
        <source>It is an archive within: unpack it, and bring in what is in it.</source>
        <translation>这是压缩包中的压缩包：请先解开，再导入其中的内容。</translation>
    </message>
    <message>
        <source>It is another kind of file.</source>
        <translation>这是另一种文件。</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>它已损坏。</translation>
    </message>
    <message>
        <source>It is empty, where a file is to be named.</source>
        <translation>内容为空，而这里要给出文件。</translation>
    </message>
    <message>
        <source>It is empty, where a value is to be given.</source>
        <translation>内容为空，而这里要给出一个值。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>It is for {kinds}.</source>
        <translation>它适用于：{kinds}。</translation>
    </message>
    <message>
        <source>It is larger than the {limit:,} bytes that it may have.</source>
        <translation>它超过了允许的 {limit:,} 字节。</translation>
    </message>
    <message>
        <source>It is larger than {most:,} bytes.</source>
        <translation>它大于 {most:,} 字节。</translation>
    </message>
    <message>
        <source>It is locked with a password: unpack it first.</source>
        <translation>它加了密码：请先解开。</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>嵌套得太深。</translation>
    </message>
    <message>
        <source>It is no number: list its values, parted by commas.</source>
        <translation>它不是数字：请列出它的取值，用逗号分隔。</translation>
    </message>
    <message>
        <source>It is no picture.</source>
        <translation>它不是图片。</translation>
    </message>
    <message>
        <source>It is no set of images, but a table of numbers.</source>
        <translation>它不是图像集，而是数值表。</translation>
    </message>
    <message>
        <source>It is no set of images, but a text.</source>
        <translation>它不是图像集，而是文本。</translation>
    </message>
    <message>
        <source>It is no table of text.</source>
        <translation>它不是文本表格。</translation>
    </message>
    <message>
        <source>It is no table, and has no column of labels.</source>
        <translation>它不是表格，也没有标签列。</translation>
    </message>
    <message>
        <source>It is no text in UTF-8.</source>
        <translation>它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>它不是文件。</translation>
    </message>
    <message>
        <source>It is not a label and numbers.</source>
        <translation>它不是标签加数字。</translation>
    </message>
    <message>
        <source>It is not a safetensors file.</source>
        <translation>它不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>It is not a text.</source>
        <translation>它不是文本。</translation>
    </message>
    <message>
        <source>It is not a zip file, or its end is missing.</source>
        <translation>它不是 zip 文件，或缺少结尾。</translation>
    </message>
    <message>
        <source>It is not noted.</source>
        <translation>没有记录它。</translation>
    </message>
    <message>
        <source>It is not readable JSON: {reason}.</source>
        <translation>它不是可读的 JSON：{reason}。</translation>
    </message>
    <message>
        <source>It is not readable TOML: {reason}.</source>
        <translation>它不是可读的 TOML：{reason}。</translation>
    </message>
    <message>
        <source>It is not the plan of a sweep.</source>
        <translation>它不是超参数搜索的计划。</translation>
    </message>
    <message>
        <source>It is of no form that is read here.</source>
        <translation>这里不能读取它的格式。</translation>
    </message>
    <message>
        <source>It is one character again and again.</source>
        <translation>它只是同一个字符的重复。</translation>
    </message>
    <message>
        <source>It is one of {known}.</source>
        <translation>它是以下之一：{known}。</translation>
    </message>
    <message>
        <source>It is the same in every row.</source>
        <translation>每一行都相同。</translation>
    </message>
    <message>
        <source>It is too large to be an experiment.</source>
        <translation>它太大，不会是实验。</translation>
    </message>
    <message>
        <source>It is too large to be one.</source>
        <translation>它太大，不会是这样的文件。</translation>
    </message>
    <message>
        <source>It is too large to be the plan of a sweep.</source>
        <translation>它太大，不可能是超参数搜索的计划。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>它太大。</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>它太长了。</translation>
    </message>
    <message>
        <source>It is written in UTF-16.</source>
        <translation>它采用 UTF-16 编码。</translation>
    </message>
    <message>
        <source>It is {dtype} of shape {shape}.</source>
        <translation>它的类型是 {dtype}，形状是 {shape}。</translation>
    </message>
    <message>
        <source>It is “{text}”, where a number from {least} to {most} is needed.</source>
        <translation>它是“{text}”，而这里需要 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>It lies in no folder of a class.</source>
        <translation>它不在任何类别的文件夹中。</translation>
    </message>
    <message>
        <source>It lies neither beside the model, nor where it was read last, nor here.</source>
        <translation>它既不在模型旁边，也不在上次读取的位置，也不在当前文件夹中。</translation>
    </message>
    <message>
        <source>It makes {count:,} numbers of each image.</source>
        <translation>它把每张图像变成 {count:,} 个数。</translation>
    </message>
    <message>
        <source>It multiplies floating-point numbers, for which rounded activations are no gain.</source>
        <translation>它以浮点数相乘，舍入激活值没有好处。</translation>
    </message>
    <message>
        <source>It must be a whole number from 1 to {most:,}.</source>
        <translation>它必须是 1 到 {most:,} 之间的整数。</translation>
    </message>
    <message>
        <source>It needs one width of the pen for each point.</source>
        <translation>每个点都需要一个笔的宽度。</translation>
    </message>
    <message>
        <source>It only numbers the rows.</source>
        <translation>它只是行号。</translation>
    </message>
    <message>
        <source>It reads {train:.1%} of {images} and {validation:.1%} of the validation examples. The validation loss was lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now.</source>
        <translation>{images}中认对 {train:.1%}，验证样本中认对 {validation:.1%}。验证损失在第 {best} 轮之后最低（{lowest:.3g}），现在是 {now:.3g}。</translation>
    </message>
    <message>
        <source>It says: {reason}.</source>
        <translation>它的说明是：{reason}。</translation>
    </message>
    <message>
        <source>It says: {said}</source>
        <translation>它说：{said}</translation>
    </message>
    <message>
        <source>It stands for standard output, which no file goes to: name a file; {own} is one of that name.</source>
        <translation>它表示标准输出，文件不会写到那里：请给出文件名；{own} 就是叫这个名字的文件。</translation>
    </message>
    <message>
        <source>It takes examples of shape {wanted} and knows {known} classes; these have shape {shape} and {classes} classes.</source>
        <translation>它接受形状为 {wanted} 的样本，认识 {known} 个类别；这里的形状是 {shape}，有 {classes} 个类别。</translation>
    </message>
    <message>
        <source>It takes images of shape {shape}, and on the page one draws in {size}×{size} pixels, or shows a picture in three colours.</source>
        <translation>它接受形状为 {shape} 的图像，而在网页上是以 {size}×{size} 像素作画，或出示三色图片。</translation>
    </message>
    <message>
        <source>It takes images of shape {shape}, and the script prepares drawings of {size}×{size} pixels, or pictures in three colours.</source>
        <translation>它接受形状为 {shape} 的图像，而脚本只准备 {size}×{size} 像素的手绘图或三色图片。</translation>
    </message>
    <message>
        <source>It takes images of the shape {shape}.</source>
        <translation>它接受形状为 {shape} 的图像。</translation>
    </message>
    <message>
        <source>It takes numbers, and a page is drawn on. The Python script, the C source and ONNX take rows of numbers.</source>
        <translation>它的输入是数值，而网页是用来画图的。Python 脚本、C 源代码和 ONNX 可以输入一行行数值。</translation>
    </message>
    <message>
        <source>It takes other examples, or tells other classes apart.</source>
        <translation>它接收的是别的样本，或者区分的是别的类别。</translation>
    </message>
    <message>
        <source>It takes text, and the script reads pictures and rows of numbers. ONNX takes text.</source>
        <translation>它读取文本，而脚本读取图片和数字行。ONNX 可以读取文本。</translation>
    </message>
    <message>
        <source>It takes text, and the source is written for images of bytes. ONNX takes text.</source>
        <translation>它读取文本，而源代码是为字节图像编写的。ONNX 可以读取文本。</translation>
    </message>
    <message>
        <source>It takes text, and what is asked over HTTP are pictures and rows of numbers.</source>
        <translation>它读取文本，而通过 HTTP 询问的是图片和数字行。</translation>
    </message>
    <message>
        <source>It takes the features {wanted}, and these are {found}.</source>
        <translation>它接收的特征是 {wanted}，而这里的是 {found}。</translation>
    </message>
    <message>
        <source>It takes {count:,} steps one after the other, and {most:,} are the most.</source>
        <translation>它要依次做 {count:,} 步，最多只能有 {most:,} 步。</translation>
    </message>
    <message>
        <source>It tells {known} classes apart, the data have {classes}.</source>
        <translation>它区分 {known} 个类别，数据有 {classes} 个。</translation>
    </message>
    <message>
        <source>It was deleted or moved at this moment.</source>
        <translation>它此刻被删除或移走了。</translation>
    </message>
    <message>
        <source>It was never deleted, is back already, or its time there was over.</source>
        <translation>它从未被删除，或已经恢复，或保留期限已过。</translation>
    </message>
    <message>
        <source>It was trained on images of another size or with other classes.</source>
        <translation>它是用其他大小或其他类别的图像训练的。</translation>
    </message>
    <message>
        <source>It was trained on texts in which that does not come.</source>
        <translation>训练它的文本中没有出现过这个字符。</translation>
    </message>
    <message>
        <source>It was trained privately and spent ε {epsilon:.3g} at δ {delta:g}: whoever has its weights, and not its seed, finds at most {share:.1%} of the training images with 1 % false alarms, by whatever attack.</source>
        <translation>它是隐私训练得到的，花费了 ε {epsilon:.3g}（δ {delta:g}）：只有它的权重而没有随机种子的人，无论用什么攻击，在误报 1% 时至多能找出 {share:.1%} 的训练图像。</translation>
    </message>
    <message>
        <source>It was written by another version of the program.</source>
        <translation>它是由本程序的另一个版本写出的。</translation>
    </message>
    <message>
        <source>It would have {count:,} features, and {most:,} are the most.</source>
        <translation>它会有 {count:,} 个特征，而最多为 {most:,} 个。</translation>
    </message>
    <message>
        <source>It would hold {count:,} images, which is far too many for its size.</source>
        <translation>其中会有 {count:,} 张图像，就它的大小而言太多了。</translation>
    </message>
    <message>
        <source>Its alphabet is another one.</source>
        <translation>它的字符表不同。</translation>
    </message>
    <message>
        <source>Its budget does not cover what the weights at hand have learnt from.</source>
        <translation>它的预算不包括现有权重以前学过的数据。</translation>
    </message>
    <message>
        <source>Its bytes were stored as numbers with a sign: what was above 127 is negative now.</source>
        <translation>它的字节被存成了有符号数：原来大于 127 的现在是负数。</translation>
    </message>
    <message>
        <source>Its characters are others than those that the weights were trained with.</source>
        <translation>它的字符与训练这些权重时所用的不同。</translation>
    </message>
    <message>
        <source>Its checkpoint belongs to another network, optimiser, batch size or device.</source>
        <translation>它的检查点属于另一个网络、优化器、批大小或设备。</translation>
    </message>
    <message>
        <source>Its checkpoint says {step:,} steps, and its epochs make {done:,}.</source>
        <translation>它的检查点记为 {step:,} 步，而它的各轮合计为 {done:,} 步。</translation>
    </message>
    <message>
        <source>Its checksum is not that of the published file.</source>
        <translation>它的校验和与发布的文件不符。</translation>
    </message>
    <message>
        <source>Its content breaks off or contradicts itself.</source>
        <translation>它的内容中途断了，或自相矛盾。</translation>
    </message>
    <message>
        <source>Its contents are not those that were saved.</source>
        <translation>它的内容与当初保存的不符。</translation>
    </message>
    <message>
        <source>Its end is missing.</source>
        <translation>它缺少结尾。</translation>
    </message>
    <message>
        <source>Its file is damaged: bring the images in again and remove this, or restore it from a backup.</source>
        <translation>它的文件已损坏：请重新导入图像并移除这个数据集，或从备份恢复文件。</translation>
    </message>
    <message>
        <source>Its file {file} cannot be read.</source>
        <translation>其中的文件 {file} 无法读取。</translation>
    </message>
    <message>
        <source>Its file {file} holds another network.</source>
        <translation>其中的文件 {file} 是另一个网络。</translation>
    </message>
    <message>
        <source>Its file {file} is not a text.</source>
        <translation>其中的文件 {file} 不是文本。</translation>
    </message>
    <message>
        <source>Its file {file} is not readable JSON.</source>
        <translation>其中的文件 {file} 不是可读的 JSON。</translation>
    </message>
    <message>
        <source>Its file {file} is not usable.</source>
        <translation>其中的文件 {file} 无法使用。</translation>
    </message>
    <message>
        <source>Its file {file} is too large.</source>
        <translation>其中的文件 {file} 太大。</translation>
    </message>
    <message>
        <source>Its file {file} makes no sense.</source>
        <translation>其中的文件 {file} 没有意义。</translation>
    </message>
    <message>
        <source>Its file “{path}” is missing or damaged.</source>
        <translation>其中的文件“{path}”缺失或已损坏。</translation>
    </message>
    <message>
        <source>Its first number is not less than its second.</source>
        <translation>它的第一个数字不小于第二个。</translation>
    </message>
    <message>
        <source>Its header cannot be read.</source>
        <translation>它的文件头无法读取。</translation>
    </message>
    <message>
        <source>Its header lacks the entry {entry}.</source>
        <translation>它的文件头缺少 {entry} 这一项。</translation>
    </message>
    <message>
        <source>Its header promises {promised:,} bytes and {size:,} follow.</source>
        <translation>它的文件头说有 {promised:,} 字节，后面却有 {size:,} 字节。</translation>
    </message>
    <message>
        <source>Its images are of the type {dtype}.</source>
        <translation>其中图像的类型是 {dtype}。</translation>
    </message>
    <message>
        <source>Its images have the shape {shape}.</source>
        <translation>其中图像的形状是 {shape}。</translation>
    </message>
    <message>
        <source>Its labels are a single value.</source>
        <translation>其中的标签只有一个值。</translation>
    </message>
    <message>
        <source>Its labels are numbers with fractions, such as {value:g}.</source>
        <translation>其中的标签是带小数的数，例如 {value:g}。</translation>
    </message>
    <message>
        <source>Its labels are of the type {dtype}.</source>
        <translation>其中标签的类型是 {dtype}。</translation>
    </message>
    <message>
        <source>Its labels are shares of classes, where one class for each image is needed.</source>
        <translation>其中的标签是各类别所占的比例，而每张图像需要恰好一个类别。</translation>
    </message>
    <message>
        <source>Its labels have the shape {shape}.</source>
        <translation>其中标签的形状是 {shape}。</translation>
    </message>
    <message>
        <source>Its loss on the validation examples is not a number.</source>
        <translation>它在验证样本上的损失不是数字。</translation>
    </message>
    <message>
        <source>Its network has {parameters:,} parameters, and {limit:,.0f} are allowed.</source>
        <translation>它的网络有 {parameters:,} 个参数，而允许 {limit:,.0f} 个。</translation>
    </message>
    <message>
        <source>Its numbers are all infinite, or beyond 10¹²: give them in thousands or millions.</source>
        <translation>其中的数值全是无穷大或超过 10¹²：请以千或百万为单位给出。</translation>
    </message>
    <message>
        <source>Its other files are as they were; they lie in “{folder}”.</source>
        <translation>其余文件没有变动；它们在“{folder}”中。</translation>
    </message>
    <message>
        <source>Its packed content does not unpack.</source>
        <translation>其中压缩的内容无法解开。</translation>
    </message>
    <message>
        <source>Its promise was worked out for one that draws the images of every step by chance.</source>
        <translation>它的承诺是按由一个进程随机抽取每一步的图像计算的。</translation>
    </message>
    <message>
        <source>Its results cannot be read.</source>
        <translation>它的结果无法读取。</translation>
    </message>
    <message>
        <source>Its rows are of one class only.</source>
        <translation>它的行只属于一个类别。</translation>
    </message>
    <message>
        <source>Its rows differ in length.</source>
        <translation>它的各行长度不同。</translation>
    </message>
    <message>
        <source>Its runs are in the library all the same; its files lie in “{folder}”.</source>
        <translation>它的各次训练仍在运行库中；它的文件位于“{folder}”。</translation>
    </message>
    <message>
        <source>Its strength would begin at nothing anew in each round.</source>
        <translation>每一轮中攻击强度都会重新从零开始。</translation>
    </message>
    <message>
        <source>Its sums have {height} rows and {width} columns.</source>
        <translation>它的和有 {height} 行 {width} 列。</translation>
    </message>
    <message>
        <source>Its text has other characters than the run was begun with.</source>
        <translation>它的文本与训练开始时所用的字符不同。</translation>
    </message>
    <message>
        <source>Its units can be cut off by {count:,} at a time alone, and it has no more.</source>
        <translation>它的神经元只能每次去掉 {count:,} 个，而它总共只有这么多。</translation>
    </message>
    <message>
        <source>Its values are of the type {dtype}.</source>
        <translation>它的值的类型是 {dtype}。</translation>
    </message>
    <message>
        <source>Its values run from {low} to {high}.</source>
        <translation>它的值从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>Its weights are not those of the network it describes: {name} has another form.</source>
        <translation>它的权重与它所描述的网络不符：{name} 的形状不同。</translation>
    </message>
    <message>
        <source>Its weights cannot be read.</source>
        <translation>它的权重无法读取。</translation>
    </message>
    <message>
        <source>Its worker was killed each time that it was tried.</source>
        <translation>每次尝试时，它的工作进程都被终止。</translation>
    </message>
    <message>
        <source>Join the machines by a network, or give another address.</source>
        <translation>请用网络连接这些机器，或给出另一个地址。</translation>
    </message>
    <message>
        <source>Kaiming</source>
        <translation>Kaiming</translation>
    </message>
    <message>
        <source>Keep fine-tuning as a run, to be compared with others.</source>
        <translation>把微调保存为训练记录，以便与其他记录比较。</translation>
    </message>
    <message>
        <source>Keep the aspect</source>
        <translation>保持宽高比</translation>
    </message>
    <message>
        <source>Keep the best epoch</source>
        <translation>保留最佳轮次</translation>
    </message>
    <message>
        <source>Keep the run, so that it can be gone on with later.</source>
        <translation>保留训练记录，以便以后继续训练。</translation>
    </message>
    <message>
        <source>Kept as the run {run}.</source>
        <translation>已保留为训练记录 {run}。</translation>
    </message>
    <message>
        <source>Keras&apos; words are told of dense layers alone.</source>
        <translation>只有全连接层能用 Keras 写出。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核大小</translation>
    </message>
    <message>
        <source>Knows nothing of a network: each pixel changes by chance. What others do beyond that is what they know.</source>
        <translation>对网络一无所知：每个像素随机改变。其他攻击比它多做到的，就是它们所知道的。</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>LSTM layers</source>
        <translation>LSTM 层</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Labels run to {highest}, classes are {classes}.</source>
        <translation>标签最大到 {highest}，类别有 {classes} 个。</translation>
    </message>
    <message>
        <source>Languages are: {known}.</source>
        <translation>现有语言：{known}。</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>最大改变量</translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Layers are: {known}.</source>
        <translation>可用的层有：{known}。</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>正在排布分布图</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn from all examples</source>
        <translation>用全部样本学习</translation>
    </message>
    <message>
        <source>Learn from all examples there are, not from {count:,}.</source>
        <translation>请用现有的全部样本学习，而不是只用 {count:,} 个。</translation>
    </message>
    <message>
        <source>Learning by heart</source>
        <translation>死记硬背</translation>
    </message>
    <message>
        <source>Learning from a teacher</source>
        <translation>向教师学习</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>学习率过低</translation>
    </message>
    <message>
        <source>Learning what is no digit was cancelled.</source>
        <translation>学习辨认哪些不是数字的过程已取消。</translation>
    </message>
    <message>
        <source>Learning what is none of the classes</source>
        <translation>正在学习什么不属于任何类别</translation>
    </message>
    <message>
        <source>Learns from images that an adversary has just changed as badly as it can, each pixel by up to 0.3 of the way from black to white. Changes that fool every other preset do little to this one; it misses about two test digits in a hundred.</source>
        <translation>用攻击者刚刚尽力改坏的图像来学习，每个像素最多改动从黑到白的 0.3。能骗过其他所有预设的改动对它作用很小；它在一百个测试数字中大约认错两个。</translation>
    </message>
    <message>
        <source>Leave it out of the sweep.</source>
        <translation>请不要在超参数搜索中使用它。</translation>
    </message>
    <message>
        <source>Leave it out, or change --hidden.</source>
        <translation>请去掉它，或更改 --hidden。</translation>
    </message>
    <message>
        <source>Leave it out, or choose another method.</source>
        <translation>请去掉它，或者换一种方法。</translation>
    </message>
    <message>
        <source>Leave out the rows they are in, or count in thousands or millions.</source>
        <translation>去掉它们所在的行，或者以千、百万为单位来计。</translation>
    </message>
    <message>
        <source>Leave out the rows they are in.</source>
        <translation>请去掉它们所在的行。</translation>
    </message>
    <message>
        <source>Leave out {flags}, or train anew.</source>
        <translation>请去掉 {flags}，或重新训练。</translation>
    </message>
    <message>
        <source>Leave some of them out.</source>
        <translation>请略去其中一些。</translation>
    </message>
    <message>
        <source>Leave the limit out.</source>
        <translation>请去掉上限。</translation>
    </message>
    <message>
        <source>Leave the others out, or begin a new sweep.</source>
        <translation>请去掉其他设置，或开始一次新的超参数搜索。</translation>
    </message>
    <message>
        <source>Left out, as it is neither label nor pixel: {names}.</source>
        <translation>已略去既不是标签也不是像素的列：{names}。</translation>
    </message>
    <message>
        <source>Left out, as no folders of classes are in it or it lies beside {parts}: {names} (pictures: {count:,}).</source>
        <translation>已略去，因为其中没有类别文件夹，或它位于 {parts} 旁边：{names}（图片：{count:,} 张）。</translation>
    </message>
    <message>
        <source>Left out, as they are hidden or systems leave them behind: {count:,} files or folders ({names}).</source>
        <translation>已略去，因为它们是隐藏的或系统留下的：{count:,} 个文件或文件夹（{names}）。</translation>
    </message>
    <message>
        <source>Left out: {names}.</source>
        <translation>不使用：{names}。</translation>
    </message>
    <message>
        <source>Left out: {names}. {why}</source>
        <translation>不使用：{names}。{why}</translation>
    </message>
    <message>
        <source>Length and width of sepals and petals of 150 flowers of three species (UCI). Two of the species lie close to each other.</source>
        <translation>三个品种的 150 朵鸢尾花的萼片和花瓣的长与宽（UCI）。其中两个品种彼此很接近。</translation>
    </message>
    <message>
        <source>Let a model answer over HTTP: pictures go in, JSON comes out. Ctrl-C ends it.</source>
        <translation>让模型通过 HTTP 回答：传入图片，返回 JSON。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Let a model go on with a text, character by character.</source>
        <translation>让模型逐个字符地续写一段文本。</translation>
    </message>
    <message>
        <source>Let a model leave the program, proved to answer as it does in here.</source>
        <translation>导出一个模型，并证明它在外面的回答与在这里相同。</translation>
    </message>
    <message>
        <source>Let a model read pictures, rows of numbers or questions.</source>
        <translation>让模型读取图片、数字行或问题。</translation>
    </message>
    <message>
        <source>Let all ports between the machines be open, or name the network interface to use in GLOO_SOCKET_IFNAME.</source>
        <translation>请开放机器之间的所有端口，或在 GLOO_SOCKET_IFNAME 中指定要用的网络接口。</translation>
    </message>
    <message>
        <source>Let its name end in {ending}, or leave the ending out.</source>
        <translation>让文件名以 {ending} 结尾，或不写后缀。</translation>
    </message>
    <message>
        <source>Let the adversary take {steps} steps.</source>
        <translation>让攻击者走 {steps} 步。</translation>
    </message>
    <message>
        <source>Let tokens look at those before them, or at what fits.</source>
        <translation>请让词元只看它前面的词元，或选“合适的”。</translation>
    </message>
    <message>
        <source>Letters or digits to put in order: dacb=abcd. What comes next hangs on the whole question at once.</source>
        <translation>要排序的字母或数字：dacb=abcd。下一个是什么取决于整个问题。</translation>
    </message>
    <message>
        <source>Letters to say backwards: attention looks at the letter that is due, wherever it stands. The LSTM beside it has to carry the whole word in its memory, and takes longer. Look at the attention of an answer to see the mirror.</source>
        <translation>要倒着说的字母：注意力看向该说的那个字母，无论它在哪里。旁边的 LSTM 必须把整个单词记在记忆里，需要更久。看看回答时的注意力，就能看到那面镜子。</translation>
    </message>
    <message>
        <source>Letters to say backwards: stop=pots. The last letter is wanted first, and the first one last: who looks back finds it, who has to remember must hold all of them.</source>
        <translation>要倒着说的字母：stop=pots。最后一个字母要先说，第一个最后说：能回头看的一找就有，只能记忆的必须全部记住。</translation>
    </message>
    <message>
        <source>Limit the gradients</source>
        <translation>限制梯度</translation>
    </message>
    <message>
        <source>Limit the gradients to a length of 1.</source>
        <translation>请把梯度的长度限制为 1。</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>第 {line} 行：{sentence}</translation>
    </message>
    <message>
        <source>Links to folders, and links that lead out of the folder, are not followed: {names}. Copy what they lead to.</source>
        <translation>不跟随指向文件夹的链接，也不跟随通到文件夹之外的链接：{names}。请复制它们所指的内容。</translation>
    </message>
    <message>
        <source>List fewer values, or choose another way than the grid.</source>
        <translation>请减少取值，或选择网格以外的方式。</translation>
    </message>
    <message>
        <source>List its values, or choose another way than the grid.</source>
        <translation>请列出它的取值，或选择网格以外的方式。</translation>
    </message>
    <message>
        <source>List the data sets, fetch one, make one of your own images, or write one to files.</source>
        <translation>列出数据集，下载数据集，用你自己的图像制作数据集，或把数据集写入文件。</translation>
    </message>
    <message>
        <source>List the lessons of the window, or check one of your own.</source>
        <translation>列出窗口中的课程，或检查自己写的课程。</translation>
    </message>
    <message>
        <source>List the lessons that come with the program.</source>
        <translation>列出随程序附带的课程。</translation>
    </message>
    <message>
        <source>List the presets.</source>
        <translation>列出预设。</translation>
    </message>
    <message>
        <source>List the runs, look at one, rename, delete and restore them, take one out or bring one in.</source>
        <translation>列出、查看、改名、删除、恢复、导出或导入训练记录。</translation>
    </message>
    <message>
        <source>List the runs, or those of a sweep.</source>
        <translation>列出训练记录，或某次超参数搜索的训练记录。</translation>
    </message>
    <message>
        <source>List the sweeps of this machine, each with its best trial.</source>
        <translation>列出这台机器上的超参数搜索及各自的最佳试验。</translation>
    </message>
    <message>
        <source>Loading PyTorch</source>
        <translation>正在载入 PyTorch</translation>
    </message>
    <message>
        <source>Logs for TensorBoard cannot be written.</source>
        <translation>无法写出 TensorBoard 的日志。</translation>
    </message>
    <message>
        <source>Look at the drawings that are there and try again.</source>
        <translation>请看看已有的手绘图，然后重试。</translation>
    </message>
    <message>
        <source>Look at the files in another program.</source>
        <translation>请用其他程序查看这些文件。</translation>
    </message>
    <message>
        <source>Looking at the values</source>
        <translation>正在查看各个值</translation>
    </message>
    <message>
        <source>Looking into the layer</source>
        <translation>正在查看这一层</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>看向</translation>
    </message>
    <message>
        <source>Looks once which way each pixel makes the answer worse, and moves all of them that way by the same amount.</source>
        <translation>只看一次每个像素朝哪个方向会让回答变差，然后让所有像素朝那个方向移动同样的量。</translation>
    </message>
    <message>
        <source>Loss per character</source>
        <translation>字符损失</translation>
    </message>
    <message>
        <source>Lower the batch size to {size}</source>
        <translation>把批大小降到 {size}</translation>
    </message>
    <message>
        <source>Lower the batch size to {smaller}.</source>
        <translation>请把批大小降到 {smaller}。</translation>
    </message>
    <message>
        <source>Lower the learning rate and try again.</source>
        <translation>请降低学习率，然后重试。</translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:.1g} and begin anew.</source>
        <translation>请把学习率降到 {lower:.1g}，重新开始。</translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g} and begin anew.</source>
        <translation>请把学习率降到 {lower:g}，重新开始。</translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g} and limit the gradients to a length of 1.</source>
        <translation>请把学习率降到 {lower:g}，并把梯度的长度限制为 1。</translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g}.</source>
        <translation>请把学习率降到 {lower:g}。</translation>
    </message>
    <message>
        <source>Lower the learning rate, or take less away.</source>
        <translation>请降低学习率，或者少去掉一些。</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>请降低学习率。</translation>
    </message>
    <message>
        <source>Lower the rate to {rate:g}</source>
        <translation>把学习率降到 {rate:g}</translation>
    </message>
    <message>
        <source>Lower the validation share or use more examples.</source>
        <translation>请减小验证比例，或使用更多样本。</translation>
    </message>
    <message>
        <source>Lower to {rate:g}</source>
        <translation>降到 {rate:g}</translation>
    </message>
    <message>
        <source>MLP factor</source>
        <translation>MLP 倍数</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>MNIST and generated digits</source>
        <translation>MNIST 与生成的数字</translation>
    </message>
    <message>
        <source>MPS (Apple)</source>
        <translation>MPS (Apple)</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Made for the pad: MNIST and generated digits together, varied each time they are seen, so that slant, thickness and ways of writing that MNIST lacks are read as well.</source>
        <translation>为画板而做：MNIST 与生成的数字合在一起，每次出现都有变化，因此 MNIST 中没有的倾斜、粗细和写法也能认出。</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>编出数量</translation>
    </message>
    <message>
        <source>Make a data set of images of your own, or of a table of features.</source>
        <translation>用自己的图像或特征表格创建数据集。</translation>
    </message>
    <message>
        <source>Make a model smaller, and measure what that costs. Ctrl-C leaves nothing.</source>
        <translation>缩小模型，并测量代价。按 Ctrl-C 则什么也不留下。</translation>
    </message>
    <message>
        <source>Make the folder first or choose another one.</source>
        <translation>请先建立这个文件夹，或选择另一个。</translation>
    </message>
    <message>
        <source>Make the hidden layers twice as large.</source>
        <translation>请把隐藏层加大一倍。</translation>
    </message>
    <message>
        <source>Makes one number of every 2 × 2 sums, the largest or their average, which halves height and width.</source>
        <translation>每 2 × 2 个和取一个数，即最大值或平均值，使高和宽减半。</translation>
    </message>
    <message>
        <source>Making the map</source>
        <translation>正在绘制分布图</translation>
    </message>
    <message>
        <source>Making up examples</source>
        <translation>正在编样本</translation>
    </message>
    <message>
        <source>Many steps (PGD)</source>
        <translation>多步（PGD）</translation>
    </message>
    <message>
        <source>Many steps by distance (PGD, L2)</source>
        <translation>按距离的多步（PGD，L2）</translation>
    </message>
    <message>
        <source>Many steps, many starts (hard)</source>
        <translation>多步多起点（最难）</translation>
    </message>
    <message>
        <source>Many units of {layer} are dead: they give 0 for every example and cannot learn any more.</source>
        <translation>{layer}中有许多神经元已失效：对任何样本都给出 0，再也无法学习。</translation>
    </message>
    <message>
        <source>Measure a model on a data set.</source>
        <translation>在数据集上评估模型。</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measuring on the test examples</source>
        <translation>正在用测试样本测量</translation>
    </message>
    <message>
        <source>Mend it and open it again.</source>
        <translation>请改正后重新打开。</translation>
    </message>
    <message>
        <source>Mend it, and check again.</source>
        <translation>请改正后再检查一次。</translation>
    </message>
    <message>
        <source>Mend the marked settings, or undo the change.</source>
        <translation>请修正标出的设置，或撤销更改。</translation>
    </message>
    <message>
        <source>Mend them.</source>
        <translation>请修正它们。</translation>
    </message>
    <message>
        <source>Methods are: {known}.</source>
        <translation>方法有：{known}。</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Missing argument {place}.</source>
        <translation>缺少参数 {place}。</translation>
    </message>
    <message>
        <source>Missing command.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>Missing option {place}.</source>
        <translation>缺少选项 {place}。</translation>
    </message>
    <message>
        <source>Missing values are a category of their own, “?”: {what}.</source>
        <translation>缺失值自成一个分类值“?”：{what}。</translation>
    </message>
    <message>
        <source>Missing values are filled with the median of the training rows: {what}.</source>
        <translation>缺失值用训练行的中位数填补：{what}。</translation>
    </message>
    <message>
        <source>Models cannot be exported as “{name}”.</source>
        <translation>模型不能导出为“{name}”。</translation>
    </message>
    <message>
        <source>Models cannot be made smaller by “{name}”.</source>
        <translation>不能用“{name}”缩小模型。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>More examples would change little. A larger network may help, as far as what stands before tells the next character at all.</source>
        <translation>更多的样本不会带来多大变化。更大的网络或许有帮助，但前提是前文确实能决定下一个字符。</translation>
    </message>
    <message>
        <source>Most of a picture is {paper} in the one and {test_paper} in the other.</source>
        <translation>一方的图片大部分是 {paper}，另一方大部分是 {test_paper}。</translation>
    </message>
    <message>
        <source>Move runs into the bin, from where `runs restore` brings them back.</source>
        <translation>把训练记录移到回收站，可以用 `runs restore` 恢复。</translation>
    </message>
    <message>
        <source>My Digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>My points</source>
        <translation>我的点</translation>
    </message>
    <message>
        <source>Name black and white as “0 255”.</source>
        <translation>请以“0 255”的形式指明黑和白。</translation>
    </message>
    <message>
        <source>Name one setting of it.</source>
        <translation>请指出其中的一个设置。</translation>
    </message>
    <message>
        <source>Name them as “0 255”.</source>
        <translation>请以“0 255”的形式指明它们。</translation>
    </message>
    <message>
        <source>Names or ids of runs.</source>
        <translation>训练记录的名称或编号。</translation>
    </message>
    <message>
        <source>Neither its last column nor another one holds a few values that come again.</source>
        <translation>最后一列和其他列都没有少量重复出现的值。</translation>
    </message>
    <message>
        <source>NetSketch is in the menu of programs, and opens its models; the files are in {path}.</source>
        <translation>NetSketch 已在程序菜单中，并能打开自己的模型；文件在 {path}。</translation>
    </message>
    <message>
        <source>NetSketch is no longer in the menu of programs.</source>
        <translation>NetSketch 已不在程序菜单中。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No column before or behind the pixels holds a few whole numbers or words that come again.</source>
        <translation>像素之前或之后没有哪一列是少数几个反复出现的整数或词。</translation>
    </message>
    <message>
        <source>No column of it holds a few values that come again.</source>
        <translation>没有一列含有少量重复出现的值。</translation>
    </message>
    <message>
        <source>No example is left to train on.</source>
        <translation>没有剩下可用于训练的样本。</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>No hidden layer has the setting “{path}”.</source>
        <translation>没有隐藏层具有设置“{path}”。</translation>
    </message>
    <message>
        <source>No labels are known for {names}: it is left out.</source>
        <translation>{names}没有已知的标签：已略去。</translation>
    </message>
    <message>
        <source>No noise is strong enough for the privacy budget ε {epsilon:g}.</source>
        <translation>没有足够强的噪声能满足隐私预算 ε {epsilon:g}。</translation>
    </message>
    <message>
        <source>No pass mark is set. The model read {accuracy} of the test examples.</source>
        <translation>没有设置及格线。模型认对了 {accuracy} 的测试样本。</translation>
    </message>
    <message>
        <source>No pass mark is set. {measure} (test examples): {accuracy}.</source>
        <translation>没有设及格线。{measure}（测试样本）：{accuracy}。</translation>
    </message>
    <message>
        <source>No pass mark is set. {measure}: {accuracy:.2%} ({count:,} examples).</source>
        <translation>没有设及格线。{measure}：{accuracy:.2%}（{count:,} 个样本）。</translation>
    </message>
    <message>
        <source>No pass mark is set; the model reads {right:,} of {count:,} examples ({accuracy:.2%}).</source>
        <translation>没有设及格线；模型在 {count:,} 个样本中认对 {right:,} 个（{accuracy:.2%}）。</translation>
    </message>
    <message>
        <source>No run was under way to go on with: a new one has begun, from new random weights.</source>
        <translation>没有可以继续的训练：已从新的随机权重开始一次新的训练。</translation>
    </message>
    <message>
        <source>No run was under way to go on with: a new one has begun, from new random weights. The run before is kept under “Runs”.</source>
        <translation>没有可以继续的训练：已从新的随机权重开始一次新的训练。之前的训练保留在“训练记录”中。</translation>
    </message>
    <message>
        <source>No server can be reached. Is this computer offline? ({failures})</source>
        <translation>连接不到任何服务器。这台电脑是否离线？（{failures}）</translation>
    </message>
    <message>
        <source>No server gave the whole file ({failures}).</source>
        <translation>没有服务器给出完整的文件（{failures}）。</translation>
    </message>
    <message>
        <source>No such command {name}.</source>
        <translation>没有命令 {name}。</translation>
    </message>
    <message>
        <source>No such command {name}. Did you mean {others}?</source>
        <translation>没有命令 {name}。你是指 {others} 吗？</translation>
    </message>
    <message>
        <source>No such option: {name}</source>
        <translation>没有选项 {name}</translation>
    </message>
    <message>
        <source>No such option: {name} (Possible options: {others})</source>
        <translation>没有选项 {name}（相近的选项：{others}）</translation>
    </message>
    <message>
        <source>No trial has come to a result.</source>
        <translation>没有试验得出结果。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise σ</source>
        <translation>噪声 σ</translation>
    </message>
    <message>
        <source>None of its layers can spare a unit. Of hidden layer 1: {reason}</source>
        <translation>没有哪一层可以去掉神经元。关于第 1 个隐藏层：{reason}</translation>
    </message>
    <message>
        <source>None of the drawings in My Digits is of a class that this model knows.</source>
        <translation>“我的数字”中没有一张手绘图属于这个模型认识的类别。</translation>
    </message>
    <message>
        <source>None of the files in it can be read.</source>
        <translation>其中没有一个文件可以读取。</translation>
    </message>
    <message>
        <source>None of the images that both read right fools it, so none is left to show to {second}.</source>
        <translation>两个模型都读对的图像中，没有一张骗过它，所以没有可给 {second} 看的。</translation>
    </message>
    <message>
        <source>None of the {count:,} images can be used.</source>
        <translation>{count:,} 张图像中没有一张可用。</translation>
    </message>
    <message>
        <source>Not all processes of this training have come.</source>
        <translation>这次训练的进程没有到齐。</translation>
    </message>
    <message>
        <source>Not measured yet: nobody knows how many of the test examples this model reads.</source>
        <translation>尚未测量：还不知道这个模型能认对多少测试样本。</translation>
    </message>
    <message>
        <source>Not measured yet: nobody knows what this model makes of the test examples.</source>
        <translation>尚未测量：还不知道这个模型在测试样本上如何。</translation>
    </message>
    <message>
        <source>Not passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.</source>
        <translation>不及格。{measure}（测试样本）：{accuracy}；及格线为 {gate}。</translation>
    </message>
    <message>
        <source>Not passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g} %.</source>
        <translation>不及格。{measure}：{accuracy:.2%}（{count:,} 个样本）；及格线为 {gate:.6g}%。</translation>
    </message>
    <message>
        <source>Not passed: the model read {accuracy} of the test examples, the pass mark is {gate}.</source>
        <translation>未通过：模型认对了 {accuracy} 的测试样本，及格线为 {gate}。</translation>
    </message>
    <message>
        <source>Not passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of {gate:.6g} % asks for {needed:,}.</source>
        <translation>未及格：模型在 {count:,} 个样本中认对 {right:,} 个（{accuracy:.2%}）；及格线 {gate:.6g}% 要求 {needed:,} 个。</translation>
    </message>
    <message>
        <source>Note: {sentence}</source>
        <translation>注意：{sentence}</translation>
    </message>
    <message>
        <source>Nothing is drawn on it.</source>
        <translation>上面什么也没有画。</translation>
    </message>
    <message>
        <source>Nothing is written in it.</source>
        <translation>其中没有任何内容。</translation>
    </message>
    <message>
        <source>Nothing stands in it.</source>
        <translation>其中没有内容。</translation>
    </message>
    <message>
        <source>Nothing stands in {column}.</source>
        <translation>{column}中什么也没有。</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>没有做任何事。</translation>
    </message>
    <message>
        <source>Nothing was exported: as “{name}” the model would answer otherwise.</source>
        <translation>没有导出：作为“{name}”，模型的回答会不同。</translation>
    </message>
    <message>
        <source>Nothing was exported: the model does not answer.</source>
        <translation>没有导出任何内容：模型不回答。</translation>
    </message>
    <message>
        <source>NumPy file</source>
        <translation>NumPy 文件</translation>
    </message>
    <message>
        <source>Number of hidden layers</source>
        <translation>隐藏层数量</translation>
    </message>
    <message>
        <source>Numerical precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>ONNX file</source>
        <translation>ONNX 文件</translation>
    </message>
    <message>
        <source>ONNX has no node for its operation “{name}”.</source>
        <translation>ONNX 没有与其运算“{name}”对应的节点。</translation>
    </message>
    <message>
        <source>Of a table that is read from its file, the column of the classes: its name, first or last. Left empty, it is found by its name and by what it holds.</source>
        <translation>直接从文件读取的表格中，哪一列是类别：列名、first 或 last。留空则按列名和内容自动判断。</translation>
    </message>
    <message>
        <source>Of a table that is read from its file, what its label is: a class, or a number (regression). Automatic takes it for a number where it has fractions, or where more than 30 different numbers come again fewer than five times each.</source>
        <translation>对直接从文件读取的表格：标签是类别还是数值（回归）。自动：如果有小数，或者有 30 个以上不同的数且平均各出现不到五次，就当作数值。</translation>
    </message>
    <message>
        <source>Of its {steps:,} steps the first quarter gets {share:.1g} of the gradient that the last quarter gets.</source>
        <translation>它共有 {steps:,} 步，前四分之一得到的梯度只有后四分之一的 {share:.1g} 倍。</translation>
    </message>
    <message>
        <source>Of {count:,} examples, probabilities differ by up to {difference:.3g}, and {limit:.3g} is allowed.</source>
        <translation>在 {count:,} 个样本中，概率最多相差 {difference:.3g}，允许的差异为 {limit:.3g}。</translation>
    </message>
    <message>
        <source>Of {right:,} images that both read right {fooled:,} fool it, and {share} of these fool {second}, too.</source>
        <translation>两个模型都读对的 {right:,} 张图像中，{fooled:,} 张骗过它，其中 {share} 也骗过 {second}。</translation>
    </message>
    <message>
        <source>Of {world}, these are missing: {missing}.</source>
        <translation>共 {world} 个，缺少：{missing}。</translation>
    </message>
    <message>
        <source>Of “{attack}” it goes from 0 to {high:g}.</source>
        <translation>“{attack}”的强度范围是 0 到 {high:g}。</translation>
    </message>
    <message>
        <source>Of “{attack}” it is a whole number from 0 to {high:g}.</source>
        <translation>“{attack}”的强度是 0 到 {high:g} 的整数。</translation>
    </message>
    <message>
        <source>Of “{method}” it goes from {low:g} to {high:g}.</source>
        <translation>“{method}”的数量从 {low:g} 到 {high:g}。</translation>
    </message>
    <message>
        <source>Of “{method}” it is a whole number from {low:g} to {high:g}.</source>
        <translation>“{method}”的数量是从 {low:g} 到 {high:g} 的整数。</translation>
    </message>
    <message>
        <source>Of “{method}” there is no “{option}” to choose.</source>
        <translation>“{method}”没有“{option}”可选。</translation>
    </message>
    <message>
        <source>On Windows and macOS, docs/packaging.md says how a model is opened by a double click.</source>
        <translation>在 Windows 和 macOS 上如何双击打开模型，请看 docs/packaging.md。</translation>
    </message>
    <message>
        <source>On the map each example is a point of its class, and text has no classes.</source>
        <translation>在图中每个样本是其类别的一个点，而文本没有类别。</translation>
    </message>
    <message>
        <source>One file that reads pictures wherever Python and NumPy are, without PyTorch.</source>
        <translation>一个文件，凡有 Python 和 NumPy 的地方都能识别图片，不需要 PyTorch。</translation>
    </message>
    <message>
        <source>One file to give away: whoever opens it in a browser draws, or shows it a picture where it takes colours, and the network answers, without internet.</source>
        <translation>一个可以送人的文件：在浏览器中打开后作画，接受彩色图片的网络也可以给它看图片，网络就会回答，不需要联网。</translation>
    </message>
    <message>
        <source>One hidden layer and a few epochs on digits that the program draws, varied a little each time they are seen: done in seconds, and good enough to read nearly all of what you draw.</source>
        <translation>一个隐藏层、几轮训练，用程序自己画的数字，每次看到都略有变化：几秒钟就完成，足以认出你画的几乎所有数字。</translation>
    </message>
    <message>
        <source>One of its operations is not written in C yet.</source>
        <translation>它的一个运算还没有用 C 写出。</translation>
    </message>
    <message>
        <source>One of its sides has more than {most:,} pixels.</source>
        <translation>它有一边超过 {most:,} 个像素。</translation>
    </message>
    <message>
        <source>One of its sides is far longer than the other.</source>
        <translation>它的一边远比另一边长。</translation>
    </message>
    <message>
        <source>One of its values is there twice.</source>
        <translation>它有一个取值出现了两次。</translation>
    </message>
    <message>
        <source>One of them would have none.</source>
        <translation>其中一所会一张也没有。</translation>
    </message>
    <message>
        <source>One step (FGSM)</source>
        <translation>单步（FGSM）</translation>
    </message>
    <message>
        <source>Only `train` is shared by several processes.</source>
        <translation>只有 `train` 能由多个进程分担。</translation>
    </message>
    <message>
        <source>Only bytes in one to four dimensions can be written.</source>
        <translation>只能写入一到四维的字节。</translation>
    </message>
    <message>
        <source>Only pictures are varied: another character would be another text.</source>
        <translation>只有图片会被变换：换一个字符就是另一段文本了。</translation>
    </message>
    <message>
        <source>Only pictures are varied: what would a turned number be?</source>
        <translation>只有图片才能变化：把数值旋转一下又会是什么呢？</translation>
    </message>
    <message>
        <source>Only products of two such numbers are products of whole numbers.</source>
        <translation>只有两个这样的数相乘才是整数乘法。</translation>
    </message>
    <message>
        <source>Only the trials of this sweep, by its id.</source>
        <translation>只列出这次超参数搜索的试验，按其编号。</translation>
    </message>
    <message>
        <source>Open a file that NetSketch saved.</source>
        <translation>请打开由 NetSketch 保存的文件。</translation>
    </message>
    <message>
        <source>Open it in another program and save it again as PNG.</source>
        <translation>请用其他程序打开它，再保存为 PNG。</translation>
    </message>
    <message>
        <source>Open it with a newer NetSketch.</source>
        <translation>请用更新的 NetSketch 打开它。</translation>
    </message>
    <message>
        <source>Open the window.</source>
        <translation>打开窗口。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Option {name} does not take a value.</source>
        <translation>选项 {name} 不带值。</translation>
    </message>
    <message>
        <source>Option {name} requires an argument.</source>
        <translation>选项 {name} 需要一个值。</translation>
    </message>
    <message>
        <source>Option {name} requires {count} arguments.</source>
        <translation>选项 {name} 需要 {count} 个值。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Over this share of the run the learning rate rises step by step to its full height, and then the schedule sets in; 0.1 is 10 %. One-cycle rises in any case: there this is the share of its rise, which else is 30 %.</source>
        <translation>在整次训练的这一比例之内，学习率逐步升到设定值，之后才按调度变化；0.1 即 10%。单周期调度本来就有上升阶段：这里给出上升所占的比例，为 0 时是 30%。</translation>
    </message>
    <message>
        <source>Over this share of the run, at its end, the mean of the weights is taken, and the network answers with that: it is validated, shown and kept. 0.2 is the last fifth, in whole epochs. Steps go on from the weights themselves.</source>
        <translation>在训练最后的这一部分里，对权重取平均，网络用这个平均来回答：验证、显示和保存的都是它。0.2 即最后五分之一，按整轮计。每一步仍从权重本身继续。</translation>
    </message>
    <message>
        <source>Over {tokens:,} tokens its head has {share:.1%} of the largest entropy there is.</source>
        <translation>共有 {tokens:,} 个词元，它的头的熵达到最大可能值的 {share:.1%}。</translation>
    </message>
    <message>
        <source>Over {tokens:,} tokens the sharpest of its {heads} heads has {share:.1%} of the largest entropy there is.</source>
        <translation>共有 {tokens:,} 个词元，在它的 {heads} 个头中，最集中的一个的熵也达到最大可能值的 {share:.1%}。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Pages of elsewhere may not use this service.</source>
        <translation>其他网站的页面不得使用这项服务。</translation>
    </message>
    <message>
        <source>Pair of IDX files, as MNIST</source>
        <translation>一对 IDX 文件，与 MNIST 相同</translation>
    </message>
    <message>
        <source>Parts are: {known}.</source>
        <translation>可用的部分有：{known}。</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>及格线</translation>
    </message>
    <message>
        <source>Passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.</source>
        <translation>及格。{measure}（测试样本）：{accuracy}；及格线为 {gate}。</translation>
    </message>
    <message>
        <source>Passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g} %.</source>
        <translation>及格。{measure}：{accuracy:.2%}（{count:,} 个样本）；及格线为 {gate:.6g}%。</translation>
    </message>
    <message>
        <source>Passed: the model read {accuracy} of the test examples, the pass mark is {gate}.</source>
        <translation>已通过：模型认对了 {accuracy} 的测试样本，及格线为 {gate}。</translation>
    </message>
    <message>
        <source>Passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of {gate:.6g} % asks for {needed:,}.</source>
        <translation>及格：模型在 {count:,} 个样本中认对 {right:,} 个（{accuracy:.2%}）；及格线 {gate:.6g}% 要求 {needed:,} 个。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块大小</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Pause it there first.</source>
        <translation>请先在那里暂停它。</translation>
    </message>
    <message>
        <source>Paused; {command} goes on with it.</source>
        <translation>已暂停；{command} 可继续。</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>笔粗</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures and captions of a step; by default 128.</source>
        <translation>每一步的图片和描述数；默认为 128。</translation>
    </message>
    <message>
        <source>Pictures of one digit each.</source>
        <translation>图片，每张一个数字。</translation>
    </message>
    <message>
        <source>Pictures of what it was taught; for a model that takes numbers rows such as 5.1,3.5,1.4,0.2 (one that begins with a minus sign behind “--”), for one that goes on with text questions such as 12+34=.</source>
        <translation>它所学内容的图片；对于读取数字的模型，是形如 5.1,3.5,1.4,0.2 的行（以负号开头的要写在“--”之后）；对于续写文本的模型，是形如 12+34= 的问题。</translation>
    </message>
    <message>
        <source>Pictures, and as many captions, that are told apart in a step.</source>
        <translation>每一步要分辨的图片数，描述也有同样多。</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素数</translation>
    </message>
    <message>
        <source>Pixels wired straight to the ten answers: a linear classifier. It gets surprisingly far, then stops – that is what hidden layers are for.</source>
        <translation>像素直接连到十个回答：一个线性分类器。它的效果出人意料地好，但很快就不再进步——隐藏层正是为此而设。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Points on a plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>Points whose coordinates have the same sign against those whose signs differ: what a single neuron cannot learn, and one with the feature x·y can.</source>
        <translation>坐标同号的点与坐标异号的点：单个神经元学不会，有了特征 x·y 就能学会。</translation>
    </message>
    <message>
        <source>Points with a number each, which rises evenly from the lower left to the upper right. The network is to find the number: no hidden layer is needed.</source>
        <translation>每个点有一个数值，从左下到右上均匀升高。网络要找出这个数值：不需要隐藏层。</translation>
    </message>
    <message>
        <source>Points with a number each: three hills and three hollows, with level ground between them. The network is to find the number, and needs hidden layers to follow them.</source>
        <translation>每个点有一个数值：三座山丘和三处凹地，之间是平地。网络要找出这个数值，需要隐藏层才能跟上起伏。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Port {port} is taken: another program answers there.</source>
        <translation>端口 {port} 已被占用：另一个程序正在那里回答。</translation>
    </message>
    <message>
        <source>Port {port} of “{host}” cannot be used.</source>
        <translation>“{host}”的端口 {port} 无法使用。</translation>
    </message>
    <message>
        <source>Ports are whole numbers from 0 to {most:,}.</source>
        <translation>端口是 0 到 {most:,} 的整数。</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Powers need numbers above 0.</source>
        <translation>按对数取值要求数字大于 0。</translation>
    </message>
    <message>
        <source>Prepare them as the data sets are.</source>
        <translation>请像数据集那样预处理它们。</translation>
    </message>
    <message>
        <source>Preparing examples to compare answers by</source>
        <translation>正在准备用于比较回答的样本</translation>
    </message>
    <message>
        <source>Presets are: {known}.</source>
        <translation>可用的预设有：{known}。</translation>
    </message>
    <message>
        <source>Print one JSON object a line and nothing else.</source>
        <translation>只输出 JSON，每行一个对象。</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>显示版本后退出。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Privacy is the limit: noise hides what more the examples could teach. Allow a larger ε, or use more examples.</source>
        <translation>限制在于隐私保护：噪声掩盖了样本还能教会的东西。请允许更大的 ε，或使用更多样本。</translation>
    </message>
    <message>
        <source>Private, ε 1</source>
        <translation>隐私保护，ε 1</translation>
    </message>
    <message>
        <source>Private, ε 3</source>
        <translation>隐私保护，ε 3</translation>
    </message>
    <message>
        <source>Private, ε 8</source>
        <translation>隐私保护，ε 8</translation>
    </message>
    <message>
        <source>Private: noise σ {noise:.3g}, at most ε {epsilon:g} is spent</source>
        <translation>隐私保护：噪声 σ {noise:.3g}，最多花费 ε {epsilon:g}</translation>
    </message>
    <message>
        <source>Private: noise σ {noise:.3g}, without a limit</source>
        <translation>隐私保护：噪声 σ {noise:.3g}，没有上限</translation>
    </message>
    <message>
        <source>Proportion</source>
        <translation>上下比例</translation>
    </message>
    <message>
        <source>Prune weights</source>
        <translation>权重剪枝</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero a little in each step; it works against learning by heart.</source>
        <translation>每一步都把每个权重向零拉近一点；有助于防止死记硬背。</translation>
    </message>
    <message>
        <source>Put NetSketch into the menu of programs, and let it open its models (Linux).</source>
        <translation>把 NetSketch 放进程序菜单，并让它打开自己的模型（Linux）。</translation>
    </message>
    <message>
        <source>Put it beside the model, or say where it is: --data on the command line.</source>
        <translation>请把它放在模型旁边，或说明它的位置：在命令行中用 --data。</translation>
    </message>
    <message>
        <source>Put patches, attention or a recurrent layer in front of it.</source>
        <translation>请在它前面放图块层、注意力层或循环层。</translation>
    </message>
    <message>
        <source>Put some down, then name them.</source>
        <translation>请先放置一些点，再为它们命名。</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of its own.</source>
        <translation>请把每个类别的图片放进各自的文件夹。</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 脚本</translation>
    </message>
    <message>
        <source>Qt lacks shared libraries of this system ({names}); {remedy}.</source>
        <translation>Qt 缺少系统的共享库（{names}）；{remedy}。</translation>
    </message>
    <message>
        <source>Quantise weights</source>
        <translation>权重量化</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Raise the learning rate to {higher:g}.</source>
        <translation>请把学习率提高到 {higher:g}。</translation>
    </message>
    <message>
        <source>Raise the validation share.</source>
        <translation>请加大验证比例。</translation>
    </message>
    <message>
        <source>Raise to {rate:g}</source>
        <translation>提高到 {rate:g}</translation>
    </message>
    <message>
        <source>Random grey is added to every pixel; this is its standard deviation, white being 1.</source>
        <translation>给每个像素加上随机的灰度；这是它的标准差，以白色为 1。</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>随机噪声</translation>
    </message>
    <message>
        <source>Rare styles</source>
        <translation>少见写法</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Read fewer and larger steps: larger patches, or whole rows of the image.</source>
        <translation>减少步数，增大每一步：使用更大的图块，或图像的整行。</translation>
    </message>
    <message>
        <source>Read pictures by the sentence that fits best.</source>
        <translation>用最合适的一句描述来识别图片。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Reading row by row</source>
        <translation>逐行读取</translation>
    </message>
    <message>
        <source>Reading the data set was cancelled.</source>
        <translation>读取数据集的过程已取消。</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>正在读取训练记录</translation>
    </message>
    <message>
        <source>Reading training examples</source>
        <translation>正在读取训练样本</translation>
    </message>
    <message>
        <source>Reading {title}</source>
        <translation>正在读取“{title}”</translation>
    </message>
    <message>
        <source>Remove units</source>
        <translation>去掉神经元</translation>
    </message>
    <message>
        <source>Reports are compared class by class, and there are no classes here; Runs sets runs side by side.</source>
        <translation>报告是逐类比较的，而这里没有类别；“训练记录”可以并排比较各次训练。</translation>
    </message>
    <message>
        <source>Resume it with the settings it was begun with, or begin anew.</source>
        <translation>请用开始时的设置继续它，或重新开始。</translation>
    </message>
    <message>
        <source>Reversing</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation>毛糙程度</translation>
    </message>
    <message>
        <source>Round the weights alone.</source>
        <translation>请只舍入权重。</translation>
    </message>
    <message>
        <source>Round {round} of {rounds}</source>
        <translation>第 {round} 回合，共 {rounds} 回合</translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average}, a school alone {alone} ({worst} to {best}), all data together {together}.</source>
        <translation>第 {round} 回合：平均模型认对 {average}，单独一所学校 {alone}（{worst} 到 {best}），全部数据合在一起 {together}。</translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average}.</source>
        <translation>第 {round} 回合：平均模型认对 {average}。</translation>
    </message>
    <message>
        <source>Rounding changed {changed:,} of {count:,} answers, and probabilities by {difference} at most.</source>
        <translation>舍入改变了 {count:,} 个回答中的 {changed:,} 个，概率最多相差 {difference}。</translation>
    </message>
    <message>
        <source>Rounding the weights</source>
        <translation>正在舍入权重</translation>
    </message>
    <message>
        <source>Rows of which “{name}” says nothing are learnt from: {count:,}.</source>
        <translation>“{name}”未说明的行用于训练：{count:,} 行。</translation>
    </message>
    <message>
        <source>Rows that are the same as another one in every feature: {count:,}.</source>
        <translation>所有特征都与另一行相同的行：{count:,}。</translation>
    </message>
    <message>
        <source>Rows that stand under several labels: {count:,}.</source>
        <translation>带有多个标签的行：{count:,}。</translation>
    </message>
    <message>
        <source>Runs cannot be exported as “{name}”.</source>
        <translation>训练记录不能导出为“{name}”。</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>R² of training</source>
        <translation>训练 R²</translation>
    </message>
    <message>
        <source>R² of validation</source>
        <translation>验证 R²</translation>
    </message>
    <message>
        <source>R² {accuracy} of {count:,} examples ({data}, {part}), mean absolute error {mae:.4g}, root mean squared error {rmse:.4g}, on the scale of “{target}”. With 95 % confidence R² lies between {low} and {high}.</source>
        <translation>{count:,} 个样本（{data}，{part}）的 R² 为 {accuracy}，平均绝对误差 {mae:.4g}，均方根误差 {rmse:.4g}，按“{target}”的尺度计。在 95% 的置信度下，R² 在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD with Nesterov momentum</source>
        <translation>带 Nesterov 动量的 SGD</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Save the model to a file at the end.</source>
        <translation>结束时把模型保存到文件。</translation>
    </message>
    <message>
        <source>Save the picture as PNG and try again.</source>
        <translation>请把图片保存为 PNG，然后重试。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model does: probabilities differ by {difference} at most.</source>
        <translation>已保存到 {path}，{size:,} 字节。用 {count:,} 个样本询问，回答与模型一致：概率最多相差 {difference}。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights rounded to {weights} and activations to {activations} does: probabilities differ by {difference} at most.</source>
        <translation>已保存到 {path}，{size:,} 字节。用 {count:,} 个样本询问，回答与权重舍入为 {weights}、激活值舍入为 {activations} 的模型一致：概率最多相差 {difference}。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights rounded to {weights} does: probabilities differ by {difference} at most.</source>
        <translation>已保存到 {path}，{size:,} 字节。用 {count:,} 个样本询问，回答与权重舍入为 {weights} 的模型一致：概率最多相差 {difference}。</translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. It holds no weights; with the model&apos;s in its network, asked about {count:,} examples, it answers as the model does: probabilities differ by {difference} at most.</source>
        <translation>已保存到 {path}，{size:,} 字节。它不含权重；把模型的权重放入其网络后，用 {count:,} 个样本询问，回答与模型一致：概率最多相差 {difference}。</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
    <message>
        <source>Say a digit, how thick it is and how it leans, such as “a thick slanted three”.</source>
        <translation>请说出数字、粗细和倾斜，例如“又粗又斜的三”。</translation>
    </message>
    <message>
        <source>Say at least one letter.</source>
        <translation>请至少给出一个字符。</translation>
    </message>
    <message>
        <source>Say by “Content-Length” how long it is.</source>
        <translation>请用“Content-Length”说明其长度。</translation>
    </message>
    <message>
        <source>Say by “Content-Length” how long the body is.</source>
        <translation>请用“Content-Length”说明正文的长度。</translation>
    </message>
    <message>
        <source>Say how many seconds, or how many parameters.</source>
        <translation>请指定多少秒，或多少个参数。</translation>
    </message>
    <message>
        <source>Say how many trials it has, or how many minutes.</source>
        <translation>请指定试验次数，或分钟数。</translation>
    </message>
    <message>
        <source>Say how the file is to be called.</source>
        <translation>请指明文件的名称。</translation>
    </message>
    <message>
        <source>Say it: “Labels” in the window, --label-column on the command line, as “first”, “last” or a name.</source>
        <translation>请指明：在窗口中用“标签”，在命令行中用 --label-column，写“first”、“last”或列名。</translation>
    </message>
    <message>
        <source>Say it: “Label” in the window, --label-column on the command line, as “first”, “last” or a name.</source>
        <translation>请指明：窗口中用“标签”，命令行用 --label-column，写“first”、“last”或列名。</translation>
    </message>
    <message>
        <source>Say it: “Values” in the window, --value-range on the command line, as “0 255”.</source>
        <translation>请指明：在窗口中用“取值”，在命令行中用 --value-range，例如“0 255”。</translation>
    </message>
    <message>
        <source>Say one of them.</source>
        <translation>请只说其中一个。</translation>
    </message>
    <message>
        <source>Say what a model betrays of the images it learnt from.</source>
        <translation>说明模型会泄露多少它学过的图像。</translation>
    </message>
    <message>
        <source>Say what became of each trial, and how much each setting decides.</source>
        <translation>说明每次试验的结果，以及每个设置的影响有多大。</translation>
    </message>
    <message>
        <source>Say what is known of a run: its results, its settings, its files and notes.</source>
        <translation>显示一条训练记录的全部信息：结果、设置、文件和备注。</translation>
    </message>
    <message>
        <source>Say what is wrong with lessons, line by line.</source>
        <translation>逐行指出课程中的错误。</translation>
    </message>
    <message>
        <source>Say which one by its id: {ids}.</source>
        <translation>请用编号指明是哪一条：{ids}。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scale it down and try again.</source>
        <translation>请把它缩小，然后重试。</translation>
    </message>
    <message>
        <source>Scale them down: 28 pixels a side are what is kept, and 280 are plenty.</source>
        <translation>请把它们缩小：保留的是每边 28 个像素，280 个就绰绰有余。</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>已缩放</translation>
    </message>
    <message>
        <source>Scales width and height alike; otherwise a 1 is stretched until it fills the square.</source>
        <translation>宽和高按同一比例缩放；否则，1 会被拉宽到占满整个方框。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Schools cannot train against an adversary here.</source>
        <translation>这里的学校不能做对抗训练。</translation>
    </message>
    <message>
        <source>Schools cannot train privately here.</source>
        <translation>学校在这里不能做隐私训练。</translation>
    </message>
    <message>
        <source>Seconds of training or parameters, for a goal with a limit.</source>
        <translation>有上限的目标所用的训练秒数或参数个数。</translation>
    </message>
    <message>
        <source>See that the first process is at work, and that its machine lets others in there.</source>
        <translation>请确认第一个进程正在工作，并且它的机器允许其他机器从该端口连入。</translation>
    </message>
    <message>
        <source>See that there is room for temporary files, and try again.</source>
        <translation>请确保临时文件有足够空间，然后重试。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Send image/png or another picture, application/json or application/octet-stream.</source>
        <translation>请发送图片（image/png 等图像类型）、application/json 或 application/octet-stream。</translation>
    </message>
    <message>
        <source>Send them as application/json.</source>
        <translation>请以 application/json 发送。</translation>
    </message>
    <message>
        <source>Set NETSKETCH_HOME to a folder of this machine; several machines share a sweep by --storage.</source>
        <translation>请将 NETSKETCH_HOME 设为本机的文件夹；多台机器可通过 --storage 共享一次超参数搜索。</translation>
    </message>
    <message>
        <source>Set some aside on the page Data, and train again.</source>
        <translation>请在“数据”页留出一些，然后重新训练。</translation>
    </message>
    <message>
        <source>Set the device to CPU, or train with one process.</source>
        <translation>请把设备设为 CPU，或用一个进程训练。</translation>
    </message>
    <message>
        <source>Set the device to automatic or CPU, or install the PyTorch made for your device.</source>
        <translation>请把设备设为自动或 CPU，或安装适合你设备的 PyTorch。</translation>
    </message>
    <message>
        <source>Set the numerical precision to automatic or float32.</source>
        <translation>请把数值精度设为自动或 float32。</translation>
    </message>
    <message>
        <source>Set the validation share to 0.1, or to another share above 0.</source>
        <translation>请将验证集比例设为 0.1，或另一个大于 0 的比例。</translation>
    </message>
    <message>
        <source>Several processes cannot share the work on this graphics card.</source>
        <translation>多个进程不能在这种显卡上分担工作。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Share of the examples</source>
        <translation>样本的比例</translation>
    </message>
    <message>
        <source>Share of the teacher</source>
        <translation>教师的比重</translation>
    </message>
    <message>
        <source>Shares are: {known}.</source>
        <translation>分配方式有：{known}。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shifts the drawing until its centre of mass lies in the middle, as in MNIST; otherwise its box is centred.</source>
        <translation>移动手绘图，使其重心位于正中，与 MNIST 一样；否则让它的外框居中。</translation>
    </message>
    <message>
        <source>Shorten them, or keep a part in a file.</source>
        <translation>请缩短它们，或把一部分另存到文件。</translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation>显示本帮助后退出。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Side of the square of pixels that a filter looks at.</source>
        <translation>卷积核所看的像素方块的边长。</translation>
    </message>
    <message>
        <source>Side of the square of pixels that becomes one token; 1 makes a token of every place, which suits what convolutions leave. Where the image does not divide evenly, zeros fill up the patches at its right and lower edge.</source>
        <translation>变成一个词元的像素方块的边长；为 1 时每个位置各成一个词元，适合放在卷积层之后。如果图像的边长不能被它整除，就用零补满右边缘和下边缘的图块。</translation>
    </message>
    <message>
        <source>Signs of a question</source>
        <translation>问题的符号数</translation>
    </message>
    <message>
        <source>Since step {step:,} one thread does the work instead of {old}: other work kept the processor busy.</source>
        <translation>从第 {step:,} 步起改用一个线程，不再用 {old} 个：处理器忙于其他工作。</translation>
    </message>
    <message>
        <source>Since step {step:,} {new} threads do the work instead of {old}, as in the run that is done again.</source>
        <translation>从第 {step:,} 步起改用 {new} 个线程，不再用 {old} 个，与所重做的训练相同。</translation>
    </message>
    <message>
        <source>Size of each hidden layer</source>
        <translation>每个隐藏层的大小</translation>
    </message>
    <message>
        <source>Sizes of the hidden layers from input to output, such as {examples}; “none” for no hidden layer.</source>
        <translation>从输入到输出各隐藏层的大小，例如 {examples}；没有隐藏层时写“none”。</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜坡</translation>
    </message>
    <message>
        <source>Small Chinese grammar</source>
        <translation>小型中文语法</translation>
    </message>
    <message>
        <source>Small English grammar</source>
        <translation>小型英语语法</translation>
    </message>
    <message>
        <source>Small filters shrink the image to a few places, each place becomes a token, and attention puts together what they found. Choose it where you would like a Transformer and have few images or little time: filters know from the start that neighbouring pixels belong together.</source>
        <translation>小卷积核把图像缩成少数几个位置，每个位置成为一个词元，再由注意力把各处的发现综合起来。想用 Transformer，而图像不多或时间不够时，请选它：卷积核一开始就知道相邻的像素关系密切。</translation>
    </message>
    <message>
        <source>Soft edges</source>
        <translation>柔和边缘</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔和程度</translation>
    </message>
    <message>
        <source>Some classes have far more examples than others; the network will favour them.</source>
        <translation>有些类别的样本远比其他类别多；网络会偏向它们。</translation>
    </message>
    <message>
        <source>Some numbers of “{name}” are infinite or none.</source>
        <translation>“{name}”中有些数值是无穷大或不是数。</translation>
    </message>
    <message>
        <source>Some of its coordinates are not numbers.</source>
        <translation>其中有些坐标不是数。</translation>
    </message>
    <message>
        <source>Some of its images have several labels, or none.</source>
        <translation>其中有些图像有多个标签，或没有标签。</translation>
    </message>
    <message>
        <source>Some of its labels are no numbers.</source>
        <translation>其中有些标签不是数。</translation>
    </message>
    <message>
        <source>Some of its values are not numbers.</source>
        <translation>其中有些值不是数。</translation>
    </message>
    <message>
        <source>Some of its weights are not finite numbers: {name}.</source>
        <translation>其中有些权重不是有限数：{name}。</translation>
    </message>
    <message>
        <source>Some of them are not finite numbers.</source>
        <translation>其中有些不是有限的数。</translation>
    </message>
    <message>
        <source>Some of these numbers are infinite or none.</source>
        <translation>其中有些数值是无穷大或不是数。</translation>
    </message>
    <message>
        <source>Some weights of the network it describes are missing: {names}.</source>
        <translation>缺少它所描述的网络的一些权重：{names}。</translation>
    </message>
    <message>
        <source>Something foreign follows its packed content.</source>
        <translation>压缩的内容之后还有别的东西。</translation>
    </message>
    <message>
        <source>Something is wrong in {places}.</source>
        <translation>有 {places}出错。</translation>
    </message>
    <message>
        <source>Something that a checkpoint needs is missing in it.</source>
        <translation>其中缺少检查点所需的内容。</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>出了本不该出的错。</translation>
    </message>
    <message>
        <source>Something went wrong that should not: {kind}.</source>
        <translation>发生了不应发生的错误：{kind}。</translation>
    </message>
    <message>
        <source>Something went wrong that should not: {kind}: {error}. With NETSKETCH_TRACEBACK=1 in the environment it is told in full.</source>
        <translation>出现了不应出现的错误：{kind}：{error}。设置环境变量 NETSKETCH_TRACEBACK=1 可以看到详细信息。</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Start as many processes as there are cards, or set the device to CPU.</source>
        <translation>请启动与显卡数相同的进程，或把设备设为 CPU。</translation>
    </message>
    <message>
        <source>Start from this experiment, a JSON file.</source>
        <translation>从这个实验（JSON 文件）开始。</translation>
    </message>
    <message>
        <source>Start from this preset; `presets` lists them.</source>
        <translation>从这个预设开始；`presets` 列出所有预设。</translation>
    </message>
    <message>
        <source>Start it with torchrun, which sets all that is needed, or unset {one} to train alone.</source>
        <translation>请用 torchrun 启动，它会设置所需的一切；或取消设置 {one}，单独训练。</translation>
    </message>
    <message>
        <source>Start the kiosk with one that has learnt from digits.</source>
        <translation>请用学过数字的网络启动展台模式。</translation>
    </message>
    <message>
        <source>Start the processes with torchrun, which sets it.</source>
        <translation>请用 torchrun 启动这些进程，它会设置该变量。</translation>
    </message>
    <message>
        <source>Start them all within {minutes:.0f} minutes, with the same address and port.</source>
        <translation>请在 {minutes:.0f} 分钟内以相同的地址和端口启动所有进程。</translation>
    </message>
    <message>
        <source>Start this without torchrun, or with `--nproc-per-node 1`.</source>
        <translation>请不用 torchrun 启动，或加上 `--nproc-per-node 1`。</translation>
    </message>
    <message>
        <source>Statistics of plain examples</source>
        <translation>用原始样本做统计</translation>
    </message>
    <message>
        <source>Step every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>Step {step:,} of {steps:,}</source>
        <translation>第 {step:,} 步，共 {steps:,} 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of each attack; by default 20.</source>
        <translation>每次攻击的步数；默认为 20。</translation>
    </message>
    <message>
        <source>Sticks a square on the image where it does most, and learns by many steps what to paint on it.</source>
        <translation>在图像上作用最大的地方贴一个方块，并用许多步学会在上面画什么。</translation>
    </message>
    <message>
        <source>Stop as soon as the validation accuracy reaches this share; 0.95 is 95 %. Where a number is asked for it is R² that is to reach it.</source>
        <translation>验证准确率达到这一比例时立即停止；0.95 即 95%。要求给出数值时，须达到的是 R²。</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>启用早停</translation>
    </message>
    <message>
        <source>Stop it before you compare kept runs.</source>
        <translation>请先停止它，再比较已保存的训练记录。</translation>
    </message>
    <message>
        <source>Stop it before you go on with another run.</source>
        <translation>请先停止它，再继续另一次训练。</translation>
    </message>
    <message>
        <source>Stop it before you open another model.</source>
        <translation>请先停止它，再打开另一个模型。</translation>
    </message>
    <message>
        <source>Stop it before you open another run.</source>
        <translation>请先停止它，再打开另一条训练记录。</translation>
    </message>
    <message>
        <source>Stop it before you take another model.</source>
        <translation>请先停止训练，再更换模型。</translation>
    </message>
    <message>
        <source>Stop it before you teach the model.</source>
        <translation>请先停止它，再教模型。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止它。</translation>
    </message>
    <message>
        <source>Stop it first; it can be gone on with at any time.</source>
        <translation>请先停止它；以后随时可以继续。</translation>
    </message>
    <message>
        <source>Stop it there first, or wait for its end.</source>
        <translation>请先在那里停止它，或等它结束。</translation>
    </message>
    <message>
        <source>Stop when the validation loss has not improved for this many epochs; without validation examples, the training loss.</source>
        <translation>验证损失连续这么多轮没有改善就停止；没有验证样本时，看训练损失。</translation>
    </message>
    <message>
        <source>Stop when the validation loss no longer falls, or find more examples.</source>
        <translation>请在验证损失不再下降时停止，或找更多样本。</translation>
    </message>
    <message>
        <source>Stopped after step {step:,}</source>
        <translation>在第 {step:,} 步之后停止</translation>
    </message>
    <message>
        <source>Stopped before the first round was over; nothing was saved.</source>
        <translation>在第一个回合结束前停止；什么也没有保存。</translation>
    </message>
    <message>
        <source>Stopped before the first step; nothing was saved.</source>
        <translation>在第一步之前已停止；没有保存任何内容。</translation>
    </message>
    <message>
        <source>Stopped early at epoch {epoch}</source>
        <translation>在第 {epoch} 轮早停</translation>
    </message>
    <message>
        <source>Stopped. Requests answered: {requests:,}, refused: {refused:,}.</source>
        <translation>已停止。已回答的请求：{requests:,}，已拒绝：{refused:,}。</translation>
    </message>
    <message>
        <source>Stopped; nothing was saved.</source>
        <translation>已停止；什么也没有保存。</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Store them as an array of the shape (images, {side}, {side}, 3).</source>
        <translation>请把它们存成形状为 (images, {side}, {side}, 3) 的数组。</translation>
    </message>
    <message>
        <source>Store them as bytes without a sign.</source>
        <translation>请把它们存成无符号字节。</translation>
    </message>
    <message>
        <source>Store weights as int8, too.</source>
        <translation>权重也存为 int8。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Stroke thickness</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Strokes are thickened or thinned by up to this share of a pixel on either side.</source>
        <translation>笔画的两侧各加粗或变细，最多为像素的这个比例。</translation>
    </message>
    <message>
        <source>Stronger attacks exist, which train models of their own to compare with. This is the least that the model gives away, and no proof of privacy.</source>
        <translation>还有更强的攻击，会另外训练模型来比较。这只是模型至少会泄露的，并不证明隐私安全。</translation>
    </message>
    <message>
        <source>Students before an exam</source>
        <translation>考试前的学生</translation>
    </message>
    <message>
        <source>Sweep {id}, {workers} at once. Ctrl-C pauses it.</source>
        <translation>超参数搜索 {id}，同时 {workers} 个。Ctrl-C 可暂停。</translation>
    </message>
    <message>
        <source>Switch batch normalisation on, which keeps the sums small.</source>
        <translation>请打开批量归一化，它使各个和保持较小。</translation>
    </message>
    <message>
        <source>Switch positions on</source>
        <translation>打开位置编码</translation>
    </message>
    <message>
        <source>Switch the adversary off, or train in one place.</source>
        <translation>请关闭对抗训练，或在一个地方训练。</translation>
    </message>
    <message>
        <source>Switch the positions of the patches on and begin anew.</source>
        <translation>请打开图块的位置编码，重新开始。</translation>
    </message>
    <message>
        <source>Switch the privacy budget off, or train in one place.</source>
        <translation>请关闭隐私预算，或在一处训练。</translation>
    </message>
    <message>
        <source>TPE: near what did well</source>
        <translation>TPE：在效果好的取值附近</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table of its curves (CSV)</source>
        <translation>曲线表格（CSV）</translation>
    </message>
    <message>
        <source>Take another copy of it, or train anew.</source>
        <translation>请换用它的另一份副本，或重新训练。</translation>
    </message>
    <message>
        <source>Take another copy of it, or train the model again.</source>
        <translation>请换用它的另一份副本，或重新训练模型。</translation>
    </message>
    <message>
        <source>Take care: whoever reaches this machine over the network can use this service. Nothing is encrypted, and no password is asked for.</source>
        <translation>请注意：凡是能通过网络访问这台机器的人都可以使用这项服务。传输不加密，也不要求密码。</translation>
    </message>
    <message>
        <source>Take care: {sentence}</source>
        <translation>请注意：{sentence}</translation>
    </message>
    <message>
        <source>Take the mean over all its steps by a pool, so that each is near the answer, and begin anew.</source>
        <translation>用池化层对它的所有步取平均，使每一步都靠近回答，然后重新开始。</translation>
    </message>
    <message>
        <source>Take the mean over all steps</source>
        <translation>对所有步取平均</translation>
    </message>
    <message>
        <source>Take them away again.</source>
        <translation>把它们移除。</translation>
    </message>
    <message>
        <source>Takes many small steps, and begins anew elsewhere until the answer changes: up to {starts} times as long.</source>
        <translation>走许多小步，并不断换起点重来，直到回答改变：用时最多是 {starts} 倍。</translation>
    </message>
    <message>
        <source>Takes many small steps, and looks anew before each; no pixel goes further than the largest change.</source>
        <translation>走许多小步，每步之前都重新看方向；任何像素的改变都不超过最大改变量。</translation>
    </message>
    <message>
        <source>Takes many small steps; the root of all squared changes is bounded, so few pixels may go far and most stay.</source>
        <translation>走许多小步；所有改变的平方和的根有上限，所以少数像素可以变很多，大多数保持不变。</translation>
    </message>
    <message>
        <source>Takes this share of certainty away from the right answer and spreads it over all classes.</source>
        <translation>从正确回答那里拿走这个比例的把握，分给所有类别。</translation>
    </message>
    <message>
        <source>Target accuracy</source>
        <translation>目标准确率</translation>
    </message>
    <message>
        <source>Target accuracy reached at epoch {epoch}</source>
        <translation>在第 {epoch} 轮达到目标准确率</translation>
    </message>
    <message>
        <source>Target of {measure} reached at epoch {epoch}</source>
        <translation>在第 {epoch} 轮达到目标{measure}</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师模型</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Ten times as many weights, kept honest by dropout and weight decay while a cosine schedule lets the learning rate fade out.</source>
        <translation>权重有十倍之多，由随机失活和权重衰减加以约束，同时余弦调度让学习率渐渐降下来。</translation>
    </message>
    <message>
        <source>Test accuracy {accuracy} of {count:,} examples, before {before}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation>{count:,} 个样本上的测试准确率为 {accuracy}，之前为 {before}。以 95% 的置信度，它在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Test accuracy {accuracy} of {count:,} examples, loss {loss:.4f}.</source>
        <translation>{count:,} 个样本的测试准确率为 {accuracy}，损失为 {loss:.4f}。</translation>
    </message>
    <message>
        <source>Test images that are all there is to learn a class from: {count:,} of {whole:,} ({names}). They are learnt from and not tested with.</source>
        <translation>是某个类别唯一可学的测试图像：{whole:,} 张中的 {count:,} 张（{names}）。它们用来学习，不用来测试。</translation>
    </message>
    <message>
        <source>Test images that are among the training images, too: {count:,} of {whole:,} ({names}). They are tested with and not learnt from.</source>
        <translation>同时也在训练图像中的测试图像：{whole:,} 张中的 {count:,} 张（{names}）。它们用来测试，不用来学习。</translation>
    </message>
    <message>
        <source>Test: R² {accuracy} of {count:,} examples, mean absolute error {mae:.4g}, root mean squared error {rmse:.4g}.</source>
        <translation>测试：{count:,} 个样本的 R² 为 {accuracy}，平均绝对误差 {mae:.4g}，均方根误差 {rmse:.4g}。</translation>
    </message>
    <message>
        <source>Test: {measure} {accuracy} of {count:,} examples, loss {loss:.4f}.</source>
        <translation>测试：{count:,} 个样本的{measure}为 {accuracy}，损失 {loss:.4f}。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text is learnt as by the preset {preset}; --hidden names other layers.</source>
        <translation>文本按预设 {preset} 的方式学习；用 --hidden 可指定其他层。</translation>
    </message>
    <message>
        <source>That disk can only be read.</source>
        <translation>那个磁盘只能读取。</translation>
    </message>
    <message>
        <source>That is close: with {count:,} examples it is known to lie between {low:.2%} and {high:.2%}, and the pass mark lies between them.</source>
        <translation>这很接近：凭 {count:,} 个样本，只知道它在 {low:.2%} 与 {high:.2%} 之间，而及格线就在两者之间。</translation>
    </message>
    <message>
        <source>That is close: with {count:,} examples the accuracy is known to lie between {low:.2%} and {high:.2%}, and the pass mark lies between them.</source>
        <translation>结果很接近：用 {count:,} 个样本，只能知道准确率在 {low:.2%} 和 {high:.2%} 之间，而及格线就在两者之间。</translation>
    </message>
    <message>
        <source>The C source could not be proved.</source>
        <translation>无法证明这份 C 源代码。</translation>
    </message>
    <message>
        <source>The accuracy on the test examples that a network must reach to pass; 0.97 is 97 %. It decides nothing in training, but whether the model is said to be good enough.</source>
        <translation>网络要及格，在测试样本上必须达到的准确率；0.97 即 97%。它不影响训练，只决定是否称模型足够好。</translation>
    </message>
    <message>
        <source>The activations cannot be rounded.</source>
        <translation>无法舍入激活值。</translation>
    </message>
    <message>
        <source>The address to answer at; 0.0.0.0 lets in whoever reaches this machine.</source>
        <translation>回答的地址；0.0.0.0 让所有能访问这台机器的人都可以使用。</translation>
    </message>
    <message>
        <source>The amount {amount:g} is not possible.</source>
        <translation>数量不能是 {amount:g}。</translation>
    </message>
    <message>
        <source>The article&apos;s own network, small enough to follow every number: three inputs, two hidden layers, two outputs, plain SGD. View ▸ Microscope shows one step of it, forwards, backwards, and into the weights.</source>
        <translation>文章自己的网络，小到可以跟踪每一个数：三个输入、两个隐藏层、两个输出，普通的 SGD。“视图 ▸ 显微镜”展示其中一步：前向、反向，直到权重。</translation>
    </message>
    <message>
        <source>The batch size is {size:,}, and there are {count:,} training examples.</source>
        <translation>批大小为 {size:,}，而训练样本有 {count:,} 个。</translation>
    </message>
    <message>
        <source>The body comes in pieces.</source>
        <translation>正文是分块传来的。</translation>
    </message>
    <message>
        <source>The body does not have “{one}”, or “{many}”, and nothing else.</source>
        <translation>正文应当只含有“{one}”或“{many}”，而它不是这样。</translation>
    </message>
    <message>
        <source>The body has {bytes:,} bytes, and each image has {size:,}.</source>
        <translation>正文有 {bytes:,} 字节，而每张图像有 {size:,} 字节。</translation>
    </message>
    <message>
        <source>The body has {bytes:,} bytes, and {most:,} are the most.</source>
        <translation>正文有 {bytes:,} 字节，最多允许 {most:,} 字节。</translation>
    </message>
    <message>
        <source>The body is no JSON.</source>
        <translation>正文不是 JSON。</translation>
    </message>
    <message>
        <source>The budget would be counted for each round by itself, and all of them together spend more.</source>
        <translation>预算会按每个回合分别计算，而所有回合合起来花费更多。</translation>
    </message>
    <message>
        <source>The caption says nothing of a picture.</source>
        <translation>这句描述没有说出图片的任何内容。</translation>
    </message>
    <message>
        <source>The captions in “{path}” are made of other words.</source>
        <translation>“{path}”中的描述由其他词组成。</translation>
    </message>
    <message>
        <source>The captions were not learnt.</source>
        <translation>没有学会描述。</translation>
    </message>
    <message>
        <source>The characters of “{name}” do not belong to its alphabet.</source>
        <translation>“{name}”中的字符不属于它的字符表。</translation>
    </message>
    <message>
        <source>The classic example: two hidden layers of 64 units with ReLU, Adam, ten epochs over MNIST. It reads about 97 % of the test digits.</source>
        <translation>经典的例子：两个各有 64 个神经元的隐藏层，ReLU，Adam，在 MNIST 上训练十轮。它能认出约 97% 的测试数字。</translation>
    </message>
    <message>
        <source>The code trains a network to tell classes apart, or to go on with text, and this one gives something else.</source>
        <translation>代码训练的是区分类别或续写文本的网络，而这个网络给出的是别的东西。</translation>
    </message>
    <message>
        <source>The colours of the pictures cannot be told.</source>
        <translation>无法判断图片的颜色。</translation>
    </message>
    <message>
        <source>The column “{name}” is no label. {why}</source>
        <translation>“{name}”列不是标签。{why}</translation>
    </message>
    <message>
        <source>The compiler says: {reason}</source>
        <translation>编译器说：{reason}</translation>
    </message>
    <message>
        <source>The data are the limit: the error still falls with more examples. Find more of them; pictures can be varied, too.</source>
        <translation>瓶颈在数据：样本越多，错误率还在下降。请收集更多样本；图片还可以做数据增强。</translation>
    </message>
    <message>
        <source>The data set “{name}” cannot be read.</source>
        <translation>数据集“{name}”无法读取。</translation>
    </message>
    <message>
        <source>The data set, such as mnist.</source>
        <translation>数据集，例如 mnist。</translation>
    </message>
    <message>
        <source>The data set, such as my-digits.</source>
        <translation>数据集，例如 my-digits。</translation>
    </message>
    <message>
        <source>The data set; by default the one it was trained on.</source>
        <translation>数据集；默认为训练时所用的数据集。</translation>
    </message>
    <message>
        <source>The data that this model was trained on are not here.</source>
        <translation>训练这个模型所用的数据不在这里。</translation>
    </message>
    <message>
        <source>The data “{name}” have other classes than this model.</source>
        <translation>数据“{name}”的类别与这个模型的不同。</translation>
    </message>
    <message>
        <source>The database has a sweep called “{name}” already.</source>
        <translation>数据库中已有名为“{name}”的超参数搜索。</translation>
    </message>
    <message>
        <source>The database has no sweep called “{name}”.</source>
        <translation>数据库中没有名为“{name}”的超参数搜索。</translation>
    </message>
    <message>
        <source>The database of the sweep cannot be used.</source>
        <translation>无法使用超参数搜索的数据库。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The disk reported a fault.</source>
        <translation>磁盘报告了故障。</translation>
    </message>
    <message>
        <source>The download was cancelled.</source>
        <translation>下载已取消。</translation>
    </message>
    <message>
        <source>The drawing cannot be read.</source>
        <translation>手绘图无法读取。</translation>
    </message>
    <message>
        <source>The entry “{entry}” of its file {file} is not usable.</source>
        <translation>其中的文件 {file} 里，“{entry}”这一项无法使用。</translation>
    </message>
    <message>
        <source>The examples are no longer those that the run learnt from; its numbers come out otherwise.</source>
        <translation>样本已不是那次训练当初学习的那些；所得数值会不同。</translation>
    </message>
    <message>
        <source>The examples are no longer those that the run was begun with; it goes on with those of today.</source>
        <translation>样本已不是开始训练时的那些；将用今天的样本继续。</translation>
    </message>
    <message>
        <source>The examples to learn from.</source>
        <translation>要学习的样本。</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>The experiment as a readable script that trains such a network anew: a beginning for programs of your own.</source>
        <translation>把实验写成易读的脚本，可以重新训练这样的网络：编写自己程序的起点。</translation>
    </message>
    <message>
        <source>The experiment “{file}” cannot be read.</source>
        <translation>实验“{file}”无法读取。</translation>
    </message>
    <message>
        <source>The experiment “{file}” is not usable.</source>
        <translation>实验“{file}”无法使用。</translation>
    </message>
    <message>
        <source>The export could not be proved.</source>
        <translation>无法证明这次导出。</translation>
    </message>
    <message>
        <source>The features of “{name}” do not belong to its numbers.</source>
        <translation>“{name}”的特征与其数值不相符。</translation>
    </message>
    <message>
        <source>The file is named twice: once is enough.</source>
        <translation>文件指定了两次：一次即可。</translation>
    </message>
    <message>
        <source>The file is too large for this disk.</source>
        <translation>对这个磁盘来说，文件太大。</translation>
    </message>
    <message>
        <source>The file of the caption model; by default captions.safetensors.</source>
        <translation>图文模型的文件；默认为 captions.safetensors。</translation>
    </message>
    <message>
        <source>The file of the smaller model; by default its name with the method, or the next free one.</source>
        <translation>缩小后的模型文件；默认为原名加上方法名，或者下一个空闲的名称。</translation>
    </message>
    <message>
        <source>The file or the new folder to write.</source>
        <translation>要写入的文件，或要新建的文件夹。</translation>
    </message>
    <message>
        <source>The file “{name}” is not beside it.</source>
        <translation>文件“{name}”不在它旁边。</translation>
    </message>
    <message>
        <source>The file, its ending is added; for tensorboard the folder of logs, in which the run gets a folder. By default the run&apos;s name, here, and the folder logs.</source>
        <translation>文件，会自动加上扩展名；tensorboard 则是日志文件夹，训练记录在其中有自己的文件夹。默认在当前位置，用训练记录的名称，日志则在文件夹 logs 中。</translation>
    </message>
    <message>
        <source>The file; it is replaced if it is there.</source>
        <translation>文件；已有的会被替换。</translation>
    </message>
    <message>
        <source>The filter has no place {row}, {column}.</source>
        <translation>卷积核没有位置 {row}，{column}。</translation>
    </message>
    <message>
        <source>The first epoch alone would spend more than the privacy budget.</source>
        <translation>仅第一轮的花费就会超过隐私预算。</translation>
    </message>
    <message>
        <source>The first layer has a row of numbers for each character; they make no pictures.</source>
        <translation>第一层为每个字符准备了一行数；它们不构成图片。</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>这个文件夹不存在。</translation>
    </message>
    <message>
        <source>The folder of runs.</source>
        <translation>训练记录的文件夹。</translation>
    </message>
    <message>
        <source>The function applied to each filter&apos;s sum.</source>
        <translation>作用于每个卷积核之和的函数。</translation>
    </message>
    <message>
        <source>The function applied to each sum, in every hidden layer.</source>
        <translation>每个隐藏层中对每个和施加的函数。</translation>
    </message>
    <message>
        <source>The function applied to each unit&apos;s sum.</source>
        <translation>作用于每个神经元之和的函数。</translation>
    </message>
    <message>
        <source>The goal “{goal}” has no limit.</source>
        <translation>目标“{goal}”没有上限。</translation>
    </message>
    <message>
        <source>The goal “{goal}” needs a limit above 0.</source>
        <translation>目标“{goal}”需要一个大于 0 的上限。</translation>
    </message>
    <message>
        <source>The gradient of a weight of {first} is {small:.2g} on average, of one of {last} {large:.2g}.</source>
        <translation>{first}的权重的梯度平均为 {small:.2g}，{last}的为 {large:.2g}。</translation>
    </message>
    <message>
        <source>The gradient of {layer} has a length of {norm:.3g}.</source>
        <translation>{layer}的梯度长度为 {norm:.3g}。</translation>
    </message>
    <message>
        <source>The graphics card has no instructions for it, or PyTorch does not use them.</source>
        <translation>显卡没有相应的指令，或者 PyTorch 不使用它们。</translation>
    </message>
    <message>
        <source>The grid has {points:,} points; {most:,} are the most.</source>
        <translation>网格有 {points:,} 个点；最多为 {most:,} 个。</translation>
    </message>
    <message>
        <source>The head of the request has more than {most:,} bytes.</source>
        <translation>请求头超过 {most:,} 字节。</translation>
    </message>
    <message>
        <source>The head of the request has signs that do not belong there.</source>
        <translation>请求头中有不该出现的字符。</translation>
    </message>
    <message>
        <source>The highest learning rate; by default 0.008.</source>
        <translation>最高的学习率；默认为 0.008。</translation>
    </message>
    <message>
        <source>The highest; it rises first and falls to nothing.</source>
        <translation>最高值；先升到它，再降为零。</translation>
    </message>
    <message>
        <source>The host name “{name}”, where the processes of this training meet, does not resolve on this machine.</source>
        <translation>这次训练的进程会合处的主机名“{name}”在这台机器上无法解析。</translation>
    </message>
    <message>
        <source>The image cannot be read.</source>
        <translation>图像无法读取。</translation>
    </message>
    <message>
        <source>The image cannot be shown.</source>
        <translation>图像无法显示。</translation>
    </message>
    <message>
        <source>The image cannot be used.</source>
        <translation>这张图像不可用。</translation>
    </message>
    <message>
        <source>The image has no pixel {row}, {column}.</source>
        <translation>图像没有像素 {row}, {column}。</translation>
    </message>
    <message>
        <source>The image must be 28 × 28 bytes.</source>
        <translation>图像必须是 28 × 28 字节。</translation>
    </message>
    <message>
        <source>The images may be in “{first}” or in “{second}”: leave one of them out of the file.</source>
        <translation>图像可能在“{first}”中，也可能在“{second}”中：请从文件中去掉其中一个。</translation>
    </message>
    <message>
        <source>The images of “{name}” have the wrong form.</source>
        <translation>“{name}”的图像格式不对。</translation>
    </message>
    <message>
        <source>The journal of the sweep is damaged.</source>
        <translation>超参数搜索的日志已损坏。</translation>
    </message>
    <message>
        <source>The label is the column “{name}”.</source>
        <translation>标签是“{name}”列。</translation>
    </message>
    <message>
        <source>The labels are in {column}.</source>
        <translation>标签在{column}。</translation>
    </message>
    <message>
        <source>The labels are in {count} columns of 0 and 1, from {first} to {last}.</source>
        <translation>标签在 {count} 列 0 和 1 中，从{first}到{last}。</translation>
    </message>
    <message>
        <source>The labels in {column} are numbers with fractions, such as {value:g}.</source>
        <translation>{column}的标签是带小数的数，例如 {value:g}。</translation>
    </message>
    <message>
        <source>The labels may be in {first} or in {second}.</source>
        <translation>标签可能在{first}，也可能在{second}。</translation>
    </message>
    <message>
        <source>The labels may be in “{first}” or in “{second}”: leave one of them out of the file.</source>
        <translation>标签可能在“{first}”中，也可能在“{second}”中：请从文件中去掉其中一个。</translation>
    </message>
    <message>
        <source>The language to speak, such as en or zh_CN; by default that of the environment.</source>
        <translation>所用的语言，例如 en 或 zh_CN；默认由环境变量决定。</translation>
    </message>
    <message>
        <source>The largest is {largest:g}, and {most:g} is the most.</source>
        <translation>最大的是 {largest:g}，而上限为 {most:g}。</translation>
    </message>
    <message>
        <source>The largest length that the gradient of a single example may have in a private training; longer ones are shortened to it. The noise grows with it.</source>
        <translation>在带隐私保护的训练中，单个样本的梯度最长可以是多少；更长的会被缩短到这个长度。噪声随它增大。</translation>
    </message>
    <message>
        <source>The largest length the gradient of one step may have; longer ones are shortened to it.</source>
        <translation>一步的梯度最多可有的长度；更长的会缩短到这个长度。</translation>
    </message>
    <message>
        <source>The last one ended with the code {code}.</source>
        <translation>最后一个以代码 {code} 结束。</translation>
    </message>
    <message>
        <source>The layer before leaves a sequence, which is read as it is.</source>
        <translation>前一层给出的是序列，这里直接按原样读取。</translation>
    </message>
    <message>
        <source>The layer behind it does not say what hangs on each of its inputs.</source>
        <translation>后面的层没有说明它的各个输入都牵连哪些数。</translation>
    </message>
    <message>
        <source>The layer has no head {head}.</source>
        <translation>该层没有头 {head}。</translation>
    </message>
    <message>
        <source>The layer has no token {token}.</source>
        <translation>该层没有词元 {token}。</translation>
    </message>
    <message>
        <source>The layer has no unit {unit}.</source>
        <translation>该层没有神经元 {unit}。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({kind}) cannot leave the program.</source>
        <translation>层“{name}”（{kind}）不能导出。</translation>
    </message>
    <message>
        <source>The layer “{name}” is not written as code.</source>
        <translation>层“{name}”还不能写成代码。</translation>
    </message>
    <message>
        <source>The layers behind take all steps at once: there is no answer before the last.</source>
        <translation>后面的层一次接收所有的步：最后一步之前没有回答。</translation>
    </message>
    <message>
        <source>The layers between the pixels and the classes.</source>
        <translation>像素与类别之间的层。</translation>
    </message>
    <message>
        <source>The learning curve ends here, as a training diverged.</source>
        <translation>学习曲线到此为止，因为有一次训练发散了。</translation>
    </message>
    <message>
        <source>The learning curve is drawn without a teacher.</source>
        <translation>学习曲线是在没有教师模型的情况下绘制的。</translation>
    </message>
    <message>
        <source>The learning rate is too high: every step overshoots.</source>
        <translation>学习率过高：每一步都迈过了头。</translation>
    </message>
    <message>
        <source>The learning rate is too low: every step is a crawl.</source>
        <translation>学习率过低：每一步都像在爬行。</translation>
    </message>
    <message>
        <source>The loss is no longer a number.</source>
        <translation>损失已不再是数值。</translation>
    </message>
    <message>
        <source>The loss is {loss:.3g}; {guessing} gives {chance:.3g}.</source>
        <translation>损失为 {loss:.3g}；{guessing}得到 {chance:.3g}。</translation>
    </message>
    <message>
        <source>The loss or a weight became infinite, or not a number, in step {step:,}; the weights of step {kept:,} are kept. Lower the learning rate (it is {rate:g}), or limit the gradients with gradient clipping.</source>
        <translation>在第 {step:,} 步，损失或某个权重变成无穷大，或不再是数；保留第 {kept:,} 步的权重。请降低学习率（现在是 {rate:g}），或用梯度裁剪限制梯度。</translation>
    </message>
    <message>
        <source>The loss or a weight became infinite, or not a number.</source>
        <translation>损失或某个权重变成无穷大，或不再是数。</translation>
    </message>
    <message>
        <source>The loss rose to {peak:,.3g} in step {at:,} and is {loss:.3g} now; {guessing} gives {chance:.3g}. The learning rate is {rate:g}.</source>
        <translation>损失在第 {at:,} 步升到 {peak:,.3g}，现在为 {loss:.3g}；{guessing}得到 {chance:.3g}。学习率为 {rate:g}。</translation>
    </message>
    <message>
        <source>The loss tells images that it learnt from apart from others: in {auc:.1%} of all pairs ({low:.1%} to {high:.1%} with 95 % confidence) the learnt one has the lower loss, where guessing is right in half of them.</source>
        <translation>损失能分辨模型学过的图像与其他图像：在所有配对中，有 {auc:.1%}（95% 置信度下为 {low:.1%} 到 {high:.1%}）是学过的那张损失更低，而瞎猜只能猜对一半。</translation>
    </message>
    <message>
        <source>The mean picture was taken off each one, and so no value is black or white everywhere.</source>
        <translation>每张图片都减去了平均图片，所以没有哪个值处处是黑或白。</translation>
    </message>
    <message>
        <source>The minutes of a sweep must be from 0 to {most:,.0f}.</source>
        <translation>超参数搜索的分钟数必须在 0 到 {most:,.0f} 之间。</translation>
    </message>
    <message>
        <source>The model cannot be asked what it betrays.</source>
        <translation>不能测量这个模型泄露了什么。</translation>
    </message>
    <message>
        <source>The model cannot be exported as “{name}”.</source>
        <translation>这个模型不能导出为“{name}”。</translation>
    </message>
    <message>
        <source>The model cannot be made smaller.</source>
        <translation>这个模型无法变小。</translation>
    </message>
    <message>
        <source>The model cannot be measured on its own data.</source>
        <translation>无法用模型自己的数据测量它。</translation>
    </message>
    <message>
        <source>The model cannot be measured on “{name}”.</source>
        <translation>无法用“{name}”测量模型。</translation>
    </message>
    <message>
        <source>The model cannot be served.</source>
        <translation>这个模型无法提供服务。</translation>
    </message>
    <message>
        <source>The model cannot be served: it would answer otherwise.</source>
        <translation>无法以这个模型提供服务：它的回答会不同。</translation>
    </message>
    <message>
        <source>The model does not fit the data “{name}”.</source>
        <translation>模型与数据“{name}”不符。</translation>
    </message>
    <message>
        <source>The model does not know the character “{sign}”.</source>
        <translation>模型不认识字符“{sign}”。</translation>
    </message>
    <message>
        <source>The model file of the average; none by default.</source>
        <translation>平均模型的文件；默认不保存。</translation>
    </message>
    <message>
        <source>The model file; by default model.safetensors or the next free name.</source>
        <translation>模型文件；默认为 model.safetensors 或下一个未被占用的名称。</translation>
    </message>
    <message>
        <source>The model is too large to leave the program.</source>
        <translation>模型太大，不能离开本程序。</translation>
    </message>
    <message>
        <source>The model learnt from all of these {total:,} examples: how it reads them says little of others.</source>
        <translation>模型学习过这 {total:,} 个样本的全部：在它们上的结果说明不了它对其他样本的表现。</translation>
    </message>
    <message>
        <source>The model learnt from {count:,} of these {total:,} examples: how it reads those says little of others.</source>
        <translation>模型学习过这 {total:,} 个样本中的 {count:,} 个：在那些样本上的结果说明不了它对其他样本的表现。</translation>
    </message>
    <message>
        <source>The model takes numbers, and no drawings.</source>
        <translation>这个模型接受数值，不接受手绘图。</translation>
    </message>
    <message>
        <source>The model takes text, and no drawings.</source>
        <translation>这个模型读取文本，不读取手绘图。</translation>
    </message>
    <message>
        <source>The model was not saved.</source>
        <translation>模型没有保存。</translation>
    </message>
    <message>
        <source>The model “{path}” cannot be attacked.</source>
        <translation>不能攻击模型“{path}”。</translation>
    </message>
    <message>
        <source>The model “{path}” does not go on with text.</source>
        <translation>模型“{path}”不会续写文本。</translation>
    </message>
    <message>
        <source>The model “{path}” does not take drawings of {size}×{size} pixels, and no pictures in colour.</source>
        <translation>模型“{path}”不接受 {size}×{size} 像素的手绘图，也不接受彩色图片。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>The names of its classes cannot be read.</source>
        <translation>它的类别名称无法读取。</translation>
    </message>
    <message>
        <source>The names of its features cannot be read.</source>
        <translation>无法读取其特征的名称。</translation>
    </message>
    <message>
        <source>The network cannot know where a patch was: to it an image is a heap of patches.</source>
        <translation>网络无法知道图块原来在哪里：在它看来，图像只是一堆图块。</translation>
    </message>
    <message>
        <source>The network gets hardly more characters right than guessing would: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation>网络答对的字符几乎不比猜测多：它还没有开始学习。请训练更久，或更改学习率。</translation>
    </message>
    <message>
        <source>The network gives the same answer to nearly every example.</source>
        <translation>网络对几乎每个样本都给出同样的回答。</translation>
    </message>
    <message>
        <source>The network has no layer “{layer}”.</source>
        <translation>网络没有层“{layer}”。</translation>
    </message>
    <message>
        <source>The network has no unit {unit} in a layer “{layer}”.</source>
        <translation>网络的层“{layer}”中没有神经元 {unit}。</translation>
    </message>
    <message>
        <source>The network is hardly better than always saying the mean: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation>网络几乎不比总是回答均值更好：它还没有开始学习。训练得更久些，或者改变学习率。</translation>
    </message>
    <message>
        <source>The network is the limit: more examples would change little. Make it larger, train it longer or use other layers.</source>
        <translation>网络是瓶颈：增加样本改变不大。请加大网络、延长训练，或换用其他的层。</translation>
    </message>
    <message>
        <source>The network it describes cannot be built: {reason}</source>
        <translation>无法建立它所描述的网络：{reason}</translation>
    </message>
    <message>
        <source>The network learns the training examples by heart.</source>
        <translation>网络在死记训练样本。</translation>
    </message>
    <message>
        <source>The network reads hardly more examples than guessing would: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation>网络认对的样本几乎不比随机猜测多：它还没有开始学会。请延长训练，或更改学习率。</translation>
    </message>
    <message>
        <source>The network withstands less than it seems to.</source>
        <translation>网络经受攻击的能力不如看起来那么强。</translation>
    </message>
    <message>
        <source>The network&apos;s answer does not fit.</source>
        <translation>网络的回答不合要求。</translation>
    </message>
    <message>
        <source>The network&apos;s answer is no number.</source>
        <translation>网络的回答不是数字。</translation>
    </message>
    <message>
        <source>The network&apos;s answer is not a number.</source>
        <translation>网络的回答不是数。</translation>
    </message>
    <message>
        <source>The network, its batch and the data need more than is free.</source>
        <translation>网络、它的批次和数据所需的超过了可用的。</translation>
    </message>
    <message>
        <source>The number in the column “{column}” is infinite, or beyond {most:.2g}; it is filled as if nothing stood there.</source>
        <translation>“{column}”列中的数值是无穷大，或超出 {most:.2g}；按该处没有值来填充。</translation>
    </message>
    <message>
        <source>The number to be found is infinite, or beyond 10¹².</source>
        <translation>要求的数值是无穷大，或超过 10¹²。</translation>
    </message>
    <message>
        <source>The number to be found is the column “{name}”.</source>
        <translation>要求的数值是“{name}”列。</translation>
    </message>
    <message>
        <source>The numbers of a character are looked up in a table, and are no sums.</source>
        <translation>一个字符的那些数是从表中查到的，并不是求和得来的。</translation>
    </message>
    <message>
        <source>The numbers to be found spread by {spread:.1g} alone, and nothing is left of the square of that: scale the column, such as divided by {spread:.1g}.</source>
        <translation>要求的数值彼此只相差约 {spread:.1g}，其平方什么也不剩：请缩放这一列，例如除以 {spread:.1g}。</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be met at {address}, port {port}.</source>
        <translation>在 {address} 端口 {port} 处联系不到这次训练的其他进程。</translation>
    </message>
    <message>
        <source>The output has a unit for each class.</source>
        <translation>输出层的每个神经元对应一个类别。</translation>
    </message>
    <message>
        <source>The package tensorboard writes them, and it does not load here: {reason}.</source>
        <translation>它们由软件包 tensorboard 写出，而它在这里无法加载：{reason}。</translation>
    </message>
    <message>
        <source>The package tensorboard writes them, and it is not installed.</source>
        <translation>它们由软件包 tensorboard 写出，而它没有安装。</translation>
    </message>
    <message>
        <source>The picture shows nothing.</source>
        <translation>图片中什么也没有。</translation>
    </message>
    <message>
        <source>The pictures are far too large for the size of their files.</source>
        <translation>对文件的大小来说，这些图片大得离谱。</translation>
    </message>
    <message>
        <source>The pictures in “{name}” are learnt from, too: which ones validate is drawn by the settings.</source>
        <translation>“{name}”中的图片也用来学习：哪些用于验证，由设置决定如何抽取。</translation>
    </message>
    <message>
        <source>The plan of a sweep in a database is for all machines.</source>
        <translation>数据库中超参数搜索的计划适用于所有机器。</translation>
    </message>
    <message>
        <source>The port is taken, a wall is in the way, or the first process is not there.</source>
        <translation>端口已被占用、有防火墙阻挡，或第一个进程不在。</translation>
    </message>
    <message>
        <source>The port; 0 takes one that is free.</source>
        <translation>端口；0 表示任选一个空闲的端口。</translation>
    </message>
    <message>
        <source>The preset “{name}” is damaged.</source>
        <translation>预设“{name}”已损坏。</translation>
    </message>
    <message>
        <source>The privacy budget is spent: ε {spent:.3g} of {epsilon:g}, and another epoch would pass it.</source>
        <translation>隐私预算已用完：已花费 ε {spent:.3g}，上限 {epsilon:g}，再训练一轮就会超出。</translation>
    </message>
    <message>
        <source>The probability with which the promise may fail. It should be well below one by the number of training examples.</source>
        <translation>承诺可能不成立的概率。它应当远小于训练样本数的倒数。</translation>
    </message>
    <message>
        <source>The processes of this training do not reach each other.</source>
        <translation>这次训练的进程彼此无法连接。</translation>
    </message>
    <message>
        <source>The program goes on; if it happens again, please report it with the details.</source>
        <translation>程序会继续运行；如果再次发生，请连同详情一起报告。</translation>
    </message>
    <message>
        <source>The range of “{setting}” is not usable.</source>
        <translation>“{setting}”的范围不可用。</translation>
    </message>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation>请求没有按时传完。</translation>
    </message>
    <message>
        <source>The request does not say legibly whom it is for.</source>
        <translation>请求没有清楚说明发给谁。</translation>
    </message>
    <message>
        <source>The request does not say whom it is for: “Host” is missing.</source>
        <translation>请求没有说明发给谁：缺少“Host”。</translation>
    </message>
    <message>
        <source>The request expects what this service does not know.</source>
        <translation>请求所期望的，这项服务不支持。</translation>
    </message>
    <message>
        <source>The request is for “{host}”, and this is another service.</source>
        <translation>请求是发给“{host}”的，而这里是另一项服务。</translation>
    </message>
    <message>
        <source>The request is for “{target}”, which is no path.</source>
        <translation>请求的目标“{target}”不是路径。</translation>
    </message>
    <message>
        <source>The request says in two ways how long its body is.</source>
        <translation>请求用两种方式说明了正文的长度。</translation>
    </message>
    <message>
        <source>The request says in two ways whom it is for.</source>
        <translation>请求用两种方式说明了发给谁。</translation>
    </message>
    <message>
        <source>The request says “{name}” twice.</source>
        <translation>请求两次给出了“{name}”。</translation>
    </message>
    <message>
        <source>The root of the sum of all squared changes; 1 is one pixel from black to white</source>
        <translation>所有改变的平方和的根；1 相当于一个像素从黑变白</translation>
    </message>
    <message>
        <source>The rule that turns gradients into new weights.</source>
        <translation>把梯度变成新权重的规则。</translation>
    </message>
    <message>
        <source>The run cannot be resumed with these settings.</source>
        <translation>用这些设置无法继续这次训练。</translation>
    </message>
    <message>
        <source>The run could not be written.</source>
        <translation>无法写入训练记录。</translation>
    </message>
    <message>
        <source>The run goes on, but is not being written.</source>
        <translation>训练仍在继续，但训练记录没有写入。</translation>
    </message>
    <message>
        <source>The run in “{path}” is damaged.</source>
        <translation>“{path}”中的训练记录已损坏。</translation>
    </message>
    <message>
        <source>The run is not kept in the library.</source>
        <translation>训练记录没有保留下来。</translation>
    </message>
    <message>
        <source>The run was begun with more processor threads than this machine has; its numbers may differ from those of a run without a break.</source>
        <translation>这次训练开始时使用的处理器线程比这台机器的核心还多；其数值可能与不中断的训练不同。</translation>
    </message>
    <message>
        <source>The run was begun with other versions of PyTorch, NumPy or Python; its numbers may differ from those of a run without a break.</source>
        <translation>这次训练是用其他版本的 PyTorch、NumPy 或 Python 开始的；它的数字可能与不中断的训练不同。</translation>
    </message>
    <message>
        <source>The run was done in {before} before, which this machine cannot do here. As its settings leave the numerical precision open it is done in {now} from now on, and its numbers differ.</source>
        <translation>这次训练之前用的是 {before}，这台机器在这里做不到。由于设置没有指定数值精度，从现在起改用 {now}，得到的数会有所不同。</translation>
    </message>
    <message>
        <source>The run was done with more processor threads than this machine has; its numbers may come out otherwise.</source>
        <translation>那次训练使用的处理器线程比这台机器的核心还多；所得数值可能不同。</translation>
    </message>
    <message>
        <source>The run was trained by another number of processes ({before}, now {now}); its numbers may come out otherwise.</source>
        <translation>该运行由另一数量的进程训练（此前 {before}，现在 {now}）；其数值可能不同。</translation>
    </message>
    <message>
        <source>The run was trained by another number of processes so far ({before}, now {ranks}); its numbers may differ from those of a run without a break.</source>
        <translation>该运行此前由另一数量的进程训练（此前 {before}，现在 {ranks}）；其数值可能与未中断的运行不同。</translation>
    </message>
    <message>
        <source>The run {run} could not be given a name.</source>
        <translation>无法给训练记录 {run} 命名。</translation>
    </message>
    <message>
        <source>The run {run} is not in the library as a whole.</source>
        <translation>训练记录 {run} 没有完整地保存下来。</translation>
    </message>
    <message>
        <source>The run “{run}” began with weights of another run, {parent}.</source>
        <translation>训练“{run}”是从另一次训练 {parent} 的权重开始的。</translation>
    </message>
    <message>
        <source>The run “{run}” cannot be gone on with.</source>
        <translation>训练“{run}”无法继续。</translation>
    </message>
    <message>
        <source>The run “{run}” cannot be reached.</source>
        <translation>训练记录“{run}”无法访问。</translation>
    </message>
    <message>
        <source>The run “{run}” has not ended.</source>
        <translation>训练“{run}”还没有结束。</translation>
    </message>
    <message>
        <source>The run “{run}” is damaged.</source>
        <translation>训练记录“{run}”已损坏。</translation>
    </message>
    <message>
        <source>The run “{run}” is not exported.</source>
        <translation>训练记录“{run}”没有导出。</translation>
    </message>
    <message>
        <source>The run “{run}” was written by a newer NetSketch.</source>
        <translation>训练记录“{run}”是由更新的 NetSketch 写的。</translation>
    </message>
    <message>
        <source>The run&apos;s copy of its teacher is gone or damaged; it goes on with the model that is now in “{path}”.</source>
        <translation>该训练记录中的教师模型副本已不存在或已损坏；训练将使用目前位于“{path}”的模型继续进行。</translation>
    </message>
    <message>
        <source>The run&apos;s name or id; `runs` lists them.</source>
        <translation>训练记录的名称或编号；`runs` 列出所有训练记录。</translation>
    </message>
    <message>
        <source>The runs cannot be listed.</source>
        <translation>无法列出训练记录。</translation>
    </message>
    <message>
        <source>The runs differ too much to tell what is the limit. Use more seeds, more sizes or more validation examples.</source>
        <translation>各次训练相差太大，看不出瓶颈在哪里。请用更多种子、更多规模或更多验证样本。</translation>
    </message>
    <message>
        <source>The same as --out.</source>
        <translation>与 --out 相同。</translation>
    </message>
    <message>
        <source>The same images lie there more than once, and are read once: not {names}.</source>
        <translation>同样的图像在那里不止一份，只读一次：不读 {names}。</translation>
    </message>
    <message>
        <source>The same letters as of the little GPT, read one by one into a memory of 128 numbers, which must give them out again last first. Train both, and compare their curves.</source>
        <translation>与小 GPT 相同的字母，逐个读进 128 个数的记忆里，再从最后一个开始说出来。训练这两个，比较它们的曲线。</translation>
    </message>
    <message>
        <source>The same network, trained from scratch for as many epochs, reads {accuracy} of the validation examples.</source>
        <translation>同样的网络从头训练同样多轮，认对 {accuracy} 的验证样本。</translation>
    </message>
    <message>
        <source>The same size from scratch</source>
        <translation>同样大小，从头训练</translation>
    </message>
    <message>
        <source>The script trains anew and holds no weights.</source>
        <translation>脚本会重新训练，不含权重。</translation>
    </message>
    <message>
        <source>The seed of the sweep must be from 0 to {most:,}.</source>
        <translation>超参数搜索的种子必须在 0 到 {most:,} 之间。</translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation>服务正忙。</translation>
    </message>
    <message>
        <source>The settings in “{path}” are not usable.</source>
        <translation>“{path}”中的设置无法使用。</translation>
    </message>
    <message>
        <source>The settings of the run “{run}” are not usable.</source>
        <translation>训练记录“{run}”的设置无法使用。</translation>
    </message>
    <message>
        <source>The share of numbers switched off at random in each training step; it works against learning by heart.</source>
        <translation>每一步训练中随机关掉的数所占的比例；有助于防止死记硬背。</translation>
    </message>
    <message>
        <source>The share of units switched off at random in each training step; it works against learning by heart.</source>
        <translation>每一步训练中随机关掉的神经元所占的比例；有助于防止死记硬背。</translation>
    </message>
    <message>
        <source>The share of what attention and the small network add that is switched off at random in each training step; it works against learning by heart.</source>
        <translation>每一步训练中，注意力和小网络所加的数随机关掉的比例；有助于防止死记硬背。</translation>
    </message>
    <message>
        <source>The side of the square in pixels</source>
        <translation>方块的边长，以像素计</translation>
    </message>
    <message>
        <source>The size of its images cannot be read.</source>
        <translation>它的图像大小无法读取。</translation>
    </message>
    <message>
        <source>The smallest has {smallest:,}.</source>
        <translation>最小的有 {smallest:,} 个。</translation>
    </message>
    <message>
        <source>The steps of this training are so short that adding up what {world} processes find takes about as long as they save; one process is hardly slower, and may be faster.</source>
        <translation>这次训练的每一步都很短，把 {world} 个进程的结果相加所花的时间与它们省下的差不多；一个进程几乎不会更慢，甚至可能更快。</translation>
    </message>
    <message>
        <source>The strength {strength:g} is not possible.</source>
        <translation>强度 {strength:g} 不可用。</translation>
    </message>
    <message>
        <source>The sweep is held by another program.</source>
        <translation>超参数搜索被另一个程序占用。</translation>
    </message>
    <message>
        <source>The sweep “{name}” cannot be read.</source>
        <translation>无法读取超参数搜索“{name}”。</translation>
    </message>
    <message>
        <source>The sweep “{name}” in the database is not usable.</source>
        <translation>数据库中的超参数搜索“{name}”不可用。</translation>
    </message>
    <message>
        <source>The sweep “{name}” is damaged.</source>
        <translation>超参数搜索“{name}”已损坏。</translation>
    </message>
    <message>
        <source>The sweep “{name}” is running already.</source>
        <translation>超参数搜索“{name}”已在运行。</translation>
    </message>
    <message>
        <source>The sweep “{name}” is running.</source>
        <translation>超参数搜索“{name}”正在运行。</translation>
    </message>
    <message>
        <source>The sweep&apos;s id or name; `sweep list` lists them.</source>
        <translation>超参数搜索的编号或名称；`sweep list` 会列出它们。</translation>
    </message>
    <message>
        <source>The sweep&apos;s name in the database.</source>
        <translation>超参数搜索在数据库中的名称。</translation>
    </message>
    <message>
        <source>The system has no place for a file of this name.</source>
        <translation>系统无法存放这个名称的文件。</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>系统报告：{reason}。</translation>
    </message>
    <message>
        <source>The table of an embedding has a row of numbers for each character; they make no pictures.</source>
        <translation>嵌入层的表中，每个字符有一行数；它们不构成图片。</translation>
    </message>
    <message>
        <source>The tables in it are far too large for the zip: unpack it, and bring in what is in it.</source>
        <translation>对这个 zip 来说，其中的表格大得离谱：请解压，再导入其中的内容。</translation>
    </message>
    <message>
        <source>The targets of “{name}” cannot be learnt.</source>
        <translation>“{name}”的目标值无法学习。</translation>
    </message>
    <message>
        <source>The teacher has not been asked about these training examples.</source>
        <translation>尚未就这些训练样本询问过教师模型。</translation>
    </message>
    <message>
        <source>The teacher has the classes in another order.</source>
        <translation>教师模型的类别顺序不同。</translation>
    </message>
    <message>
        <source>The teacher learnt from {count:,} examples that are not among the {own:,} training examples here; what it knows from them it passes on.</source>
        <translation>教师模型曾用 {count:,} 个不在这里 {own:,} 个训练样本之中的样本学习；它从中学到的知识会传给网络。</translation>
    </message>
    <message>
        <source>The teacher learnt from {count:,} of the {total:,} validation and test examples: how the network reads those says little of others.</source>
        <translation>教师模型曾用 {total:,} 个验证和测试样本中的 {count:,} 个学习：网络对它们的识别结果不能说明对其他样本的识别能力。</translation>
    </message>
    <message>
        <source>The teacher takes images of the shape {theirs}, and those here have {ours}.</source>
        <translation>教师模型接受形状为 {theirs} 的图像，而这里的图像形状为 {ours}。</translation>
    </message>
    <message>
        <source>The teacher takes the features {theirs}, and here there are {ours}.</source>
        <translation>教师模型接收的特征是 {theirs}，而这里的是 {ours}。</translation>
    </message>
    <message>
        <source>The teacher tells other classes apart: {theirs}, and here there are {ours}.</source>
        <translation>教师模型区分的类别不同：{theirs}；而这里的类别是 {ours}。</translation>
    </message>
    <message>
        <source>The teacher {problem}.</source>
        <translation>教师{problem}。</translation>
    </message>
    <message>
        <source>The ten digits, drawn by this program in ever new hands. Nothing is downloaded.</source>
        <translation>十个数字，由本程序以不断变化的笔迹画出。无需下载。</translation>
    </message>
    <message>
        <source>The training and the test images are of different values.</source>
        <translation>训练图像和测试图像的取值不同。</translation>
    </message>
    <message>
        <source>The training cannot be done in bfloat16.</source>
        <translation>无法用 bfloat16 进行这次训练。</translation>
    </message>
    <message>
        <source>The training ended without a result.</source>
        <translation>训练结束了，但没有结果。</translation>
    </message>
    <message>
        <source>The training images of both together, so that ways of writing are learnt that MNIST lacks; MNIST&apos;s test images test.</source>
        <translation>两者的训练图像合在一起，以便学到 MNIST 所没有的写法；用 MNIST 的测试图像测试。</translation>
    </message>
    <message>
        <source>The training loss no longer falls, although many training examples are still read wrong.</source>
        <translation>训练损失不再下降，而许多训练样本仍然认错。</translation>
    </message>
    <message>
        <source>The training loss no longer falls, although much of the training examples is not learnt.</source>
        <translation>训练损失不再下降，尽管训练样本中还有很多没有学会。</translation>
    </message>
    <message>
        <source>The training of a school ends here, as it diverged.</source>
        <translation>一所学校的训练发散了，到此为止。</translation>
    </message>
    <message>
        <source>The training was broken off.</source>
        <translation>训练被中断了。</translation>
    </message>
    <message>
        <source>The trial has a value of “{setting}” that the sweep does not allow.</source>
        <translation>这次试验的“{setting}”取值不在超参数搜索允许的范围内。</translation>
    </message>
    <message>
        <source>The units of this layer are not made of one sum each.</source>
        <translation>这一层的神经元不是各由一个和构成的。</translation>
    </message>
    <message>
        <source>The weights are no numbers any more.</source>
        <translation>权重已不再是数。</translation>
    </message>
    <message>
        <source>The weights cannot be rounded.</source>
        <translation>无法舍入权重。</translation>
    </message>
    <message>
        <source>The weights cannot be stored as “{name}”.</source>
        <translation>权重不能存储为“{name}”。</translation>
    </message>
    <message>
        <source>The weights do not belong to this network.</source>
        <translation>这些权重不属于这个网络。</translation>
    </message>
    <message>
        <source>The weights make pictures where the layer sees one: these data are numbers.</source>
        <translation>只有当层看到的是图片时，权重才能构成图片：这些数据是数值。</translation>
    </message>
    <message>
        <source>The weights nearest to 0, of all layers together, become 0 and stay so. The file gets smaller once it is packed; the arithmetic gets no faster, for a zero is multiplied like any other number.</source>
        <translation>把所有层的权重放在一起，最接近 0 的变为 0，并且一直是 0。文件压缩后会变小；运算不会变快，因为零和别的数一样要相乘。</translation>
    </message>
    <message>
        <source>The weights of an attention layer compare tokens with each other, so they make no pictures.</source>
        <translation>注意力层的权重用来比较词元，因此不能画成图片。</translation>
    </message>
    <message>
        <source>The weights of this layer make no pictures.</source>
        <translation>这一层的权重不能画成图片。</translation>
    </message>
    <message>
        <source>The weights of “{name}” are gone.</source>
        <translation>“{name}”的权重已经没有了。</translation>
    </message>
    <message>
        <source>The window cannot open on the platform “{asked}”, which Qt does not have; it has {names} (QT_QPA_PLATFORM or -platform).</source>
        <translation>无法在平台“{asked}”上打开窗口，Qt 没有这个平台；Qt 有 {names}（QT_QPA_PLATFORM 或 -platform）。</translation>
    </message>
    <message>
        <source>The window cannot open, {cause}. Without a window: `{program} train --preset first-try`; with a virtual display: `xvfb-run -a {program}`.</source>
        <translation>无法打开窗口，{cause}。不用窗口：`{program} train --preset first-try`；使用虚拟显示：`xvfb-run -a {program}`。</translation>
    </message>
    <message>
        <source>The window cannot open: {cause}</source>
        <translation>无法打开窗口：{cause}</translation>
    </message>
    <message>
        <source>The workers of the sweep end without a result.</source>
        <translation>超参数搜索的工作进程没有结果就结束了。</translation>
    </message>
    <message>
        <source>The {measure} has not improved for {epochs} epochs; the best was epoch {best}.</source>
        <translation>{measure}连续 {epochs} 轮没有改善；最佳的是第 {best} 轮。</translation>
    </message>
    <message>
        <source>The {measure} reached {accuracy:.1%} after epoch {epoch}.</source>
        <translation>{measure}在第 {epoch} 轮之后达到 {accuracy:.1%}。</translation>
    </message>
    <message>
        <source>There are images of {names} to learn from, and none to test with.</source>
        <translation>有 {names} 的图像可供学习，但没有可供测试的。</translation>
    </message>
    <message>
        <source>There are more processes than images in a batch.</source>
        <translation>进程数多于一个批次中的图像数。</translation>
    </message>
    <message>
        <source>There are more than {limit:,} files in it.</source>
        <translation>其中的文件超过 {limit:,} 个。</translation>
    </message>
    <message>
        <source>There are more than {most} steps.</source>
        <translation>步骤多于 {most} 个。</translation>
    </message>
    <message>
        <source>There are no drawings in My Digits yet.</source>
        <translation>“我的数字”中还没有手绘图。</translation>
    </message>
    <message>
        <source>There are no examples to evaluate.</source>
        <translation>没有可评估的样本。</translation>
    </message>
    <message>
        <source>There are no examples to train on.</source>
        <translation>没有可用于训练的样本。</translation>
    </message>
    <message>
        <source>There are no images in it.</source>
        <translation>其中没有图像。</translation>
    </message>
    <message>
        <source>There are no images to attack.</source>
        <translation>没有可攻击的图像。</translation>
    </message>
    <message>
        <source>There are no images to export.</source>
        <translation>没有可导出的图像。</translation>
    </message>
    <message>
        <source>There are no parts to go through: these data are numbers, and the network sees all of them at once.</source>
        <translation>没有可以逐一查看的部分：这些数据是数值，网络会一次看到全部。</translation>
    </message>
    <message>
        <source>There are no pictures in it.</source>
        <translation>其中没有图片。</translation>
    </message>
    <message>
        <source>There are no pictures to show.</source>
        <translation>没有可显示的图片。</translation>
    </message>
    <message>
        <source>There are no points of your own yet.</source>
        <translation>还没有你自己的点。</translation>
    </message>
    <message>
        <source>There are no rows in it.</source>
        <translation>其中没有行。</translation>
    </message>
    <message>
        <source>There are no runs of the sweep {sweep}.</source>
        <translation>没有超参数搜索 {sweep} 的训练记录。</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>还没有训练记录。</translation>
    </message>
    <message>
        <source>There are no shares “{name}”.</source>
        <translation>没有“{name}”这种分配方式。</translation>
    </message>
    <message>
        <source>There are no sweeps yet.</source>
        <translation>还没有超参数搜索。</translation>
    </message>
    <message>
        <source>There are no training examples.</source>
        <translation>没有训练样本。</translation>
    </message>
    <message>
        <source>There are no trials left.</source>
        <translation>没有剩余的试验。</translation>
    </message>
    <message>
        <source>There are no validation examples to choose by.</source>
        <translation>没有可供选择依据的验证样本。</translation>
    </message>
    <message>
        <source>There are no validation examples. The test examples prove nothing any more once the amount is chosen by them.</source>
        <translation>没有验证样本。如果用测试样本来选择数量，它们就不再能证明什么了。</translation>
    </message>
    <message>
        <source>There are points of “{name}” already.</source>
        <translation>已经有“{name}”的点了。</translation>
    </message>
    <message>
        <source>There are test images of {names}, and none to learn from.</source>
        <translation>有 {names} 的测试图像，但没有可供学习的。</translation>
    </message>
    <message>
        <source>There are too few examples for a learning curve.</source>
        <translation>样本太少，画不出学习曲线。</translation>
    </message>
    <message>
        <source>There are too few examples to compare.</source>
        <translation>可比较的样本太少。</translation>
    </message>
    <message>
        <source>There are too few examples to learn from.</source>
        <translation>可供学习的样本太少。</translation>
    </message>
    <message>
        <source>There are too few images for {schools} schools.</source>
        <translation>对 {schools} 所学校来说图像太少。</translation>
    </message>
    <message>
        <source>There are too many connections.</source>
        <translation>连接过多。</translation>
    </message>
    <message>
        <source>There are too many points.</source>
        <translation>点太多了。</translation>
    </message>
    <message>
        <source>There are too many steps to ask for an answer after each: more than {most:,}.</source>
        <translation>步数太多，无法逐步给出回答：超过 {most:,} 步。</translation>
    </message>
    <message>
        <source>There are {count:,} classes, and a data set has {most:,} at most.</source>
        <translation>有 {count:,} 个类别，而数据集最多只能有 {most:,} 个。</translation>
    </message>
    <message>
        <source>There are {count:,} images in one request, and {most:,} are the most.</source>
        <translation>一个请求中有 {count:,} 张图像，最多允许 {most:,} 张。</translation>
    </message>
    <message>
        <source>There are {count:,} training examples and {epochs:,} epochs.</source>
        <translation>共有 {count:,} 个训练样本和 {epochs:,} 轮。</translation>
    </message>
    <message>
        <source>There are {count} runs called “{run}”.</source>
        <translation>有 {count} 条训练记录叫“{run}”。</translation>
    </message>
    <message>
        <source>There are {count} training examples, in batches of {batch_size}.</source>
        <translation>有 {count} 个训练样本，每批次 {batch_size} 个。</translation>
    </message>
    <message>
        <source>There are {images} examples and {labels} labels.</source>
        <translation>有 {images} 个样本和 {labels} 个标签。</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>可用的有：{known}。</translation>
    </message>
    <message>
        <source>There cannot be {count:,} schools.</source>
        <translation>不能有 {count:,} 所学校。</translation>
    </message>
    <message>
        <source>There is a data set “{name}” already.</source>
        <translation>已经有数据集“{name}”。</translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation>有一个同名的文件夹。</translation>
    </message>
    <message>
        <source>There is a run called “{name}” already.</source>
        <translation>已经有一条训练记录叫“{name}”。</translation>
    </message>
    <message>
        <source>There is no C compiler to prove the export with.</source>
        <translation>没有可用来证明导出的 C 编译器。</translation>
    </message>
    <message>
        <source>There is no attack “{name}”.</source>
        <translation>没有名为“{name}”的攻击。</translation>
    </message>
    <message>
        <source>There is no best epoch yet.</source>
        <translation>还没有最佳轮次。</translation>
    </message>
    <message>
        <source>There is no code of this experiment.</source>
        <translation>这个实验没有代码。</translation>
    </message>
    <message>
        <source>There is no column “{name}” among its {count}.</source>
        <translation>它的 {count} 列中没有“{name}”这一列。</translation>
    </message>
    <message>
        <source>There is no data set “{name}” here.</source>
        <translation>这里没有数据集“{name}”。</translation>
    </message>
    <message>
        <source>There is no data set “{name}” of your own.</source>
        <translation>你自己的数据集中没有“{name}”。</translation>
    </message>
    <message>
        <source>There is no data set “{name}”.</source>
        <translation>没有数据集“{name}”。</translation>
    </message>
    <message>
        <source>There is no figure {name}.</source>
        <translation>没有数值 {name}。</translation>
    </message>
    <message>
        <source>There is no file in it whose name ends in {ending}.</source>
        <translation>其中没有文件名以 {ending} 结尾的文件。</translation>
    </message>
    <message>
        <source>There is no file “{path}” any more.</source>
        <translation>文件“{path}”已经没有了。</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>没有文件“{path}”。</translation>
    </message>
    <message>
        <source>There is no hidden layer that --{flag} could change.</source>
        <translation>没有可由 --{flag} 更改的隐藏层。</translation>
    </message>
    <message>
        <source>There is no image to paste.</source>
        <translation>没有可粘贴的图像。</translation>
    </message>
    <message>
        <source>There is no language “{name}” here.</source>
        <translation>这里没有语言“{name}”。</translation>
    </message>
    <message>
        <source>There is no language “{name}” here. Languages are: {known}. A text without one is shown in each.</source>
        <translation>这里没有语言“{name}”。可用的语言有：{known}。不写语言的文字在每种语言中都会显示。</translation>
    </message>
    <message>
        <source>There is no model to save yet.</source>
        <translation>还没有可保存的模型。</translation>
    </message>
    <message>
        <source>There is no model to teach yet.</source>
        <translation>还没有可以教的模型。</translation>
    </message>
    <message>
        <source>There is no page “{name}”.</source>
        <translation>没有页面“{name}”。</translation>
    </message>
    <message>
        <source>There is no part “{part}” of a data set.</source>
        <translation>数据集没有“{part}”这个部分。</translation>
    </message>
    <message>
        <source>There is no part “{part}”.</source>
        <translation>没有“{part}”这个部分。</translation>
    </message>
    <message>
        <source>There is no picture to look at part by part: these data are text.</source>
        <translation>没有可以逐块查看的图片：这些数据是文本。</translation>
    </message>
    <message>
        <source>There is no picture to mark: these data are numbers.</source>
        <translation>没有可标注的图片：这些数据是数值。</translation>
    </message>
    <message>
        <source>There is no picture to mark: these data are text.</source>
        <translation>没有可以标记的图片：这些数据是文本。</translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <translation>没有预设“{name}”。</translation>
    </message>
    <message>
        <source>There is no range from {black:g} to {white:g}.</source>
        <translation>从 {black:g} 到 {white:g} 不是一个范围。</translation>
    </message>
    <message>
        <source>There is no run to go back through.</source>
        <translation>没有可以回溯的训练记录。</translation>
    </message>
    <message>
        <source>There is no run “{run}” any more.</source>
        <translation>训练记录“{run}”已经没有了。</translation>
    </message>
    <message>
        <source>There is no run “{run}” in the bin.</source>
        <translation>回收站中没有训练记录“{run}”。</translation>
    </message>
    <message>
        <source>There is no run “{run}”.</source>
        <translation>没有训练记录“{run}”。</translation>
    </message>
    <message>
        <source>There is no setting “{path}” that a sweep could vary.</source>
        <translation>没有可供超参数搜索改变的设置“{path}”。</translation>
    </message>
    <message>
        <source>There is no setting “{path}”.</source>
        <translation>没有设置“{path}”。</translation>
    </message>
    <message>
        <source>There is no such drawing in My Digits.</source>
        <translation>“我的数字”中没有这张手绘图。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这样的文件。</translation>
    </message>
    <message>
        <source>There is no sum to show.</source>
        <translation>没有可显示的和。</translation>
    </message>
    <message>
        <source>There is no sweep “{name}” in the bin.</source>
        <translation>回收站中没有超参数搜索“{name}”。</translation>
    </message>
    <message>
        <source>There is no sweep “{name}”.</source>
        <translation>没有超参数搜索“{name}”。</translation>
    </message>
    <message>
        <source>There is no table “{name}”.</source>
        <translation>没有表格“{name}”。</translation>
    </message>
    <message>
        <source>There is not enough memory for this training.</source>
        <translation>内存不足，无法进行这次训练。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Choose a smaller network or batch.</source>
        <translation>内存不足。请选择更小的网络或批次。</translation>
    </message>
    <message>
        <source>There is not enough memory for what the teacher says: it takes {needed}, and {free} are free.</source>
        <translation>内存不足以存放教师模型的输出：需要 {needed}，可用 {free}。</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation>“{path}”处什么也没有。</translation>
    </message>
    <message>
        <source>There is nothing called “{name}” here.</source>
        <translation>这里没有名为“{name}”的内容。</translation>
    </message>
    <message>
        <source>There is nothing called “{name}” to look at.</source>
        <translation>没有可以指向的“{name}”。</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>其中什么也没有。</translation>
    </message>
    <message>
        <source>There is nothing to go on from.</source>
        <translation>没有可以续写的内容。</translation>
    </message>
    <message>
        <source>There is nothing to keep.</source>
        <translation>没有可保留的内容。</translation>
    </message>
    <message>
        <source>There is nothing to learn in “{name}”.</source>
        <translation>“{name}”中没有可学的东西。</translation>
    </message>
    <message>
        <source>There is nothing to teach yet.</source>
        <translation>还没有可以教的内容。</translation>
    </message>
    <message>
        <source>There is something at “{path}” already.</source>
        <translation>“{path}”已经存在。</translation>
    </message>
    <message>
        <source>These are no lists of {count} numbers.</source>
        <translation>这些不是由 {count} 个数值组成的列表。</translation>
    </message>
    <message>
        <source>These are no lists of {form} whole numbers from 0 to 255; ink is 255.</source>
        <translation>这不是由 {form} 个 0 到 255 的整数组成的列表；墨迹为 255。</translation>
    </message>
    <message>
        <source>These characters are none that the model knows.</source>
        <translation>这些字符不是模型认识的。</translation>
    </message>
    <message>
        <source>These classes differ by capital letters alone and are kept apart: {names}.</source>
        <translation>这些类别只有大小写之分，仍分开对待：{names}。</translation>
    </message>
    <message>
        <source>These data are not dealt out to schools.</source>
        <translation>这些数据不能分给各所学校。</translation>
    </message>
    <message>
        <source>These data are text, and there are no pixels to change.</source>
        <translation>这些数据是文本，没有可以改变的像素。</translation>
    </message>
    <message>
        <source>These data ask for a number, and there are no classes to tell apart.</source>
        <translation>这些数据要的是一个数值，没有可区分的类别。</translation>
    </message>
    <message>
        <source>These data ask for text, and there are no classes to tell apart.</source>
        <translation>这些数据要的是文本，没有可区分的类别。</translation>
    </message>
    <message>
        <source>These data cannot be learnt.</source>
        <translation>这些数据无法学习。</translation>
    </message>
    <message>
        <source>These digits cannot be drawn.</source>
        <translation>无法画出这些数字。</translation>
    </message>
    <message>
        <source>These folders lie too deep to be looked into: {names}.</source>
        <translation>这些文件夹层次太深，没有查看：{names}。</translation>
    </message>
    <message>
        <source>These images do not fit the model.</source>
        <translation>这些图像与模型不符。</translation>
    </message>
    <message>
        <source>These images have another size or other classes than those it was trained on.</source>
        <translation>这些图像的大小或类别与训练它所用的不同。</translation>
    </message>
    <message>
        <source>These notes are too long.</source>
        <translation>这些备注太长。</translation>
    </message>
    <message>
        <source>These of its entries cannot be so: {entries}.</source>
        <translation>其中这些项不可能是这样：{entries}。</translation>
    </message>
    <message>
        <source>These tokens have no positions.</source>
        <translation>这些词元没有位置编码。</translation>
    </message>
    <message>
        <source>These two evaluations cannot be compared.</source>
        <translation>这两次评估无法比较。</translation>
    </message>
    <message>
        <source>These weights do not belong to this network.</source>
        <translation>这些权重不属于这个网络。</translation>
    </message>
    <message>
        <source>These words are not known: {words}.</source>
        <translation>不认识这些词：{words}。</translation>
    </message>
    <message>
        <source>They are {dtype} of shape {shape}.</source>
        <translation>它们的类型是 {dtype}，形状是 {shape}。</translation>
    </message>
    <message>
        <source>They are {dtype} of shape {shape}; the model takes {wanted} of shape (N, {form}).</source>
        <translation>它们是形状为 {shape} 的 {dtype}；模型接受形状为 (N, {form}) 的 {wanted}。</translation>
    </message>
    <message>
        <source>They can be: {known}.</source>
        <translation>可以是：{known}。</translation>
    </message>
    <message>
        <source>They know different classes.</source>
        <translation>它们认识的类别不同。</translation>
    </message>
    <message>
        <source>They need about {needed:,.1f} GB, {free:,.1f} GB are free.</source>
        <translation>它们大约需要 {needed:,.1f} GB，可用的有 {free:,.1f} GB。</translation>
    </message>
    <message>
        <source>They run from {low} to {high} and from {test_low} to {test_high}.</source>
        <translation>一方从 {low} 到 {high}，另一方从 {test_low} 到 {test_high}。</translation>
    </message>
    <message>
        <source>Thirty measurements of cells in, benign or malignant out: 97 of 100 unseen samples are told apart. The pad shows which measurements speak for an answer. No help in any diagnosis.</source>
        <translation>输入细胞的三十项测量值，输出良性或恶性：100 个未见过的样本中能分清 97 个。画板显示哪些测量值支持回答。不能用于任何诊断。</translation>
    </message>
    <message>
        <source>Thirty measurements of the cell nuclei in 569 samples, benign or malignant (UCI). For learning how networks learn, and no help in any diagnosis.</source>
        <translation>569 个样本的细胞核的三十项测量值，良性或恶性（UCI）。用于了解网络如何学习，不能用于任何诊断。</translation>
    </message>
    <message>
        <source>This array cannot be written in IDX format.</source>
        <translation>这个数组无法写成 IDX 格式。</translation>
    </message>
    <message>
        <source>This computer has no {device} that PyTorch can use.</source>
        <translation>这台电脑没有 PyTorch 可用的 {device}。</translation>
    </message>
    <message>
        <source>This is for the desktops of Linux.</source>
        <translation>这只用于 Linux 桌面。</translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL database.</source>
        <translation>这不是 PostgreSQL 数据库的地址。</translation>
    </message>
    <message>
        <source>This is no condition.</source>
        <translation>这不是条件。</translation>
    </message>
    <message>
        <source>This is no name for a run.</source>
        <translation>这不能用作训练记录的名称。</translation>
    </message>
    <message>
        <source>This is no picture.</source>
        <translation>这不是图片。</translation>
    </message>
    <message>
        <source>This is no request of HTTP.</source>
        <translation>这不是 HTTP 请求。</translation>
    </message>
    <message>
        <source>This is no square picture.</source>
        <translation>这不是正方形的图片。</translation>
    </message>
    <message>
        <source>This layer does not say what hangs on each of its units.</source>
        <translation>这一层没有说明各个神经元都牵连哪些数。</translation>
    </message>
    <message>
        <source>This layer does not yet say how it is written in PyTorch.</source>
        <translation>这一层还没有说明它在 PyTorch 里怎么写。</translation>
    </message>
    <message>
        <source>This layer is too large for a map.</source>
        <translation>这一层太大，画不成分布图。</translation>
    </message>
    <message>
        <source>This line says nothing that can be understood.</source>
        <translation>这一行无法理解。</translation>
    </message>
    <message>
        <source>This machine has no network interface “{name}”.</source>
        <translation>这台机器没有网络接口“{name}”。</translation>
    </message>
    <message>
        <source>This machine has no way to “{name}”, where the processes of this training meet.</source>
        <translation>这台机器到不了这次训练的进程会合处“{name}”。</translation>
    </message>
    <message>
        <source>This machine offered itself as {address}.</source>
        <translation>这台机器给出的地址是 {address}。</translation>
    </message>
    <message>
        <source>This model cannot be made smaller so.</source>
        <translation>这个模型不能这样缩小。</translation>
    </message>
    <message>
        <source>This model cannot learn from drawings.</source>
        <translation>这个模型不能用手绘图学习。</translation>
    </message>
    <message>
        <source>This model takes no pictures of drawings, but images of {form} pixels.</source>
        <translation>这个模型不接受手绘图的图片，而是接受 {form} 像素的图像。</translation>
    </message>
    <message>
        <source>This model takes no pictures, but rows of {count} numbers.</source>
        <translation>这个模型不接受图片，而是接受由 {count} 个数值组成的行。</translation>
    </message>
    <message>
        <source>This name is too long for a run.</source>
        <translation>作为训练记录的名称，它太长。</translation>
    </message>
    <message>
        <source>This network does not fit in memory: it needs {needed}, and {available} are free.</source>
        <translation>内存放不下这个网络：需要 {needed}，可用的有 {available}。</translation>
    </message>
    <message>
        <source>This network reads no drawings.</source>
        <translation>这个网络不识别手绘图。</translation>
    </message>
    <message>
        <source>This process does not know the other ones of its training.</source>
        <translation>这个进程不知道同一次训练的其他进程。</translation>
    </message>
    <message>
        <source>This processor has no instructions for it.</source>
        <translation>这个处理器没有相应的指令。</translation>
    </message>
    <message>
        <source>This program does not know what it gives: {goal}.</source>
        <translation>本程序不认识它给出的东西：{goal}。</translation>
    </message>
    <message>
        <source>This program holds it itself.</source>
        <translation>是本程序自己占用着它。</translation>
    </message>
    <message>
        <source>This service speaks HTTP/1.1 in clear text.</source>
        <translation>这项服务使用不加密的 HTTP/1.1。</translation>
    </message>
    <message>
        <source>This setting is not told in Keras&apos; words: {setting}.</source>
        <translation>这项设置没有用 Keras 写出：{setting}。</translation>
    </message>
    <message>
        <source>This share is kept out of training and used to watch how well the network does on examples it has not learnt from. 0.1 keeps one example in ten.</source>
        <translation>这个比例的样本不参加训练，用来观察网络对没学过的样本表现如何。0.1 表示每十张留出一个。</translation>
    </message>
    <message>
        <source>This sweep would never end.</source>
        <translation>这次超参数搜索永远不会结束。</translation>
    </message>
    <message>
        <source>This version of HTTP is not spoken here.</source>
        <translation>这里不支持这个版本的 HTTP。</translation>
    </message>
    <message>
        <source>This version of PySide6 is faulty and would end the program at any moment. {remedy} brings the right one.</source>
        <translation>这个版本的 PySide6 有缺陷，程序随时可能崩溃。{remedy}会装好正确的版本。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Three clouds of points, each densest in its middle. Straight borders do: no hidden layer is needed.</source>
        <translation>三个点群，各自中心最密。直线边界就够了：不需要隐藏层。</translation>
    </message>
    <message>
        <source>Three layers of small filters that slide over the image, then a dense one; every image is turned and bent a little each time it is seen. It misses one test digit in two hundred.</source>
        <translation>三层在图像上滑动的小卷积核，再加一个全连接层；每张图像每次出现时都稍微转动和弯曲。它每两百个测试数字只认错一个。</translation>
    </message>
    <message>
        <source>Three numbers of each of 240 made-up students – hours studied, hours slept, marks before – and whether they passed. Small enough to follow every number through a network.</source>
        <translation>240 名虚构学生各有三个数——学习时数、睡眠时数、以往分数——以及是否通过考试。足够小，可以跟踪每个数在网络中的变化。</translation>
    </message>
    <message>
        <source>To be found</source>
        <translation>要求什么</translation>
    </message>
    <message>
        <source>To bring it in again, here or on another computer: settings, curves, weights and notes.</source>
        <translation>便于再次导入，无论在本机还是在另一台电脑上：设置、曲线、权重和笔记。</translation>
    </message>
    <message>
        <source>To look at runs beside those of other programs: `tensorboard --logdir logs` shows them.</source>
        <translation>便于与其他程序的训练一起查看：`tensorboard --logdir logs` 会显示它们。</translation>
    </message>
    <message>
        <source>Together they have more than {millions:,} million pixels.</source>
        <translation>它们合起来超过 {millions:,} 百万像素。</translation>
    </message>
    <message>
        <source>Train a model of sentences and pictures, find pictures for one, and read one.</source>
        <translation>训练一个图文模型，按描述查找图片，并用描述识别图片。</translation>
    </message>
    <message>
        <source>Train a model on images of 28 × 28 pixels.</source>
        <translation>请用 28 × 28 像素的图像训练一个模型。</translation>
    </message>
    <message>
        <source>Train a model on them first.</source>
        <translation>请先用它们训练一个模型。</translation>
    </message>
    <message>
        <source>Train a network and save it. Ctrl-C stops and keeps the model.</source>
        <translation>训练网络并保存。按 Ctrl-C 停止训练并保留模型。</translation>
    </message>
    <message>
        <source>Train against a weaker adversary.</source>
        <translation>用较弱的攻击者来训练。</translation>
    </message>
    <message>
        <source>Train against an adversary of half the strength: against this one the network learns nothing.</source>
        <translation>用一半强度的攻击者来训练：面对现在这个攻击者，网络什么也学不到。</translation>
    </message>
    <message>
        <source>Train against an adversary of many steps (PGD), which is not led astray so easily.</source>
        <translation>改用走多步的攻击者（PGD）来训练，它不那么容易被引入歧途。</translation>
    </message>
    <message>
        <source>Train anew with a lower learning rate.</source>
        <translation>请用更低的学习率重新训练。</translation>
    </message>
    <message>
        <source>Train at schools whose images stay there: only weights travel, and are averaged.</source>
        <translation>在各所学校训练，图像留在原处：只传送权重并取平均。</translation>
    </message>
    <message>
        <source>Train captions anew.</source>
        <translation>请重新训练描述。</translation>
    </message>
    <message>
        <source>Train each school alone as well, and a network with all images, to compare.</source>
        <translation>另外让每所学校单独训练，并用全部图像训练一个网络，以作比较。</translation>
    </message>
    <message>
        <source>Train from the beginning, or switch privacy off: budget and noise 0.</source>
        <translation>请从头训练，或关闭隐私保护：把预算和噪声都设为 0。</translation>
    </message>
    <message>
        <source>Train from the beginning, or without a teacher.</source>
        <translation>请从头开始训练，或者不用教师。</translation>
    </message>
    <message>
        <source>Train it again, with a lower learning rate if it diverged.</source>
        <translation>请重新训练；如果它发散了，请用更低的学习率。</translation>
    </message>
    <message>
        <source>Train on ever more of the examples, and say whether data or network is the limit.</source>
        <translation>用越来越多的样本训练，并判断瓶颈是数据还是网络。</translation>
    </message>
    <message>
        <source>Train on generated digits and what is true of them. Ctrl-C keeps what is learnt until then.</source>
        <translation>用生成的数字及其真实描述训练。按 Ctrl-C 会保留到那时学会的内容。</translation>
    </message>
    <message>
        <source>Train on with the network that the model was made with.</source>
        <translation>请用建立这个模型时的网络继续训练。</translation>
    </message>
    <message>
        <source>Train one first, or open one from a file.</source>
        <translation>请先训练一个，或从文件打开一个。</translation>
    </message>
    <message>
        <source>Train one first.</source>
        <translation>请先训练一个。</translation>
    </message>
    <message>
        <source>Train the model again, with a lower learning rate if its weights are very large.</source>
        <translation>请重新训练模型；如果权重非常大，请用较低的学习率。</translation>
    </message>
    <message>
        <source>Train the network again with these settings.</source>
        <translation>请用这些设置重新训练网络。</translation>
    </message>
    <message>
        <source>Train with one process, or without a privacy budget and noise.</source>
        <translation>请用一个进程训练，或不设隐私预算和噪声。</translation>
    </message>
    <message>
        <source>Train without a teacher.</source>
        <translation>不用教师来训练。</translation>
    </message>
    <message>
        <source>Train without an adversary.</source>
        <translation>请在没有攻击者的情况下训练。</translation>
    </message>
    <message>
        <source>Train without label smoothing.</source>
        <translation>不用标签平滑来训练。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training cannot begin with this teacher.</source>
        <translation>无法用这个教师模型开始训练。</translation>
    </message>
    <message>
        <source>Training cannot start yet. {wrong}</source>
        <translation>训练还不能开始。{wrong}</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Training examples decide the steps of activations, and the privacy that was promised of them does not cover that.</source>
        <translation>激活值的步长由训练样本决定，而对这些样本承诺的隐私不包括这一点。</translation>
    </message>
    <message>
        <source>Training examples decide the steps of activations, and “{name}” is not on this computer.</source>
        <translation>激活值的步长由训练样本决定，而“{name}”不在这台计算机上。</translation>
    </message>
    <message>
        <source>Training has diverged: each step made the network worse.</source>
        <translation>训练已发散：每一步都使网络变差。</translation>
    </message>
    <message>
        <source>Training {run} of {runs}</source>
        <translation>第 {run} 次训练，共 {runs} 次</translation>
    </message>
    <message>
        <source>Tremor</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation>试验 {number}</translation>
    </message>
    <message>
        <source>Trial {number} does not count: others do it again.</source>
        <translation>试验 {number} 不计入：其他工作进程会重做它。</translation>
    </message>
    <message>
        <source>Trial {number} is done.</source>
        <translation>试验 {number} 已完成。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, close the other one.</source>
        <translation>请重试；如果仍然如此，请关闭另一个。</translation>
    </message>
    <message>
        <source>Try another compiler.</source>
        <translation>请换一个编译器。</translation>
    </message>
    <message>
        <source>Turns, shifts and bends every training image a little, differently each time it is seen, so that the network learns shapes and not pictures. Validation and test images stay as they are.</source>
        <translation>让每张训练图像稍微转动、平移和弯曲，每次出现时都不同，使网络学到的是形状而不是图片。验证图像和测试图像保持不变。</translation>
    </message>
    <message>
        <source>Two arms of points that wind around each other. Watch the plane on the pad: the network bends its border until it follows them, in seconds.</source>
        <translation>两条互相缠绕的点臂。请看画板上的平面：网络不断弯曲它的边界，几秒之内就能贴合两条臂。</translation>
    </message>
    <message>
        <source>Two arms that wind around each other nearly twice. The hardest of these: it needs hidden layers.</source>
        <translation>两条臂互相缠绕将近两圈。这是其中最难的：需要隐藏层。</translation>
    </message>
    <message>
        <source>Two classes each do not go round.</source>
        <translation>每所学校两个类别，不够分配。</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other, and four hidden units that bend the border around them. Click on the pad to add points of your own, or try the features on the Data page.</source>
        <translation>两个互相嵌入的半月，以及把边界弯曲到它们周围的四个隐藏神经元。在画板上单击可添加自己的点，也可以在“数据”页上试试各种特征。</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other. A few hidden units bend the border around them.</source>
        <translation>两个互相嵌入的半月。少数几个隐藏神经元就能把边界弯曲到它们周围。</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Two numbers to add, written out: 12+34=46. From signs alone the network finds out what a carry is.</source>
        <translation>要相加的两个数，写成 12+34=46。网络仅从符号中弄明白什么是进位。</translation>
    </message>
    <message>
        <source>Two sizes of at least {least} training examples are needed; all together there are {count:,}.</source>
        <translation>需要两种规模，每种至少 {least} 个训练样本；而总共只有 {count:,} 个。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>Units of {layer} are saturated: at the flat ends of their activation they hardly learn.</source>
        <translation>{layer}的神经元已饱和：处在激活函数平坦的两端，几乎不再学习。</translation>
    </message>
    <message>
        <source>Units removed</source>
        <translation>去掉的神经元</translation>
    </message>
    <message>
        <source>Unpacked it does not fit into memory.</source>
        <translation>解开之后内存放不下。</translation>
    </message>
    <message>
        <source>Unpacking the run</source>
        <translation>正在解开训练记录</translation>
    </message>
    <message>
        <source>Unpacking {title}</source>
        <translation>正在解开“{title}”</translation>
    </message>
    <message>
        <source>Upright lines lean by up to this angle to either side, as in slanted writing.</source>
        <translation>竖直的线向左或向右最多倾斜这个角度，就像斜体书写。</translation>
    </message>
    <message>
        <source>Usage: {usage}</source>
        <translation>用法：{usage}</translation>
    </message>
    <message>
        <source>Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all that reach it.</source>
        <translation>请用 127.0.0.1 只供这台机器使用，或用 0.0.0.0 供所有能访问它的人使用。</translation>
    </message>
    <message>
        <source>Use Kaiming&apos;s first weights</source>
        <translation>改用 Kaiming 初始权重</translation>
    </message>
    <message>
        <source>Use Kaiming&apos;s first weights, or fewer layers.</source>
        <translation>请使用 Kaiming 初始权重，或减少层数。</translation>
    </message>
    <message>
        <source>Use ReLU in the hidden layers.</source>
        <translation>请在隐藏层中使用 ReLU。</translation>
    </message>
    <message>
        <source>Use ReLU with Kaiming&apos;s first weights and batch normalisation, or fewer layers.</source>
        <translation>请使用 ReLU、Kaiming 初始权重和批量归一化，或减少层数。</translation>
    </message>
    <message>
        <source>Use a PNG or JPEG picture of one drawing on plain paper.</source>
        <translation>请使用白纸上单个手绘图的 PNG 或 JPEG 图片。</translation>
    </message>
    <message>
        <source>Use a file of plain text in UTF-8: in an editor, “Save As” offers it.</source>
        <translation>请使用 UTF-8 编码的纯文本文件：编辑器的“另存为”可以选择。</translation>
    </message>
    <message>
        <source>Use a larger batch size or more examples, or switch batch normalisation off.</source>
        <translation>请加大批大小或增加样本，或关闭批量归一化。</translation>
    </message>
    <message>
        <source>Use a larger batch size, or fewer processes.</source>
        <translation>请增大批大小，或减少进程数。</translation>
    </message>
    <message>
        <source>Use a longer text, or a smaller context.</source>
        <translation>请使用更长的文本，或更小的上下文。</translation>
    </message>
    <message>
        <source>Use a model trained on drawings or on pictures in colour.</source>
        <translation>请使用用手绘图或彩色图片训练的模型。</translation>
    </message>
    <message>
        <source>Use a model trained on text, such as by --preset little-gpt-adds.</source>
        <translation>请使用在文本上训练的模型，例如用 --preset little-gpt-adds 训练的。</translation>
    </message>
    <message>
        <source>Use a number of heads by which the tokens&apos; width is divisible.</source>
        <translation>请使用能整除词元宽度的头数。</translation>
    </message>
    <message>
        <source>Use a picture of ink on plain paper.</source>
        <translation>请使用白纸上有笔迹的图片。</translation>
    </message>
    <message>
        <source>Use a port from 1,024 on.</source>
        <translation>请使用 1,024 及以上的端口。</translation>
    </message>
    <message>
        <source>Use a smaller batch size, fewer or smaller layers, or fewer examples.</source>
        <translation>请减小批大小，减少或缩小层，或减少样本。</translation>
    </message>
    <message>
        <source>Use all examples there are.</source>
        <translation>请使用现有的全部样本。</translation>
    </message>
    <message>
        <source>Use another port, or 0 for any that is free.</source>
        <translation>请使用另一个端口，或用 0 任选一个空闲的端口。</translation>
    </message>
    <message>
        <source>Use another text.</source>
        <translation>请使用另一个文本。</translation>
    </message>
    <message>
        <source>Use attention layers, which reach every character in one step, or ask about shorter texts.</source>
        <translation>请使用注意力层，它一步就能到达每个字符；或者使用更短的文本。</translation>
    </message>
    <message>
        <source>Use batch normalisation</source>
        <translation>使用批量归一化</translation>
    </message>
    <message>
        <source>Use dense layers, or data that are pictures.</source>
        <translation>请使用全连接层，或使用图片数据。</translation>
    </message>
    <message>
        <source>Use fewer heads, or fewer tokens, such as by larger patches.</source>
        <translation>请减少头数，或减少词元，例如使用更大的图块。</translation>
    </message>
    <message>
        <source>Use fewer layers.</source>
        <translation>使用更少的层。</translation>
    </message>
    <message>
        <source>Use fewer or smaller layers, or a smaller batch.</source>
        <translation>请减少或缩小层，或减小批次。</translation>
    </message>
    <message>
        <source>Use fewer or smaller layers, or another compiler.</source>
        <translation>请使用更少或更小的层，或换一个编译器。</translation>
    </message>
    <message>
        <source>Use fewer or smaller layers.</source>
        <translation>请减少或缩小层。</translation>
    </message>
    <message>
        <source>Use fewer training examples, or train without a teacher.</source>
        <translation>请减少训练样本，或者不用教师进行训练。</translation>
    </message>
    <message>
        <source>Use layers of other kinds.</source>
        <translation>请使用其他种类的层。</translation>
    </message>
    <message>
        <source>Use leaky ReLU in the hidden layers, or a lower learning rate.</source>
        <translation>请在隐藏层中使用 Leaky ReLU，或降低学习率。</translation>
    </message>
    <message>
        <source>Use letters, digits and signs, in one line.</source>
        <translation>请使用文字、数字和符号，写在一行里。</translation>
    </message>
    <message>
        <source>Use more examples or larger parts of them.</source>
        <translation>请使用更多样本，或其中更大的部分。</translation>
    </message>
    <message>
        <source>Use more noise, or 0 to have it worked out; or allow a larger ε.</source>
        <translation>请用更强的噪声，或设为 0 让程序算出；也可以允许更大的 ε。</translation>
    </message>
    <message>
        <source>Use only this many examples for training and validation together. Few examples make a network learn them by heart.</source>
        <translation>训练和验证合起来只用这么多个样本。样本少，网络就会死记硬背。</translation>
    </message>
    <message>
        <source>Use smaller kernels and strides, or less pooling.</source>
        <translation>请减小卷积核和步幅，或减少池化。</translation>
    </message>
    <message>
        <source>Use smaller patches, or less pooling and smaller strides before them.</source>
        <translation>请使用更小的图块，或减少它前面的池化、减小前面的步幅。</translation>
    </message>
    <message>
        <source>Use square pictures.</source>
        <translation>请使用正方形的图片。</translation>
    </message>
    <message>
        <source>Use the generated digits, or put {names} into the folder “{folder}” and try again.</source>
        <translation>请使用生成的数字，或把 {names} 放进文件夹“{folder}”，然后重试。</translation>
    </message>
    <message>
        <source>Use these: {known}</source>
        <translation>请使用这些字符：{known}</translation>
    </message>
    <message>
        <source>Use {forms}.</source>
        <translation>请使用：{forms}。</translation>
    </message>
    <message>
        <source>Use {others} in its place.</source>
        <translation>请改用 {others}。</translation>
    </message>
    <message>
        <source>Validation accuracy {accuracy} of {count:,} examples, before {before}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation>{count:,} 个样本上的验证准确率为 {accuracy}，之前为 {before}。以 95% 的置信度，它在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>Validation takes {kept_back} of {used} examples.</source>
        <translation>验证占用了 {used} 个样本中的 {kept_back} 个。</translation>
    </message>
    <message>
        <source>Value error, {what}</source>
        <translation>{what}</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Vary every training image each time it is seen, so that none can be learnt by heart.</source>
        <translation>请让每张训练图像每次出现时都有变化，使网络无法死记任何一张。</translation>
    </message>
    <message>
        <source>Vary the training images</source>
        <translation>让训练图像有变化</translation>
    </message>
    <message>
        <source>Vary training images</source>
        <translation>让训练图像有变化</translation>
    </message>
    <message>
        <source>W is {gates} × {units:,} × {features:,}, U {gates} × {units:,} × {units:,}, b twice {gates} × {units:,}</source>
        <translation>W 为 {gates} × {units:,} × {features:,}，U 为 {gates} × {units:,} × {units:,}，b 为两个 {gates} × {units:,}</translation>
    </message>
    <message>
        <source>Wait for the end of the first one.</source>
        <translation>请等第一个结束。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weights cannot be stored as “{name}”.</source>
        <translation>权重不能存储为“{name}”。</translation>
    </message>
    <message>
        <source>Weights that share a scale</source>
        <translation>共用一个缩放系数的权重</translation>
    </message>
    <message>
        <source>What a model betrays is measured by how sure it is of a class; these data ask for a number.</source>
        <translation>模型泄露了什么，要看它对某个类别有多大把握；这些数据要的是一个数值。</translation>
    </message>
    <message>
        <source>What a model betrays is measured by how sure it is of a class; these data ask for characters.</source>
        <translation>模型泄露了什么，要看它对某个类别有多确信；而这些数据要的是字符。</translation>
    </message>
    <message>
        <source>What a model betrays is measured by pictures moved by a pixel, too, and these data are numbers.</source>
        <translation>模型泄露了什么，也要靠移动一个像素的图片来测量，而这些数据是数值。</translation>
    </message>
    <message>
        <source>What a model betrays is measured by pictures moved by a pixel, too, and these data are text.</source>
        <translation>模型泄露了什么，还要用移动了一个像素的图片来衡量，而这些数据是文本。</translation>
    </message>
    <message>
        <source>What becomes of a sequence: the mean over all its tokens, or the last or first of them alone.</source>
        <translation>序列变成什么：所有词元的平均，或只取最后一个或第一个词元。</translation>
    </message>
    <message>
        <source>What is looked for, on the validation examples.</source>
        <translation>在验证样本上要寻找什么。</translation>
    </message>
    <message>
        <source>What is meant may be {known}.</source>
        <translation>可能是指 {known}。</translation>
    </message>
    <message>
        <source>What is sorted</source>
        <translation>排序对象</translation>
    </message>
    <message>
        <source>What is written in C is compiled and asked, to see that it answers as the model does.</source>
        <translation>用 C 写出的内容会被编译并询问，以确认它的回答与模型相同。</translation>
    </message>
    <message>
        <source>What it goes on with; “\n” ends a line.</source>
        <translation>要续写的文本；“\n”表示换行。</translation>
    </message>
    <message>
        <source>What it unpacks to is far too large for it.</source>
        <translation>对它来说，解开后的内容大得不合理。</translation>
    </message>
    <message>
        <source>What its files unpack to is far too large for them.</source>
        <translation>对这些文件来说，解开后的内容大得不合理。</translation>
    </message>
    <message>
        <source>What layers make of an example is drawn where it has one answer; a text has one at every place. Of a network with attention, Understand ▸ Attention shows which character looks at which.</source>
        <translation>只有在一个样本有一个回答时，才会画出各层得到的结果；文本在每个位置都有一个回答。如果网络有注意力层，“理解 ▸ 注意力”会显示哪个字符在看哪个字符。</translation>
    </message>
    <message>
        <source>What questions and sentences are made up, and how a text is cut.</source>
        <translation>编出什么问题和句子，以及文本如何切分。</translation>
    </message>
    <message>
        <source>What the logits of both are divided by when the network is compared with its teacher. Above 1 the classes that the teacher finds less probable count for more.</source>
        <translation>将网络与教师模型比较时，两者的 logit 所除以的数。大于 1 时，教师认为可能性较小的类别会更受重视。</translation>
    </message>
    <message>
        <source>What the network is told of each point: its coordinates, or what is calculated from them. With a feature that fits, fewer layers do.</source>
        <translation>关于每个点告诉网络什么：它的坐标，或由坐标计算出的值。有了合适的特征，较少的层就够了。</translation>
    </message>
    <message>
        <source>What the next layer is given: what was remembered after the last step, or after every step. What fits is every step in front of a layer that takes a sequence, and else the last.</source>
        <translation>交给下一层的内容：最后一步之后记住的，或每一步之后记住的。选“自动”时，如果下一层接收序列，就交出每一步的，否则只交出最后一步的。</translation>
    </message>
    <message>
        <source>What the teacher says is infinite, or not a number.</source>
        <translation>教师模型的输出为无穷大或不是数字。</translation>
    </message>
    <message>
        <source>What this layer computes is not yet told outside of PyTorch.</source>
        <translation>这种层的计算还不能在 PyTorch 之外表达。</translation>
    </message>
    <message>
        <source>What to call it.</source>
        <translation>新的名称。</translation>
    </message>
    <message>
        <source>What to call it; by default as the folder or file is called.</source>
        <translation>数据集的名称；默认与文件夹或文件同名。</translation>
    </message>
    <message>
        <source>What to call the sweep.</source>
        <translation>超参数搜索的名称。</translation>
    </message>
    <message>
        <source>What to make it of: {read}.</source>
        <translation>数据的来源：{read}。</translation>
    </message>
    <message>
        <source>What was done so far is kept; mend the cause, then go on with the sweep.</source>
        <translation>到目前为止的结果已保留；请排除原因，然后继续超参数搜索。</translation>
    </message>
    <message>
        <source>What was noted of it cannot be what a trial came to; it is left out.</source>
        <translation>所记录的内容不可能是一次试验的结果，已略去。</translation>
    </message>
    <message>
        <source>What was to be said could not be written.</source>
        <translation>输出的内容无法写入。</translation>
    </message>
    <message>
        <source>What was trained is not on the disk.</source>
        <translation>训练的结果不在磁盘上。</translation>
    </message>
    <message>
        <source>What withstands one step may fall to many: --method pgd shows it. One step proves nothing.</source>
        <translation>经得起一步的，未必经得起许多步：--method pgd 会显示出来。一步什么也证明不了。</translation>
    </message>
    <message>
        <source>What you have drawn on the pad and named: draw something, then press its key.</source>
        <translation>你在画板上画出并命名的内容：先画，再按对应的键。</translation>
    </message>
    <message>
        <source>What you have put down on the plane: click on the pad, and drag points where you want them.</source>
        <translation>你在平面上放置的点：在画板上单击，再把点拖到想要的位置。</translation>
    </message>
    <message>
        <source>Where a trained model learns on, which of its weights stay as they are: those that are zero, so that a pruned network stays pruned, or all of them, so that biases, and scales and shifts of normalisation, learn alone. Training from the beginning holds none.</source>
        <translation>已训练的模型继续学习时，哪些权重保持不变：为零的权重（剪枝后的网络保持剪枝状态），或全部权重（只有偏置以及归一化的缩放和平移参与学习）。从头训练时不固定任何权重。</translation>
    </message>
    <message>
        <source>Where the arithmetic is done. Automatic uses a graphics card only where the network is large enough to gain from it.</source>
        <translation>在哪里计算。选“自动”时，只有网络大到能从显卡得益，才使用显卡。</translation>
    </message>
    <message>
        <source>Where the labels are in “{name}” cannot be told.</source>
        <translation>无法判断“{name}”中的标签在哪里。</translation>
    </message>
    <message>
        <source>Whether an image is read row by row, from top to bottom, or column by column, from left to right. It makes no difference behind a layer that leaves a sequence.</source>
        <translation>图像是从上到下逐行读取，还是从左到右逐列读取。如果前一层给出的是序列，则没有区别。</translation>
    </message>
    <message>
        <source>Whether letters or digits are to be put in order.</source>
        <translation>要排序的是字母还是数字。</translation>
    </message>
    <message>
        <source>Whether the data or the network is the limit is not known: “Enough data?” on the Evaluate station shows it.</source>
        <translation>还不知道瓶颈是数据还是网络：“评估”页的“数据够吗？”会告诉你。</translation>
    </message>
    <message>
        <source>Whether the model learnt from some of the examples that count as unseen is not known.</source>
        <translation>当作没学过的样本中，模型是否学过一部分，无从得知。</translation>
    </message>
    <message>
        <source>Whether the model learnt from some of these examples is not known.</source>
        <translation>无法确定模型是否学习过其中一些样本。</translation>
    </message>
    <message>
        <source>Whether the teacher learnt from other examples as well is not known.</source>
        <translation>不清楚教师模型是否还用其他样本学习过。</translation>
    </message>
    <message>
        <source>Which part of it.</source>
        <translation>用数据集的哪一部分。</translation>
    </message>
    <message>
        <source>Which parts of the training examples to learn from.</source>
        <translation>用多少比例的训练样本来学习。</translation>
    </message>
    <message>
        <source>Which pictures are searched: generated ones that nothing was learnt from, or the test images of a data set.</source>
        <translation>在哪些图片中查找：从未用来学习的生成图片，或某个数据集的测试图像。</translation>
    </message>
    <message>
        <source>Which share of each batch the adversary changes; the network learns from the rest as they are.</source>
        <translation>攻击者改动每个批次中多大比例的图像；其余图像网络按原样学习。</translation>
    </message>
    <message>
        <source>Which share of the units, or channels, of each layer is removed</source>
        <translation>每一层中去掉的神经元（或通道）所占的比例</translation>
    </message>
    <message>
        <source>Which share of the weights becomes 0</source>
        <translation>变为 0 的权重所占的比例</translation>
    </message>
    <message>
        <source>Which tokens a token looks at. Where the next character of a text is asked for at every place, it must not see that one: then what fits is those before it, and itself; else all.</source>
        <translation>一个词元会看哪些词元。如果在文本的每个位置都要给出下一个字符，它就不能看到那个字符：这时合适的是它前面的词元和它自己；否则是全部词元。</translation>
    </message>
    <message>
        <source>Which trials are ended early, as hopeless.</source>
        <translation>哪些没有希望的试验会提前终止。</translation>
    </message>
    <message>
        <source>Which values are black and which are white cannot be told.</source>
        <translation>无法判断哪些值是黑，哪些是白。</translation>
    </message>
    <message>
        <source>Which values are black and white, as 0 16; 255 0 where the ink is dark. By default it is found.</source>
        <translation>哪两个值表示黑和白，例如 0 16；墨迹为深色时写 255 0。默认自动判断。</translation>
    </message>
    <message>
        <source>Which weights share a scale, of quantise alone; by default group.</source>
        <translation>哪些权重共用一个缩放系数，仅用于 quantise；默认为 group。</translation>
    </message>
    <message>
        <source>Whole run, zipped</source>
        <translation>完整的训练记录（压缩包）</translation>
    </message>
    <message>
        <source>Wide and regularised</source>
        <translation>宽网络加正则化</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Wiping out squares</source>
        <translation>正在逐块遮挡</translation>
    </message>
    <message>
        <source>With early stopping: at the end the weights of the best epoch are kept and saved, the one with the lowest validation loss, and not those of the last. A run that reaches its target accuracy, or that you stop, keeps the weights it ended with.</source>
        <translation>启用早停时：结束后保留并保存的是最佳轮次的权重，即验证损失最低的那一轮，而不是最后一轮。达到目标准确率或由你停止的训练，保留结束时的权重。</translation>
    </message>
    <message>
        <source>With noise {noise:g} it spends ε {spent:.3g}, and at most {epsilon:g} is allowed.</source>
        <translation>噪声为 {noise:g} 时它花费 ε {spent:.3g}，而上限是 {epsilon:g}。</translation>
    </message>
    <message>
        <source>With same, zeros around the image let it keep its size; with valid, filters stay inside the image, which loses a kernel&apos;s side less one.</source>
        <translation>用 same 时，在图像四周补零，使其大小不变；用 valid 时，卷积核不超出图像，边长会减少卷积核边长减一。</translation>
    </message>
    <message>
        <source>With the step schedule: after this many epochs the learning rate is lowered.</source>
        <translation>用阶梯调度时：每过这么多轮就降低学习率。</translation>
    </message>
    <message>
        <source>With the step schedule: the learning rate is multiplied by this.</source>
        <translation>用阶梯调度时：学习率乘以这个数。</translation>
    </message>
    <message>
        <source>With twice as many it would be about {error:.2%} (between {low:.2%} and {high:.2%}).</source>
        <translation>如果样本多一倍，大约会是 {error:.2%}（在 {low:.2%} 和 {high:.2%} 之间）。</translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation answers are not exact, and {train:.2%} of the training answers.</source>
        <translation>使用 {size:,} 个训练样本时，{error:.2%} 的验证回答不完全正确，训练回答中则为 {train:.2%}。</translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation characters are wrong, and {train:.2%} of the training characters.</source>
        <translation>使用 {size:,} 个训练样本时，{error:.2%} 的验证字符有误，训练字符中则为 {train:.2%}。</translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation examples are read wrong, and {train:.2%} of the training examples.</source>
        <translation>用 {size:,} 个训练样本时，验证样本认错 {error:.2%}，训练样本认错 {train:.2%}。</translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the variance of the validation targets is not explained, and {train:.2%} of that of the training targets.</source>
        <translation>用 {size:,} 个训练样本，验证目标值的方差有 {error:.2%} 没有得到解释，训练目标值的有 {train:.2%}。</translation>
    </message>
    <message>
        <source>Without positions</source>
        <translation>没有位置编码</translation>
    </message>
    <message>
        <source>Without them it would forget what it knows.</source>
        <translation>没有它们，它会忘掉已经学会的。</translation>
    </message>
    <message>
        <source>Without validation examples, trials cannot be compared.</source>
        <translation>没有验证样本，就无法比较各次试验。</translation>
    </message>
    <message>
        <source>Words stand in it, such as “{word}”, where numbers should be.</source>
        <translation>其中有“{word}”这样的词，而那里应该是数。</translation>
    </message>
    <message>
        <source>Write --set SETTING=RANGE, such as --set training.batch_size=32,128.</source>
        <translation>请写 --set SETTING=RANGE，如 --set training.batch_size=32,128：训练的设置及其取值。</translation>
    </message>
    <message>
        <source>Write a list such as 32,64,128 or a span such as 0.001:0.1:log.</source>
        <translation>请写一列取值，如 32,64,128，或一个区间，如 0.001:0.1:log。</translation>
    </message>
    <message>
        <source>Write a run into a file: all of it (zip), a table of its curves (csv), or logs for TensorBoard.</source>
        <translation>将训练记录写入文件：全部内容（zip）、曲线表格（csv），或 TensorBoard 的日志。</translation>
    </message>
    <message>
        <source>Write all images of a data set to files that other programs read.</source>
        <translation>把数据集的全部图像写成其他程序能读的文件。</translation>
    </message>
    <message>
        <source>Write it as {form}; a journal in this program&apos;s folder serves one machine without --storage.</source>
        <translation>请写作 {form}；不使用 --storage 时，本程序文件夹中的日志只服务于一台机器。</translation>
    </message>
    <message>
        <source>Write menu entry, icons and kind of file into your own folder; nobody else is concerned.</source>
        <translation>将菜单项、图标和文件类型写入你自己的文件夹；不影响其他人。</translation>
    </message>
    <message>
        <source>Write one, such as “a thick slanted three”.</source>
        <translation>请写一句，例如“又粗又斜的三”。</translation>
    </message>
    <message>
        <source>Write the trials into a table, too.</source>
        <translation>同时将试验写入表格。</translation>
    </message>
    <message>
        <source>Writing images</source>
        <translation>正在写入图像</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>You may not write there.</source>
        <translation>你不能在那里写入。</translation>
    </message>
    <message>
        <source>Your own table: {count:,} rows of {features:,} features, {classes} classes.</source>
        <translation>你自己的表格：{count:,} 行，{features:,} 个特征，{classes} 个类别。</translation>
    </message>
    <message>
        <source>Your own text: {count:,} characters.</source>
        <translation>你自己的文本：{count:,} 个字符。</translation>
    </message>
    <message>
        <source>Your own {count:,} images of {classes} classes.</source>
        <translation>你自己的 {count:,} 张图像，{classes} 个类别。</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>你的磁盘配额已用完。</translation>
    </message>
    <message>
        <source>[default: {}]</source>
        <translation>[默认 {}]</translation>
    </message>
    <message>
        <source>[required]</source>
        <translation>[必填]</translation>
    </message>
    <message>
        <source>`netsketch --help` lists the commands, `netsketch COMMAND --help` their flags.</source>
        <translation>`netsketch --help` 列出命令，`netsketch COMMAND --help` 列出命令的选项。</translation>
    </message>
    <message>
        <source>`netsketch sweep list` lists them.</source>
        <translation>`netsketch sweep list` 会列出各次超参数搜索。</translation>
    </message>
    <message>
        <source>`netsketch train --resume {run}` goes on from its last checkpoint.</source>
        <translation>`netsketch train --resume {run}` 会从它的最后一个检查点继续。</translation>
    </message>
    <message>
        <source>`pip install netsketch[postgresql]` brings it.</source>
        <translation>`pip install netsketch[postgresql]` 可安装它。</translation>
    </message>
    <message>
        <source>`pip install tensorboard` brings it, into the Python of NetSketch.</source>
        <translation>用 `pip install tensorboard` 安装，装到 NetSketch 的 Python 中。</translation>
    </message>
    <message>
        <source>`presets --json` prints experiments to start from.</source>
        <translation>`presets --json` 会列出可作起点的实验。</translation>
    </message>
    <message>
        <source>`{command}` adds them</source>
        <translation>`{command}` 会安装这些库</translation>
    </message>
    <message>
        <source>a = E[character] + p, where p is learned for each place</source>
        <translation>a = E[字符] + p，其中 p 是为每个位置学到的</translation>
    </message>
    <message>
        <source>a = E[character], wherever it stands</source>
        <translation>a = E[字符]，无论它在哪里</translation>
    </message>
    <message>
        <source>a = W x + b + p, where p is learned for each place</source>
        <translation>a = W x + b + p，其中 p 按位置学得</translation>
    </message>
    <message>
        <source>a = W x + b, wherever the patch was</source>
        <translation>a = W x + b，与图块的位置无关</translation>
    </message>
    <message>
        <source>a = y + W GELU(W norm(y) + b) + b, with {inner:,} units between, for each token by itself</source>
        <translation>a = y + W GELU(W norm(y) + b) + b，中间有 {inner:,} 个神经元，单独处理每个词元</translation>
    </message>
    <message>
        <source>a CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>a class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>a filter moves by {stride} pixels</source>
        <translation>卷积核每次移动 {stride} 个像素</translation>
    </message>
    <message>
        <source>a folder with one folder of pictures for each class</source>
        <translation>每个类别各有一个图片文件夹的文件夹</translation>
    </message>
    <message>
        <source>a is h after every step</source>
        <translation>a 是每一步之后的 h</translation>
    </message>
    <message>
        <source>a is h after the last step</source>
        <translation>a 是最后一步之后的 h</translation>
    </message>
    <message>
        <source>a is the first of {tokens} of {numbers}</source>
        <translation>a 是 {tokens}中的第一个，每个词元有 {numbers}</translation>
    </message>
    <message>
        <source>a is the last of {tokens} of {numbers}</source>
        <translation>a 是 {tokens}中的最后一个，每个词元有 {numbers}</translation>
    </message>
    <message>
        <source>a is the mean of {tokens} of {numbers}</source>
        <translation>a 是 {tokens}的平均，每个词元有 {numbers}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a pair of IDX files</source>
        <translation>一对 IDX 文件</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a zip file with one of these in it</source>
        <translation>装有上述之一的 zip 文件</translation>
    </message>
    <message>
        <source>accuracy with few parameters</source>
        <translation>参数量限制内的准确率</translation>
    </message>
    <message>
        <source>accuracy within seconds of training</source>
        <translation>训练秒数限制内的准确率</translation>
    </message>
    <message>
        <source>accuracy {accuracy}</source>
        <translation>准确率 {accuracy}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all hidden layers</source>
        <translation>所有隐藏层</translation>
    </message>
    <message>
        <source>all over the screen, the pad large, with the trained network or this model</source>
        <translation>全屏显示，画板放大，使用训练好的网络或此模型</translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation>全部词元</translation>
    </message>
    <message>
        <source>all weights</source>
        <translation>全部权重</translation>
    </message>
    <message>
        <source>all weights of an array</source>
        <translation>整个数组的权重</translation>
    </message>
    <message>
        <source>always saying the mean</source>
        <translation>总是回答均值</translation>
    </message>
    <message>
        <source>an NPZ file</source>
        <translation>NPZ 文件</translation>
    </message>
    <message>
        <source>an unknown type (0x{code:02x})</source>
        <translation>未知类型（0x{code:02x}）</translation>
    </message>
    <message>
        <source>and the other way, with as many weights of their own</source>
        <translation>再反方向读一遍，用另外同样多的权重</translation>
    </message>
    <message>
        <source>are too many for {tokens} tokens: they would compare {count} pairs, and {most} are the most</source>
        <translation>对 {tokens} 个词元来说太多：要比较 {count} 对，而最多为 {most} 对</translation>
    </message>
    <message>
        <source>argument {name}: expected one argument</source>
        <translation>选项 {name} 需要一个值</translation>
    </message>
    <message>
        <source>at least {number}</source>
        <translation>至少 {number}</translation>
    </message>
    <message>
        <source>at most {number}</source>
        <translation>至多 {number}</translation>
    </message>
    <message>
        <source>attacked {figure}</source>
        <translation>受攻击 {figure}</translation>
    </message>
    <message>
        <source>attention layers</source>
        <translation>注意力层</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>avg pool</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>broken off, done again as trial {number}</source>
        <translation>已中断，由试验 {number} 重做</translation>
    </message>
    <message>
        <source>broken off, to be done again</source>
        <translation>已中断，将重做</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>by the budget</source>
        <translation>由预算决定</translation>
    </message>
    <message>
        <source>by the share</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>can only look up the characters of a text: for a text let it be the first layer, and else leave it out</source>
        <translation>只能查找文本的字符：对于文本，请让它做第一层，否则请去掉它</translation>
    </message>
    <message>
        <source>candidate g</source>
        <translation>候选值 g</translation>
    </message>
    <message>
        <source>candidate n</source>
        <translation>候选值 n</translation>
    </message>
    <message>
        <source>cannot be kept for a number, whose scale is read off the targets themselves</source>
        <translation>对数值无法保持，因为它的尺度取自目标值本身</translation>
    </message>
    <message>
        <source>cannot be kept for numbers, which are brought to one scale by what the rows themselves are</source>
        <translation>对数值无法保证，因为数值是按数据行本身归一到同一尺度的</translation>
    </message>
    <message>
        <source>cannot be kept for text, where each example asks for many characters at once</source>
        <translation>无法对文本做到，因为每个样本都一次要求许多字符</translation>
    </message>
    <message>
        <source>cannot be kept where the training images decide when to stop: keep some for validation</source>
        <translation>在由训练图像决定何时停止时无法保证：请留出一些图像用于验证</translation>
    </message>
    <message>
        <source>cannot be kept with a teacher, whose own images it does not cover</source>
        <translation>有教师时无法保证，因为不包括教师自己的图像</translation>
    </message>
    <message>
        <source>cannot be kept with batch normalisation, in which images see each other</source>
        <translation>使用批量归一化时无法保证，因为图像之间会互相影响</translation>
    </message>
    <message>
        <source>cannot be of the kind “{kind}”: the kinds are {known}</source>
        <translation>的类型不能是“{kind}”：可用的类型有 {known}</translation>
    </message>
    <message>
        <source>cannot be “{word}”: layers are written as {known}</source>
        <translation>不能是“{word}”：层的写法有 {known}</translation>
    </message>
    <message>
        <source>cannot cut up a sequence, which attention and recurrent layers read as it is: leave it out</source>
        <translation>不能再切分序列，注意力层和循环层可以直接读取序列：请去掉这一层</translation>
    </message>
    <message>
        <source>cannot cut up what is no image any more: put the patches in front, or behind convolutions alone</source>
        <translation>不能切分已经不是图像的数据：请把图块层放到最前面，或只放在卷积层之后</translation>
    </message>
    <message>
        <source>cannot go from a single vector, such as dense layers or a pool leave, back to a recurrent one, which reads rows or steps: put the recurrent layer in front</source>
        <translation>前面的层（例如全连接层或池化层）只留下一个向量，不能再回到循环层，因为循环层读取的是行或步：请把循环层放到前面</translation>
    </message>
    <message>
        <source>cannot go from dense or recurrent layers back to a convolution: put the convolution in front</source>
        <translation>不能从全连接层或循环层回到卷积层：请把卷积层放到前面</translation>
    </message>
    <message>
        <source>cannot go from the steps or tokens of a sequence back to a convolution: put the convolution in front</source>
        <translation>不能从序列的步或词元再回到卷积层：请把卷积层放到前面</translation>
    </message>
    <message>
        <source>cannot look back at tokens behind layers that leave none, such as a pool or dense ones: put attention in front of them</source>
        <translation>前面的层（例如池化层或全连接层）没有留下词元，注意力无从关注：请把注意力层放到它们前面</translation>
    </message>
    <message>
        <source>cannot pool what is one vector already, as behind dense layers: leave it out, or put it in front of them</source>
        <translation>不能再池化已经是一个向量的数据，例如在全连接层之后：请去掉这一层，或把它放到全连接层之前</translation>
    </message>
    <message>
        <source>cannot take an image, but only a sequence of tokens: put patches in front of it</source>
        <translation>不能接收图像，只能接收词元序列：请在它前面放图块层</translation>
    </message>
    <message>
        <source>cannot take numbers: they go through dense layers alone</source>
        <translation>不能接受数值：数值只能通过全连接层</translation>
    </message>
    <message>
        <source>cannot take text, which is a sequence of characters</source>
        <translation>无法读取文本，因为文本是字符序列</translation>
    </message>
    <message>
        <source>cannot take what the layer before it gives: put it in front of that one</source>
        <translation>不能接受前一层的输出：请把它放到那一层的前面</translation>
    </message>
    <message>
        <source>changes pictures until their class is missed, and these data ask for a number</source>
        <translation>会改变图片，直到认错类别，而这些数据要的是一个数值</translation>
    </message>
    <message>
        <source>changes the pixels of pictures, and these data are numbers</source>
        <translation>改变的是图片的像素，而这些数据是数值</translation>
    </message>
    <message>
        <source>changes the pixels of pictures, and these data are text</source>
        <translation>改变的是图片的像素，而这些数据是文本</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>个通道</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>个通道</translation>
    </message>
    <message>
        <source>character</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>column by column</source>
        <translation>逐列</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>conv16,conv32,64 for convolutions of 16 and 32 channels in front</source>
        <translation>conv16,conv32,64 表示前面有 16 和 32 个通道的卷积层</translation>
    </message>
    <message>
        <source>convolutions</source>
        <translation>卷积层</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cuts the image into {rows} × {columns} patches of {channels:,} × {size} × {size} numbers, x; each becomes a token of {width}:</source>
        <translation>把图像切成 {rows} × {columns} 个图块，每个有 {channels:,} × {size} × {size} 个数 x；每个图块变成一个有 {width}的词元：</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>默认 {value}</translation>
    </message>
    <message>
        <source>dense layers</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>位</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>each token is brought to mean 0 and deviation 1, then scaled and shifted</source>
        <translation>每个词元先归一化为均值 0、标准差 1，再缩放和平移</translation>
    </message>
    <message>
        <source>each unit or channel</source>
        <translation>每个神经元或通道</translation>
    </message>
    <message>
        <source>each {count} weights</source>
        <translation>每 {count} 个权重</translation>
    </message>
    <message>
        <source>embedding64,attention4,attention4 for a small Transformer that goes on with a text</source>
        <translation>embedding64,attention4,attention4 表示一个续写文本的小型 Transformer</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>已提前终止</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epoch {epoch}/{epochs}</source>
        <translation>第 {epoch}/{epochs} 轮</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>error: {what}</source>
        <translation>错误：{what}</translation>
    </message>
    <message>
        <source>example</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>forget gate f</source>
        <translation>遗忘门 f</translation>
    </message>
    <message>
        <source>forget preferences and window layout</source>
        <translation>清除偏好设置和窗口布局</translation>
    </message>
    <message>
        <source>found</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>found {recall}  right when said {precision}</source>
        <translation>找出 {recall}  说对 {precision}</translation>
    </message>
    <message>
        <source>grid: every combination</source>
        <translation>网格：每种组合</translation>
    </message>
    <message>
        <source>gru64,32 for a GRU</source>
        <translation>gru64,32 表示一个 GRU 层</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>瞎猜</translation>
    </message>
    <message>
        <source>hardening</source>
        <translation>加固</translation>
    </message>
    <message>
        <source>head</source>
        <translation>个头</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>个头</translation>
    </message>
    <message>
        <source>here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>hidden layer {number}</source>
        <translation>第 {number} 个隐藏层</translation>
    </message>
    <message>
        <source>i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b)
c ← f · c + i · g, h ← o · tanh(c)</source>
        <translation>i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b)
c ← f · c + i · g, h ← o · tanh(c)</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>图像 {number}</translation>
    </message>
    <message>
        <source>in each of {heads}, Q, K and V = W norm(x) + b have {numbers} a token:</source>
        <translation>在 {heads}的每一个中，Q、K、V = W norm(x) + b，每个词元有 {numbers}：</translation>
    </message>
    <message>
        <source>in {heads}, Q, K and V = W norm(x) + b have {numbers} a token:</source>
        <translation>在 {heads}中，Q、K、V = W norm(x) + b，每个词元有 {numbers}：</translation>
    </message>
    <message>
        <source>input gate i</source>
        <translation>输入门 i</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>is for dense layers alone, and hidden layer {number} is another</source>
        <translation>只适用于全连接层，而隐藏层 {number} 不是</translation>
    </message>
    <message>
        <source>is kept on the processor alone: set the device to automatic or CPU</source>
        <translation>只能在处理器上保证：请把设备设为自动或 CPU</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not a setting of this program</source>
        <translation>不是本程序的设置</translation>
    </message>
    <message>
        <source>is not a setting of this program: there one can set {known}</source>
        <translation>不是本程序的设置：这里可以设置的有 {known}</translation>
    </message>
    <message>
        <source>is not a setting of this program: what is meant may be {known}</source>
        <translation>不是本程序的设置：可能想写的是 {known}</translation>
    </message>
    <message>
        <source>is not joined with an adversary here: train either privately or against one</source>
        <translation>在这里不能与攻击者同时使用：要么用隐私训练，要么用攻击者训练</translation>
    </message>
    <message>
        <source>is not readable JSON: {error}</source>
        <translation>不是可读的 JSON：{error}</translation>
    </message>
    <message>
        <source>is not usable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>is too large a number</source>
        <translation>这个数太大</translation>
    </message>
    <message>
        <source>is worth nothing with noise below {least}</source>
        <translation>在噪声低于 {least} 时毫无意义</translation>
    </message>
    <message>
        <source>it answered with error {code}</source>
        <translation>它回答了错误代码 {code}</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>无法连接到它</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>它没有及时回答</translation>
    </message>
    <message>
        <source>it ended with the code {code}.</source>
        <translation>它以代码 {code} 结束。</translation>
    </message>
    <message>
        <source>it fell silent</source>
        <translation>它不再回应</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation>它是设备或管道，不是文件</translation>
    </message>
    <message>
        <source>it took longer than {seconds:g} seconds.</source>
        <translation>它用了超过 {seconds:g} 秒。</translation>
    </message>
    <message>
        <source>language of this window, such as en or zh_CN</source>
        <translation>窗口所用的语言，例如 en 或 zh_CN</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>learning from a teacher</source>
        <translation>向教师学习</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>less than {number}</source>
        <translation>小于 {number}</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>looks up, for each of {places}, its row of {numbers} in a table E of {alphabet:,} rows:</source>
        <translation>对 {places}中的每一个，在有 {alphabet:,} 行的表 E 中查出它那一行 {numbers}：</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>lowest loss {loss:.4f}</source>
        <translation>最低损失 {loss:.4f}</translation>
    </message>
    <message>
        <source>lstm64,32 for an LSTM that reads the image row by row, bilstm64 both ways</source>
        <translation>lstm64,32 表示一个逐行读取图像的 LSTM 层，bilstm64 为双向</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>makes one vector of the whole text, and the next character is asked for at every place</source>
        <translation>把整段文本变成一个向量，而每个位置都要给出下一个字符</translation>
    </message>
    <message>
        <source>makes the network too large: it would have {count} weights, and {most} are the most</source>
        <translation>使网络太大：会有 {count} 个权重，而最多只能有 {most} 个</translation>
    </message>
    <message>
        <source>makes the network too large: it would make {count} numbers of one image, and {most} are the most</source>
        <translation>使网络过大：它会把一张图像变成 {count} 个数，最多为 {most} 个</translation>
    </message>
    <message>
        <source>many steps (PGD)</source>
        <translation>多步（PGD）</translation>
    </message>
    <message>
        <source>max pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>message</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>model file or lesson to open</source>
        <translation>要打开的模型文件或课程</translation>
    </message>
    <message>
        <source>more than {number}</source>
        <translation>大于 {number}</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>必须是有限数</translation>
    </message>
    <message>
        <source>must be a group of settings</source>
        <translation>必须是一组设置</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must be a word, such as {known}, or a group of settings</source>
        <translation>必须是一个写法（例如 {known}）或一组设置</translation>
    </message>
    <message>
        <source>must be at least {ge}</source>
        <translation>不能小于 {ge}</translation>
    </message>
    <message>
        <source>must be at most {le}</source>
        <translation>不能大于 {le}</translation>
    </message>
    <message>
        <source>must be at most {limit}: the image is {height} × {width} there</source>
        <translation>不能大于 {limit}：那里的图像是 {height} × {width}</translation>
    </message>
    <message>
        <source>must be at most {most} layers</source>
        <translation>不能超过 {most} 层</translation>
    </message>
    <message>
        <source>must be every step: the next character is asked for at each</source>
        <translation>必须是每一步：每一步都要给出下一个字符</translation>
    </message>
    <message>
        <source>must be less than {lt}</source>
        <translation>必须小于 {lt}</translation>
    </message>
    <message>
        <source>must be more than {gt}</source>
        <translation>必须大于 {gt}</translation>
    </message>
    <message>
        <source>must be on or off</source>
        <translation>必须是开或关</translation>
    </message>
    <message>
        <source>must be one of {expected}</source>
        <translation>必须是下列之一：{expected}</translation>
    </message>
    <message>
        <source>must be one way: read backwards, the characters that are asked for would be known</source>
        <translation>必须是单向：若反向读取，就会先知道要给出的字符</translation>
    </message>
    <message>
        <source>must divide the {width} numbers of a token, as {near} does</source>
        <translation>必须能整除词元的宽度 {width}，例如 {near}</translation>
    </message>
    <message>
        <source>must have at most {max_length} letters</source>
        <translation>不能超过 {max_length} 个字符</translation>
    </message>
    <message>
        <source>must have at most {most} entries</source>
        <translation>不能超过 {most} 项</translation>
    </message>
    <message>
        <source>must not be all tokens: each would see the character that it is asked for</source>
        <translation>不能是全部词元：否则每个词元都会看到它要给出的字符</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>needs a sequence of tokens, and the layer before leaves none</source>
        <translation>需要词元序列，而前一层没有留下序列</translation>
    </message>
    <message>
        <source>needs a sequence, and a recurrent layer before it gives on its last state alone: let that one give on what fits, or the state after every step</source>
        <translation>需要序列，而前面的一个循环层只输出最后的状态：请让那一层的“输出”选为自动，或每一步之后的状态</translation>
    </message>
    <message>
        <source>needs an image, and the layer before leaves none</source>
        <translation>需要图像，而前一层没有留下图像</translation>
    </message>
    <message>
        <source>needs at least 2 × 2 numbers, and only {height} × {width} are left there</source>
        <translation>至少需要 2 × 2 个数，而那里只剩 {height} × {width} 个</translation>
    </message>
    <message>
        <source>netsketch --help lists the commands without a window.</source>
        <translation>netsketch --help 列出不用窗口的命令。</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>no Wayland compositor answers at WAYLAND_DISPLAY={display}</source>
        <translation>WAYLAND_DISPLAY={display} 没有 Wayland 合成器应答</translation>
    </message>
    <message>
        <source>no X server answers at DISPLAY={display}</source>
        <translation>DISPLAY={display} 没有 X 服务器应答</translation>
    </message>
    <message>
        <source>no digit?</source>
        <translation>不是数字？</translation>
    </message>
    <message>
        <source>no file can have such a name</source>
        <translation>文件不能有这样的名称</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>no pool</source>
        <translation>无池化</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none of these?</source>
        <translation>都不是？</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>not measured on unseen examples</source>
        <translation>没有用未见过的样本测量</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>不能继续</translation>
    </message>
    <message>
        <source>not readable: {sentence}</source>
        <translation>无法读取：{sentence}</translation>
    </message>
    <message>
        <source>not used: {count:,} more</source>
        <translation>未使用：另有 {count:,} 个</translation>
    </message>
    <message>
        <source>not used: {name}: {why}</source>
        <translation>未使用：{name}：{why}</translation>
    </message>
    <message>
        <source>note: {sentence}</source>
        <translation>注意：{sentence}</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>number</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>numerical precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>of epoch {epoch}, the best</source>
        <translation>第 {epoch} 轮，最佳</translation>
    </message>
    <message>
        <source>of every 2 × 2 of z the average is kept</source>
        <translation>z 的每 2 × 2 个数中保留平均值</translation>
    </message>
    <message>
        <source>of every 2 × 2 of z the largest is kept</source>
        <translation>z 的每 2 × 2 个数中保留最大值</translation>
    </message>
    <message>
        <source>of the training examples</source>
        <translation>（占训练样本）</translation>
    </message>
    <message>
        <source>of what each of the two adds, {share:.3g} % are switched off while training</source>
        <translation>训练时，两者各自所加的数有 {share:.3g}% 被关闭</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>可选 {choices}</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>一处</translation>
    </message>
    <message>
        <source>one step (FGSM)</source>
        <translation>单步（FGSM）</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>output gate o</source>
        <translation>输出门 o</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>图块层</translation>
    </message>
    <message>
        <source>patches7,attention4,pool,32 for attention over patches of 7 × 7 pixels (patches7x32 for 32 numbers a patch instead of 64)</source>
        <translation>patches7,attention4,pool,32 表示 7 × 7 像素的图块上的注意力（patches7x32 表示每个图块变成 32 个数，而不是 64 个）</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>point</source>
        <translation>个点</translation>
    </message>
    <message>
        <source>points</source>
        <translation>个点</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>poollast or poolfirst for the last or first token in place of the mean</source>
        <translation>poollast 或 poolfirst 表示不取平均，而取最后一个或第一个词元</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>池化层</translation>
    </message>
    <message>
        <source>positional arguments:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>psycopg is missing.</source>
        <translation>缺少 psycopg。</translation>
    </message>
    <message>
        <source>r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b))
h ← (1 − z) · n + z · h</source>
        <translation>r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b))
h ← (1 − z) · n + z · h</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>reads {columns} of {numbers} from left to right; of each, x, and the state before, h:</source>
        <translation>从左到右读取 {columns}，每列 {numbers}；对每一列 x 和之前的状态 h：</translation>
    </message>
    <message>
        <source>reads {rows} of {numbers} from top to bottom; of each, x, and the state before, h:</source>
        <translation>从上到下读取 {rows}，每行 {numbers}；对每一行 x 和之前的状态 h：</translation>
    </message>
    <message>
        <source>reads {steps} of {numbers} one after the other; of each, x, and the state before, h:</source>
        <translation>依次读取 {steps}，每步 {numbers}；对每一步 x 和之前的状态 h：</translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation>重置门 r</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>share of exact training answers</source>
        <translation>完全正确的训练回答的占比</translation>
    </message>
    <message>
        <source>share of exact validation answers</source>
        <translation>完全正确的验证回答的占比</translation>
    </message>
    <message>
        <source>share of training characters that are right</source>
        <translation>训练字符的正确率</translation>
    </message>
    <message>
        <source>share of validation characters that are right</source>
        <translation>验证字符的正确率</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示本帮助后退出</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>个符号</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>个符号</translation>
    </message>
    <message>
        <source>sin x</source>
        <translation>sin x</translation>
    </message>
    <message>
        <source>sin y</source>
        <translation>sin y</translation>
    </message>
    <message>
        <source>spreads certainty over classes, and these data ask for a number</source>
        <translation>把确定性分摊到各个类别，而这些数据要的是一个数值</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>successive halving</source>
        <translation>逐次减半</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>tells what it finds probable of classes, and these data ask for a number</source>
        <translation>讲的是各个类别的概率，而这些数据要的是一个数值</translation>
    </message>
    <message>
        <source>tells what it finds probable of whole examples, and these data ask for a character at every place</source>
        <translation>只说出它对整个样本认为的概率，而这些数据在每个位置都要一个字符</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>test image {number}</source>
        <translation>测试图像 {number}</translation>
    </message>
    <message>
        <source>test {figure}</source>
        <translation>测试 {figure}</translation>
    </message>
    <message>
        <source>the best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>the column “{name}”</source>
        <translation>列“{name}”</translation>
    </message>
    <message>
        <source>the connection is not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>the download broke off</source>
        <translation>下载中断</translation>
    </message>
    <message>
        <source>the first column</source>
        <translation>第一列</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>第一个词元</translation>
    </message>
    <message>
        <source>the last column</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>the last state</source>
        <translation>最后的状态</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>最后一个词元</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>the pad alone, for whoever comes by: no files, blank after 30 seconds; Ctrl+Shift+Q ends it</source>
        <translation>只有画板，供来往的人试用：无法接触文件，30 秒无人操作后清空；按 Ctrl+Shift+Q 结束</translation>
    </message>
    <message>
        <source>the proxy did not let it through</source>
        <translation>代理服务器没有放行</translation>
    </message>
    <message>
        <source>the state after every step</source>
        <translation>每一步之后的状态</translation>
    </message>
    <message>
        <source>the training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>there is no display here</source>
        <translation>这里没有显示器</translation>
    </message>
    <message>
        <source>those before it, and itself</source>
        <translation>它前面的和它自己</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>个线程</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>个线程</translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation>待下载</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>个神经元</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个神经元</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation>无法识别的参数：{names}</translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation>更新门 z</translation>
    </message>
    <message>
        <source>usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>validation {figure}</source>
        <translation>验证 {figure}</translation>
    </message>
    <message>
        <source>values {range}</source>
        <translation>取值 {range}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weights that are zero</source>
        <translation>为零的权重</translation>
    </message>
    <message>
        <source>what fits</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>what it sent is damaged</source>
        <translation>它发来的内容已损坏</translation>
    </message>
    <message>
        <source>worse than the median</source>
        <translation>差于中位数</translation>
    </message>
    <message>
        <source>wrong training answers</source>
        <translation>错误的训练回答</translation>
    </message>
    <message>
        <source>wrong training characters</source>
        <translation>错误的训练字符</translation>
    </message>
    <message>
        <source>wrong training examples</source>
        <translation>认错的训练样本</translation>
    </message>
    <message>
        <source>wrong validation answers</source>
        <translation>错误的验证回答</translation>
    </message>
    <message>
        <source>wrong validation characters</source>
        <translation>错误的验证字符</translation>
    </message>
    <message>
        <source>wrong validation examples</source>
        <translation>认错的验证样本</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>x²</source>
        <translation>x²</translation>
    </message>
    <message>
        <source>x·y</source>
        <translation>x·y</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>y = x + W H + b, the H of all heads side by side</source>
        <translation>y = x + W H + b，各个头的 H 并排</translation>
    </message>
    <message>
        <source>your system&apos;s packages hold them</source>
        <translation>可以从系统的软件包安装</translation>
    </message>
    <message>
        <source>y²</source>
        <translation>y²</translation>
    </message>
    <message>
        <source>z = W x + b
W is {rows:,} × {columns:,}, b is {rows:,}: {parameters:,} parameters</source>
        <translation>z = W x + b
W 为 {rows:,} × {columns:,}，b 为 {rows:,}：{parameters:,} 个参数</translation>
    </message>
    <message>
        <source>z = W ∗ x + b
{count:,} filters of {channels:,} × {kernel} × {kernel}, b is {count:,}: {parameters:,} parameters</source>
        <translation>z = W ∗ x + b
{count:,} 个 {channels:,} × {kernel} × {kernel} 的卷积核，b 为 {count:,}：{parameters:,} 个参数</translation>
    </message>
    <message>
        <source>{attack}, {strength:g}: {accuracy} are still read right, with 95 % confidence between {low} and {high} ({seconds:.1f} s).</source>
        <translation>{attack}，{strength:g}：仍有 {accuracy} 读对，95% 置信度下在 {low} 和 {high} 之间（{seconds:.1f} 秒）。</translation>
    </message>
    <message>
        <source>{before} is called {name} now.</source>
        <translation>{before} 现在叫 {name}。</translation>
    </message>
    <message>
        <source>{before} or {last}</source>
        <translation>{before} 或 {last}</translation>
    </message>
    <message>
        <source>{before}; {threads} from step {step:,} on</source>
        <translation>{before}；从第 {step:,} 步起 {threads}</translation>
    </message>
    <message>
        <source>{black} to {white}</source>
        <translation>{black} 到 {white}</translation>
    </message>
    <message>
        <source>{count:,} characters</source>
        <translation>{count:,} 个字符</translation>
    </message>
    <message>
        <source>{count:,} columns</source>
        <translation>{count:,} 列</translation>
    </message>
    <message>
        <source>{count:,} digits do not fit into memory.</source>
        <translation>内存放不下 {count:,} 个数字。</translation>
    </message>
    <message>
        <source>{count:,} heads</source>
        <translation>{count:,} 个头</translation>
    </message>
    <message>
        <source>{count:,} images are in {paths}.</source>
        <translation>{count:,} 张图像已写入 {paths}。</translation>
    </message>
    <message>
        <source>{count:,} images that the model learnt from, and as many that it did not ({data}, {part}).</source>
        <translation>模型学过的图像 {count:,} 张，没学过的同样多（{data}，{part}）。</translation>
    </message>
    <message>
        <source>{count:,} local epochs are not possible.</source>
        <translation>本地学习 {count:,} 轮是不可能的。</translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation>{count:,} 个数</translation>
    </message>
    <message>
        <source>{count:,} rounds are not possible.</source>
        <translation>{count:,} 个回合是不可能的。</translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation>{count:,} 行</translation>
    </message>
    <message>
        <source>{count:,} steps</source>
        <translation>{count:,} 步</translation>
    </message>
    <message>
        <source>{count:,} strengths are too many.</source>
        <translation>{count:,} 个强度太多了。</translation>
    </message>
    <message>
        <source>{count:,} texts are in {paths}.</source>
        <translation>{count:,} 段文本已写入 {paths}。</translation>
    </message>
    <message>
        <source>{count:,} tokens</source>
        <translation>{count:,} 个词元</translation>
    </message>
    <message>
        <source>{count:,} training examples for {classes} classes: {each:.3g} a class.</source>
        <translation>{count:,} 个训练样本，{classes} 个类别：每类 {each:.3g} 个。</translation>
    </message>
    <message>
        <source>{count:,} training examples, tried as they are,</source>
        <translation>抽查的 {count:,} 个训练样本（未经变化）</translation>
    </message>
    <message>
        <source>{count:,} training examples.</source>
        <translation>{count:,} 个训练样本。</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>{count} images from number {start} on were asked for.</source>
        <translation>要求的是从第 {start} 张起的 {count} 张图像。</translation>
    </message>
    <message>
        <source>{count} numbers are {side}×{side} pixels of three colours, in an order that is not to be seen.</source>
        <translation>{count} 个数是 {side}×{side} 个三色像素，看不出按什么顺序排列。</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{count} snapshots {size}</source>
        <translation>{count} 个快照 {size}</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 个线程</translation>
    </message>
    <message>
        <source>{data}, {count:,} training examples</source>
        <translation>{data}，{count:,} 个训练样本</translation>
    </message>
    <message>
        <source>{date}, branched from {parent}</source>
        <translation>{date}，从 {parent} 分支</translation>
    </message>
    <message>
        <source>{done} of {trials} trials</source>
        <translation>{trials} 次试验中的 {done} 次</translation>
    </message>
    <message>
        <source>{done} trials</source>
        <translation>{done} 次试验</translation>
    </message>
    <message>
        <source>{ended}: {measured}{best}.</source>
        <translation>{ended}：{measured}{best}。</translation>
    </message>
    <message>
        <source>{file} {size}</source>
        <translation>{file} {size}</translation>
    </message>
    <message>
        <source>{file}: usable, {count} steps</source>
        <translation>{file}：可用，共 {count} 个步骤</translation>
    </message>
    <message>
        <source>{first}  (then {name}, {share})</source>
        <translation>{first}（其次 {name}，{share}）</translation>
    </message>
    <message>
        <source>{first} and {next}</source>
        <translation>{first}，{next}</translation>
    </message>
    <message>
        <source>{first} {next}</source>
        <translation>{first}{next}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}、{next}</translation>
    </message>
    <message>
        <source>{first}-{next}</source>
        <translation>{first}-{next}</translation>
    </message>
    <message>
        <source>{first}; {next}</source>
        <translation>{first}；{next}</translation>
    </message>
    <message>
        <source>{goal} {figure}</source>
        <translation>{goal} {figure}</translation>
    </message>
    <message>
        <source>{heading}: {part}</source>
        <translation>{heading}：{part}</translation>
    </message>
    <message>
        <source>{height} × {width}</source>
        <translation>{height} × {width}</translation>
    </message>
    <message>
        <source>{help} ({facts})</source>
        <translation>{help}（{facts}）</translation>
    </message>
    <message>
        <source>{host}: {reason}</source>
        <translation>{host}：{reason}</translation>
    </message>
    <message>
        <source>{image}: not sure, {name} {share} or {second} {other}?</source>
        <translation>{image}：不确定，是 {name}（{share}）还是 {second}（{other}）？</translation>
    </message>
    <message>
        <source>{image}: {asked}  (likeliest {name}, {share})</source>
        <translation>{image}：{asked}（最有可能是 {name}，{share}）</translation>
    </message>
    <message>
        <source>{image}: {caption}, likeness {likeness:.3f}</source>
        <translation>{image}：{caption}，相似度 {likeness:.3f}</translation>
    </message>
    <message>
        <source>{image}: {classes}  ({shares})</source>
        <translation>{image}：{classes}（{shares}）</translation>
    </message>
    <message>
        <source>{image}: {name}  {share}</source>
        <translation>{image}：{name}  {share}</translation>
    </message>
    <message>
        <source>{image}: {what}</source>
        <translation>{image}：{what}</translation>
    </message>
    <message>
        <source>{kept:,} of {whole:,} are left</source>
        <translation>{whole:,} 个中剩下 {kept:,} 个</translation>
    </message>
    <message>
        <source>{key}  {time}  {title}: {summary}</source>
        <translation>{key}  {time}  {title}：{summary}</translation>
    </message>
    <message>
        <source>{kind}: {error}</source>
        <translation>{kind}：{error}</translation>
    </message>
    <message>
        <source>{kind}: {reason}</source>
        <translation>{kind}：{reason}</translation>
    </message>
    <message>
        <source>{layer} ({details})</source>
        <translation>{layer}（{details}）</translation>
    </message>
    <message>
        <source>{measure} is {train:.1%} on {images} and {validation:.1%} on the validation examples. The validation loss was lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now.</source>
        <translation>在{images}上{measure}为 {train:.1%}，在验证样本上为 {validation:.1%}。验证损失在第 {best} 轮之后最低（{lowest:.3g}），现在为 {now:.3g}。</translation>
    </message>
    <message>
        <source>{measure} with few parameters</source>
        <translation>少量参数下的{measure}</translation>
    </message>
    <message>
        <source>{measure} within seconds of training</source>
        <translation>限定训练秒数内的{measure}</translation>
    </message>
    <message>
        <source>{measure} {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation>{count:,} 个样本（{data}，{part}）的{measure}为 {accuracy}，损失 {loss:.4f}。在 95% 的置信度下，它在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation>{measure} {figure}</translation>
    </message>
    <message>
        <source>{measure} {share:.1%} on {count:,} unseen examples</source>
        <translation>{count:,} 个未见过的样本的{measure}为 {share:.1%}</translation>
    </message>
    <message>
        <source>{measure} {share:.1%} on {count:,} validation examples</source>
        <translation>{count:,} 个验证样本的{measure}为 {share:.1%}</translation>
    </message>
    <message>
        <source>{measure}: {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f} nats a character. With 95 % confidence it lies between {low} and {high}.</source>
        <translation>{measure}：{count:,} 个样本（{data}，{part}）中为 {accuracy}，损失为每个字符 {loss:.4f} 奈特。以 95 % 的置信度，它在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>{milliseconds:.3f} ms an example on this machine, before {before:.3f} ms.</source>
        <translation>在这台机器上每个样本 {milliseconds:.3f} 毫秒，之前为 {before:.3f} 毫秒。</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{model} answers at {address}; Ctrl-C ends it.</source>
        <translation>{model} 在 {address} 回答；按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>{name} ({title})</source>
        <translation>{name}（{title}）</translation>
    </message>
    <message>
        <source>{name} in the environment cannot be.</source>
        <translation>环境变量 {name} 的值不可能成立。</translation>
    </message>
    <message>
        <source>{name} in {file}</source>
        <translation>{file} 中的 {name}</translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name} 已恢复。</translation>
    </message>
    <message>
        <source>{name} is here: a text of {count:,} characters, {alphabet:,} different ones.</source>
        <translation>{name} 已就绪：一篇 {count:,} 个字符的文本，{alphabet:,} 个不同的字符。</translation>
    </message>
    <message>
        <source>{name} is here: {count:,} images of {classes} classes.</source>
        <translation>{name} 已就绪：{count:,} 张图像，{classes} 个类别。</translation>
    </message>
    <message>
        <source>{name} is here: {count:,} rows of {features:,} features, {classes} classes.</source>
        <translation>{name} 已就绪：{count:,} 行，{features:,} 个特征，{classes} 个类别。</translation>
    </message>
    <message>
        <source>{name} is here: {facts}</source>
        <translation>{name} 已就绪：{facts}</translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} rows to train and {test_count:,} to test, of {features} features and {classes} classes.</source>
        <translation>{name} 已就绪：{train_count:,} 行用于训练，{test_count:,} 行用于测试，{features} 个特征，{classes} 个类别。</translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} texts to train and {test_count:,} to test, of {width} characters at most and {alphabet:,} different ones.</source>
        <translation>{name} 已就绪：{train_count:,} 段训练文本和 {test_count:,} 段测试文本，每段最多 {width} 个字符，{alphabet:,} 个不同的字符。</translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} training and {test_count:,} test images of {height}×{width}, {classes} classes.</source>
        <translation>{name} 已就绪：{train_count:,} 张训练图像和 {test_count:,} 张测试图像，大小 {height}×{width}，{classes} 个类别。</translation>
    </message>
    <message>
        <source>{name} is in {path}, {size}.</source>
        <translation>{name} 已写入 {path}，{size}。</translation>
    </message>
    <message>
        <source>{name} is not one of {others}.</source>
        <translation>{name} 不在 {others} 之中。</translation>
    </message>
    <message>
        <source>{network}, {count:,} parameters</source>
        <translation>{network}，{count:,} 个参数</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{one} is set in the environment, and {other} is not.</source>
        <translation>环境变量设置了 {one}，却没有设置 {other}。</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others}或{last}</translation>
    </message>
    <message>
        <source>{parameters:,} parameters</source>
        <translation>{parameters:,} 个参数</translation>
    </message>
    <message>
        <source>{part} of hidden layer {number}</source>
        <translation>第 {number} 个隐藏层的{part}</translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation>{phrase}。</translation>
    </message>
    <message>
        <source>{place}: {sentence}</source>
        <translation>{place}：{sentence}</translation>
    </message>
    <message>
        <source>{port} is no port.</source>
        <translation>{port} 不是端口。</translation>
    </message>
    <message>
        <source>{precision} on {device}</source>
        <translation>{device} 上的 {precision}</translation>
    </message>
    <message>
        <source>{ranks} processes with {threads} each</source>
        <translation>{ranks} 个进程，每个 {threads}</translation>
    </message>
    <message>
        <source>{rank}. image {image:,}: {name}, likeness {likeness:.3f}</source>
        <translation>{rank}. 图像 {image:,}：{name}，相似度 {likeness:.3f}</translation>
    </message>
    <message>
        <source>{rejected:,} of the first {count:,} images cannot be used.</source>
        <translation>前 {count:,} 张图像中有 {rejected:,} 张不可用。</translation>
    </message>
    <message>
        <source>{result} at epoch {epoch}</source>
        <translation>{result}（第 {epoch} 轮）</translation>
    </message>
    <message>
        <source>{row}: {target} {value:.6g}</source>
        <translation>{row}：{target} {value:.6g}</translation>
    </message>
    <message>
        <source>{schools} schools have at most {places} classes, and the data have {classes}.</source>
        <translation>{schools} 所学校至多有 {places} 个类别，而数据有 {classes} 个。</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>{seen:,} images of these data are known to be learnt by the model, {unseen:,} others are known.</source>
        <translation>已知这些数据中有 {seen:,} 张图像是模型学过的，另有 {unseen:,} 张没学过。</translation>
    </message>
    <message>
        <source>{setting} {problem}.</source>
        <translation>{setting}{problem}。</translation>
    </message>
    <message>
        <source>{setting} {value}</source>
        <translation>{setting} {value}</translation>
    </message>
    <message>
        <source>{setting}: {share:.0%} of what decides whether a trial is among the best.</source>
        <translation>{setting}：在决定一次试验能否名列前茅的因素中占 {share:.0%}。</translation>
    </message>
    <message>
        <source>{setting}: {value} (not {before})</source>
        <translation>{setting}：{value}（原为 {before}）</translation>
    </message>
    <message>
        <source>{share:.0%} of its {units:,} units.</source>
        <translation>占其 {units:,} 个神经元的 {share:.0%}。</translation>
    </message>
    <message>
        <source>{share:.0%} of the images tried get the answer number {number}; they are of {classes} classes.</source>
        <translation>试过的图像中有 {share:.0%} 得到第 {number} 号回答；它们属于 {classes} 个类别。</translation>
    </message>
    <message>
        <source>{share:.0%} of the values of its {units:,} units.</source>
        <translation>占其 {units:,} 个神经元的值的 {share:.0%}。</translation>
    </message>
    <message>
        <source>{share:.1%} of {count:,} unseen examples right</source>
        <translation>{count:,} 个未见过的样本中认对 {share:.1%}</translation>
    </message>
    <message>
        <source>{share:.1%} of {count:,} validation examples right</source>
        <translation>{count:,} 个验证样本中认对 {share:.1%}</translation>
    </message>
    <message>
        <source>{size:,} bytes packed, before {before:,}.</source>
        <translation>压缩后 {size:,} 字节，之前为 {before:,} 字节。</translation>
    </message>
    <message>
        <source>{size:&gt;8,} training examples, seed {seed}, {measure}: validation {accuracy}, training {train_accuracy}</source>
        <translation>{size:&gt;8,} 个训练样本，种子 {seed}，{measure}：验证 {accuracy}，训练 {train_accuracy}</translation>
    </message>
    <message>
        <source>{size:&gt;8,} training examples, seed {seed}: validation {accuracy}, training {train_accuracy}</source>
        <translation>{size:&gt;8,} 个训练样本，种子 {seed}：验证 {accuracy}，训练 {train_accuracy}</translation>
    </message>
    <message>
        <source>{size} in {path}</source>
        <translation>{size}，位于 {path}</translation>
    </message>
    <message>
        <source>{size} {unit}</source>
        <translation>{size} {unit}</translation>
    </message>
    <message>
        <source>{starts:,} starts are not possible.</source>
        <translation>不能有 {starts:,} 个起点。</translation>
    </message>
    <message>
        <source>{status}, epoch {epoch} of {epochs}, {steps:,} steps, {seconds:.1f} s</source>
        <translation>{status}，第 {epoch} 轮，共 {epochs} 轮，{steps:,} 步，{seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>{step:,} steps in {seconds:.1f} s. Saved to {path}.</source>
        <translation>共 {step:,} 步，用时 {seconds:.1f} 秒。已保存到 {path}。</translation>
    </message>
    <message>
        <source>{steps:,} steps are not possible.</source>
        <translation>无法走 {steps:,} 步。</translation>
    </message>
    <message>
        <source>{text} {answer}  {share}</source>
        <translation>{text} {answer}  {share}</translation>
    </message>
    <message>
        <source>{text}: next “{sign}”  {share}</source>
        <translation>{text}：下一个“{sign}”（{share}）</translation>
    </message>
    <message>
        <source>{title} could not be downloaded.</source>
        <translation>无法下载“{title}”。</translation>
    </message>
    <message>
        <source>{title}: AUC {auc:.3f} ({low:.3f} to {high:.3f}), best accuracy {accuracy} (by chance up to {chance}), {few} found at 1 % false alarms ({few_low} to {few_high}).</source>
        <translation>{title}：AUC {auc:.3f}（{low:.3f} 到 {high:.3f}），最佳准确率 {accuracy}（碰巧可达 {chance}），误报 1% 时找出 {few}（{few_low} 到 {few_high}）。</translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, look at each other</source>
        <translation>{tokens} x 相互关注，每个有 {numbers}</translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, look at themselves and those before them</source>
        <translation>{tokens}（每个{numbers}），x，各自看自己和前面的词元</translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, looks at itself</source>
        <translation>{tokens} x 关注自身，有 {numbers}</translation>
    </message>
    <message>
        <source>{train_count:,} training and {validation_count:,} validation examples, {parameters:,} parameters, {device}, {threads}</source>
        <translation>{train_count:,} 个训练样本和 {validation_count:,} 个验证样本，{parameters:,} 个参数，{device}，{threads}</translation>
    </message>
    <message>
        <source>{values} → 0 to 255</source>
        <translation>{values} → 0 到 255</translation>
    </message>
    <message>
        <source>{variable} names it.</source>
        <translation>它由 {variable} 指定。</translation>
    </message>
    <message>
        <source>{what} …</source>
        <translation>{what}…</translation>
    </message>
    <message>
        <source>{world} processes would share {batch} images.</source>
        <translation>{world} 个进程将分担 {batch} 张图像。</translation>
    </message>
    <message>
        <source>ε {spent:.3g}</source>
        <translation>ε {spent:.3g}</translation>
    </message>
    <message>
        <source>“Content-Length” is no length.</source>
        <translation>“Content-Length”不是长度。</translation>
    </message>
    <message>
        <source>“{archive}” is damaged.</source>
        <translation>“{archive}”已损坏。</translation>
    </message>
    <message>
        <source>“{black} {white}” are no two numbers.</source>
        <translation>“{black} {white}”不是两个数。</translation>
    </message>
    <message>
        <source>“{data}” cannot be written as “{name}”.</source>
        <translation>“{data}”不能写成“{name}”格式。</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” cannot both be true of one picture.</source>
        <translation>“{first}”和“{second}”不可能同时符合一张图片。</translation>
    </message>
    <message>
        <source>“{folder}” lies on one ({kind}), where locks do not hold and its journal would be damaged.</source>
        <translation>“{folder}”位于网络共享（{kind}）上，那里的锁不可靠，日志会损坏。</translation>
    </message>
    <message>
        <source>“{host}” is no address of this machine.</source>
        <translation>“{host}”不是这台机器的地址。</translation>
    </message>
    <message>
        <source>“{images}” holds the labels, and “{labels}” the images: their names are exchanged.</source>
        <translation>“{images}”里是标签，“{labels}”里是图像：它们的名称弄反了。</translation>
    </message>
    <message>
        <source>“{images}” is taken for the images and “{labels}” for their labels.</source>
        <translation>把“{images}”当作图像，把“{labels}”当作它们的标签。</translation>
    </message>
    <message>
        <source>“{image}” shows nothing.</source>
        <translation>“{image}”上什么也没有。</translation>
    </message>
    <message>
        <source>“{key}”</source>
        <translation>“{key}”</translation>
    </message>
    <message>
        <source>“{key}” belongs to a question, and there is none.</source>
        <translation>“{key}”属于问题，而这里没有问题。</translation>
    </message>
    <message>
        <source>“{key}” cannot be “{name}”.</source>
        <translation>“{key}”不能是“{name}”。</translation>
    </message>
    <message>
        <source>“{key}” has more than {most:,} letters.</source>
        <translation>“{key}”超过了 {most:,} 个字。</translation>
    </message>
    <message>
        <source>“{key}” has more than {most} entries.</source>
        <translation>“{key}”的条目多于 {most} 个。</translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation>缺少“{key}”。</translation>
    </message>
    <message>
        <source>“{key}” must be a class such as “7”, a list of them, or true.</source>
        <translation>“{key}”必须是类别（例如“7”）、类别的列表或 true。</translation>
    </message>
    <message>
        <source>“{key}” must be a class such as “7”, or any.</source>
        <translation>“{key}”必须是类别（例如“7”）或 any。</translation>
    </message>
    <message>
        <source>“{key}” must be a list of {least} to {most}.</source>
        <translation>“{key}”必须是含 {least} 到 {most} 项的列表。</translation>
    </message>
    <message>
        <source>“{key}” must be a name.</source>
        <translation>“{key}”必须是名称。</translation>
    </message>
    <message>
        <source>“{key}” must be a table, or a list of them, with something in it.</source>
        <translation>“{key}”必须是表或表的列表，且不能为空。</translation>
    </message>
    <message>
        <source>“{key}” must be a text, or texts by language.</source>
        <translation>“{key}”必须是文字，或按语言分开的文字。</translation>
    </message>
    <message>
        <source>“{key}” must be true or false.</source>
        <translation>“{key}”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>“{key}” must be true; for its contrary there is “not”.</source>
        <translation>“{key}”必须是 true；要表示相反的意思请用“not”。</translation>
    </message>
    <message>
        <source>“{key}” must be {kind}.</source>
        <translation>“{key}”必须是{kind}。</translation>
    </message>
    <message>
        <source>“{key}” must be {least} to {most}.</source>
        <translation>“{key}”必须在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>“{key}” must not be empty.</source>
        <translation>“{key}”不能为空。</translation>
    </message>
    <message>
        <source>“{label}” is no name for a class.</source>
        <translation>“{label}”不能用作类别名称。</translation>
    </message>
    <message>
        <source>“{many}” is no list of {many}.</source>
        <translation>“{many}”不是 {many} 的列表。</translation>
    </message>
    <message>
        <source>“{most}” has {many:,} training examples, “{least}” has {few:,}.</source>
        <translation>“{most}”有 {many:,} 个训练样本，“{least}”有 {few:,} 个。</translation>
    </message>
    <message>
        <source>“{name}” cannot be compared on “{images}”.</source>
        <translation>“{name}”无法在“{images}”上比较。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a table.</source>
        <translation>“{name}”无法作为表格读取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a text.</source>
        <translation>“{name}”无法作为文本读取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as labelled images.</source>
        <translation>“{name}”无法作为带标签的图像读取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>“{name}”无法读取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to.</source>
        <translation>无法写入“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” cannot become a data set.</source>
        <translation>“{name}”无法成为数据集。</translation>
    </message>
    <message>
        <source>“{name}” cannot hold weights as {weights}.</source>
        <translation>“{name}”不能以 {weights} 存放权重。</translation>
    </message>
    <message>
        <source>“{name}” cannot multiply activations as {activations}.</source>
        <translation>“{name}”不能以 {activations} 相乘激活值。</translation>
    </message>
    <message>
        <source>“{name}” cannot stand beside the network at hand.</source>
        <translation>“{name}”无法与当前网络并排对照。</translation>
    </message>
    <message>
        <source>“{name}” has images of one class only.</source>
        <translation>“{name}”只有一个类别的图像。</translation>
    </message>
    <message>
        <source>“{name}” has no points yet.</source>
        <translation>“{name}”还没有点。</translation>
    </message>
    <message>
        <source>“{name}” holds no images but labels.</source>
        <translation>“{name}”中没有图像，只有标签。</translation>
    </message>
    <message>
        <source>“{name}” holds no such ones.</source>
        <translation>“{name}”中没有这样的图像。</translation>
    </message>
    <message>
        <source>“{name}” holds no usable images.</source>
        <translation>“{name}”中没有可用的图像。</translation>
    </message>
    <message>
        <source>“{name}” holds pictures, which are not read from the table itself.</source>
        <translation>“{name}”中是图片，不能直接从表格读取。</translation>
    </message>
    <message>
        <source>“{name}” in it cannot be a run.</source>
        <translation>其中的“{name}”不可能是训练记录。</translation>
    </message>
    <message>
        <source>“{name}” in it cannot be read.</source>
        <translation>其中的“{name}”无法读取。</translation>
    </message>
    <message>
        <source>“{name}” in it does not say by a 0 or a 1 of each image whether it is one to test by: mend it, or leave it out.</source>
        <translation>其中的“{name}”没有用 0 或 1 说明每张图像是否用于测试：请改正，或将它去掉。</translation>
    </message>
    <message>
        <source>“{name}” in it holds Python objects, which could run programs, instead of a plain array.</source>
        <translation>其中的“{name}”不是普通数组，而是 Python 对象，可能会运行程序。</translation>
    </message>
    <message>
        <source>“{name}” in it holds records instead of a plain array.</source>
        <translation>其中的“{name}”不是普通数组，而是结构化记录。</translation>
    </message>
    <message>
        <source>“{name}” in it is a link.</source>
        <translation>其中的“{name}”是链接。</translation>
    </message>
    <message>
        <source>“{name}” in it is damaged.</source>
        <translation>其中的“{name}”已损坏。</translation>
    </message>
    <message>
        <source>“{name}” is being trained at this moment.</source>
        <translation>“{name}”此刻正在训练。</translation>
    </message>
    <message>
        <source>“{name}” is damaged.</source>
        <translation>“{name}”已损坏。</translation>
    </message>
    <message>
        <source>“{name}” is left out: it is hidden, or a system left it.</source>
        <translation>“{name}”已略去：它是隐藏的，或是系统留下的。</translation>
    </message>
    <message>
        <source>“{name}” is no lesson that can be used. {wrong}</source>
        <translation>“{name}”不是可用的课程。{wrong}</translation>
    </message>
    <message>
        <source>“{name}” is not an experiment.</source>
        <translation>“{name}”不是实验。</translation>
    </message>
    <message>
        <source>“{name}” is not in it.</source>
        <translation>其中没有“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is not on this computer.</source>
        <translation>“{name}”不在这台电脑上。</translation>
    </message>
    <message>
        <source>“{name}” is too short to learn from.</source>
        <translation>“{name}”太短，无法从中学习。</translation>
    </message>
    <message>
        <source>“{name}”: {count:,} with {median:g}</source>
        <translation>“{name}”：{count:,} 处填 {median:g}</translation>
    </message>
    <message>
        <source>“{option}” cannot be “{value}”.</source>
        <translation>“{option}”不能是“{value}”。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read.</source>
        <translation>“{path}”无法读取。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: there is no such file.</source>
        <translation>无法读取“{path}”：没有这个文件。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {error}.</source>
        <translation>无法读取“{path}”：{error}。</translation>
    </message>
    <message>
        <source>“{path}” could not be downloaded.</source>
        <translation>无法下载“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” could not be saved.</source>
        <translation>无法保存“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation>“{path}”是文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is a group of settings.</source>
        <translation>“{path}”是一组设置。</translation>
    </message>
    <message>
        <source>“{path}” is a model and would be lost.</source>
        <translation>“{path}”是一个模型，会因此丢失。</translation>
    </message>
    <message>
        <source>“{path}” is asked for by {methods}.</source>
        <translation>“{path}”应以 {methods} 请求。</translation>
    </message>
    <message>
        <source>“{path}” is damaged.</source>
        <translation>“{path}”已损坏。</translation>
    </message>
    <message>
        <source>“{path}” is damaged. Open it in another program and save it again.</source>
        <translation>“{path}”已损坏。请用其他程序打开，再保存一次。</translation>
    </message>
    <message>
        <source>“{path}” is empty.</source>
        <translation>“{path}”是空的。</translation>
    </message>
    <message>
        <source>“{path}” is no PNG picture. Save it as PNG and try again.</source>
        <translation>“{path}”不是 PNG 图片。请保存为 PNG 后再试。</translation>
    </message>
    <message>
        <source>“{path}” is not a model of NetSketch.</source>
        <translation>“{path}”不是 NetSketch 的模型。</translation>
    </message>
    <message>
        <source>“{path}” is not a picture this program can read.</source>
        <translation>“{path}”不是本程序能读取的图片。</translation>
    </message>
    <message>
        <source>“{path}” is not a run that NetSketch exported.</source>
        <translation>“{path}”不是由 NetSketch 导出的训练记录。</translation>
    </message>
    <message>
        <source>“{path}” is too large.</source>
        <translation>“{path}”太大。</translation>
    </message>
    <message>
        <source>“{path}” is too large. Scale it down and try again.</source>
        <translation>“{path}”太大。请缩小后再试。</translation>
    </message>
    <message>
        <source>“{path}” is varied twice.</source>
        <translation>“{path}”被改变了两次。</translation>
    </message>
    <message>
        <source>“{path}” names no file.</source>
        <translation>“{path}”没有指明文件。</translation>
    </message>
    <message>
        <source>“{path}” shows nothing. Use a picture of ink on plain paper.</source>
        <translation>“{path}”中什么也没有。请使用白纸上有笔迹的图片。</translation>
    </message>
    <message>
        <source>“{path}” was saved by a newer NetSketch.</source>
        <translation>“{path}”是由更新的 NetSketch 保存的。</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer NetSketch.</source>
        <translation>“{path}”是由更新的 NetSketch 写的。</translation>
    </message>
    <message>
        <source>“{path}” would be taken for something else.</source>
        <translation>“{path}”会被当成别的东西。</translation>
    </message>
    <message>
        <source>“{row}” is no row of {count} values.</source>
        <translation>“{row}”不是由 {count} 个值组成的行。</translation>
    </message>
    <message>
        <source>“{run}” is not a whole run.</source>
        <translation>“{run}”不是完整的训练记录。</translation>
    </message>
    <message>
        <source>“{setting}”</source>
        <translation>“{setting}”</translation>
    </message>
    <message>
        <source>“{setting}” ({choices})</source>
        <translation>“{setting}”（{choices}）</translation>
    </message>
    <message>
        <source>“{text}” does not say what a setting may be.</source>
        <translation>“{text}”没有说明设置可以取什么值。</translation>
    </message>
    <message>
        <source>“{text}” is no amount.</source>
        <translation>“{text}”不是数量。</translation>
    </message>
    <message>
        <source>“{text}” is no number for {flag}.</source>
        <translation>“{text}”不是 {flag} 可用的数。</translation>
    </message>
    <message>
        <source>“{text}” is no number of epochs.</source>
        <translation>“{text}”不是轮数。</translation>
    </message>
    <message>
        <source>“{text}” is no number of images.</source>
        <translation>“{text}”不是图像的数目。</translation>
    </message>
    <message>
        <source>“{text}” is no number of trainings.</source>
        <translation>“{text}”不是训练次数。</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>“{text}” is no seed.</source>
        <translation>“{text}”不是种子。</translation>
    </message>
    <message>
        <source>“{text}” is no strength.</source>
        <translation>“{text}”不是强度。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{value}” is no temperature.</source>
        <translation>“{value}”不是温度。</translation>
    </message>
    <message>
        <source>“{value}” is no value for --{name}.</source>
        <translation>“{value}”不能用作 --{name} 的值。</translation>
    </message>
    <message>
        <source>“{word}” in the column “{column}” is no number; it is filled as if nothing stood there.</source>
        <translation>“{column}”列中的“{word}”不是数；按缺失填补。</translation>
    </message>
    <message>
        <source>“{word}” is no part of the training examples.</source>
        <translation>“{word}”不是训练样本的一部分。</translation>
    </message>
    <message>
        <source>“{word}” stands in {column}.</source>
        <translation>{column}中有“{word}”。</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;NetSketch {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A desktop laboratory for neural networks: describe a network, train it while you watch, draw a digit and see what the network makes of it.&lt;/p&gt;&lt;p&gt;Everything runs on this computer. Nothing you draw or train leaves it.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;NetSketch {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;一个桌面上的神经网络实验室：描述一个网络，边训练边观察，画一个数字，看看网络认成什么。&lt;/p&gt;&lt;p&gt;一切都在这台电脑上运行。你画的、训练的都不会离开它。&lt;/p&gt;&lt;p&gt;MIT 许可证。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About NetSketch</source>
        <translation>关于 NetSketch</translation>
    </message>
    <message>
        <source>Be led through all of this step by step: &lt;b&gt;Help ▸ Lessons&lt;/b&gt;.</source>
        <translation>想一步一步地学完这些，请打开&lt;b&gt;帮助 ▸ 课程&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Change something: add a layer, raise the learning rate, choose another preset. Train again and compare.</source>
        <translation>改点什么：添加一层，提高学习率，换一个预设。重新训练，然后比较。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Draw a digit on the &lt;b&gt;pad&lt;/b&gt;, also while training runs. The bars show what the network makes of it.</source>
        <translation>在&lt;b&gt;画板&lt;/b&gt;上画一个数字，训练进行时也可以。条形显示网络把它认成什么。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Name of the class:</source>
        <translation>类别名称：</translation>
    </message>
    <message>
        <source>On the pad</source>
        <translation>在画板上</translation>
    </message>
    <message>
        <source>Press &lt;b&gt;Train&lt;/b&gt;. The curves show how wrong the network is (loss) and how often it is right (accuracy).</source>
        <translation>按&lt;b&gt;训练&lt;/b&gt;。曲线显示网络错得有多厉害（损失），以及认对的比例（准确率）。</translation>
    </message>
    <message>
        <source>Save the model with &lt;b&gt;File ▸ Save Model&lt;/b&gt;; open it again, or use it on the command line.</source>
        <translation>用&lt;b&gt;文件 ▸ 保存模型&lt;/b&gt;保存模型；以后可以再打开它，或在命令行中使用。</translation>
    </message>
    <message>
        <source>That was a …</source>
        <translation>这是…</translation>
    </message>
    <message>
        <source>a wider or narrower pen</source>
        <translation>更粗或更细的笔</translation>
    </message>
    <message>
        <source>clear the pad</source>
        <translation>清空画板</translation>
    </message>
    <message>
        <source>copy the drawing, paste an image</source>
        <translation>复制手绘图，粘贴图像</translation>
    </message>
    <message>
        <source>eraser and pen in turn</source>
        <translation>在橡皮擦和笔之间切换</translation>
    </message>
    <message>
        <source>go to the next or the last field: rail, page, pad, buttons above</source>
        <translation>移到下一个或上一个区域：侧栏、页面、画板、上方按钮</translation>
    </message>
    <message>
        <source>in plots, tables and rows of images: from one to the next</source>
        <translation>在图表、表格和一排图像中：从一个移到下一个</translation>
    </message>
    <message>
        <source>in presenter mode: leave it; on a drawing, clear that first</source>
        <translation>演示模式下：退出；画板上有手绘图时先清除它</translation>
    </message>
    <message>
        <source>keep the drawing as the class with that key in My Digits</source>
        <translation>把手绘图作为该键对应的类别保存到“我的数字”</translation>
    </message>
    <message>
        <source>of several drawings, the one before or after</source>
        <translation>有多个手绘图时，选前一个或后一个</translation>
    </message>
    <message>
        <source>on a button that Tab led to: press it</source>
        <translation>在用 Tab 移到的按钮上：按下它</translation>
    </message>
</context>
</TS>
