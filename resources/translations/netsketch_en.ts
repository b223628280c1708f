<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivationsView</name>
    <message>
        <source>A striped square is a neuron over all steps or tokens, the first at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines are the connections that count most for this example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every layer makes of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where none lead to a layer, a click on one of its neurons says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgainstPlot</name>
    <message>
        <source>Answers against what is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network says {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples; R² {share}, off by {off} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} as the network says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Number {number} of {count} is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {percent}. Click to see its bars; arrow keys go from one to the next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivalNote</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the pad as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is being opened …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asker</name>
    <message>
        <source>The network gave no answer: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttackControls</name>
    <message>
        <source>Attack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is to become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is to become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anything else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionPicture</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {head}: {spread} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {head}: {spread} of {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {head}: {spread}/{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, head {head}: what the chosen token takes from each. On average this head looks at about {spread} of {count} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: what the answer has of each token that comes in, by all heads of this layer and those behind it together. It is an estimate: each token is taken for half its own, half what it was brought.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionView</name>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention stands in {count} places of this network: choose another layer below to see it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token stands for a part of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No positions are added to these tokens: attention is not told where each comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown is what the framed one takes from each: the bluer, the more. Point at another; a click or the arrow keys keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framed character takes from itself and those before it: the bluer, the more. Click another, or go by the arrow keys; up and down go from head to head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image and its tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer before gives these tokens step by step: they stand below each other, the first at the top, and are no places in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one token alone, which can look at nothing but itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no attention layer. Add an embedding and attention to see which characters it looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no attention layer. Add patches and attention to see where it looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each part of the image looks at, head by head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} reads all of them: on the way to the answer they are taken to count alike.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentationForm</name>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other variations of the same settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all strengths back to how they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images have no colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentationPreview</name>
    <message>
        <source>At the left the images as they are, beside them as training may see them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of augmentation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestPicture</name>
    <message>
        <source>Best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best so far, trial by trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestView</name>
    <message>
        <source>Best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each trial reached, and the best so far: whether more trials are worth their time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Brushes</name>
    <message>
        <source>New class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put down points of one more class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put down points of {name} ({key}); rename it by a double click or F2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Captioning</name>
    <message>
        <source>open captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train captions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptionsView</name>
    <message>
        <source>A picture goes to the pad, which takes no drawings with the data at hand. Choose data of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence about a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network learns here, from digits that it draws, what sentences mean: write “a thick slanted three”, and it finds such pictures; draw on the pad, and it says what it sees. The time that is left is told while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is under way. Stop it or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data of digits, and draw one on the pad: the sentence for it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit on the pad: the sentence for it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the captions are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of pictures and sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures: the sentence above is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and sentences in one space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures for the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images of the data at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is learnt until now is kept, with a rough map of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a sentence above: a digit, how thick it is, how it leans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a sentence and find pictures, or draw and find the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing: {best}. Then: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a thick slanted three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sentence}” ({likeness})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChallengePage</name>
    <message>
        <source>A network is learning now. When it has ended, it can be challenged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something on the pad, and it is challenged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture on the pad, and it is challenged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the network is challenged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network to challenge yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples are being loaded …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are not on this computer. Bring them in on the page Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way: it can be challenged as soon as it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network or open one. Here you see how little it takes to fool it, what helps against that, and what it gives away of the images that it learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChallengeStation</name>
    <message>
        <source>C&amp;hallenge Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fool the network with your own drawing in &lt;b&gt;Challenge&lt;/b&gt;: a change that you hardly see can be enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how little it takes to fool the network, and what it gives away of what it learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to fool the model, and see what it gives away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the table of “On the test set”: from strength to strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the slider of Challenge: a weaker or a stronger attack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChanceFields</name>
    <message>
        <source>How daring the model is: 0 takes the likeliest character each time, 1 each as often as it finds it likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the same seed, chance falls the same way again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CharacterAttention</name>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it, the model finds “{next}” likeliest: {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {character}, this head takes most from {shares}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks at whom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Characters</name>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{character}” in place {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenRuns</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure both on the same examples and show which they take for which, one less the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is told of the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Examples of each class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>School {number} has {count} examples: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each school has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} schools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples of the class were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the examples of the class, how many are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the examples that get this answer, how many are of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the script as a file of Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different values stand in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many rows nothing stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number to be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part: training or test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareBox</name>
    <message>
        <source>Choose a run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference to a report that was measured before, or to a kept run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, final weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareRows</name>
    <message>
        <source>Attacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Differences between the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compress</name>
    <message>
        <source>Of {count} validation examples it reads no fewer right than the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} validation examples it reads {fewer} fewer right than the original, which is within the bounds between which the true share of the original lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} validation examples it reads {fewer} fewer right than the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed and gzipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} ({options})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, {amount}, not fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count} more to measure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompressPage</name>
    <message>
        <source>A network is learning now. When it has ended, it can be made smaller here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against the amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something on the pad: it is read as the model is, and beside it by the smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture on the pad: the model as it is says what it sees, and beside it the smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the pad: what is there is read as the model is, and by the smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is measured as it is …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network or open a model. Here you see how far down it can go: what is lost where weights are taken away or rounded, what fine-tuning brings back, and how many bytes are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Try it” adds a row. Choose one: what is on the pad is read by it, and it can become the model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompressStation</name>
    <message>
        <source>&amp;Compress Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training has begun: what was being tried was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model is at hand: what was being tried was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit ▸ Undo brings the one before back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the model smaller, and see what each step costs: accuracy, bytes and milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the model smaller, and see what that costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the test examples it reads {share} right; the one before, {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in &lt;b&gt;Compress&lt;/b&gt; how small the network can become before it forgets what it has learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is smaller now: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the table of what was tried: from row to row, the pad is read by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the slider: a little less or more of the model taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smaller model ({what})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {change} against the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {change} percentage points against the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {whole} examples of “{truth}” are read right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {whole} examples of “{truth}” are taken for “{answer}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs of fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning is kept among the runs, to be compared there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the smaller network is trained on; what was taken away stays away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the model so far, fine-tune it, and measure it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try every amount of the curve one after the other, each fine-tuned for so many epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveBar</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all (Home, or double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveControls</name>
    <message>
        <source>Attack the images with every strength, and count which are still read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a kept run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps an attack takes that takes several; more make it harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “{name}” out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curves of a kept run beside these, as of one that was hardened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of an attack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {count} test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveLegend</name>
    <message>
        <source>Show or hide “{curve}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Press Train: curves appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveTable</name>
    <message>
        <source>Accuracy by strength</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>A training has begun: what was being measured was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against the strength of an attack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model is at hand: what was being measured was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as these images tell, no curve deceives: one step (FGSM) leaves at most 20 points more right than many (PGD), and noise hurts no more than they do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a strength in the picture or the table: what each curve has there is told here, with the bounds between which the true share lies with 95 % confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many test images are still read right when all of them are attacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {most} runs are not shown beside each other: leave one out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first point is being measured …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no test images among the data of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kept run yet that has finished an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {strength} {share} of {count} images are read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mere guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {strength}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Measure” attacks the test images, weakly at first and then harder and harder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>It was no file that can be used. As it was, it is kept as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that you keep could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places of the window and its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of its lines say nothing that can be understood. They stay in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things that you keep could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataMenu</name>
    <message>
        <source>&amp;Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import File …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import Images, a Table or a Text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Data Set …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Image F&amp;older …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a data set of a folder with one folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a data set of {forms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Digits is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a data set that was imported can be removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits as these settings draw them; the data set follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what its columns are, choose the label, and keep it as a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is fewer than {count}: there are no more different questions to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These examples are not on this computer yet. They are fetched once, then kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}, mean {mean}, standard deviation {deviation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train} to train, {validation} to validate, {test} to test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataStation</name>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at the Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the examples to learn from and look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the examples it learns from in &lt;b&gt;Data&lt;/b&gt;. MNIST is fetched once, generated digits are built in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach &amp;My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the model on a little with your own drawings among the old images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a drawing of My Digits: delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a drawing of My Digits: say what it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedButton</name>
    <message>
        <source>Bring back:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted runs: bring one back, for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deploy</name>
    <message>
        <source>Rounded to {bits}, {changed} of {count} answers differ; probabilities move by {most} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the model’s weights in its network: {count} examples, largest difference {difference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights and activations of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples, largest difference {difference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in {folder}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployPage</name>
    <message>
        <source>Another export is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, an alphabet of {count} characters: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, and it gives a number: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: {layers}. {parameters} parameters, {count} classes: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model answer other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export is made, but it could not be noted among the recent ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way: its first weights can leave soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network or open a model. Then it can leave the program: as a web page to draw on, as a script, as a file for other runtimes, as source code, or as a service. Each export is proved to answer as the model does here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model to a file that others use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployStation</name>
    <message>
        <source>&amp;Export Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Serve Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model answer other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model leave the program: as a file or as a service that answer as it does here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the network with you in &lt;b&gt;Deploy&lt;/b&gt;: as a web page to give away, as a script, or as a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model to a file that others use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a recent export: open it, or its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a recent export: take it from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Accuracy {gain} percentage points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance alone could make such a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mended} examples are right with the former alone, {broken} with the latter alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{this} and {other} get the same examples right: there is no difference to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{this} less {other}: blue cells are better, orange ones worse.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitPreview</name>
    <message>
        <source>Preview of generated digits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorWatch</name>
    <message>
        <source>the doctor&apos;s advice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>change the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change what the sweep tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill in a first sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take over a sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here with mouse, finger or stylus; the right button erases, Delete clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPanel</name>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something or drop an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop or paste a picture here, or draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop, paste or open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is unlike all that this model has learnt from; of its own validation examples {share} are refused as well. Likeliest all the same: {name}, {percent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No digit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure: {first} or {second}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the network that comes with NetSketch: it has learnt to read digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network finds the second nearly as probable as the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train first, then draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train first, then show it a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a trained one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPicture</name>
    <message>
        <source>The picture that was asked about last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnoughData</name>
    <message>
        <source>A training is under way; the curve would slow it down. Stop it or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before its end; so far:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its teacher takes no part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Draw the curve”: the points appear here one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network is trained on a sixteenth, an eighth, a quarter, half and all of the training examples, twice each. If the error still falls at the end, more examples help; else another network may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {run} of {runs}, with {size} examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>{name} speaks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>How far answers are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most examples, {count}, are off by {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far the answer lies above what is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples, off by {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>Best of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough data?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples to measure on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good the model is, and where it errs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Measure” to see how good the model is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is measured when the training ends. “Measure” does it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way: it is measured here when the training ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of the epoch with the lowest validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network or open a model, and it is measured here: how many examples it reads right, which it takes for which, and whether it passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What more examples would bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older than what is at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images}, {weights}: {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images}, {weights}: {accuracy} ({count} of them learnt from)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluateStation</name>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure how good the network is and where it errs, and whether the data are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the table of answers: from cell to cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a cell: show its examples; on an example: try it on the pad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class → answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} → answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: from {low} to {high}, usually {usual}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleRows</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples appear here with the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {label}, predicted {predicted} with {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} with {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {count} examples are recognised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplesPane</name>
    <message>
        <source>Add images that are named already to My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of Images …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the model on a little with your own drawings among the old images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write My Digits to files that other programs read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentEditor</name>
    <message>
        <source>change {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExposedGrid</name>
    <message>
        <source>The most exposed training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: it is sure of that to {sure}, and of copies moved by one pixel to {moved}. The difference is larger than of {unlike} of the images that it has not learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExposureView</name>
    <message>
        <source>Ask the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By moved copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can the images that the network learnt from be told from others?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that the network learnt from are compared with others, which it has never seen: whoever asks it may find out which are which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is asked about each image and about four copies moved by one pixel: of an image that it has learnt by heart it is much surer than of its copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is asked once about each image: an image that it learnt from may have the lower loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most exposed training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it betrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by moved copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of false alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} training images were compared with as many test images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} training images were compared with as many validation images.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeatureFigures</name>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many rows nothing stood or could be read: a number was filled with the median, of words it is a category of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The greatest value among the training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least value among the training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median of the training rows; of words, the most frequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {setting}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findables</name>
    <message>
        <source>Not shown in presenter mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set that is chosen does not use this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be changed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” does not show this now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingStrip</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the gradients of each layer over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} and train again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FineTuning</name>
    <message>
        <source>Epoch {number}: {percent} of the images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching My Digits …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowButton</name>
    <message>
        <source>Best: step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment on the time slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment on the time slider (it stands at the newest weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the best epoch (there once an epoch of a run has ended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights all views look at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoolView</name>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue is added, orange taken away. Pixels changed: {count} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an image a little, and see what the network takes it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change × {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fool it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fooled: it took this for “{was}”, and takes it for “{became}” now, with {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It carries over: “{name}” takes it for “{became}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the smallest change of this kind that fools the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even the strongest of these fools it ({what}: {value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fooled: it still takes this for “{became}”, with {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: it takes it for “{became}” now, with {share}, but not for “{aim}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change does not fool it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change fools it, too: it takes that for “{became}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled over the pixels, the same change lets it take that for “{became}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest found ({what}: {value}); another attack may find a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change sets it right: it took this for “{was}”, and takes it for “{became}” now, with {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change, ten times as strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is “{label}”: the network is wrong even without an attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is what it takes it for already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” takes the image for “{was}” before and for “{became}” after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” withstands the same change: still “{became}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatCard</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flash} of flash, {ram} of RAM</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateBar</name>
    <message>
        <source>Back to the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be exported all the same; the verdict goes along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Evaluate measure how many test examples it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in Evaluate how good is good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in Evaluate what would make it better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in Evaluate where it errs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a pass mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatesPicture</name>
    <message>
        <source>cell c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell c, to ±{most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientPlot</name>
    <message>
        <source>A line for each layer appears here with the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: a line for each layer appears here. One far below the others vanishes: that layer hardly learns. One that shoots up explodes: training runs out of control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients of this network could not be measured. Training goes on without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of each layer&apos;s gradient: how strongly a step of training pulls at its weights, measured on 256 training examples by their labels alone. A layer without weights has no line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>Attention layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each has {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its query q asks, the key k of each token answers, and by the shares that follow the values v of all are mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax(Q Kᵀ / √d) V at {token}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadRows</name>
    <message>
        <source>Layer {layer}, head {head}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatPicture</name>
    <message>
        <source>1 trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two settings against each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>From bottom to top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best that was reached with each pair of values of two settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramPicture</name>
    <message>
        <source>At the moment shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to take the time slider to step {step}; ← and → go on from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← and → go from one moment to the next, Home and End to the first and the last.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramsView</name>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients: how strongly training would change each weight, measured on 256 examples, training examples where there are any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights and gradients are distributed, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moments of the run appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stronger the blue, the more of a layer&apos;s numbers lie there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network comes from a file; what happened while it was trained is in its run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without weights: {layers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldsView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each image begins as grey, and changes in small steps until the network is as sure as it can be that it shows its class. Nothing tells it what such an image looks like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help lines form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the images are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink that brings nothing fades, and the image is moved by up to a pixel before each step. Without that each pixel goes for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the trace of noise in the grey that the images begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average the network at hand is {share} sure of what it holds, and “{name}” {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average the network at hand is {share} sure of what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the second network holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which image does the network hold for the surest of each class?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {count} classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageGrid</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {number} · {caption}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportExport</name>
    <message>
        <source>Add images to My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding images to My Digits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with labels ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with labels, tables and texts ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a data set of a file of images, a table or a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a data set of a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a data set of “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Digits are exported to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Data Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the data set “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that it was made of stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing My Digits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images are in My Digits now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is a data set now: a text of {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is a data set now: {count} images of {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is a data set now: {count} rows of {features} features, {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>&amp;Add to My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make Data Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As ink: cropped and centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xchange rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column in which the labels are: first, last, or its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different numbers are a range, such as “0 16”: black, then white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values are black and white, as “0 16”; “255 0” where ink is dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} (found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: {names}; {least} to {most} images each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: {names}; {most} images each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, as the files say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, drawn from each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sizes} → 28 × 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} → 0 to 255 (found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way} (found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportanceView</name>
    <message>
        <source>From {least} trials on that went to their end it can be told which settings matter; so far there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each setting decides whether a trial is among the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each setting decides whether a trial is among the best: from {count} trials, within the values that were tried (PED-ANOVA). A short bar can mean that its values were all good ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trials do not differ yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InkStrip</name>
    <message>
        <source>Aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought to 20 pixels, with the network&apos;s pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the middle of the picture. Without it all of the picture is seen, smaller, on a plain ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes width and height smaller alike. Without it a long picture is squeezed together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left after cropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: {height} × {width} grey values, nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: {height} × {width} pixels in three colours, nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, a large drawing has hair-thin strokes and a small one is a blot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, a narrow 1 becomes a black square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, a small drawing in a corner stays small and in its corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, drawings lie a little elsewhere than those the network learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, edges have steps that the network has never seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JointUndo</name>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepingButton</name>
    <message>
        <source>At most {limit} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room on the disk, and how often a run under way is made safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{use} of at most {limit} GB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabReset</name>
    <message>
        <source>Delete the run, too; it can be brought back for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the {count} runs, too; they can be brought back for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the lab ready for the next lesson?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes: {what}.

This stays: runs, files, My Digits, data sets of your own, and preferences. Undo brings settings, model and drawing back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the window is laid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset the lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model and its curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is on the pad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerAdders</name>
    <message>
        <source>Add a layer of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer: each character leads straight to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer: the features lead straight to the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer: the pixels lead straight to the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters · each one of {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Details of layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}: {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this layer (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what is seldom changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersPicture</name>
    <message>
        <source>{neuron}: at most {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>A lesson that somebody wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lessons of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}
{minutes} · {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonMistakes</name>
    <message>
        <source>These lessons cannot be used as they are written. Mend them line by line, and open them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring into sight what this step is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lessons (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the lessons away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold the lessons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons (*.toml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short lessons lead you through the lab, from the first training on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set up for “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineEntry</name>
    <message>
        <source>change the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinePad</name>
    <message>
        <source>An unseen question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model go on, letter by letter (Enter in the line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the model&apos;s alphabet: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all of the text on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The likeliest next characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model finds that nothing follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: only the last {count} characters are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type something, or take one of the suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write no further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right: an unseen question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Right would be {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineStrip</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples appear here with the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model goes on with “{beginning}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model says “{answer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {count} questions are answered rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}”: right is {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}”: the model says {answer}, and that is right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesPicture</name>
    <message>
        <source>Every trial as a line through its settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>A line for each trial, through the values of its settings to what it reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the marks from the axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stronger the colour, the better. Drag along an axis to choose the trials there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongTable</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the numbers …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookTable</name>
    <message>
        <source>Nothing is taken from characters that are still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looks} takes {share} from {other}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Another program holds the file of the layout: how the window stands is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is from older settings. Train to use the new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the progress of the lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point as the name of its class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that are alike lie close together; it takes some seconds. A drawing is put between the examples most like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the points are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the map of the present weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has diverged: there are no numbers to make a map of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane on which the points lie furthest apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which examples a layer finds alike, and where the drawing falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples, weights of step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples; the plane shows {share} of their differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of confusion matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {other} on the same examples …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care: {count} of these examples are among those that {model} learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {model} learnt from some of these examples is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of the examples of a class, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{this} less {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” (best weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” (final weights)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About NetSketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find Anything …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folded Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart, Same Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the &amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring all to the state of a first start, for the next lesson; runs are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Drawing as Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves and pad alone, in large letters, for a projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold Pad A&amp;way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a &amp;Window of its Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was opened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the &amp;Second Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Experiment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Lesso&amp;n …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Trained Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste &amp;Image onto Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the La&amp;b …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart, &amp;New Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save E&amp;xperiment As …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Model &amp;As …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Keystrokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show large which keys are pressed, but never what is typed into a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run yet. Train first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no second screen. Connect one, and let it show more than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is prepared or has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>A teacher counts as well: δ is drawn to what it finds probable, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights go against their gradients at once, as far as the optimiser lets them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation has a scale and a shift for each unit; they learn by the same rule, unshown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation lets all examples of the batch take part in this δ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and look at its first batch (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought to mean 0 and deviation 1, which is the network&apos;s first part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the microscope (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout leaves this unit on, and scales it by k = {factor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout switches this unit off for this example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class adds up what comes in times its weights, and its bias: the sums are the outputs, or logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit adds up what comes in times its weights, and its bias; {activation} makes of the sum what it gives on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit takes the δ behind it back along its weights, and times the slope of its activation function that is its own δ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held: this weight stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step under the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened example by example, with noise: what the private training lets out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax turns the outputs into probabilities; the less the right class gets, the greater the loss −log p.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} · {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}: epoch {epoch}, batch {batch} of {batches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one step of training: what it computes is written out here, forwards, backwards, and into the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function is flat here: nothing goes further back through this unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bias of the unit, with ∂L/∂b = {gradient}, goes from {before} to {after} likewise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain rule: a weight counts by what goes in, a, times the δ that it leads to, averaged over the {count} examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of all weights is {length} long, which is within the limit of {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of all weights is {length} long; to be {limit}, it is taken times c = {factor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers before learn by the same rule; only dense layers are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no number any more: the step went much too far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same batch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same units are switched off both times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule makes {now} of the learning rate {base} in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest {shown} of {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight goes from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one batch, and look at it (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training example {number}, class “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layers before give on; only layers that see all of it are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which example of the batch is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With label smoothing {target} should come out of the right class, and not 1; δ follows that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the new weights the same examples cost less: the step went the right way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the new weights the same examples cost more: the step went too far, or in a bad direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected for its start at 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the batch of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of their squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pulled towards 0 by weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q is what the teacher finds probable at its temperature T, and s its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {number} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is carried on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} examples cost less than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} training examples go through the network together; one of them, of class “{label}”, is followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} → {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}, strongest |a|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}, strongest |δ|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ says how the loss grows with a sum: at the output it is the probability less what should have come out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mislabelled</name>
    <message>
        <source>mark as mislabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the mark back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>All mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the image as mislabelled: it is noted in a file beside the data, which stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mislabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples of “{truth}” read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples of “{truth}” taken for “{answer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} mistakes, those the model is surest of first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{truth}”, read right with {confidence} confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{truth}”, taken for “{answer}” with {confidence} confidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model that leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model is exported or served</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>Another window or program has written it. Do you want to replace what it has written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to save it before it is gone?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened the trained network. Draw a digit on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened “{name}”. Draw on the pad to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of “{name}” taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained model is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained network opens as soon as PyTorch is loaded …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” opens as soon as PyTorch is loaded …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed since it was opened here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelSaving</name>
    <message>
        <source>NetSketch models (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>d MMM HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyDigitsBrowser</name>
    <message>
        <source>Another Name …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit on the pad, then press its key:
the drawing comes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyDigitsEditor</name>
    <message>
        <source>add to My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import into My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabel as “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamingRow</name>
    <message>
        <source>Add the drawing to My Digits as {name} (key {key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Name …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or Type a Name …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that it was something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the drawing back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the drawing out of My Digits and back onto the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it, or choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkDiagram</name>
    <message>
        <source>1 more hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue is above 0, orange below; the stronger, the larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a part of it to see what its token takes, and again to see the one that counts most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each square shows what a unit gives at every place of the plane: blue above 0, orange below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers {first} to {last} are alike; of the first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, for the token at {token}, of which the answer has most, {share}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, for the token at {token}, of which the answer has {share}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output: at each place, how likely each sign is to come next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image: {height} × {width} pixels make {count} numbers, x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row: {count} features, each brought to mean 0 and deviation 1, make x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text: {places} characters at most, each one of the {signs} of the alphabet, read from the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many pairs of tokens to follow them here; Understand ▸ Attention shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand ▸ Attention shows which character looks at which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and 1 more head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {head}: q · k / √{size} = {score}, {share} of V from {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = softmax(z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is brought to mean 0 and deviation 1 over the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} signs to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameters} parameters · {memory} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} are made flat: {count} numbers, x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % of a are switched off while training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeuronPanel</name>
    <message>
        <source>Click on a neuron to see how it adds up what it is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum in a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The x of a feature is its number, brought to mean 0 and deviation 1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The x of a pixel is its grey, brought to mean 0 and deviation 1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each pixel adds to z</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>At least {low}; {value} stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {high}; {value} stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>{name}: from {low} to {high}, usually {usual}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberSummary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far an answer lies from what is right, on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but large errors count the more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the target&apos;s variance that the network explains: 100 % is best, and always saying the mean comes to 0 %. What is written as 0.83 elsewhere stands here as 83 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>Answers against what is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far answers are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown beside the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Copy the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this system opens “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this system shows folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the place: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPointsEditor</name>
    <message>
        <source>add point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take points over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>There is no pad for what this model takes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadEdge</name>
    <message>
        <source>Fold the pad away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadNaming</name>
    <message>
        <source>Kept as {name} in My Digits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadWindow</name>
    <message>
        <source>Pad – NetSketch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action, setting, station, preset or run, in any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits these words. Fewer or shorter ones may find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to find</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesPlot</name>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {place}: {share} right of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each character is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneCanvas</name>
    <message>
        <source>a point of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point where {name} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network says {name} with {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network says {name} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneLegend</name>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanePad</name>
    <message>
        <source>Click to put points down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points become your own, to be changed. Shall they replace the {count} points that you have put down before? It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, and watch its answer come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of each class: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is off by {off} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network takes {wrong} of {count} for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} points; {name} from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes with the next training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a safe point a run can be resumed even if the program is killed: so much may be lost then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large words are and what they stand in, apart from the scaling of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many processor threads training uses where the settings of the experiment leave it open; automatic tries some at the beginning and takes the fastest number. This computer has {cores}. With another number the last digits of a run may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the disk the kept runs may take. Beyond it old snapshots are thinned out, those of the oldest runs first; the best and the last weights of a run always stay. What would go is told before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark colours, or those that the desktop asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe point every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo Defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Looking at it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{help} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeRow</name>
    <message>
        <source>A list such as 32, 64, 128, or a span such as 0.001:0.1; with :log behind it, on a logarithmic scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this setting as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “{setting}” as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message>
        <source>{name}, {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPicture</name>
    <message>
        <source>Neuron {unit}, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer, had the image ended there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is remembered, unit by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>After column {step} of {count}: {name}, {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After row {step} of {count}: {name}, {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After step {step} of {count}: {name}, {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at column {step}: from there to the end, {name} stays in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at row {step}: from there to the end, {name} stays in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at step {step}: from there to the end, {name} stays in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at the last column: before it, another answer is in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at the last row: before it, another answer is in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes up its mind at the last step: before it, another answer is in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the image step by step, or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gates of a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network reads no rows: it sees the image at once. Add an LSTM or GRU to see one read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a recurrent network remembers and would answer after every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}, which reads from the last step to the first: its gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}: its gates over the steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Choose one to see how it was proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen exports from the list; their files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>Confidence of the answers against the share that is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence; bars: share that is right, lines: mean confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answers are given with {low} to {high} % confidence; {right} % of them are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Test examples right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation examples right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{changed}. {images}: {before} → {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} (test examples)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} (validation examples)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration: {report}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown beside the matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>{outcome} At hand is the model of {file} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome} You kept another moment: {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RocFacts</name>
    <message>
        <source>AUC {area} ({low} to {high}); 0.5 is guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best accuracy {share}; by chance up to {chance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found at {alarms} false alarms: {share} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomQuestion</name>
    <message>
        <source>Delete Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots: {count}. Runs that lose some, the first to do so in front: {names}. The best and the last weights of every run stay, and so do its curves. What is deleted cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With room for {limit} GB, old snapshots that take {bytes} are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>{name} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>keep a moment of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and pause after a batch (F6); Shift+F6 shows every number of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a run from new random weights, and pause after an epoch (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run and keep the model (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave presenter mode: everything is as it was before (F5 or Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the run (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready-made experiments; undo brings your own settings back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart, new seed: other first weights and another order of the examples (Shift+F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart, same seed: train from the beginning, with the same first weights (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the run (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target accuracy reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of {measure} reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one batch, then pause (F6); Shift+F6 shows every number of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network from new random weights (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome} · {epoch} of {epochs} epochs in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · kept {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · shows {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline: keep this run in view and compare the others with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best Weights (Epoch {epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on the pad with the model of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran out of control, its loss grew without end: use its settings with a lower learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume a run; choose one in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the run that is open: resume it with the buttons at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it on, with more epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the settings of this run for the next training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring run back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change colour of run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpin baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>After each epoch, on at most 1,000 examples kept out of training that are attacked with ten steps, at the whole strength of the adversary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each epoch, on examples kept out of training, with nothing dropped and nothing varied. Label smoothing is left out of both losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose runs in the table: their curves appear here, one over the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear here with the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the training curves too, as dots: of each epoch, or of the batches, smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each batch, before the step that learns from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch is done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: curves appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves are being read …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of an epoch&apos;s batches: measured while the weights change, and with dropout, varied and attacked examples where there are any. So it can look worse than validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without validation there is no such curve: tick “Training”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of the {count} chosen runs are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Attacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branched from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in the table to read more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: what you tried, and what came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in its preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of epoch {epoch}, the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>Accuracy after the epoch on at most 1,000 examples kept out of training, each attacked with ten steps at the whole strength of the adversary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the model may tell of any one training example so far: the smaller, the less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest loss and highest accuracy on examples kept out of training, and after which epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest loss and highest {measure} on examples kept out of training, and after which epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On examples kept out of training, after the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the examples it learns from, over the whole epoch while it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} · epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε {spent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε {spent} of {budget}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>A run came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs (*.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is exported to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs are exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs came in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunLegend</name>
    <message>
        <source>Go to “{name}” in the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has all these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are trials of sweeps alone. The button above shows them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>Choose a run …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Change the settings as you like, the network excepted, then press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has done {epoch} of {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its model and its curves are one click away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next run begins with the weights of step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on, but it is not being written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is over, and not on the disk as a whole. Save the model where there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is written to the disk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{name}” is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{name}” is not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{name}” was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{name}” was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPicker</name>
    <message>
        <source>&amp;Weights:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: name or data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {measure} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {measure} {share} on the validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {share} of the validation examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>A trial of “{sweep}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in its preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best result on the validation examples: accuracy, or what the cell says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers; sorted by the number of parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name; F2 changes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result on the test examples at the end: accuracy, or what the cell says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that differ from the preset&apos;s; of a trial, from those of the other trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent in training, pauses left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the others are compared with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has come to its end. Resume adds more epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused. Resume goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran out of control: its loss grew without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before its last epoch. Resume goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program ended in the middle. Resume goes on from the last safe point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epoch} of {epochs} epochs done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} {epoch}/{epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε {spent} at δ {delta}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: name, data, network, settings, state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import runs …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train, and the run is kept here: its settings, its curves and its weights. It can be resumed another day, and compared with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the runs …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in runs that were exported as zip files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsStation</name>
    <message>
        <source>Look at every run, compare them, and go on with one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a run by its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveAs</name>
    <message>
        <source>Save “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture or the numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveMenu</name>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Savings</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScatterView</name>
    <message>
        <source>A click puts it on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchoolsControls</name>
    <message>
        <source>Also alone and all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each school has images of two classes alone, and has never seen the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each school has some images of every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each school is trained alone as well, and a network that has all images; it takes three times as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs in a round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of each school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the schools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has which images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchoolsView</name>
    <message>
        <source>A school that learns alone as long reads {alone} on average ({worst} to {best}); a network that has all images, {together}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training has begun: the schools were stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is under way. Stop it or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each school has images that nobody else may see. In each round all of them train on from the same weights, each on its own images, and the weights are averaged: that is federated averaging. Images, network, optimiser and learning rate are those of the pages Data and Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit ▸ Undo brings the one before back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image has left its school, but weights can betray images, too: see “What it betrays”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the test images it reads {share} right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Let them learn”: the rounds appear here one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average} of {count} test images right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average} of {count} validation images right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The average of the schools is the model now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first round is under way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train where the images are: weights travel, images do not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each school has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of the schools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecondModel</name>
    <message>
        <source>Beside it: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside the network at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceBox</name>
    <message>
        <source>&amp;Port:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in this network can ask the model then, without a password, and what they send is not encrypted. Do this only in a network that you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs send a picture and get back what it is; a browser shows a page to draw on. It answers as long as this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point a phone’s camera at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable from other devices on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests: {count}, a second: {rate}, refused: {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model as a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it answers, from 1,024 on as a rule; 0 for any that is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {percent} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is served as it was when the service started, and what is chosen above is not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingPicker</name>
    <message>
        <source>Add a setting to try …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting to try</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings · {count} changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>A sweep trains the same network again and again with other settings, and shows which are best. Say what may change, and it goes through the values by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many minutes of work it ends: trials under way count with what they have reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All else stays as it is in Train: {data}, {network}, 1 epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All else stays as it is in Train: {data}, {network}, {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to train one trial after another, each in a process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combinations: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is kept in Runs; your own model and settings stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in a first sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trials are trained at the same time, each by a process on one thread. This computer has {cores} cores; one less leaves the window its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to go about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It trains networks until the minutes are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate and batch size, around what they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what is marked, then it can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks to train: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message>
        <source>Share kept of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which settings matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>1 other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken from which token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share · v₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v₁ is the first of the {count} numbers of a value, and H₁ of what comes out: the others are mixed by the same shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v₁ is the one number of a value, and H₁ what comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeCurve</name>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sketch</name>
    <message>
        <source>clear drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlidersPanel</name>
    <message>
        <source>Bars to the right raise the number, to the left they lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars to the right speak for the answer, to the left against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond what was learnt from: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring every feature to its median among the training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each feature alone is brought back to its usual value and the network asked again. To the right: the answer is surer with the value as it is. To the left: it is less sure. The longest bar is the feature that matters most here; what features do only together, no bar says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each feature alone is brought back to its usual value and the network asked again. To the right: the number is higher with the value as it is. To the left: it is lower. The longest bar is the feature that matters most here; what features do only together, no bar says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet: press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the first {shown} of {count} features. The others have their usual values, or those of the example that was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring features to their usual values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{answer}” with this value: {now}; with the usual one: {without}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmoothingMenu</name>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusSummary</name>
    <message>
        <source>Examples for training / validation / test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not quite. Try another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPicture</name>
    <message>
        <source>One step through the network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>An example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer: {name}, {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>At the slider: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch: {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, final weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Other ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on from “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number for two questions: how many examples of a class are found (recall), and how many of the answers are right (precision). Averaged over the classes; 100 % is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a model passes is decided on the test examples of its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the network is as sure as it may be: how far its confidence is from the share of answers that are right, on average; 0 % is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepCatalogue</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is deleted; its runs are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepHead</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the trials under way, and keep what they have come to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the trials that are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the trials where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on this sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up another like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that have ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>A network is trained in this window as well. The trials give way to it, so that they take longer meanwhile; where seconds are the goal, they count against the trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the sweep is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial of this sweep has come to its end yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first trials are on their way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that ended without a figure: {count}. The table says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} × {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} × {second} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepStanding</name>
    <message>
        <source>Another window or command is at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the pace so far: {time} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best so far: trial {number}, {measure} {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: trial {number}, {measure} {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits to be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the trials are held where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workers are starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that have ended: {ended} of {budget}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that have ended: {ended}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepStation</name>
    <message>
        <source>S&amp;weep Settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try many settings, and see which are best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try many settings, several trainings at a time, and see which are best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which settings are best? &lt;b&gt;Sweep&lt;/b&gt; trains the network with many of them, and shows what each reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the pictures of Sweep: from trial to trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the table of Sweep: copy the chosen trials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepWords</name>
    <message>
        <source>A trial ends after an epoch in which its best is worse than the middle of the others there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a few epochs only the better part of the trials goes on; the others end there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins by chance, then tries values near those that went well (a tree of Parzen estimators). Usually needs the fewest trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each trial has so many seconds of training; the best accuracy on the validation examples within them wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each trial has so many seconds of training; the highest figure on the validation examples within them wins: {measure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination of the values, one after another. For two or three short lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every trial goes to its last epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}, on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does trial {number} again, whose process was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only networks with at most so many parameters are trained; the best accuracy on the validation examples wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only networks with at most so many parameters are trained; the highest figure on the validation examples wins: {measure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best accuracy on the validation examples wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest figure on the validation examples wins: {measure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss on the validation examples wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values drawn by chance. Finds what matters without a plan, and never gets stuck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values: {values}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make Data Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that says the class of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be &amp;found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the label is a class or a number: it is taken for a number where it has fractions, or where more than 30 different numbers come again fewer than five times each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} (found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows or cells could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, as the table says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learnt} to learn from, {tested} to test with, drawn from each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” becomes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Every trial with its values, what it reached and how long it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several can be chosen; Ctrl+C copies them for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaughtDialog</name>
    <message>
        <source>Drawings of classes that this model does not know: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the model the weights that it had before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has learnt your drawings. None was kept back, so nothing shows yet whether it reads new ones better: draw two or more of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads your hand as well as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads your hand better now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads your hand worse than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these, kept back from learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {count} · {percent}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeacherChoice</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>Largest terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest terms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>&amp;Make Data Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: {signs}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSummary</name>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is exact where each of its characters is the one the model finds likeliest, to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if it guessed among</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the model is by each character that comes, in nats on average: 0 is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e to the power of the loss (perplexity): among so many characters of equal chance the model would be as unsure as it is on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>How often each character is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Branch</source>
        <comment>run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a snapshot on the time line first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back through the run: the pad, the examples and the network follow. ▼ marks the best epoch. A click in a curve goes there, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this snapshot the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the run as a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots appear here as the network trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new run from this snapshot, with other settings if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This snapshot is the model; the right end of the line brings the newest weights back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step 0 · untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message>
        <source>column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokensPicture</name>
    <message>
        <source>How alike the numbers learned for each place are to those of the chosen token: 1 the same, 0 nothing in common, −1 opposite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network is shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the pad (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser (E); the right mouse button erases too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, paste or copy an image; files can be dropped too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen and the eraser (+ and −)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It counts where a teacher is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One batch under the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one batch, then pause, and look at every number of it (Shift+F6)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainStation</name>
    <message>
        <source>&amp;Add Hidden Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the network, train it and watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;icroscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Batch &amp;under the Microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step of training, written out: forwards, backwards, and into the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment as a script in PyTorch, beside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one batch, then pause, and look at every number of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a layer: move it up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a layer: take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the microscope: another layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the microscope: another unit; with Shift, another input of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the microscope: play the step, or hold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the microscope: the phase before or after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Hold the animation (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the step (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next phase (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phase before (Left)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialModel</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs of fine-tuning after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the try took, fine-tuning and measuring included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of it, as the slider says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds of one answer on this computer, the least of some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the validation examples, those read right; between which bounds the true share lies with 95 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights as the method lets them be packed, and gzipped; and of how much that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent in training, pauses left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the same smaller network reaches on the validation examples when it is trained from random weights for as many epochs as this one was fine-tuned; only where its shape is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms an example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Best trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a trial to see its settings and its run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the best trial so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay {count} in Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings into the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over the settings of this trial in Train; it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trials are chosen; this is {trial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trial}, the best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialPicture</name>
    <message>
        <source>The best so far: {trial}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialsButton</name>
    <message>
        <source>Show the trials of sweeps among the runs, or hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials of sweeps: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnderstandPage</name>
    <message>
        <source>1 more term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;p&lt;/i&gt; = softmax(&lt;i&gt;z&lt;/i&gt;) = &lt;b&gt;{share}&lt;/b&gt;: how sure the network is of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;z&lt;/i&gt;, brought to the scale of “{name}”, is &lt;b&gt;{share}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at about {spread} of {count} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network to look into yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the pad, and there are no rows loaded that this network can take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put something on the pad, and it is looked into here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is on its way: it is looked into as soon as it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These have something to show: {views}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head looks at about {spread} of {count} tokens, at some far more than at others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head looks at all {count} tokens alike, or nearly so: it can hardly tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head looks sharply: at about {spread} of {count} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head spreads its look widely, over about {spread} of {count} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network or open one. Here you see what its neurons look for, what they make of your drawing, and why it answers as it does – while it learns, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type something on the pad, and it is looked into here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {steps} and {activation}: &lt;i&gt;a&lt;/i&gt; = &lt;b&gt;{value}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel}, {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {unit}, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filter} at row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, filter {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, neuron {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnderstandStation</name>
    <message>
        <source>See what is inside the network, and why it answers as it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a picture of Attention: from head to head, from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a picture of Attention: from token to token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a picture of Reading: from step to step, from neuron to neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a picture of Reading: read the image step by step, or stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoTip</name>
    <message>
        <source>{verb} {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreadableFold</name>
    <message>
        <source>A folder could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} folders could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueRange</name>
    <message>
        <source>{black} to {white}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{black} to {white} (dark ink on light paper)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariationForm</name>
    <message>
        <source>How the digits vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the digits vary · {count} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the digits vary as people write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>The examples are being loaded …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no examples loaded that this network can take.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Ink on blue raises the neuron&apos;s sum, ink on orange lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the first layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each filter looks for in the part of the image that it lies on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each neuron of the first layer looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is of the colours shown raises the sum, what is of the opposite ones lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters of {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: the colours that each looks for, grey being 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: weights from {low} (orange) to {high} (blue)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the maps are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink here keeps it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink here would bring it nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More light here would bring it nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to brighten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to darken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light here keeps it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, added up on the way from an empty image to this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each pixel adds, as if the network were linear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What gets the full colour, in points (logits): the scores from which the probabilities are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost when a square of 4 × 4 pixels is wiped out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost when a square of {side} × {side} pixels is wiped out: one beside the other only, as this network is large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pixels speak for the answer, and which against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next best: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has {share} now. It lies {lead} points behind “{against}”: make the blue pixels brighter and the orange ones darker, and it comes nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has {share} now. It lies {lead} points behind “{against}”: paint the blue pixels and wipe out the orange ones, and it comes nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the answer already, with {share}: {lead} points ahead of “{against}”. Blue and orange pixels would make it surer still.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one and start NetSketch again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one, such as the package “{package}”, and start NetSketch again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file as it was is kept as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “{title}” suits these data, with its network and its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no font with the signs of {language}, so the window speaks English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training was stopped: it ran out of control, the loss grew without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your preferences could not be read, or not all of them; those are as at the first start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has a preset: a network and settings that suit these data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Hidden layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}; {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} ({note})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the untrained network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorstExamples</name>
    <message>
        <source>Send to the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} examples whose answers are furthest off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {target}; the network says {answer}, which is off by {error}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>The network wrote nothing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrittenPage</name>
    <message>
        <source>What the model writes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrongAnswers</name>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of text, those first of which fewest characters are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} wrong answers, those the model is surest of first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the characters of this piece are the likeliest ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} wrong answers, those the model is surest of first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}”: right is “{right}”, the model says “{said}” and is {share} sure of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data_menu</name>
    <message>
        <source>&amp;Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My O&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poi&amp;nts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;exts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>  {question} {right}, and it says {said}  {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, best at epoch {epoch}, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, kept epoch {epoch}, the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, lowest loss at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--restarts changes nothing here: only pgd-hard begins more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--steps changes nothing here: “{attack}” takes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{flag} cannot be “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{flag} changes nothing here. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{flag} needs a number, and “{text}” is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{flag} needs a whole number, and “{text}” is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{flag} {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 means {zero}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − R² of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − R² of validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>112,800 handwritten digits and letters of 47 classes and 18,800 to test with; letters that look the same in upper and lower case are one class. The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and are centred by their edges, where the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its switch Centre off it comes nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>124,800 handwritten letters of 26 classes, each in upper and lower case, and 20,800 to test with. The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and are centred by their edges, where the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its switch Centre off it comes nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50,000 small photographs in colour of animals and vehicles and 10,000 to test with; much harder than digits. The archive that is downloaded has 170 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60,000 handwritten digits to learn from and 10,000 to test with; the best-known data of the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60,000 pictures of clothes, shoes and bags and 10,000 to test with; harder than digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PostgreSQL database that several machines share, such as postgresql+psycopg://me@host/database; PGPASSWORD or a file .pgpass has the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Transformer cuts the digit into patches and lets every patch look at all others, block after block. Choose it to see what a network looks at, or where parts that belong together lie far apart; on small images it needs more time than filters do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Transformer of a hundred thousand numbers is shown sums as mere signs, and asked for the answer. For a while it guesses; then, within seconds, it has found out what a carry is. Type a sum on the pad and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch is larger than the training set, so each epoch is a single step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brace that stands for itself is written twice: {twice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc of points, and a ring around it. No straight line parts them, but with x² and y² one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid needs a list of values for each setting, and “{setting}” has a span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label in it names no class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label of “{name}” names no class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large network and only 400 images to learn from, with 100 more to check it on: the training loss goes to nothing while the validation loss turns and climbs. That gap is overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer behind it adds something to each number that it gives, so that none of them can be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learning curve needs validation examples, and there are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson, or a folder of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library is missing ({error}). {remedy} brings what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of it has more than {most:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the request&apos;s head is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of “{path}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little GPT that adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little GPT that says words backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little LSTM that writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A machine has 1 to {most} workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A machine has fewer graphics cards than processes of this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model file. The network then learns from what that model says of the training examples as well, beside their labels: how probable each class is, of each example as it is, also where examples are varied. The run keeps a copy of the teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to {longest} letters, digits or signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of a token is a sum over one patch, and there are as many of them as patches: there is no single one to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that attention gives on is no single sum: it is mixed from all tokens by shares that differ from image to image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pool has no units of its own: it gives on the numbers that come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pool has no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pool weighs nothing: it takes the mean of what comes in, or one token of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset and an experiment file were both given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private training begins with random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private training clips the gradient of every example, and does so in float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private training is not shared by several processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote in it is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rectangle of up to this share of height and width is blanked out at a random place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recurrent layer sees one row or column at a time, so its weights make no picture of the whole image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row has {count:,} numbers, and {features:,} features are named; {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is done again with the settings it had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is resumed with the settings it was begun with; only --epochs can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run on this text cannot begin with the weights of another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence, such as “a thick slanted three” or “又粗又斜的三”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of one&apos;s own has at most {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting that varies, and what it may be: a list such as training.batch_size=32,128,512 or a span such as training.learning_rate=1e-4:1e-1:log. Once for each. Beside the settings of an experiment there are network.layers, network.units and layer.dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small Transformer that is not told where its patches lie: to it a digit is a heap of strokes, and many heaps look alike. Switch the positions on and watch what they are worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model is judged by the classes it tells apart; this one answers with a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model is judged by the classes it tells apart; this one goes on with text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A span is written as LOW:HIGH or LOW:HIGH:log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step is written out where classes are told apart: these data ask for a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step is written out where classes are told apart: these data ask for text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep cannot be kept on a network share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep cannot vary “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep goes on with the settings it was begun with; only --trials, --minutes and --workers change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep has 1 to {most:,} trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep in a database needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep is under way in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep needs a setting that varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep on several machines needs a library more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep varies {most} settings at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table has a row for each example: its features, each in a column, and its label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table that is read from “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that is read from “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training of one epoch cannot be ended early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit of a recurrent layer adds up anew at every step, and several sums each time: there is no single one to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that is not finite stands in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker needs a database and the name of a sweep in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker of the sweep cannot be begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zip file that `runs export` wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations as int8 need weights as int8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations cannot be multiplied as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations cannot be rounded without training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations cannot be rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add GRU layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add LSTM layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a block of a Transformer, in which the tokens of a sequence look at each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a convolution like the last one, in front of the dense layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a dense layer like the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a recurrent layer that reads the image row by row, and remembers by three gates and a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a recurrent layer that reads the image row by row, and remembers by two gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add attention layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add examples of “{least}”, or take some of “{most}” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add examples: with so few, chance decides what is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images, and let every training image be varied each time it is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what cuts the image into squares, each a token, for attention layers to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what makes one vector of a sequence of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what turns each character of a text into a list of numbers, for attention or recurrent layers to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds to each character numbers that are learned for its place. Attention cannot tell without them which character stands where; a recurrent layer reads one after the other, and needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds to each token numbers that are learned for its place. Without them attention cannot tell where in the image a patch was: to it an image is a heap of patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After attention a small network works on each token by itself; it has so many times as many units as a token has numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After step {step:,} the loss or a weight was infinite, or not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {steps:,} steps the loss is {loss:.3g}, where {guessing} gives {chance:.3g}, and the weights have moved by {moved:.1%} of their length. The learning rate is {rate:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pixels of a picture stand in one cell, such as “{cell}”: give each a column of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All test images are among the training images: a sixth is drawn for testing instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow a larger ε, use more examples, or train for fewer epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow more of them, or smaller layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM reads English sentences letter by letter and says which comes next: first it learns which letters are common, then words, then which of them go together, sooner than a Transformer of its size. For a text of your own, choose it at Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM reads the digit row by row, from top to bottom, and answers from what it remembers at the end. Choose it to watch a network make up its mind, or where few weights must do and there is time to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An LSTM that says words backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alphabet has at most {most:,} characters, no two alike, and every character is one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attack wants another class to be answered; these data ask for a number, which is never wholly right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is bent like a sheet of rubber: neighbouring pixels move together, by about this distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is made larger or smaller by up to this share, height and width each by its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is moved by up to this distance, sideways and up or down each by its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is turned by up to this angle to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model, which is shown the images changed against the first: do they fool it, too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process of this training has failed, and the training with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process of this training was ended or is out of reach, and the training ends with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command holds it at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command of this machine is at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument {name} takes {count} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article: every number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are, {accuracy} of {count:,} images are read right ({data}, test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a number that is not negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for train, test or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked about training examples, some of them are not finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked about {count:,} examples, it gives no numbers for {wrong:,} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking what was exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a strength of {strength:.3g}, {fgsm:.1%} are right after one step (FGSM), but {pgd:.1%} after many (PGD): all of the defence beyond that is an illusion. One step goes astray here; believe the many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a strength of {strength:.3g}, {pgd:.1%} are right after many steps (PGD), but {noise:.1%} after mere noise: what looks like a defence is an illusion. The gradient leads nowhere, so that attacks which follow it fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack in many steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack in more steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack with half the strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacks are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacks change the pixels of pictures, and these data are text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attacks change the pixels of pictures, each by a share of white; these data are numbers, each on a scale of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of {layer} has become uniform: every token looks at all tokens alike, or nearly so, so that the layer can hardly tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of {layer} has collapsed to one token: whatever asks, it looks there and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention over patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation needs at least two examples in a batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new run with its settings; what it has come to stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new sweep in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new sweep; the runs of this one are in the library all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin it with `netsketch sweep --storage ADDRESS`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with Kaiming&apos;s first weights: from small ones all questions are alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with random weights, or bring back the text that they learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the label no column is left that could be a feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the label there are {count} columns of numbers, which fill no square picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: trial {number}, {goal}; {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black and white must be two different numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodies of the kind “{kind}” are not read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ways reads the steps from the first to the last and, with units of its own, from the last to the first: twice the units and the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast cancer samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness, contrast and saturation of a picture in colour change by up to this share, each by its own. Grey pictures stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring both to one range before you bring them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring deleted runs back from the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a run from a zip file, with every file in it checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it in first: `datasets import` on the command line, Data ▸ Import Images, a Table or a Text in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it in on the page Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it in, or choose another data set in the list on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it to that size first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the images in again, or restore the file from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the images in as they were before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the text back as it was, or begin a new run with its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring “{name}” onto this computer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings each token to mean 0 and deviation 1 before, with a scale and a shift that are learned. Attention layers add up without end, so that they need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the sums of each channel to mean 0 and deviation 1 over a batch. The network&apos;s own setting does so in every hidden layer, whatever is chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn faster with it. Layers that read or leave a sequence are left out; attention has norms of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off; `netsketch train --resume {run}` goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By copies moved by a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the loss this attack cannot tell images that it learnt from apart from others: in {auc:.1%} of all pairs ({low:.1%} to {high:.1%} with 95 % confidence) the learnt one has the lower loss, and guessing is right in half of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte {place:,} is none of UTF-8; it may be of an older encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C99 has no floating-point numbers of 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA (NVIDIA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call it by the address that it told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions are found for drawings of {size}×{size} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories, a feature for each value: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre by mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change that, or switch privacy off: budget and noise 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the setting and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the test images so that a model errs, and count what it still reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this layer or those before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes so many pixels and no others, one after the other: each time the one that makes the answer worst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes training images so that the network reads them wrong, before it learns from them: with one step along the sign of the gradient, or with many small ones, from a random beginning within reach. One step is cheap, but dense networks learn to blind it rather than to withstand. Training loss and accuracy are then those of the changed images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its address, its name and password, and whether it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the files or fetch them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of its folder and the space on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese sentences of some hundred characters, made up by rules: a network learns which characters make a word, then that a cat is counted by 只 and a book by 本.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 0 to {most:,} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 1 to {most:,} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a part of the data that is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run that was trained on the same kind of examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another data set or a smaller validation share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another data set, such as mnist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another disk and check this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model as the teacher, or train without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or join it: `netsketch sweep worker --study NAME`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one, with a list or a span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data that are drawn, and train a model on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data that are texts, or take the embedding away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer schools, or more images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose more schools, or equal shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or copy another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other examples, or train a model on these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other weights of the run, or another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data it was trained on, with examples set aside for validation or testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two runs on the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {least:,} to {most:,} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {least} to {most} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the plane of the pad: each click puts a point down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {count:,} images of each kind is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled, it does not answer: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy an image, or drop an image file on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to the ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut it into pieces and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts away the empty paper around the drawing, so that size does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and network are in balance: more examples help a little, and so may a larger network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates in six ways of writing, to put as computers sort them: 3 March 2021=2021-03-03. Days of 1900 to 2099, leap days among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides all random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides pictures, captions and first weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides pictures, captions and first weights; by default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the first weights and the order of the examples. The same seed, with as many threads, gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides what goes to validation, which digits or points are drawn, and which texts are made up; the same seed, the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides what is chosen; the same seed, the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which images; by default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which values are chosen; one worker chooses them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted. For {days:.0f} days `netsketch runs restore {runs}` brings back what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a network, train it, measure it and let it read examples, without the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this run again: its settings, and as many threads as it had, so that all its numbers come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do trials of a sweep that several machines share, until none is left. Ctrl-C leaves its trial to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw fewer digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again or mend the file that it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on the pad and say what it is: press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing digits was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the strokes 2.5 pixels wide whatever pen was used, as most of MNIST is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMNIST balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMNIST letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMNIST&apos;s own files hold each picture with rows and columns exchanged. Look at some, and exchange them (“Exchange rows and columns” in the window, --transpose) if they lie on their side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each must be a finite number of at most 10¹², and there must be one name for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of its images has more than {millions} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture was standardised by itself, and so its values no longer tell black from grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pixel was standardised by itself, and so the pictures are no longer in its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point has a number, and the network is to find it: regression. Watch the plane on the pad: the colours swell into hills and hollows where the network has found them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each stroke must be a list of (x, y) pairs of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each stroke must be a list of (x, y) pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either there is no such device, or this PyTorch was built without support for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elastic warp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End that one, then go on with the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended early: others were better after as many epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended early: the minutes of the sweep were over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended; the trial that was under way is left to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English sentences of some hundred words, made up by rules: first a network learns which letters are common, then words, then that a cat sees and cats see, and that Anna looks for her hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {number}/{epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs of fine-tuning (at most 100); by default 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs that each school learns in a round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even pen width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every column of it is a pixel, and none is left for the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every network of this sweep has more than {limit:,.0f} parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second image, by chance, is seen as in a mirror, left for right. Good for photographs; letters and digits become others by it, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step is a crawl: the loss does fall, but after five epochs it has hardly begun. Raise the learning rate while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step overshoots: the loss jumps about and the network never gets better than guessing. Lower the learning rate and watch it recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value in it is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight becomes a whole number of steps, told in few bits. They take less room where they are stored so, as in exports; in here they are numbers like any other, and no faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples and labels of “{name}” do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange rows and columns, which EMNIST&apos;s files need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it as ONNX, or let it write by the command generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a data set, so that it is there without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this run were deleted or moved while it was trained. They are written again; the weights of the past that were among them are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of {title} are damaged and could not be downloaded anew: {damaged}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or folders that a system put into the zip, left out: {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that end so are of the form “{other}”, and “{form}” is to be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters, then attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find more examples, or make the network smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which settings are best: train with many of them, each a run in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the pictures that a sentence is likeliest of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the range of activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning ends here, as it diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning for {epochs:,} epochs is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of PNG images, one folder a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of logs for TensorBoard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For microcontrollers and programs in C: one file, nothing but the math library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For networks with batch normalisation: it answers with mean and deviation gathered in training, of varied examples where augmentation is on. With this they are measured anew at the end of each epoch, on training examples as they are: so the network will meet them. Steps learn the same, but attacks in adversarial training go by these numbers. Stopped amid an epoch, or too large for 100 examples at once, a network answers with those of its steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For runtimes and servers of every kind: on phones, in browsers, on graphics cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For spreadsheets and for programs of your own: a row a step, with the figures of each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For text use an embedding and, behind it, attention or recurrent layers, such as embedding64,attention4,attention4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms for it are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four lengths of a flower in, three species out: eight hidden units tell 96 of 100 flowers apart, in a second. Move the sliders of the pad to see where one species ends and the next begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or let NETSKETCH_HOME name a folder in which you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {accuracy:.1%} of {images} are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {measure} is {accuracy:.1%} on {images}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --storage and --study; a sweep of this machine alone begins its workers itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from 0 to {most:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number, such as 0.1, or several set off by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number, such as 0.8, or 4 for bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a run another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from {least:,} to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number, such as 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number, such as 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an address instead: `--rdzv-endpoint` or `--master-addr` of torchrun, and `--local-addr` on the machine that others come to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it hidden layers: without one it can only weigh its numbers against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it hidden layers: without one it can only weigh pixels against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it more epochs, or end no trial early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one with --name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one, such as 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give parts above 0 and up to 1, such as 1/16,1/4,1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give places in its alphabet of {count:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them with commas between: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {most:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives edge pixels the grey of their share of ink instead of black or white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this run; `runs` lists them. --epochs gives it more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this sweep; `sweep list` lists them. --trials and --minutes give it more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got unexpected extra argument(s) ({names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients explode on their way back: a step may throw the weights anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients vanish on their way back: the first layers learn next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients vanish over the steps of {layer}: what it reads first hardly counts for what it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H = softmax(Q Kᵀ / √{size}) V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly any of the training answers is exact, and until they are, more examples tell nothing. Train it longer, or change the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heed words on standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here must be said where “{key}” is to stand, such as above = 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {number} cannot be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {number} leaves positions out, and attention and pool do not depend on the order of tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a loose budget: ε 8. It reads about 96 % of the test digits; the same network without privacy about 97 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a moderate budget: ε 3. It reads about 95 % of the test digits; the same network without privacy about 97 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides what any one training image gives in noise, by a strict budget: ε 1. It reads about 93 % of the test digits; the same network without privacy about 97 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills and hollows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a filter moves from one place to the next; 2 halves height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step goes along the gradient. Too high and the loss jumps about, too low and it crawls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it may go, or several of that set off by commas: the most that a pixel may change, where white is 1; of pgd-l2 the distance, of few-pixels how many, of patch its side; by default 0.1, 2, 10 and 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far loops, corners and bars stray from the model, each by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far points stray from the shape of their class. With much of it the classes overlap, and no network tells all of them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far whole strokes are displaced and turned, such as the bar of a 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How freely it chooses: 0 takes the likeliest character each time, 1 each as often as it is probable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it may take, over all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many batches are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many batches are looked at; by default 1,200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many characters at most; an answer ends before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits are drawn for training and validation when the data are the built-in ones; a sixth of that number more are drawn for testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits are drawn to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits are drawn to learn from; by default 40,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits the longest numbers have that are to be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples are averaged for one step. Small batches are noisy, large ones take fewer steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many filters the layer has; each gives an image of its own, a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images each school has at most; 0 for all of its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters or digits the longest question has; the shortest has two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers a token has: what each patch is turned into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers stand for a character: what each is turned into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers the layer remembers from step to step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels may change, each by as much as it likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points are drawn for training and validation; half of that number more are drawn for testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many processor threads do the steps. Automatic tries some at the beginning and takes the fastest number; where other work then slows the steps, one thread does them. The run keeps which it was, and is gone on with, or done again, by the same. With 1 the seed alone decides every number of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many questions, or sentences, are made up for training and validation, no two of them the same; a fifth of that number more are made up for testing. Where there are not so many, it is nearly all there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many schools (at least 2, at most 100).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps the adversary of many steps takes for each batch; each costs as much as learning from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps the warm-up takes, however long the run is; they count in place of the share. Where the run has fewer, the learning rate does not reach its full height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many test images, drawn by chance; by default all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times every training example is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times tokens look at each other side by side, each time for something else. A head works with its share of the tokens&apos; numbers, so their width must be divisible by the heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trainings at once; 0 for one less than there are cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trainings each part gets (at least 1, at most 100).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trials; by default 20, and all points of a grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units the layer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much any pixel may change; 1 is from black to white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much corners are rounded or curves sharpened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is carried into the next; used by SGD with momentum and by Nesterov.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much strokes begin or end too early or too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much surer it is of an image than of copies moved by a pixel does not tell them apart: it is more for the learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much surer it is of an image than of copies moved by a pixel tells them apart: it is more for the learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the adversary may change any pixel; 1 is from black to white. It grows from nothing to this over the first third of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the model may tell of any one training example: the smaller, the less, and the noisier the training. 1 is strict, 8 is loose. The noise is worked out so that the whole run spends no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the paper is bent in all directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the pen&apos;s width differs from 2.5 pixels, and how unevenly it is pressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the upper half differs in size from the lower half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much what the teacher says counts, and the labels for the rest; 0.9 is 90 %. The loss that is shown is that of the labels alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much: of prune the share of weights that become 0, of units the share that is removed, of quantise the bits that are left; by default 0.8, 0.5 and 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often pgd-hard begins, at most; by default 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often rarer ways of writing appear: slashed zeros, ones with flag and foot, barred sevens …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the average goes out and comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the pen fails for a short way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How pictures come to 28×28: as ink (cropped, centred), scaled as they are, or found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How points on a plane are drawn, and what of them is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How ragged the edges of the ink are: paper has a grain, and a scanner adds its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How soft the edges of the ink are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong the noise on the gradients is, in lengths to which they are clipped. Given alone, the training is private without a limit; given with a budget, it ends before that is passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly digits lean and turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the built-in digits differ from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights are drawn. Kaiming suits ReLU, Xavier suits tanh and sigmoid, normal draws small numbers (deviation 0.01) whatever the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the images are divided: mixed, or two classes to each school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the next values are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How training images are varied each time they are seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How unsteady the hand is along a stroke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide or narrow digits are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files hold at most {most} classes; these are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images cannot be written as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images must be bytes of shape (N, H, W) or (N, H, W, C), numbers float32 of shape (N, F), and text uint16 of shape (N, T).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of each kind, learnt and not learnt (at least 10, at most 20,000); by default 5,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that are the same as another one in every pixel: {count:,} ({names}). Such images stay together, in training, validation or test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that stand under several labels: {count:,}, such as {first} (“{one}”) and {second} (“{other}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each layer the units, or channels, with the smallest weights are removed, with all that hangs on them. A smaller network is left, with less to compute. Where attention adds to what a layer gives, all of it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each of its {heads} heads at least {share:.1%} of all looks at {tokens:,} tokens go to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how long pieces a text is cut: so many characters at most a network has before it when it says the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many bits each weight is told; as it was trained it has 32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its head {share:.1%} of all looks at {tokens:,} tokens go to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bin is: {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the window, open that run and branch off where it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what kind of numbers to multiply activations: int8, by steps that training images decide, makes large dense layers of an ONNX file faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what kind of numbers to store the weights: fewer bits make it smaller, and say what they cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which column of a table the labels are: first, last, or its name. By default it is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which form: {written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which numbers the products of a step are done. bfloat16 has two to three digits and takes half the time where the processor or the card is made for it; weights, their changes and all that is told stay float32. Automatic takes it for convolutions and wide dense layers, and on a card, where that is known to be faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {names} no folders tell which class a picture is of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install gcc or clang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing NetSketch anew with pip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interfaces are: {known}. Unset {variable} to let the right one be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid value for {place}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks off or is no CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can read PNG, JPEG, GIF, BMP, TIFF, WebP and PPM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes nothing of what a network learns, or is decided by the sweep itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts only where this is chosen: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not begin as an IDX file does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not hold the weights of a caption model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not hold the weights of the network it describes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say which version of the format it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does {count:,} multiplications for one example, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends within its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It finished no epoch within {limit:g} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a single unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a value of its own in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has another plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has images and no labels: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has labels and no images: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {millions} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} cells, which is far too many for its size. If it is packed, unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} different characters: “{sign}” stands for the {count:,} rarest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most:,} rows, which is far too many for its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {most} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no arrays “images” and “labels” but: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no hidden layer, and so no units but those of its classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no number to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one column, and a table has a label and a feature at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one column, which is no label and a square picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the shape {shape} of {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has version {version} of the format (program {writer}); this program knows {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has version {version} of the format; this program knows {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {cards}, and {processes} processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} characters; with a context of {context} at least {least:,} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} columns, more than a picture of a table has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} different words, too many for categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} weights, and a page is written of at most {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count:,} weights, and source is written of at most {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} cells where others have {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} characters; {limit} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} columns, which are no label and a square picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} dimensions where {wanted} are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} pixels, which fill no square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {found} numbers for {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {letters:,} letters, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {parameters:,} parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {size:,} bytes, which are no whole records of {record:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds a run. Bring it in as one: on the page of runs, or by “runs import”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds a zero byte, which no name or number has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds bytes that stand in no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds days or times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds numbers that are too large to be told apart, such as {value:g}: put a letter in front of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds numbers with fractions, such as {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds the labels of “{name}”, and is read with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds too many files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds too many tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds weights that the network it describes does not have: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds weights, but does not say of which network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds words, and no numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {count:,} numbers of one example at a time, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {held} where unsigned bytes are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds “{name}” twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds “{name}”, which is no file of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds “{name}”, which is no name for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a Parquet file, not a table of text: save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a ZIP archive or a spreadsheet, not a table of text: save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder, where a file is to be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a spreadsheet, not a table of text: save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an ARFF file: save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an HDF5 file, not a table of text: save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an archive within: unpack it, and bring in what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty, where a file is to be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty, where a value is to be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than the {limit:,} bytes that it may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than {most:,} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is locked with a password: unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no number: list its values, parted by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no set of images, but a table of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no set of images, but a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no table of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no table, and has no column of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a label and numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a zip file, or its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not readable JSON: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not readable TOML: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the plan of a sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of no form that is read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one character again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same in every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large to be an experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large to be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large to be the plan of a sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written in UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {dtype} of shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “{text}”, where a number from {least} to {most} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in no folder of a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies neither beside the model, nor where it was read last, nor here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes {count:,} numbers of each image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It multiplies floating-point numbers, for which rounded activations are no gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a whole number from 1 to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs one width of the pen for each point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It only numbers the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads {train:.1%} of {images} and {validation:.1%} of the validation examples. The validation loss was lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for standard output, which no file goes to: name a file; {own} is one of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes examples of shape {wanted} and knows {known} classes; these have shape {shape} and {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes images of shape {shape}, and on the page one draws in {size}×{size} pixels, or shows a picture in three colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes images of shape {shape}, and the script prepares drawings of {size}×{size} pixels, or pictures in three colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes images of the shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes numbers, and a page is drawn on. The Python script, the C source and ONNX take rows of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes other examples, or tells other classes apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes text, and the script reads pictures and rows of numbers. ONNX takes text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes text, and the source is written for images of bytes. ONNX takes text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes text, and what is asked over HTTP are pictures and rows of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the features {wanted}, and these are {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {count:,} steps one after the other, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells {known} classes apart, the data have {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted or moved at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never deleted, is back already, or its time there was over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was trained on images of another size or with other classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was trained on texts in which that does not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was trained privately and spent ε {epsilon:.3g} at δ {delta:g}: whoever has its weights, and not its seed, finds at most {share:.1%} of the training images with 1 % false alarms, by whatever attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written by another version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have {count:,} features, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would hold {count:,} images, which is far too many for its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its alphabet is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its budget does not cover what the weights at hand have learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bytes were stored as numbers with a sign: what was above 127 is negative now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its characters are others than those that the weights were trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checkpoint belongs to another network, optimiser, batch size or device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checkpoint says {step:,} steps, and its epochs make {done:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checksum is not that of the published file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content breaks off or contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its contents are not those that were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file is damaged: bring the images in again and remove this, or restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} holds another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} is not readable JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file {file} makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file “{path}” is missing or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first number is not less than its second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header lacks the entry {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header promises {promised:,} bytes and {size:,} follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its images are of the type {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its images have the shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels are a single value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels are numbers with fractions, such as {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels are of the type {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels are shares of classes, where one class for each image is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its labels have the shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss on the validation examples is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its network has {parameters:,} parameters, and {limit:,.0f} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its numbers are all infinite, or beyond 10¹²: give them in thousands or millions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its other files are as they were; they lie in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its packed content does not unpack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its promise was worked out for one that draws the images of every step by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows are of one class only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows differ in length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs are in the library all the same; its files lie in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its strength would begin at nothing anew in each round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sums have {height} rows and {width} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text has other characters than the run was begun with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its units can be cut off by {count:,} at a time alone, and it has no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values are of the type {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values run from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are not those of the network it describes: {name} has another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker was killed each time that it was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the machines by a network, or give another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaiming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep fine-tuning as a run, to be compared with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the run, so that it can be gone on with later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as the run {run}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras&apos; words are told of dense layers alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knows nothing of a network: each pixel changes by chance. What others do beyond that is what they know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels run to {highest}, classes are {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from all examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from all examples there are, not from {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning from a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning what is no digit was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning what is none of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns from images that an adversary has just changed as badly as it can, each pixel by up to 0.3 of the way from black to white. Changes that fool every other preset do little to this one; it misses about two test digits in a hundred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out of the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out, or change --hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out, or choose another method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the rows they are in, or count in thousands or millions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the rows they are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {flags}, or train anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave some of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the limit out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the others out, or begin a new sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as it is neither label nor pixel: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as no folders of classes are in it or it lies beside {parts}: {names} (pictures: {count:,}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as they are hidden or systems leave them behind: {count:,} files or folders ({names}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {names}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length and width of sepals and petals of 150 flowers of three species (UCI). Two of the species lie close to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a model answer over HTTP: pictures go in, JSON comes out. Ctrl-C ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a model go on with a text, character by character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a model leave the program, proved to answer as it does in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a model read pictures, rows of numbers or questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let all ports between the machines be open, or name the network interface to use in GLOO_SOCKET_IFNAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let its name end in {ending}, or leave the ending out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the adversary take {steps} steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let tokens look at those before them, or at what fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters or digits to put in order: dacb=abcd. What comes next hangs on the whole question at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters to say backwards: attention looks at the letter that is due, wherever it stands. The LSTM beside it has to carry the whole word in its memory, and takes longer. Look at the attention of an answer to see the mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters to say backwards: stop=pots. The last letter is wanted first, and the first one last: who looks back finds it, who has to remember must hold all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the gradients to a length of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links to folders, and links that lead out of the folder, are not followed: {names}. Copy what they lead to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List fewer values, or choose another way than the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List its values, or choose another way than the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the data sets, fetch one, make one of your own images, or write one to files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the lessons of the window, or check one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the lessons that come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the presets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the runs, look at one, rename, delete and restore them, take one out or bring one in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the runs, or those of a sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the sweeps of this machine, each with its best trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs for TensorBoard cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the drawings that are there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the files in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks once which way each pixel makes the answer worse, and moves all of them that way by the same amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss per character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the batch size to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the batch size to {smaller}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:.1g} and begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g} and begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g} and limit the gradients to a length of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate to {lower:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate, or take less away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the rate to {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the validation share or use more examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower to {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST and generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPS (Apple)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for the pad: MNIST and generated digits together, varied each time they are seen, so that slant, thickness and ways of writing that MNIST lacks are read as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a data set of images of your own, or of a table of features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a model smaller, and measure what that costs. Ctrl-C leaves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder first or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the hidden layers twice as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes one number of every 2 × 2 sums, the largest or their average, which halves height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making up examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many steps (PGD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many steps by distance (PGD, L2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many steps, many starts (hard)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many units of {layer} are dead: they give 0 for every example and cannot learn any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure a model on a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring on the test examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it, and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the marked settings, or undo the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing argument {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing option {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing values are a category of their own, “?”: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing values are filled with the median of the training rows: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models cannot be exported as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models cannot be made smaller by “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More examples would change little. A larger network may help, as far as what stands before tells the next character at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of a picture is {paper} in the one and {test_paper} in the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move runs into the bin, from where `runs restore` brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name black and white as “0 255”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one setting of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name them as “0 255”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or ids of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither its last column nor another one holds a few values that come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch is in the menu of programs, and opens its models; the files are in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetSketch is no longer in the menu of programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column before or behind the pixels holds a few whole numbers or words that come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of it holds a few values that come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No example is left to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer has the setting “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No labels are known for {names}: it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No noise is strong enough for the privacy budget ε {epsilon:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pass mark is set. The model read {accuracy} of the test examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pass mark is set. {measure} (test examples): {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pass mark is set. {measure}: {accuracy:.2%} ({count:,} examples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pass mark is set; the model reads {right:,} of {count:,} examples ({accuracy:.2%}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run was under way to go on with: a new one has begun, from new random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run was under way to go on with: a new one has begun, from new random weights. The run before is kept under “Runs”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server can be reached. Is this computer offline? ({failures})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server gave the whole file ({failures}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such command {name}. Did you mean {others}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such option: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such option: {name} (Possible options: {others})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial has come to a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its layers can spare a unit. Of hidden layer 1: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the drawings in My Digits is of a class that this model knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the files in it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the images that both read right fools it, so none is left to show to {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count:,} images can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all processes of this training have come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: nobody knows how many of the test examples this model reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: nobody knows what this model makes of the test examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed: the model read {accuracy} of the test examples, the pass mark is {gate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of {gate:.6g} % asks for {needed:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported: as “{name}” the model would answer otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported: the model does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numerical precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX has no node for its operation “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a table that is read from its file, the column of the classes: its name, first or last. Left empty, it is found by its name and by what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a table that is read from its file, what its label is: a class, or a number (regression). Automatic takes it for a number where it has fractions, or where more than 30 different numbers come again fewer than five times each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its {steps:,} steps the first quarter gets {share:.1g} of the gradient that the last quarter gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count:,} examples, probabilities differ by up to {difference:.3g}, and {limit:.3g} is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {right:,} images that both read right {fooled:,} fool it, and {share} of these fool {second}, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {world}, these are missing: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{attack}” it goes from 0 to {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{attack}” it is a whole number from 0 to {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{method}” it goes from {low:g} to {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{method}” it is a whole number from {low:g} to {high:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{method}” there is no “{option}” to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Windows and macOS, docs/packaging.md says how a model is opened by a double click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map each example is a point of its class, and text has no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that reads pictures wherever Python and NumPy are, without PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file to give away: whoever opens it in a browser draws, or shows it a picture where it takes colours, and the network answers, without internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hidden layer and a few epochs on digits that the program draws, varied a little each time they are seen: done in seconds, and good enough to read nearly all of what you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its operations is not written in C yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its sides has more than {most:,} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its sides is far longer than the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its values is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them would have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step (FGSM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only `train` is shared by several processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only bytes in one to four dimensions can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pictures are varied: another character would be another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pictures are varied: what would a turned number be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only products of two such numbers are products of whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the trials of this sweep, by its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file that NetSketch saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program and save it again as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with a newer NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {name} does not take a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {name} requires an argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {name} requires {count} arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over this share of the run the learning rate rises step by step to its full height, and then the schedule sets in; 0.1 is 10 %. One-cycle rises in any case: there this is the share of its rise, which else is 30 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over this share of the run, at its end, the mean of the weights is taken, and the network answers with that: it is validated, shown and kept. 0.2 is the last fifth, in whole epochs. Steps go on from the weights themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {tokens:,} tokens its head has {share:.1%} of the largest entropy there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {tokens:,} tokens the sharpest of its {heads} heads has {share:.1%} of the largest entropy there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of elsewhere may not use this service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair of IDX files, as MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: the model read {accuracy} of the test examples, the pass mark is {gate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of {gate:.6g} % asks for {needed:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused; {command} goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and captions of a step; by default 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of one digit each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of what it was taught; for a model that takes numbers rows such as 5.1,3.5,1.4,0.2 (one that begins with a minus sign behind “--”), for one that goes on with text questions such as 12+34=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, and as many captions, that are told apart in a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels wired straight to the ten answers: a linear classifier. It gets surprisingly far, then stops – that is what hidden layers are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points on a plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points whose coordinates have the same sign against those whose signs differ: what a single neuron cannot learn, and one with the feature x·y can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points with a number each, which rises evenly from the lower left to the upper right. The network is to find the number: no hidden layer is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points with a number each: three hills and three hollows, with level ground between them. The network is to find the number, and needs hidden layers to follow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is taken: another program answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} of “{host}” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports are whole numbers from 0 to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers need numbers above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare them as the data sets are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing examples to compare answers by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print one JSON object a line and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy is the limit: noise hides what more the examples could teach. Allow a larger ε, or use more examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private, ε 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private, ε 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private, ε 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: noise σ {noise:.3g}, at most ε {epsilon:g} is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: noise σ {noise:.3g}, without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prune weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every weight towards zero a little in each step; it works against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put NetSketch into the menu of programs, and let it open its models (Linux).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it beside the model, or say where it is: --data on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put patches, attention or a recurrent layer in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put some down, then name them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt lacks shared libraries of this system ({names}); {remedy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantise weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the learning rate to {higher:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the validation share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise to {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random grey is added to every pixel; this is its standard deviation, white being 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rare styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read fewer and larger steps: larger patches, or whole rows of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read pictures by the sentence that fits best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data set was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports are compared class by class, and there are no classes here; Runs sets runs side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it with the settings it was begun with, or begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round the weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round} of {rounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average}, a school alone {alone} ({worst} to {best}), all data together {together}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round}: the average reads {average}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding changed {changed:,} of {count:,} answers, and probabilities by {difference} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of which “{name}” says nothing are learnt from: {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are the same as another one in every feature: {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that stand under several labels: {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs cannot be exported as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² of validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² {accuracy} of {count:,} examples ({data}, {part}), mean absolute error {mae:.4g}, root mean squared error {rmse:.4g}, on the scale of “{target}”. With 95 % confidence R² lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model to a file at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model does: probabilities differ by {difference} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights rounded to {weights} and activations to {activations} does: probabilities differ by {difference} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights rounded to {weights} does: probabilities differ by {difference} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}, {size:,} bytes. It holds no weights; with the model&apos;s in its network, asked about {count:,} examples, it answers as the model does: probabilities differ by {difference} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say a digit, how thick it is and how it leans, such as “a thick slanted three”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say by “Content-Length” how long it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say by “Content-Length” how long the body is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many seconds, or how many parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many trials it has, or how many minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how the file is to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it: “Labels” in the window, --label-column on the command line, as “first”, “last” or a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it: “Label” in the window, --label-column on the command line, as “first”, “last” or a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it: “Values” in the window, --value-range on the command line, as “0 255”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a model betrays of the images it learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what became of each trial, and how much each setting decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is known of a run: its results, its settings, its files and notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is wrong with lessons, line by line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one by its id: {ids}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale it down and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale them down: 28 pixels a side are what is kept, and 280 are plenty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales width and height alike; otherwise a 1 is stretched until it fills the square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools cannot train against an adversary here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools cannot train privately here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of training or parameters, for a goal with a limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that the first process is at work, and that its machine lets others in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that there is room for temporary files, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send image/png or another picture, application/json or application/octet-stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them as application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set NETSKETCH_HOME to a folder of this machine; several machines share a sweep by --storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set some aside on the page Data, and train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the device to CPU, or train with one process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the device to automatic or CPU, or install the PyTorch made for your device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the numerical precision to automatic or float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the validation share to 0.1, or to another share above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several processes cannot share the work on this graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts the drawing until its centre of mass lies in the middle, as in MNIST; otherwise its box is centred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten them, or keep a part in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square of pixels that a filter looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square of pixels that becomes one token; 1 makes a token of every place, which suits what convolutions leave. Where the image does not divide evenly, zeros fill up the patches at its right and lower edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs of a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since step {step:,} one thread does the work instead of {old}: other work kept the processor busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since step {step:,} {new} threads do the work instead of {old}, as in the run that is done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of each hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the hidden layers from input to output, such as {examples}; “none” for no hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small Chinese grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small English grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small filters shrink the image to a few places, each place becomes a token, and attention puts together what they found. Choose it where you would like a Transformer and have few images or little time: filters know from the start that neighbouring pixels belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some classes have far more examples than others; the network will favour them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some numbers of “{name}” are infinite or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its coordinates are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its images have several labels, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its labels are no numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its values are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its weights are not finite numbers: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of them are not finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of these numbers are infinite or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some weights of the network it describes are missing: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something foreign follows its packed content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong in {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that a checkpoint needs is missing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not: {kind}: {error}. With NETSKETCH_TRACEBACK=1 in the environment it is told in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start as many processes as there are cards, or set the device to CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from this experiment, a JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from this preset; `presets` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with torchrun, which sets all that is needed, or unset {one} to train alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the kiosk with one that has learnt from digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the processes with torchrun, which sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start them all within {minutes:.0f} minutes, with the same address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start this without torchrun, or with `--nproc-per-node 1`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of plain examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step:,} of {steps:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of each attack; by default 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticks a square on the image where it does most, and learns by many steps what to paint on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop as soon as the validation accuracy reaches this share; 0.95 is 95 %. Where a number is asked for it is R² that is to reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you compare kept runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you go on with another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you open another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you open another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you take another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it before you teach the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first; it can be gone on with at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it there first, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when the validation loss has not improved for this many epochs; without validation examples, the training loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when the validation loss no longer falls, or find more examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first round was over; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first step; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Requests answered: {requests:,}, refused: {refused:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store them as an array of the shape (images, {side}, {side}, 3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store them as bytes without a sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store weights as int8, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke thickness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes are thickened or thinned by up to this share of a pixel on either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger attacks exist, which train models of their own to compare with. This is the least that the model gives away, and no proof of privacy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students before an exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep {id}, {workers} at once. Ctrl-C pauses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch batch normalisation on, which keeps the sums small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch positions on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the adversary off, or train in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the positions of the patches on and begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the privacy budget off, or train in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPE: near what did well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of its curves (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another copy of it, or train anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another copy of it, or train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care: whoever reaches this machine over the network can use this service. Nothing is encrypted, and no password is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mean over all its steps by a pool, so that each is near the answer, and begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mean over all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes many small steps, and begins anew elsewhere until the answer changes: up to {starts} times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes many small steps, and looks anew before each; no pixel goes further than the largest change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes many small steps; the root of all squared changes is bounded, so few pixels may go far and most stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this share of certainty away from the right answer and spreads it over all classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target accuracy reached at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of {measure} reached at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times as many weights, kept honest by dropout and weight decay while a cosine schedule lets the learning rate fade out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy {accuracy} of {count:,} examples, before {before}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy {accuracy} of {count:,} examples, loss {loss:.4f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images that are all there is to learn a class from: {count:,} of {whole:,} ({names}). They are learnt from and not tested with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images that are among the training images, too: {count:,} of {whole:,} ({names}). They are tested with and not learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: R² {accuracy} of {count:,} examples, mean absolute error {mae:.4g}, root mean squared error {rmse:.4g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: {measure} {accuracy} of {count:,} examples, loss {loss:.4f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is learnt as by the preset {preset}; --hidden names other layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That disk can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is close: with {count:,} examples it is known to lie between {low:.2%} and {high:.2%}, and the pass mark lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is close: with {count:,} examples the accuracy is known to lie between {low:.2%} and {high:.2%}, and the pass mark lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The C source could not be proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accuracy on the test examples that a network must reach to pass; 0.97 is 97 %. It decides nothing in training, but whether the model is said to be good enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activations cannot be rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address to answer at; 0.0.0.0 lets in whoever reaches this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount {amount:g} is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s own network, small enough to follow every number: three inputs, two hidden layers, two outputs, plain SGD. View ▸ Microscope shows one step of it, forwards, backwards, and into the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size is {size:,}, and there are {count:,} training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body comes in pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body does not have “{one}”, or “{many}”, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has {bytes:,} bytes, and each image has {size:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has {bytes:,} bytes, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget would be counted for each round by itself, and all of them together spend more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caption says nothing of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captions in “{path}” are made of other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captions were not learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of “{name}” do not belong to its alphabet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic example: two hidden layers of 64 units with ReLU, Adam, ten epochs over MNIST. It reads about 97 % of the test digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code trains a network to tell classes apart, or to go on with text, and this one gives something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of the pictures cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{name}” is no label. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compiler says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are the limit: the error still falls with more examples. Find more of them; pictures can be varied, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set “{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set, such as mnist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set, such as my-digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set; by default the one it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data that this model was trained on are not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “{name}” have other classes than this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has a sweep called “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has no sweep called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of the sweep cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry “{entry}” of its file {file} is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples are no longer those that the run learnt from; its numbers come out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples are no longer those that the run was begun with; it goes on with those of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment as a readable script that trains such a network anew: a beginning for programs of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment “{file}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment “{file}” is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export could not be proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features of “{name}” do not belong to its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is named twice: once is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large for this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the caption model; by default captions.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the smaller model; by default its name with the method, or the next free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or the new folder to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” is not beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file, its ending is added; for tensorboard the folder of logs, in which the run gets a folder. By default the run&apos;s name, here, and the folder logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file; it is replaced if it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter has no place {row}, {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch alone would spend more than the privacy budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer has a row of numbers for each character; they make no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function applied to each filter&apos;s sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function applied to each sum, in every hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function applied to each unit&apos;s sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal “{goal}” has no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal “{goal}” needs a limit above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of a weight of {first} is {small:.2g} on average, of one of {last} {large:.2g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of {layer} has a length of {norm:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card has no instructions for it, or PyTorch does not use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid has {points:,} points; {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of the request has more than {most:,} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of the request has signs that do not belong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest learning rate; by default 0.008.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest; it rises first and falls to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name “{name}”, where the processes of this training meet, does not resolve on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has no pixel {row}, {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image must be 28 × 28 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images may be in “{first}” or in “{second}”: leave one of them out of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” have the wrong form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of the sweep is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label is the column “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are in {count} columns of 0 and 1, from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels in {column} are numbers with fractions, such as {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels may be in {first} or in {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels may be in “{first}” or in “{second}”: leave one of them out of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language to speak, such as en or zh_CN; by default that of the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest is {largest:g}, and {most:g} is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest length that the gradient of a single example may have in a private training; longer ones are shortened to it. The noise grows with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest length the gradient of one step may have; longer ones are shortened to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one ended with the code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer before leaves a sequence, which is read as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer behind it does not say what hangs on each of its inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer has no head {head}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer has no token {token}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer has no unit {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” ({kind}) cannot leave the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” is not written as code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers behind take all steps at once: there is no answer before the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers between the pixels and the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning curve ends here, as a training diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning curve is drawn without a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is too high: every step overshoots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is too low: every step is a crawl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is {loss:.3g}; {guessing} gives {chance:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss or a weight became infinite, or not a number, in step {step:,}; the weights of step {kept:,} are kept. Lower the learning rate (it is {rate:g}), or limit the gradients with gradient clipping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss or a weight became infinite, or not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss rose to {peak:,.3g} in step {at:,} and is {loss:.3g} now; {guessing} gives {chance:.3g}. The learning rate is {rate:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss tells images that it learnt from apart from others: in {auc:.1%} of all pairs ({low:.1%} to {high:.1%} with 95 % confidence) the learnt one has the lower loss, where guessing is right in half of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean picture was taken off each one, and so no value is black or white everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minutes of a sweep must be from 0 to {most:,.0f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be asked what it betrays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be exported as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be made smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be measured on its own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be measured on “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be served: it would answer otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not fit the data “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not know the character “{sign}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file of the average; none by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file; by default model.safetensors or the next free name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is too large to leave the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learnt from all of these {total:,} examples: how it reads them says little of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learnt from {count:,} of these {total:,} examples: how it reads those says little of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model takes numbers, and no drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model takes text, and no drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{path}” cannot be attacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{path}” does not go on with text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{path}” does not take drawings of {size}×{size} pixels, and no pictures in colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of its classes cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of its features cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot know where a patch was: to it an image is a heap of patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gets hardly more characters right than guessing would: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gives the same answer to nearly every example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no unit {unit} in a layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is hardly better than always saying the mean: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is the limit: more examples would change little. Make it larger, train it longer or use other layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network it describes cannot be built: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network learns the training examples by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network reads hardly more examples than guessing would: it has not begun to learn. Train it longer, or change the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network withstands less than it seems to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s answer does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s answer is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s answer is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, its batch and the data need more than is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number in the column “{column}” is infinite, or beyond {most:.2g}; it is filled as if nothing stood there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number to be found is infinite, or beyond 10¹².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number to be found is the column “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of a character are looked up in a table, and are no sums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers to be found spread by {spread:.1g} alone, and nothing is left of the square of that: scale the column, such as divided by {spread:.1g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other processes of this training cannot be met at {address}, port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output has a unit for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package tensorboard writes them, and it does not load here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package tensorboard writes them, and it is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture shows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are far too large for the size of their files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures in “{name}” are learnt from, too: which ones validate is drawn by the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan of a sweep in a database is for all machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is taken, a wall is in the way, or the first process is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port; 0 takes one that is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “{name}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The privacy budget is spent: ε {spent:.3g} of {epsilon:g}, and another epoch would pass it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability with which the promise may fail. It should be well below one by the number of training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processes of this training do not reach each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program goes on; if it happens again, please report it with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of “{setting}” is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request does not say legibly whom it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request does not say whom it is for: “Host” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request expects what this service does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is for “{host}”, and this is another service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is for “{target}”, which is no path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request says in two ways how long its body is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request says in two ways whom it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request says “{name}” twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root of the sum of all squared changes; 1 is one pixel from black to white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns gradients into new weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be resumed with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on, but is not being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in “{path}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not kept in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was begun with more processor threads than this machine has; its numbers may differ from those of a run without a break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was begun with other versions of PyTorch, NumPy or Python; its numbers may differ from those of a run without a break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was done in {before} before, which this machine cannot do here. As its settings leave the numerical precision open it is done in {now} from now on, and its numbers differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was done with more processor threads than this machine has; its numbers may come out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was trained by another number of processes ({before}, now {now}); its numbers may come out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was trained by another number of processes so far ({before}, now {ranks}); its numbers may differ from those of a run without a break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} could not be given a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} is not in the library as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” began with weights of another run, {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” cannot be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” has not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” is not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” was written by a newer NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s copy of its teacher is gone or damaged; it goes on with the model that is now in “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s name or id; `runs` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs cannot be listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs differ too much to tell what is the limit. Use more seeds, more sizes or more validation examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same images lie there more than once, and are read once: not {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same letters as of the little GPT, read one by one into a memory of 128 numbers, which must give them out again last first. Train both, and compare their curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network, trained from scratch for as many epochs, reads {accuracy} of the validation examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same size from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script trains anew and holds no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the sweep must be from 0 to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in “{path}” are not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the run “{run}” are not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of numbers switched off at random in each training step; it works against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of units switched off at random in each training step; it works against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of what attention and the small network add that is switched off at random in each training step; it works against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The side of the square in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of its images cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest has {smallest:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps of this training are so short that adding up what {world} processes find takes about as long as they save; one process is hardly slower, and may be faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength {strength:g} is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep is held by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep “{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep “{name}” in the database is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep “{name}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep “{name}” is running already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep “{name}” is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep&apos;s id or name; `sweep list` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep&apos;s name in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has no place for a file of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of an embedding has a row of numbers for each character; they make no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables in it are far too large for the zip: unpack it, and bring in what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The targets of “{name}” cannot be learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher has not been asked about these training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher has the classes in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher learnt from {count:,} examples that are not among the {own:,} training examples here; what it knows from them it passes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher learnt from {count:,} of the {total:,} validation and test examples: how the network reads those says little of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher takes images of the shape {theirs}, and those here have {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher takes the features {theirs}, and here there are {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher tells other classes apart: {theirs}, and here there are {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten digits, drawn by this program in ever new hands. Nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training and the test images are of different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training cannot be done in bfloat16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training ended without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training images of both together, so that ways of writing are learnt that MNIST lacks; MNIST&apos;s test images test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training loss no longer falls, although many training examples are still read wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training loss no longer falls, although much of the training examples is not learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of a school ends here, as it diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was broken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trial has a value of “{setting}” that the sweep does not allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The units of this layer are not made of one sum each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are no numbers any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights cannot be rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights cannot be stored as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights do not belong to this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights make pictures where the layer sees one: these data are numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights nearest to 0, of all layers together, become 0 and stay so. The file gets smaller once it is packed; the arithmetic gets no faster, for a zero is multiplied like any other number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of an attention layer compare tokens with each other, so they make no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of this layer make no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of “{name}” are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot open on the platform “{asked}”, which Qt does not have; it has {names} (QT_QPA_PLATFORM or -platform).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot open, {cause}. Without a window: `{program} train --preset first-try`; with a virtual display: `xvfb-run -a {program}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot open: {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workers of the sweep end without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {measure} has not improved for {epochs} epochs; the best was epoch {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {measure} reached {accuracy:.1%} after epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are images of {names} to learn from, and none to test with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more processes than images in a batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {limit:,} files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {most} steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no drawings in My Digits yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no examples to evaluate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no examples to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images to attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no parts to go through: these data are numbers, and the network sees all of them at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no points of your own yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rows in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs of the sweep {sweep}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no shares “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sweeps yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no trials left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no validation examples to choose by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no validation examples. The test examples prove nothing any more once the amount is chosen by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are points of “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are test images of {names}, and none to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few examples for a learning curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few examples to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few examples to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few images for {schools} schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many steps to ask for an answer after each: more than {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count:,} classes, and a data set has {most:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count:,} images in one request, and {most:,} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count:,} training examples and {epochs:,} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} runs called “{run}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} training examples, in batches of {batch_size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {images} examples and {labels} labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There cannot be {count:,} schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a data set “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a run called “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no C compiler to prove the export with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no attack “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no best epoch yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code of this experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “{name}” among its {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set “{name}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set “{name}” of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no figure {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file in it whose name ends in {ending}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hidden layer that --{flag} could change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “{name}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “{name}” here. Languages are: {known}. A text without one is shown in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to teach yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no part “{part}” of a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no part “{part}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to look at part by part: these data are text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to mark: these data are numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to mark: these data are text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no range from {black:g} to {white:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run to go back through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run “{run}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run “{run}” in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run “{run}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{path}” that a sweep could vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such drawing in My Digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sum to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sweep “{name}” in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sweep “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Choose a smaller network or batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for what the teacher says: it takes {needed}, and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called “{name}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called “{name}” to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to go on from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn in “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to teach yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something at “{path}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no lists of {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no lists of {form} whole numbers from 0 to 255; ink is 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These characters are none that the model knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These classes differ by capital letters alone and are kept apart: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data are not dealt out to schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data are text, and there are no pixels to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data ask for a number, and there are no classes to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data ask for text, and there are no classes to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data cannot be learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These digits cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These folders lie too deep to be looked into: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images do not fit the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images have another size or other classes than those it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These notes are too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These of its entries cannot be so: {entries}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tokens have no positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two evaluations cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights do not belong to this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are not known: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are {dtype} of shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are {dtype} of shape {shape}; the model takes {wanted} of shape (N, {form}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can be: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They know different classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need about {needed:,.1f} GB, {free:,.1f} GB are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They run from {low} to {high} and from {test_low} to {test_high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirty measurements of cells in, benign or malignant out: 97 of 100 unseen samples are told apart. The pad shows which measurements speak for an answer. No help in any diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirty measurements of the cell nuclei in 569 samples, benign or malignant (UCI). For learning how networks learn, and no help in any diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This array cannot be written in IDX format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no {device} that PyTorch can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for the desktops of Linux.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no name for a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no request of HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no square picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer does not say what hangs on each of its units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer does not yet say how it is written in PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer is too large for a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line says nothing that can be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no network interface “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no way to “{name}”, where the processes of this training meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine offered itself as {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be made smaller so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot learn from drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model takes no pictures of drawings, but images of {form} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model takes no pictures, but rows of {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long for a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network does not fit in memory: it needs {needed}, and {available} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network reads no drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This process does not know the other ones of its training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This processor has no instructions for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program does not know what it gives: {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program holds it itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service speaks HTTP/1.1 in clear text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting is not told in Keras&apos; words: {setting}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share is kept out of training and used to watch how well the network does on examples it has not learnt from. 0.1 keeps one example in ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sweep would never end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of HTTP is not spoken here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of PySide6 is faulty and would end the program at any moment. {remedy} brings the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three clouds of points, each densest in its middle. Straight borders do: no hidden layer is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three layers of small filters that slide over the image, then a dense one; every image is turned and bent a little each time it is seen. It misses one test digit in two hundred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three numbers of each of 240 made-up students – hours studied, hours slept, marks before – and whether they passed. Small enough to follow every number through a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To bring it in again, here or on another computer: settings, curves, weights and notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at runs beside those of other programs: `tensorboard --logdir logs` shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together they have more than {millions:,} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model of sentences and pictures, find pictures for one, and read one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model on images of 28 × 28 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model on them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network and save it. Ctrl-C stops and keeps the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train against a weaker adversary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train against an adversary of half the strength: against this one the network learns nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train against an adversary of many steps (PGD), which is not led astray so easily.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train anew with a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train at schools whose images stay there: only weights travel, and are averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train captions anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train each school alone as well, and a network with all images, to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from the beginning, or switch privacy off: budget and noise 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from the beginning, or without a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it again, with a lower learning rate if it diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on ever more of the examples, and say whether data or network is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on generated digits and what is true of them. Ctrl-C keeps what is learnt until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on with the network that the model was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one first, or open one from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the model again, with a lower learning rate if its weights are very large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network again with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with one process, or without a privacy budget and noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train without a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train without an adversary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train without label smoothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cannot begin with this teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cannot start yet. {wrong}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples decide the steps of activations, and the privacy that was promised of them does not cover that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples decide the steps of activations, and “{name}” is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training has diverged: each step made the network worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {run} of {runs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tremor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {number} does not count: others do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {number} is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, close the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another compiler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns, shifts and bends every training image a little, differently each time it is seen, so that the network learns shapes and not pictures. Validation and test images stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms of points that wind around each other. Watch the plane on the pad: the network bends its border until it follows them, in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms that wind around each other nearly twice. The hardest of these: it needs hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes each do not go round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half moons that reach into each other, and four hidden units that bend the border around them. Click on the pad to add points of your own, or try the features on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half moons that reach into each other. A few hidden units bend the border around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two numbers to add, written out: 12+34=46. From signs alone the network finds out what a carry is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sizes of at least {least} training examples are needed; all together there are {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of {layer} are saturated: at the flat ends of their activation they hardly learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked it does not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright lines lean by up to this angle to either side, as in slanted writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: {usage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all that reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Kaiming&apos;s first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Kaiming&apos;s first weights, or fewer layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ReLU in the hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ReLU with Kaiming&apos;s first weights and batch normalisation, or fewer layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a PNG or JPEG picture of one drawing on plain paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a file of plain text in UTF-8: in an editor, “Save As” offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a larger batch size or more examples, or switch batch normalisation off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a larger batch size, or fewer processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a longer text, or a smaller context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a model trained on drawings or on pictures in colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a model trained on text, such as by --preset little-gpt-adds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a number of heads by which the tokens&apos; width is divisible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a picture of ink on plain paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a port from 1,024 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a smaller batch size, fewer or smaller layers, or fewer examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use all examples there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another port, or 0 for any that is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use attention layers, which reach every character in one step, or ask about shorter texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use dense layers, or data that are pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer heads, or fewer tokens, such as by larger patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer or smaller layers, or a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer or smaller layers, or another compiler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer or smaller layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer training examples, or train without a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use layers of other kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use leaky ReLU in the hidden layers, or a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and signs, in one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use more examples or larger parts of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use more noise, or 0 to have it worked out; or allow a larger ε.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only this many examples for training and validation together. Few examples make a network learn them by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use smaller kernels and strides, or less pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use smaller patches, or less pooling and smaller strides before them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use square pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the generated digits, or put {names} into the folder “{folder}” and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {forms}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {others} in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy {accuracy} of {count:,} examples, before {before}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation takes {kept_back} of {used} examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value error, {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary every training image each time it is seen, so that none can be learnt by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary the training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W is {gates} × {units:,} × {features:,}, U {gates} × {units:,} × {units:,}, b twice {gates} × {units:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the end of the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights cannot be stored as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model betrays is measured by how sure it is of a class; these data ask for a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model betrays is measured by how sure it is of a class; these data ask for characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model betrays is measured by pictures moved by a pixel, too, and these data are numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model betrays is measured by pictures moved by a pixel, too, and these data are text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a sequence: the mean over all its tokens, or the last or first of them alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is looked for, on the validation examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is meant may be {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written in C is compiled and asked, to see that it answers as the model does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it goes on with; “\n” ends a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it unpacks to is far too large for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its files unpack to is far too large for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What layers make of an example is drawn where it has one answer; a text has one at every place. Of a network with attention, Understand ▸ Attention shows which character looks at which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What questions and sentences are made up, and how a text is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the logits of both are divided by when the network is compared with its teacher. Above 1 the classes that the teacher finds less probable count for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network is told of each point: its coordinates, or what is calculated from them. With a feature that fits, fewer layers do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next layer is given: what was remembered after the last step, or after every step. What fits is every step in front of a layer that takes a sequence, and else the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher says is infinite, or not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this layer computes is not yet told outside of PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call it; by default as the folder or file is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to make it of: {read}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done so far is kept; mend the cause, then go on with the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noted of it cannot be what a trial came to; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was to be said could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was trained is not on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What withstands one step may fall to many: --method pgd shows it. One step proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have drawn on the pad and named: draw something, then press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have put down on the plane: click on the pad, and drag points where you want them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a trained model learns on, which of its weights stay as they are: those that are zero, so that a pruned network stays pruned, or all of them, so that biases, and scales and shifts of normalisation, learn alone. Training from the beginning holds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the arithmetic is done. Automatic uses a graphics card only where the network is large enough to gain from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the labels are in “{name}” cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether an image is read row by row, from top to bottom, or column by column, from left to right. It makes no difference behind a layer that leaves a sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether letters or digits are to be put in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the data or the network is the limit is not known: “Enough data?” on the Evaluate station shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model learnt from some of the examples that count as unseen is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model learnt from some of these examples is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the teacher learnt from other examples as well is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which parts of the training examples to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures are searched: generated ones that nothing was learnt from, or the test images of a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of each batch the adversary changes; the network learns from the rest as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of the units, or channels, of each layer is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of the weights becomes 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tokens a token looks at. Where the next character of a text is asked for at every place, it must not see that one: then what fits is those before it, and itself; else all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trials are ended early, as hopeless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values are black and which are white cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values are black and white, as 0 16; 255 0 where the ink is dark. By default it is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights share a scale, of quantise alone; by default group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run, zipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide and regularised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiping out squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With early stopping: at the end the weights of the best epoch are kept and saved, the one with the lowest validation loss, and not those of the last. A run that reaches its target accuracy, or that you stop, keeps the weights it ended with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With noise {noise:g} it spends ε {spent:.3g}, and at most {epsilon:g} is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With same, zeros around the image let it keep its size; with valid, filters stay inside the image, which loses a kernel&apos;s side less one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the step schedule: after this many epochs the learning rate is lowered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the step schedule: the learning rate is multiplied by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With twice as many it would be about {error:.2%} (between {low:.2%} and {high:.2%}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation answers are not exact, and {train:.2%} of the training answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation characters are wrong, and {train:.2%} of the training characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the validation examples are read wrong, and {train:.2%} of the training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {size:,} training examples {error:.2%} of the variance of the validation targets is not explained, and {train:.2%} of that of the training targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them it would forget what it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without validation examples, trials cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words stand in it, such as “{word}”, where numbers should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write --set SETTING=RANGE, such as --set training.batch_size=32,128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a list such as 32,64,128 or a span such as 0.001:0.1:log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a run into a file: all of it (zip), a table of its curves (csv), or logs for TensorBoard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all images of a data set to files that other programs read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as {form}; a journal in this program&apos;s folder serves one machine without --storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write menu entry, icons and kind of file into your own folder; nobody else is concerned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one, such as “a thick slanted three”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the trials into a table, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own table: {count:,} rows of {features:,} features, {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own text: {count:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own {count:,} images of {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[default: {}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[required]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`netsketch --help` lists the commands, `netsketch COMMAND --help` their flags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`netsketch sweep list` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`netsketch train --resume {run}` goes on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`pip install netsketch[postgresql]` brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`pip install tensorboard` brings it, into the Python of NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`presets --json` prints experiments to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{command}` adds them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = E[character] + p, where p is learned for each place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = E[character], wherever it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = W x + b + p, where p is learned for each place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = W x + b, wherever the patch was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = y + W GELU(W norm(y) + b) + b, with {inner:,} units between, for each token by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a filter moves by {stride} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder with one folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is h after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is h after the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is the first of {tokens} of {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is the last of {tokens} of {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a is the mean of {tokens} of {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pair of IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zip file with one of these in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy with few parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy within seconds of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all over the screen, the pad large, with the trained network or this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all weights of an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always saying the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an NPZ file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown type (0x{code:02x})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and the other way, with as many weights of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are too many for {tokens} tokens: they would compare {count} pairs, and {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument {name}: expected one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attacked {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avg pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken off, done again as trial {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken off, to be done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can only look up the characters of a text: for a text let it be the first layer, and else leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept for a number, whose scale is read off the targets themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept for numbers, which are brought to one scale by what the rows themselves are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept for text, where each example asks for many characters at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept where the training images decide when to stop: keep some for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept with a teacher, whose own images it does not cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be kept with batch normalisation, in which images see each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be of the kind “{kind}”: the kinds are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be “{word}”: layers are written as {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot cut up a sequence, which attention and recurrent layers read as it is: leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot cut up what is no image any more: put the patches in front, or behind convolutions alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot go from a single vector, such as dense layers or a pool leave, back to a recurrent one, which reads rows or steps: put the recurrent layer in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot go from dense or recurrent layers back to a convolution: put the convolution in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot go from the steps or tokens of a sequence back to a convolution: put the convolution in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot look back at tokens behind layers that leave none, such as a pool or dense ones: put attention in front of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot pool what is one vector already, as behind dense layers: leave it out, or put it in front of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take an image, but only a sequence of tokens: put patches in front of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take numbers: they go through dense layers alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take text, which is a sequence of characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot take what the layer before it gives: put it in front of that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes pictures until their class is missed, and these data ask for a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the pixels of pictures, and these data are numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the pixels of pictures, and these data are text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column by column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv16,conv32,64 for convolutions of 16 and 32 channels in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuts the image into {rows} × {columns} patches of {channels:,} × {size} × {size} numbers, x; each becomes a token of {width}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each token is brought to mean 0 and deviation 1, then scaled and shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each unit or channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each {count} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding64,attention4,attention4 for a small Transformer that goes on with a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}/{epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget gate f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget preferences and window layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found {recall}  right when said {precision}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid: every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gru64,32 for a GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b)
c ← f · c + i · g, h ← o · tanh(c)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in each of {heads}, Q, K and V = W norm(x) + b have {numbers} a token:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {heads}, Q, K and V = W norm(x) + b have {numbers} a token:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gate i</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for dense layers alone, and hidden layer {number} is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is kept on the processor alone: set the device to automatic or CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of this program: there one can set {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a setting of this program: what is meant may be {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not joined with an adversary here: train either privately or against one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not readable JSON: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too large a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is worth nothing with noise below {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answered with error {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with the code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it fell silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took longer than {seconds:g} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of this window, such as en or zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning from a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks up, for each of {places}, its row of {numbers} in a table E of {alphabet:,} rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest loss {loss:.4f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lstm64,32 for an LSTM that reads the image row by row, bilstm64 both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes one vector of the whole text, and the next character is asked for at every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes the network too large: it would have {count} weights, and {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes the network too large: it would make {count} numbers of one image, and {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many steps (PGD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model file or lesson to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a group of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a word, such as {known}, or a group of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {ge}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {le}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {limit}: the image is {height} × {width} there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {most} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be every step: the next character is asked for at each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than {lt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than {gt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one way: read backwards, the characters that are asked for would be known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must divide the {width} numbers of a token, as {near} does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {max_length} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {most} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be all tokens: each would see the character that it is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a sequence of tokens, and the layer before leaves none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a sequence, and a recurrent layer before it gives on its last state alone: let that one give on what fits, or the state after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs an image, and the layer before leaves none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least 2 × 2 numbers, and only {height} × {width} are left there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>netsketch --help lists the commands without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Wayland compositor answers at WAYLAND_DISPLAY={display}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no X server answers at DISPLAY={display}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no digit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file can have such a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured on unseen examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used: {count:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used: {name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerical precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of epoch {epoch}, the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of every 2 × 2 of z the average is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of every 2 × 2 of z the largest is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what each of the two adds, {share:.3g} % are switched off while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step (FGSM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output gate o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patches7,attention4,pool,32 for attention over patches of 7 × 7 pixels (patches7x32 for 32 numbers a patch instead of 64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poollast or poolfirst for the last or first token in place of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positional arguments:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>psycopg is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b))
h ← (1 − z) · n + z · h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {columns} of {numbers} from left to right; of each, x, and the state before, h:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {rows} of {numbers} from top to bottom; of each, x, and the state before, h:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {steps} of {numbers} one after the other; of each, x, and the state before, h:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of exact training answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of exact validation answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of training characters that are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of validation characters that are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spreads certainty over classes, and these data ask for a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>successive halving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells what it finds probable of classes, and these data ask for a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells what it finds probable of whole examples, and these data ask for a character at every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is not secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the download broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pad alone, for whoever comes by: no files, blank after 30 seconds; Ctrl+Shift+Q ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy did not let it through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those before it, and itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values {range}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights that are zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it sent is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse than the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong training answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong training characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong validation answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong validation characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x·y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = x + W H + b, the H of all heads side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your system&apos;s packages hold them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = W x + b
W is {rows:,} × {columns:,}, b is {rows:,}: {parameters:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = W ∗ x + b
{count:,} filters of {channels:,} × {kernel} × {kernel}, b is {count:,}: {parameters:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attack}, {strength:g}: {accuracy} are still read right, with 95 % confidence between {low} and {high} ({seconds:.1f} s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} is called {name} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}; {threads} from step {step:,} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{black} to {white}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} digits do not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} images are in {paths}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} images that the model learnt from, and as many that it did not ({data}, {part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} local epochs are not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} rounds are not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} strengths are too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} texts are in {paths}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} training examples for {classes} classes: {each:.3g} a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} training examples, tried as they are,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images from number {start} on were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} numbers are {side}×{side} pixels of three colours, in an order that is not to be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} snapshots {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data}, {count:,} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, branched from {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {trials} trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ended}: {measured}{best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: usable, {count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}  (then {name}, {share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}-{next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}; {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal} {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{help} ({facts})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: not sure, {name} {share} or {second} {other}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: {asked}  (likeliest {name}, {share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: {caption}, likeness {likeness:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: {classes}  ({shares})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: {name}  {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept:,} of {whole:,} are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}  {time}  {title}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} ({details})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} is {train:.1%} on {images} and {validation:.1%} on the validation examples. The validation loss was lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} with few parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} within seconds of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95 % confidence it lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {share:.1%} on {count:,} unseen examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} {share:.1%} on {count:,} validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}: {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f} nats a character. With 95 % confidence it lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{milliseconds:.3f} ms an example on this machine, before {before:.3f} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} answers at {address}; Ctrl-C ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({title})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in the environment cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: a text of {count:,} characters, {alphabet:,} different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {count:,} images of {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {count:,} rows of {features:,} features, {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} rows to train and {test_count:,} to test, of {features} features and {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} texts to train and {test_count:,} to test, of {width} characters at most and {alphabet:,} different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here: {train_count:,} training and {test_count:,} test images of {height}×{width}, {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in {path}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not one of {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network}, {count:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} is set in the environment, and {other} is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameters:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of hidden layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is no port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{precision} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ranks} processes with {threads} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank}. image {image:,}: {name}, likeness {likeness:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rejected:,} of the first {count:,} images cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result} at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row}: {target} {value:.6g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{schools} schools have at most {places} classes, and the data have {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seen:,} images of these data are known to be learnt by the model, {unseen:,} others are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: {share:.0%} of what decides whether a trial is among the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: {value} (not {before})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0%} of its {units:,} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0%} of the images tried get the answer number {number}; they are of {classes} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0%} of the values of its {units:,} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.1%} of {count:,} unseen examples right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.1%} of {count:,} validation examples right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:,} bytes packed, before {before:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:&gt;8,} training examples, seed {seed}, {measure}: validation {accuracy}, training {train_accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:&gt;8,} training examples, seed {seed}: validation {accuracy}, training {train_accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{starts:,} starts are not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}, epoch {epoch} of {epochs}, {steps:,} steps, {seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step:,} steps in {seconds:.1f} s. Saved to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps:,} steps are not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} {answer}  {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: next “{sign}”  {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: AUC {auc:.3f} ({low:.3f} to {high:.3f}), best accuracy {accuracy} (by chance up to {chance}), {few} found at 1 % false alarms ({few_low} to {few_high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, look at each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, look at themselves and those before them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} of {numbers}, x, looks at itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train_count:,} training and {validation_count:,} validation examples, {parameters:,} parameters, {device}, {threads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} → 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{variable} names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{world} processes would share {batch} images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε {spent:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Content-Length” is no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{archive}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{black} {white}” are no two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{data}” cannot be written as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” and “{second}” cannot both be true of one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” lies on one ({kind}), where locks do not hold and its journal would be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{host}” is no address of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{images}” holds the labels, and “{labels}” the images: their names are exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{images}” is taken for the images and “{labels}” for their labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{image}” shows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” belongs to a question, and there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” has more than {most:,} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” has more than {most} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a class such as “7”, a list of them, or true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a class such as “7”, or any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a list of {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a table, or a list of them, with something in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a text, or texts by language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be true; for its contrary there is “not”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” is no name for a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{many}” is no list of {many}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{most}” has {many:,} training examples, “{least}” has {few:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be compared on “{images}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read as labelled images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot become a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot hold weights as {weights}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot multiply activations as {activations}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot stand beside the network at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has images of one class only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no points yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no images but labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no such ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no usable images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds pictures, which are not read from the table itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it cannot be a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it does not say by a 0 or a 1 of each image whether it is one to test by: mend it, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it holds Python objects, which could run programs, instead of a plain array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it holds records instead of a plain array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it is a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is being trained at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is left out: it is hidden, or a system left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no lesson that can be used. {wrong}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not an experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too short to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: {count:,} with {median:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” cannot be “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: there is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a group of settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a model and would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is asked for by {methods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged. Open it in another program and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is no PNG picture. Save it as PNG and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a model of NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a picture this program can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a run that NetSketch exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is too large. Scale it down and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is varied twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” names no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” shows nothing. Use a picture of ink on plain paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was saved by a newer NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was written by a newer NetSketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” would be taken for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{row}” is no row of {count} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” is not a whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{setting}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{setting}” ({choices})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” does not say what a setting may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number for {flag}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number of epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number of images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number of trainings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no value for --{name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” in the column “{column}” is no number; it is filled as if nothing stood there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is no part of the training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” stands in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;NetSketch {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A desktop laboratory for neural networks: describe a network, train it while you watch, draw a digit and see what the network makes of it.&lt;/p&gt;&lt;p&gt;Everything runs on this computer. Nothing you draw or train leaves it.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About NetSketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be led through all of this step by step: &lt;b&gt;Help ▸ Lessons&lt;/b&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change something: add a layer, raise the learning rate, choose another preset. Train again and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit on the &lt;b&gt;pad&lt;/b&gt;, also while training runs. The bars show what the network makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press &lt;b&gt;Train&lt;/b&gt;. The curves show how wrong the network is (loss) and how often it is right (accuracy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model with &lt;b&gt;File ▸ Save Model&lt;/b&gt;; open it again, or use it on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wider or narrower pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the drawing, paste an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eraser and pen in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next or the last field: rail, page, pad, buttons above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in plots, tables and rows of images: from one to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in presenter mode: leave it; on a drawing, clear that first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the drawing as the class with that key in My Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of several drawings, the one before or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a button that Tab led to: press it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
