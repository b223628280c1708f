// All that the page says, in each language it speaks; places for values stand in braces.

const WORDS = {
  en: {
    tag: "en",
    other: "中文",
    drawDigit: "Draw a digit",
    draw: "Draw something",
    drawDigitHere: "Draw a digit here",
    drawHere: "Draw here",
    show: "Show it a picture",
    showHere: "Drop or paste a picture here, or draw",
    choose: "Picture …",
    pad: "Drawing",
    hint:
      "Draw here with mouse, finger or stylus. Escape or Delete clears, Ctrl+Z takes the last stroke back.",
    hintPicture:
      "Drop or paste a picture here, or draw with mouse, finger or stylus. Escape or Delete clears, Ctrl+Z takes the last step back.",
    undo: "Undo",
    clear: "Clear",
    sees: "What the network sees",
    nothing: "Nothing is drawn yet.",
    noPicture: "There is no picture yet.",
    unreadable: "That is no picture that this browser can read.",
    notNumber: "The network's answer is not a number.",
    share: "{number}\u00a0%",
    reading: "{name}: {share}",
    next: "{first}, {next}",
    shownOf: "The {shown} likeliest of {all} classes.",
    reads: "reads {accuracy} of the test images",
    passed: "passed: it read {accuracy} of the test images, {mark} was asked for",
    failed:
      "Take care: this network did not pass. It read {accuracy} of the test images, and {mark} was asked for.",
    unmeasured: "how well it reads was not measured",
    offline: "The network is in this page: it needs no internet, and nothing you draw leaves it.",
    offlinePicture: "The network is in this page: it needs no internet, and no picture leaves it.",
    made: "{program} · hidden layers: {layers}",
    madeSimple: "{program} · no hidden layer",
    rounded:
      "{made} · weights of {bits} bits, which changed {changed} of {count} answers when they were rounded",
  },
  zh: {
    tag: "zh-Hans",
    other: "English",
    drawDigit: "画一个数字",
    draw: "画点什么",
    drawDigitHere: "在这里画一个数字",
    drawHere: "在这里画",
    show: "给它看一张图片",
    showHere: "把图片拖放或粘贴到这里，也可以画",
    choose: "图片…",
    pad: "手绘图",
    hint: "请用鼠标、手指或手写笔在这里画。Esc 或 Delete 清空，Ctrl+Z 撤销上一笔。",
    hintPicture: "请把图片拖放或粘贴到这里，也可以用鼠标、手指或手写笔画。Esc 或 Delete 清空，Ctrl+Z 撤销上一步。",
    undo: "撤销",
    clear: "清空",
    sees: "网络看到的",
    nothing: "还没有画任何东西。",
    noPicture: "还没有图片。",
    unreadable: "这不是此浏览器能读取的图片。",
    notNumber: "网络的回答不是数字。",
    share: "{number}%",
    reading: "{name}：{share}",
    next: "{first}，{next}",
    shownOf: "{all} 个类别中可能性最大的 {shown} 个。",
    reads: "认对了 {accuracy} 的测试图像",
    passed: "及格：认对了 {accuracy} 的测试图像，及格线是 {mark}",
    failed: "请注意：这个网络不及格。它认对了 {accuracy} 的测试图像，及格线是 {mark}。",
    unmeasured: "它认得有多准，没有测量过",
    offline: "网络就在此页面里：不需要联网，你画的内容不会离开这里。",
    offlinePicture: "网络就在此页面里：不需要联网，图片不会离开这里。",
    made: "{program} · 隐藏层：{layers}",
    madeSimple: "{program} · 没有隐藏层",
    rounded: "{made} · 权重为 {bits} 位，舍入时 {count} 个回答中有 {changed} 个改变",
  },
};

// The language of the browser; Chinese is written in two ways, and only one of them is spoken here.
function languageOf(wanted) {
  for (const tag of wanted) {
    if (/^en\b/i.test(tag)) return "en";
    if (/^zh\b/i.test(tag) && !/hant|tw|hk|mo/i.test(tag)) return "zh";
  }
  return "en";
}

function filled(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}
