"""The figures of README.zh.md: the words of the claims that it quotes, in Chinese.

A claim that is new stands there in English until its words are added here; tests/docs/test_readmes.py names it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = "| | 参照 | 测得 | 目标 | 结果 |"

WORDS = {
    "an epoch of the article's network, times as fast": "“文章”网络的一轮训练，快几倍",
    "PyTorch as in tutorials: DataLoader, Adam, the loss read after each step":
        "教程写法的 PyTorch：DataLoader、Adam，每步之后读取损失",
    "PyTorch, batches by index instead of a DataLoader": "PyTorch，不用 DataLoader，按索引取批次",
    "PyTorch, batches by index and Adam(fused=True)": "PyTorch，按索引取批次，Adam(fused=True)",
    "ten epochs with validation, times as fast, both on one thread": "十轮训练加验证，快几倍，都用一个线程",
    "training in the window, both plots live, the pad predicting": "在窗口中训练，两张图实时更新，画板同时在预测",
    "the same train() without a window": "同一个 train()，不用窗口",
    "delay of a 5 ms timer while training, 99 %": "训练时 5 ms 定时器的延迟，第 99 百分位",
    "pen to new bars on the screen while training, 99 %": "训练时从落笔到屏幕上出现新的横条，第 99 百分位",
    "warm start to the painted frame": "热启动，到画出窗口框架",
    "warm start to the window with all that is in it": "热启动，到窗口及其全部内容",
    "cold start to the painted frame": "冷启动，到画出窗口框架",
    "cold start to the window with all that is in it": "冷启动，到窗口及其全部内容",
    "warm start until it is ready to train": "热启动，到可以开始训练",
    "cold start until it is ready to train": "冷启动，到可以开始训练",
    "`import torch` alone, warm too": "单独的 `import torch`，也是热启动",
    "`import torch` alone, cold too": "单独的 `import torch`，也是冷启动",
    "bare PySide6 window, warm too": "空的 PySide6 窗口，也是热启动",
    "bare PySide6 window, cold too": "空的 PySide6 窗口，也是冷启动",
    "press Train to the first point, MNIST, the first time": "从按下“训练”到第一个点，MNIST，第一次",
    "press Train to the first point, MNIST, later": "从按下“训练”到第一个点，MNIST，以后",
    "recognition of one drawing": "识别一张手绘图",
    "bare forward pass": "单纯的前向传播",
    "met": "达到",
    "**missed**": "**未达到**",
    "not measured": "未测量",
    "not comparable": "无法比较",
}  # fmt: skip
PATTERNS = (
    (r"the article's Keras script, (Keras [\d.]+), (TensorFlow [\d.]+)", r"文章中的 Keras 脚本，\1，\2"),
    (
        r"Measured from ([\d-]+) to ([\d-]+); when and on what stands in docs/benchmarks\.md\.",
        r"测量于 \1 至 \2；何时、在什么电脑上测得，见 docs/benchmarks.md。",
    ),
)


def cell(text: str) -> str:
    """Return what stands in one place of the table, in Chinese where there are words for it."""
    for pattern, chinese in PATTERNS:
        text = re.sub(f"^{pattern}$", chinese, text)
    return WORDS.get(text, text)


def block(lines: Sequence[str]) -> str:
    """Return the block of README.md, line by line, in Chinese."""
    head, rule, *rest = lines
    assert head.startswith("|")
    return "\n".join([HEAD, rule, *map(_line, rest)])


def _line(line: str) -> str:
    if not line.startswith("| "):
        return cell(line)
    return f"| {' | '.join(map(cell, line.removeprefix('| ').removesuffix(' |').split(' | ')))} |"
