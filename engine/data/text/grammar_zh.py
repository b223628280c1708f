"""Chinese sentences: every thing has its measure word, and who does what, where and when."""

from __future__ import annotations

from engine.data.text.grammar import Grammar


class ChineseGrammar(Grammar):
    """Some hundred characters."""

    name = "grammar-zh"
    title = "Small Chinese grammar"
    description = (
        "Chinese sentences of some hundred characters, made up by rules: a network learns which characters make a "
        "word, then that a cat is counted by 只 and a book by 本."
    )
    shown = ("一只小猫", "在桌子下面睡觉。")
    rules = {
        "sentence": (
            "{who}{does}。",
            "{who}在{where}{does}。",
            "{when}，{who}{does}。",
            "{when}，{who}在{where}{does}。",
            "{who}{does}，{who}也{does}。",
            "因为{who}{is}，所以{who}{does}。",
            "{person}丢了{their}{thing}，在{where}找它。",
            "{person}问：“{who}在{where}吗？”",
            "{who}{is}，可是还在{where}{does}。",
            "你喜欢{thing}吗？{person}不喜欢。",
        ),
        "who": ("{animal}", "{animal}", "{person}", "{number}个{people}"),
        "animal": (
            "{number}只{colour}{small}",
            "{number}匹{colour}马",
            "{number}条{colour}鱼",
            "{number}头{colour}牛",
        ),
        "small": ("猫", "鸟", "青蛙", "狗", "兔子"),
        "number": ("一", "两", "三", "五", "十"),
        "colour": ("", "白", "黑", "小", "大"),
        "people": ("老师", "学生", "孩子", "农民", "朋友"),
        "person": ("小明", "小红", "老王", "妈妈", "爸爸"),
        "their": ("自己的", "老师的", "朋友的"),
        "thing": ("一本书", "两本书", "一张画", "三张纸", "一把伞", "一条船", "两个苹果", "一封信", "一面鼓"),
        "does": (
            "睡觉",
            "唱歌",
            "等{person}",
            "看见{thing}",
            "看见{animal}",
            "听见{animal}",
            "喜欢{thing}",
            "找到{thing}",
            "跟着{animal}走",
        ),
        "is": ("很高兴", "很累", "饿了", "生气了", "睡着了"),
        "where": ("花园里", "桌子下面", "河边", "房子后面", "山上", "学校里", "老桥旁边"),
        "when": ("每天早上", "晚上", "夏天", "下雨的时候", "放学以后", "有时候"),
    }
