"""Whole training steps: zero_grad, forward, loss, backward, step."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from timing import timing


def mlp(*sizes):
    layers = []
    for i in range(1, len(sizes)):
        if i > 1:
            layers.append(nn.ReLU())
        layers.append(nn.Linear(sizes[i - 1], sizes[i]))
    return nn.Sequential(*layers)


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10),
    )


class CharLstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(32, 128, batch_first=True)
        self.head = nn.Linear(128, 65)

    def forward(self, x):
        return self.head(self.lstm(x)[0]).view(-1, 65)


class Block(nn.Module):
    def __init__(self, width, heads, context):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.register_buffer("hidden", torch.ones(context, context, dtype=torch.bool).triu(1))

    def forward(self, x):
        batch, context, width = x.shape
        cols = width // self.heads
        q, k, v = (
            part.view(batch, context, self.heads, cols).transpose(1, 2) for part in self.qkv(self.norm1(x)).chunk(3, 2)
        )
        scores = (q @ k.transpose(-2, -1)) / cols**0.5
        y = scores.masked_fill(self.hidden, float("-inf")).softmax(-1) @ v
        x = x + self.proj(y.transpose(1, 2).reshape(batch, context, width))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, vocabulary, width, heads, layers, context):
        super().__init__()
        self.vocabulary = vocabulary
        self.token, self.position = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.blocks = nn.Sequential(*(Block(width, heads, context) for _ in range(layers)))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, vocabulary, bias=False)

    def forward(self, tokens):
        x = self.token(tokens) + self.position(torch.arange(tokens.shape[1]))
        return self.head(self.norm(self.blocks(x))).view(-1, self.vocabulary)


def case(letter):
    """(model, optimizer, input, loss) of a case."""
    adam, adamw = torch.optim.Adam, torch.optim.AdamW
    classes = lambda labels: lambda y: F.cross_entropy(y, labels)
    if letter == "a":
        return mlp(784, 512, 256, 10), adam, torch.randn(128, 784), classes(torch.randint(0, 10, (128,)))
    if letter == "b":
        targets = torch.randn(32, 1)
        return mlp(2, 16, 16, 1), adam, torch.randn(32, 2), lambda y: F.mse_loss(y, targets)
    if letter == "c":
        return cnn(), adam, torch.randn(64, 1, 28, 28), classes(torch.randint(0, 10, (64,)))
    if letter == "d":
        return CharLstm(), adam, torch.randn(32, 64, 32), classes(torch.randint(0, 65, (32 * 64,)))
    if letter == "e":
        tokens = torch.randint(0, 65, (12, 64))
        return Gpt(65, 128, 4, 4, 64), adamw, tokens, classes(torch.randint(0, 65, (12 * 64,)))
    raise KeyError(letter)


def measure(name, budget):
    def steps(foreach):
        model, make, x, loss = case(name[1])
        optimizer = make(model.parameters(), lr=1e-3, foreach=foreach)

        def step():
            optimizer.zero_grad()
            loss(model(x)).backward()
            optimizer.step()

        return timing(step, budget)

    # Which of the two is faster depends on the model: it gets the better one.
    return min(steps(False), steps(True), key=lambda t: t["median"])
