"""The rival of the training benchmark: SASRec (Kang and McAuley 2018) as it is usually written.

The same model, loss, optimiser and number of negatives as Pitchwright's, but every sequence is
padded to the full length and the work is done on all positions. Prints a JSON line for each epoch:
seconds of training so far, without its measuring, and NDCG@10 on the validation cases.

Arguments: sequence file, number of epochs, NDCG@10 to stop at.
"""
import json
import math
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

LENGTH, WIDTH, LAYERS, HEADS, DROPOUT, TAU = 50, 64, 2, 2, 0.3, 0.07
NEGATIVES, BATCH, RATE, CASES, SEED = 1024, 200, 2e-3, 4000, 42


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.joint, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x, mask):
        rows, length, _ = x.shape
        q, k, v = (
            self.joint(self.norm1(x))
            .view(rows, length, 3, HEADS, WIDTH // HEADS)
            .permute(2, 0, 3, 1, 4)
        )
        shares = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask).softmax(-1)
        mixed = (self.drop(shares) @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = x + self.drop(self.out(mixed))
        return x + self.drop(self.outer(F.gelu(self.inner(self.norm2(x)))))


class Network(nn.Module):
    def __init__(self, items):
        super().__init__()
        self.items = nn.Embedding(items, WIDTH)
        self.positions = nn.Parameter(torch.randn(LENGTH, WIDTH) * 0.02)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm, self.drop = nn.LayerNorm(WIDTH), nn.Dropout(DROPOUT)
        nn.init.normal_(self.items.weight, std=0.05)
        self.register_buffer("causal", torch.full((LENGTH, LENGTH), -1e9).triu(1))

    def forward(self, sequences):
        """Sequences end at the last place; 0 is padding."""
        padding = (sequences == 0).float()[:, None, None, :] * -1e9
        mask = (self.causal + padding).clamp(min=-1e9)
        x = self.drop(self.items(sequences) + self.positions)
        for layer in self.layers:
            x = layer(x, mask)
        return F.normalize(self.norm(x), dim=-1) / TAU


def read(path):
    indexes, sequences = {}, []
    with open(path) as lines:
        for line in lines:
            items = line.split()[1:]
            sequences.append([indexes.setdefault(item, len(indexes) + 1) for item in items])
    return sequences, len(indexes) + 1


def padded(sequence):
    latest = sequence[-LENGTH:]
    return [0] * (LENGTH - len(latest)) + latest


def ndcg(network, cases):
    network.eval()
    total = 0.0
    with torch.no_grad():
        items = F.normalize(network.items.weight, dim=-1)
        for start in range(0, len(cases), 256):
            chunk = cases[start : start + 256]
            users = network(torch.tensor([padded(history) for history, _ in chunk]))[:, -1]
            scores = users @ items.t()
            scores[:, 0] = -1e9
            for row, (history, target) in enumerate(chunk):
                wanted = scores[row, target].item()
                seen = [item for item in set(history) if item != target]
                scores[row, seen] = -1e9
                rank = int((scores[row] > wanted).sum())
                total += 1 / math.log2(rank + 2) if rank < 10 else 0
    return total / len(cases)


def main():
    path, epochs, goal = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    random = np.random.RandomState(SEED)
    sequences, items = read(path)
    training = [s[:-2] if len(s) >= 3 else s for s in sequences]
    training = [s for s in training if len(s) >= 2]
    cases = [(s[:-2], s[-2]) for s in sequences if len(s) >= 3]
    cases = [cases[i] for i in random.permutation(len(cases))[:CASES]]
    network = Network(items)
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE, betas=(0.9, 0.98))
    inputs = torch.tensor([padded(s[:-1]) for s in training])
    targets = torch.tensor([padded(s[1:]) for s in training])
    seconds = 0.0
    for epoch in range(epochs):
        started = time.time()
        network.train()
        for group in optimizer.param_groups:
            group["lr"] = RATE * max(0.02, 0.5 * (1 + math.cos(math.pi * epoch / epochs)))
        for rows in torch.from_numpy(random.permutation(len(training))).split(BATCH):
            hidden = network(inputs[rows]).reshape(-1, WIDTH)
            wanted = targets[rows].reshape(-1)
            vectors = F.normalize(network.items.weight, dim=-1)
            sample = torch.from_numpy(random.choice(items - 1, NEGATIVES, replace=False) + 1)
            positive = (hidden * vectors[wanted]).sum(-1, keepdim=True)
            negative = hidden @ vectors[sample].t()
            negative = negative.masked_fill(wanted[:, None] == sample[None], -1e9)
            logits = torch.cat([positive, negative], 1)
            losses = F.cross_entropy(
                logits, torch.zeros(len(wanted), dtype=torch.long), reduction="none"
            )
            real = (wanted > 0).float()
            loss = (losses * real).sum() / real.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        seconds += time.time() - started
        reached = ndcg(network, cases)
        print(json.dumps({"epoch": epoch + 1, "seconds": seconds, "ndcg": reached}), flush=True)
        if reached >= goal:
            break


if __name__ == "__main__":
    main()
