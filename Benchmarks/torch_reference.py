#!/usr/bin/env python3
"""The workloads of `bench` in PyTorch, as an experienced user would write them: eager, float32, on the processor.

    python torch_reference.py --data DIR                 all groups, each in a process of its own
    python torch_reference.py --data DIR --only ch12     the groups and workloads whose names begin like this
    python torch_reference.py --compiled                 the trainings through torch.compile
    python torch_reference.py --list                     the names of the groups

One line of JSON per workload, with the same names and fields as `bench --json`. `compare.py` runs the two in turn.
"""
import argparse
import gc
import gzip
import itertools
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import time
from pathlib import Path

GROUPS = {}
COMPILED = False                                                     # set by --compiled


def group(name):
    """Registers a generator of workloads under a name."""
    return lambda workloads: GROUPS.setdefault(name, workloads)


# ---------------------------------------------------------------------------------------------------------- measuring

class Training:
    """Work that is run as a whole, each repetition on a fresh `prepare()`, which returns (work, judge or None)."""

    def __init__(self, name, items, unit, prepare, metric=None, repeat=None):
        self.name, self.items, self.unit, self.prepare = name, items, unit, prepare
        self.metric, self.repeat = metric, repeat

    def measure(self, options):
        import torch
        times, metrics = [], []
        if COMPILED:
            self.prepare()[0]()                                      # compiling is not timed
        for repetition in range(self.repeat or options.repeat):
            torch.manual_seed(options.seed + repetition)
            work, judge = self.prepare()
            times.append(timed(work))
            if judge:
                metrics.append(float(judge()))
        return line(self.name, times, self.items, self.unit, metrics, self.metric)


class Call:
    """A short call: warmed up, then repeated for about `budget` seconds. `amount`: billions, and of what."""

    def __init__(self, name, call, amount=(None, None), items=None, unit=None, budget=0.3):
        self.name, self.call, self.amount = name, call, amount
        self.items, self.unit, self.budget = items, unit, budget

    def measure(self, options):
        start, calls = time.perf_counter(), 0
        while calls < 3 or time.perf_counter() - start < self.budget / 2:
            self.call()
            calls += 1
        loops = max(3, math.ceil(self.budget * calls / (time.perf_counter() - start)))

        def loop():
            for _ in range(loops):
                self.call()

        times = [[t / loops for t in timed(loop)] for _ in range(options.repeat)]
        billions, name = self.amount
        rates = [billions / wall for wall, _ in times] if billions else []
        return line(self.name, times, self.items, self.unit, rates, name, loops=loops)


class Start:
    """A Python process that runs some code; its peak memory is the metric."""

    def __init__(self, name, *command):
        self.name, self.command = name, command

    def measure(self, options):
        self.run()                                                   # the files are in memory from now on
        times = []
        for _ in range(options.repeat):
            start = time.perf_counter()
            memory = self.run()
            times.append([time.perf_counter() - start, 0])
        return line(self.name, times, None, None, [memory], "peak RSS of that process, MB")

    def run(self):
        output = subprocess.run([sys.executable, *self.command], check=True, capture_output=True, text=True).stdout
        last = output.split("\n")[-2]
        return json.loads(last)["peak_rss_mb"] if last.startswith("{") else float(last)


def processor_seconds():
    """Of this process and of the workers that it has waited for."""
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + workers.ru_utime + workers.ru_stime


def timed(work):
    """Wall-clock and processor seconds."""
    gc.collect()
    wall, processor = time.perf_counter(), processor_seconds()
    work()
    return [time.perf_counter() - wall, processor_seconds() - processor]


def line(name, times, items, unit, metrics, metric_name, **more):
    walls, processors = map(list, zip(*times))
    seconds = statistics.median(walls)
    return {
        "workload": name, "seconds": seconds, "seconds_min": min(walls),
        "items_per_s": items / seconds if items else None, "unit": unit,
        "metric": statistics.median(metrics) if metrics else None, "metric_name": metric_name,
        "cpu_seconds": statistics.median(processors), "items": items, "seconds_all": walls,
        "metric_all": metrics or None, "cpu_seconds_all": processors, **more, "peak_rss_mb": peak_memory(),
        "setup": "torch",
    }


def peak_memory():
    """The most memory that this process has held, in MB (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


# --------------------------------------------------------------------------------------------------------------- data

def splitmix(seed):
    """Doubles in [0, 1) from the SplitMix64 generator, the same ones as in the engine."""
    mask = (1 << 64) - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield ((z ^ (z >> 31)) >> 11) * 2.0**-53


def permutation(count, seed):
    order = list(range(count))
    for i, u in zip(range(count - 1, 0, -1), splitmix(seed)):
        j = int(u * (i + 1))
        order[i], order[j] = order[j], order[i]
    return order


def folder(options, *names):
    """The folder of a data set, unpacked once if only its archive is there."""
    for name in names:
        if (Path(options.data) / name).is_dir():
            return Path(options.data) / name
        archive = Path(options.data) / f"{name}.tgz"
        target = Path(options.cache) / name
        if archive.exists() and not target.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            with tarfile.open(archive) as tar:
                target = target.parent / tar.next().name.split("/")[0]      # the folder in it may have another name
                if not target.is_dir():
                    tar.extractall(target.parent, filter="data")
        if target.is_dir():
            return target
    sys.exit(f"{names[0]} is not in {options.data}; try: --data DIR")


def read_images(files):
    """Grey [n, h, w] or coloured [n, h, w, 3] images in 0...1."""
    import numpy
    import torch
    from PIL import Image
    pixels = None
    for i, file in enumerate(files):
        with Image.open(file) as image:
            array = numpy.asarray(image)
        if pixels is None:
            pixels = numpy.empty((len(files), *array.shape), numpy.uint8)
        pixels[i] = array
    return torch.from_numpy(pixels).float().div_(255)


def images_in(path):
    return read_images(sorted(path.glob("*.png")))


def threes_and_sevens(options):
    import torch
    root = folder(options, "mnist_sample")
    pairs = []
    for part in ("train", "valid"):
        threes, sevens = (images_in(root / part / digit).flatten(1) for digit in "37")
        is_three = torch.cat([torch.ones(len(threes), 1), torch.zeros(len(sevens), 1)])
        pairs.append((torch.cat([threes, sevens]), is_three))
    return pairs


def birds_and_airplanes(options):
    import torch
    root = folder(options, "cifar_birds_airplanes", "cifar10")
    pairs = []
    for part in ("train", "test"):
        classes = [images_in(root / part / name).permute(0, 3, 1, 2) for name in ("airplane", "bird")]
        labels = [torch.full((len(images),), label) for label, images in enumerate(classes)]
        pairs.append((torch.cat(classes).contiguous(), torch.cat(labels)))
    (train, _), axes = pairs[0], (0, 2, 3)
    mean, deviation = train.mean(axes, keepdim=True), train.std(axes, keepdim=True)
    return [(x.sub_(mean).div_(deviation).flatten(1), y) for x, y in pairs]


def digits(options):
    import numpy
    import torch

    def read(name, header):
        with gzip.open(folder(options, "mnist") / f"{name}.gz") as file:
            return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8, offset=header).copy())

    return [(read(f"{part}-images-idx3-ubyte", 16).view(-1, 1, 28, 28).float().div_(255).sub_(0.1307).div_(0.3081),
             read(f"{part}-labels-idx1-ubyte", 8).long()) for part in ("train", "t10k")]


def ratings(options):
    """(user and movie, rating) of 80,000 ratings to learn from and 20,000 others."""
    import torch
    rows = [[int(n) for n in row.split()] for row in open(folder(options, "ml-100k") / "u.data")]
    rows = torch.tensor(rows)[permutation(len(rows), seed=8)]
    x, y = rows[:, :2].contiguous(), rows[:, 2].float()
    return (x[:80_000], y[:80_000]), (x[80_000:], y[80_000:])


SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
TENS = "? ? twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n):
    if n >= 1000:
        return SMALL[n // 1000] + " thousand " + in_words(n % 1000)
    if n >= 100:
        return SMALL[n // 100] + " hundred " + in_words(n % 100)
    if n >= 20:
        return TENS[n // 10] + " " + in_words(n % 10)
    return SMALL[n] if n else ""


def human_numbers():
    """The words of one to 9,999, without 8,000, as numbers in order of first appearance."""
    words = " . ".join(in_words(n) for n in range(1, 10_000) if n != 8_000).split()
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return [vocabulary[word] for word in words]


def number_batches(length):
    """Batches of 64 rows for training and for validation; a row continues where it ended in the previous batch. With
    length 0 a sample is three words and the next one, else `length` words and the `length` next ones."""
    import torch
    ids, step = human_numbers(), length or 3
    if length:
        samples = [(ids[i:i + step], ids[i + 1:i + step + 1]) for i in range(0, len(ids) - step - 1, step)]
    else:
        samples = [(ids[i:i + 3], ids[i + 3]) for i in range(0, len(ids) - 4, 3)]
    cut = int(len(samples) * 0.8)

    def batches(samples):
        count = len(samples) // 64
        x, y = (torch.tensor(list(column)) for column in zip(*samples[:64 * count]))
        return [(x[i::count].contiguous(), y[i::count].contiguous()) for i in range(count)]

    return batches(samples[:cut]), batches(samples[cut:])


LEVELS = [5, 8, 12, 20, 35, 60, 100, 180, 300, 500]


def forest_table():
    """The made-up table for trees: 100,000 rows to learn from and 20,000 others (`ForestTable` in the bench)."""
    import numpy

    def uniform(seed, count):
        z = numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15) + numpy.uint64(seed)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            z = (z ^ (z >> numpy.uint64(shift))) * numpy.uint64(factor)
        return ((z ^ (z >> numpy.uint64(31))) >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-53

    draws = uniform(1, 120_000 * 87).reshape(-1, 87)
    bell = lambda first: sum(draws[:, first + i] for i in range(12)) - 6
    c = [numpy.floor(draws[:, i]**2 * count) for i, count in enumerate(LEVELS)]
    f = [draws[:, 10 + i] for i in range(5)]
    h = [bell(15 + 12 * i) for i in range(5)]
    f[4], h[4] = numpy.floor(f[4] * 100) / 100, numpy.floor(h[4] * 10) / 10
    effects = numpy.split(2 * uniform(2, sum(LEVELS)) - 1, numpy.cumsum(LEVELS)[:-1])
    e = [table[levels.astype(int)] for table, levels in zip(effects, c)]
    y = (10 + 2 * e[3] + 1.5 * e[6] * f[0] + 3 * (1 - c[9] / 500)**2 + e[1] * e[4] + 4 * (f[1] - 0.5)**2
         + numpy.maximum(0, h[0]) * numpy.where(c[0] >= 2, 1.0, -0.5) + 0.25 * h[1] * h[2] + 0.5 * numpy.abs(h[3])
         + numpy.where((f[2] > 0.7) & (f[3] < 0.5), 1.5, 0) + 0.5 * bell(75))
    x = numpy.stack([*c, *f, *h], 1).astype(numpy.float32)
    return (x[:100_000], y[:100_000]), (x[100_000:], y[100_000:])


# ------------------------------------------------------------------------------------------------------------ training

def shuffled(count, size):
    import torch
    return torch.randperm(count).split(size)


def ready(model):
    """The model, compiled if that is asked for."""
    import torch
    return torch.compile(model) if COMPILED else model


def learn(model, loss, batches, optimizer, schedule=None):
    for batch in batches:
        if schedule:
            schedule(optimizer)
        loss(model, *batch).backward()
        optimizer.step()
        optimizer.zero_grad()


def adam(model, decay):
    import torch
    return torch.optim.AdamW(model.parameters(), betas=(0.9, 0.99), eps=1e-5, weight_decay=decay, fused=True)


def one_cycle(highest, steps):
    """Learning rate highest/25, highest, highest/1e5, momentum 0.95, 0.85, 0.95: cosines, the first over a quarter."""
    count = itertools.count()

    def along(a, b, part):
        return b + (a - b) * (1 + math.cos(math.pi * part)) / 2

    def schedule(optimizer):
        part = next(count) / steps
        if part < 0.25:
            rate, momentum = along(highest / 25, highest, part * 4), along(0.95, 0.85, part * 4)
        else:
            part = (part - 0.25) / 0.75
            rate, momentum = along(highest, highest / 1e5, part), along(0.85, 0.95, part)
        for parameters in optimizer.param_groups:
            parameters.update(lr=rate, betas=(momentum, 0.99))

    return schedule


def share_right(model, x, y):
    import torch
    with torch.no_grad():
        return (model.eval()(x).argmax(-1) == y).float().mean()


# ------------------------------------------------------------------------------------------------- the book's workloads

@group("png-decode")
def png_decode(options):
    root = folder(options, "mnist_sample")

    def prepare():
        images = []
        return (lambda: images.extend(images_in(root / part / digit) for part in ("train", "valid") for digit in "37"),
                lambda: sum(float(x.double().sum()) for x in images))

    yield Training("png-decode", 14_434, "images", prepare, "sum of all pixels")


@group("photos")
def photos(options):
    """With torchvision and Pillow, by worker processes. Where several transforms can be one, they are."""
    import torch
    from PIL import Image
    from torchvision.transforms import v2
    files = []
    for file in sorted((folder(options, "oxford-iiit-pet") / "images").glob("*.jpg"))[:1000]:
        with Image.open(file) as image:
            if image.format == "JPEG":                               # one of them is a GIF
                files.append(file)
    files = list(itertools.islice(itertools.cycle(files), 1000))
    transform = v2.Compose([
        v2.RandomResizedCrop(160, scale=(0.35, 1)), v2.RandomResizedCrop(128, scale=(0.75, 1), ratio=(1, 1)),
        v2.RandomHorizontalFlip(),
        v2.RandomApply([v2.RandomAffine(10, scale=(1, 1.1), interpolation=v2.InterpolationMode.BILINEAR)], 0.75),
        v2.RandomPerspective(0.2, 0.75), v2.RandomApply([v2.ColorJitter(0.2, 0.2)], 0.75),
        v2.PILToTensor(), v2.ToDtype(torch.float32, scale=True),
        v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])

    class Photos(torch.utils.data.Dataset):
        def __len__(self):
            return len(files)

        def __getitem__(self, i):
            torch.set_num_threads(1)
            with Image.open(files[i]) as image:
                return transform(image.convert("RGB")), i

    def prepare():
        means = []
        loader = torch.utils.data.DataLoader(Photos(), batch_size=64, shuffle=True, num_workers=os.cpu_count())
        return lambda: means.extend(float(x.mean()) for x, _ in loader), lambda: sum(means) / len(means)

    yield Training("photos", len(files), "photos", prepare, "mean of all batches")


def tell_apart(options, name, make, rate, epochs, from_items=False):
    import torch
    (x, y), (valid_x, valid_y) = threes_and_sevens(options)
    items = list(zip(x, y)) if from_items else None

    def loss(model, x, y):
        p = model(x).sigmoid()
        return torch.where(y == 1, 1 - p, p).mean()

    def batches():
        if from_items:
            return torch.utils.data.DataLoader(items, batch_size=256, shuffle=True)
        return ((x[rows], y[rows]) for rows in shuffled(len(x), 256))

    def prepare():
        model = ready(make())

        def work():
            optimizer = torch.optim.SGD(model.parameters(), rate)
            for _ in range(epochs):
                learn(model, loss, batches(), optimizer)

        def judge():
            with torch.no_grad():
                return ((model(valid_x) > 0).float() == valid_y).float().mean()

        return work, judge

    yield Training(name, epochs * len(x), "images", prepare, "valid accuracy")


def small_net():
    from torch import nn
    return nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))


@group("ch04-linear")
def ch04_linear(options):
    from torch import nn
    return tell_apart(options, "ch04-linear", lambda: nn.Linear(784, 1), rate=1, epochs=20)


@group("ch04-net")
def ch04_net(options):
    return tell_apart(options, "ch04-net", small_net, rate=0.1, epochs=40)


@group("ch04-net-dataloader")
def ch04_net_dataloader(options):
    return tell_apart(options, "ch04-net-dataloader", small_net, rate=0.1, epochs=5, from_items=True)


@group("ch07-birds")
def ch07_birds(options):
    import torch
    from torch import nn
    (x, y), test = birds_and_airplanes(options)

    def prepare():
        model = ready(nn.Sequential(nn.Linear(3072, 512), nn.Tanh(), nn.Linear(512, 2), nn.LogSoftmax(1)))

        def work():
            optimizer = torch.optim.SGD(model.parameters(), 1e-2)
            for _ in range(10):
                learn(model, lambda model, x, y: nn.functional.nll_loss(model(x), y),
                      ((x[rows], y[rows]) for rows in shuffled(len(x), 64)), optimizer)

        return work, lambda: share_right(model, *test)

    yield Training("ch07-birds", 10 * len(x), "images", prepare, "test accuracy")


def rating_training(name, data, model_class, decay):
    """Five epochs of AdamW in one cycle; data: the ratings to learn from, and those to check with."""
    import torch
    from torch import nn
    (x, y), (valid_x, valid_y) = data

    def loss(model, x, y):
        return nn.functional.mse_loss(model(x), y)

    def prepare():
        model = ready(model_class())

        def work():
            optimizer, schedule = adam(model, decay), one_cycle(5e-3, 5 * len(x) // 64)
            for _ in range(5):
                learn(model, loss, ((x[rows], y[rows]) for rows in shuffled(len(x), 64)), optimizer, schedule)

        def judge():
            with torch.no_grad():
                return loss(model, valid_x, valid_y)

        return work, judge

    return Training(name, 5 * len(x), "ratings", prepare, "valid MSE")


@group("ch08-collab")
def ch08_collab(options):
    from torch import nn

    class DotProductBias(nn.Module):
        def __init__(self):
            super().__init__()
            self.users, self.movies = nn.Embedding(944, 50), nn.Embedding(1683, 50)
            self.user_bias, self.movie_bias = nn.Embedding(944, 1), nn.Embedding(1683, 1)
            for parameter in self.parameters():
                nn.init.normal_(parameter, std=0.01)

        def forward(self, x):
            user, movie = x[:, 0], x[:, 1]
            score = (self.users(user) * self.movies(movie)).sum(1, keepdim=True)
            return (score + self.user_bias(user) + self.movie_bias(movie)).squeeze(1).sigmoid() * 5.5

    yield rating_training("ch08-collab", ratings(options), DotProductBias, 0.1)


@group("ch08-nn")
def ch08_nn(options):
    import torch
    from torch import nn

    class RatingNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.users, self.movies = nn.Embedding(944, 74), nn.Embedding(1683, 101)
            for table in self.users, self.movies:
                nn.init.normal_(table.weight, std=0.01)
            self.layers = nn.Sequential(nn.Linear(175, 100), nn.ReLU(), nn.Linear(100, 1))

        def forward(self, x):
            both = torch.cat([self.users(x[:, 0]), self.movies(x[:, 1])], 1)
            return self.layers(both).squeeze(1).sigmoid() * 5.5

    yield rating_training("ch08-nn", ratings(options), RatingNet, 0.01)


def table_training(name, items, unit, make):
    """How long a model of scikit-learn learns from the made-up table."""
    (x, y), (valid, right) = forest_table()
    seeds = itertools.count()

    def prepare():
        model = make(next(seeds))
        return lambda: model.fit(x, y), lambda: ((model.predict(valid) - right)**2).mean()**0.5

    return Training(name, items, unit, prepare, "valid RMSE")


@group("ch09-tree")
def ch09_tree(options):
    from sklearn.tree import DecisionTreeRegressor
    for name, leaves in (("ch09-tree/4-leaves", 4), ("ch09-tree/full", None)):
        yield table_training(name, 100_000, "rows",
                             lambda seed, leaves=leaves: DecisionTreeRegressor(max_leaf_nodes=leaves, random_state=seed))


@group("ch09-forest")
def ch09_forest(options):
    from sklearn.ensemble import RandomForestRegressor

    def make(seed):
        return RandomForestRegressor(n_estimators=40, max_samples=50_000, max_features=0.5, min_samples_leaf=5,
                                     oob_score=True, n_jobs=options.threads, random_state=seed)

    yield table_training("ch09-forest", 40 * 50_000, "tree-rows", make)
    (x, y), (valid, _) = forest_table()
    forest = make(0).fit(x, y)
    yield Call("ch09-forest/predict", lambda: forest.predict(valid), items=20_000, unit="rows")


@group("ch09-boosting")
def ch09_boosting(options):
    from sklearn.ensemble import GradientBoostingRegressor
    yield table_training("ch09-boosting", 20 * 100_000, "tree-rows",
                         lambda seed: GradientBoostingRegressor(n_estimators=20, random_state=seed))


@group("ch09-csv")
def ch09_csv(options):
    """A table from its file, with pandas' C engine."""
    import pandas
    import tempfile
    names, rows = (folder(options, "bluebook") / "ValidWithPrice.csv").read_text().split("\n", 1)
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(names + "\n" + rows * 35)
        file.flush()

        def prepare():
            frames = []
            return (lambda: frames.append(pandas.read_csv(file.name, low_memory=False, engine="c")),
                    lambda: frames[0]["SalePrice"].mean())

        yield Training("ch09-csv", 405_055, "rows", prepare, "mean price")


@group("ch09-net")
def ch09_net(options):
    """The net of embeddings for the book's table, as its library builds it."""
    import torch
    from torch import nn
    levels = [n + 1 for n in [73, 6, 2, 74, 5281, 3, 177, 5059, 6, 6, 140, 4, 12, 17]]
    widths = [min(600, round(1.6 * n ** 0.56)) for n in levels]
    count, held = 81_920, 8192

    class TabularNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.embeddings = nn.ModuleList(nn.Embedding(n, w) for n, w in zip(levels, widths))
            for table in self.embeddings:
                nn.init.trunc_normal_(table.weight, std=0.01, a=-0.02, b=0.02)
            self.norm = nn.BatchNorm1d(1)
            width = sum(widths) + 1
            self.layers = nn.Sequential(
                nn.Linear(width, 500, bias=False), nn.ReLU(), nn.BatchNorm1d(500),
                nn.Linear(500, 250, bias=False), nn.ReLU(), nn.BatchNorm1d(250), nn.Linear(250, 1))

        def forward(self, x):
            categories, numbers = x
            found = [table(categories[:, i]) for i, table in enumerate(self.embeddings)]
            return self.layers(torch.cat(found + [self.norm(numbers)], 1)).squeeze(1).sigmoid() * 4 + 8

    def loss(model, x, y):
        return nn.functional.mse_loss(model(x), y)

    def prepare():
        shares = torch.rand(count + held, len(levels))
        categories = (shares * torch.tensor(levels)).long()
        numbers = torch.randn(count + held, 1)
        prices = 10 + shares[:, 0] - shares[:, 4] + shares[:, 3] * shares[:, 9]
        prices = prices + 0.1 * (numbers.squeeze(1) + torch.randn(count + held))
        model = ready(TabularNet())

        def work():
            optimizer, schedule = adam(model, 0.01), one_cycle(1e-2, count // 1024)
            batches = (((categories[rows], numbers[rows]), prices[rows]) for rows in shuffled(count, 1024))
            learn(model, loss, batches, optimizer, schedule)

        def judge():
            model.eval()
            with torch.no_grad():
                return loss(model, (categories[count:], numbers[count:]), prices[count:])

        return work, judge

    yield Training("ch09-net", count, "rows", prepare, "valid MSE")


# Broken pieces of HTML and what takes their place, in this order.
HTML_PIECES = [("<br />", "\n"), ("...", " …"), ("#39;", "'"), ("amp;", "&"), ("quot;", '"'), ("nbsp;", " "),
               ("#36;", "$"), ("#146;", "'"), (" @-@ ", "-"), (" @.@ ", ".")]


def text_tokenizer():
    """The rules of the book's library, and a regular expression for words, numbers, short forms and single signs."""
    import html
    import re
    repeated_sign = re.compile(r"(\S)(\1{2,})")
    repeated_word = re.compile(r"(?:\s|^)(\w+)\s+((?:\1\s+)+)\1(?=\s|\W|$)")
    all_capitals = re.compile(r"(\s|^)([A-Z]+[^a-z\s]*)(?=\s|$)")
    one_capital = re.compile(r"(\s|^)([A-Z][^A-Z\s]*)(?=\s|$)")
    slashes, spaces = re.compile(r"([/#\\])"), re.compile(r" {2,}")
    token = re.compile(r"(?:[a-z]\.){2,}|\d+(?:[.,]\d+)*|\w+(?=n't\b)|n't\b"
                       r"|'(?:s|m|d|ll|re|ve)\b|\w+|[^\w\s]")

    def marked(tag):
        return lambda m: m[1] + (tag if len(m[2]) > 1 else "") + m[2].lower()

    def tokens(text):
        for piece, clean in HTML_PIECES:
            text = text.replace(piece, clean)
        text = html.unescape(text)
        text = repeated_sign.sub(lambda m: f" xxrep {len(m[2]) + 1} {m[1]} ", text)
        text = repeated_word.sub(lambda m: f" xxwrep {len(m[2].split()) + 2} {m[1]} ", text)
        text = spaces.sub(" ", slashes.sub(r" \1 ", text))
        text = one_capital.sub(marked("xxmaj "), all_capitals.sub(marked("xxup "), text))
        return token.findall("xxbos " + text.lower().strip())

    return tokens


@group("ch10-text")
def ch10_text(options):
    """Plain Python on one thread: there is nothing in it for torch to do."""
    from collections import Counter
    root = folder(options, "imdb_subset", "imdb") / "train"
    texts = [file.read_text(encoding="utf-8") for file in sorted(root.glob("*/*.txt"))]
    tokens = text_tokenizer()
    count = sum(len(tokens(text)) for text in texts)

    def tokenized():
        out = []
        return lambda: out.extend(tokens(text) for text in texts), lambda: sum(map(len, out))

    def numbered():
        size = []

        def work():
            out = [tokens(text) for text in texts]
            often = [t for t, n in Counter(t for text in out for t in text).most_common(60_000) if n >= 3]
            special = "xxunk xxpad xxbos xxeos xxfld xxrep xxwrep xxup xxmaj".split()
            vocabulary = special + [t for t in often if t not in special]
            vocabulary += ["xxfake"] * (-len(vocabulary) % 8)
            number = {t: i for i, t in enumerate(vocabulary)}
            [[number.get(t, 0) for t in text] for text in out]
            size.append(len(vocabulary))

        return work, lambda: size[-1]

    yield Training("ch10-text", count, "tokens", tokenized, "tokens")
    yield Training("ch10-text/numbered", count, "tokens", numbered, "size of the vocabulary")


@group("ch10-lm")
def ch10_lm(options):
    import torch
    from torch import nn

    class LanguageModel(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(20_000, 400)
            nn.init.uniform_(self.embedding.weight, -0.1, 0.1)
            sizes = [400, 1152, 1152, 400]
            self.layers = nn.ModuleList(nn.LSTM(i, o, batch_first=True) for i, o in zip(sizes, sizes[1:]))
            self.output = nn.Linear(400, 20_000)
            self.output.weight = self.embedding.weight
            self.states = [None] * 3

        def forward(self, x):
            h = self.embedding(x)
            for i, layer in enumerate(self.layers):
                h, (a, b) = layer(h, self.states[i])
                self.states[i] = a.detach(), b.detach()
            return self.output(h)

    model, words = ready(LanguageModel()), torch.randint(20_000, (16, 73))
    losses = [0]

    def steps(count):
        for _ in range(count):
            scores = model(words[:, :-1])
            loss = nn.functional.cross_entropy(scores.flatten(0, 1), words[:, 1:].flatten())
            loss.backward()
            model.zero_grad()
            losses[0] = loss.item()

    steps(2)
    yield Training("ch10-lm", 3 * 16 * 72, "tokens", lambda: (lambda: steps(3), lambda: losses[0]),
                   "loss (ln 20000 = 9.9)")


def number_models(name, make, length, epochs, highest, decay, loss):
    """Chapter 12: a model whose state is carried from batch to batch, and reset at every epoch."""
    import torch
    train, valid = number_batches(length)

    def prepare():
        model = ready(make())

        def work():
            optimizer, schedule = adam(model, decay), one_cycle(highest, epochs * len(train))
            for _ in range(epochs):
                model.reset()
                learn(model, loss, train, optimizer, schedule)

        def judge():
            model.eval().reset()
            with torch.no_grad():
                right = [(model.scores(x).argmax(-1) == y).float().mean().item() for x, y in valid]
            return statistics.fmean(right)

        return work, judge

    yield Training(name, epochs * len(train) * train[0][0].numel(), "tokens", prepare, "valid accuracy")


@group("ch12-rnn")
def ch12_rnn(options):
    import torch
    from torch import nn

    class NumberModel(nn.Module):
        """A state that each word changes; the next word is predicted after all of them, or after each."""

        def __init__(self, after_each):
            super().__init__()
            self.embedding, self.hidden, self.output = nn.Embedding(30, 64), nn.Linear(64, 64), nn.Linear(64, 30)
            self.after_each = after_each
            self.reset()

        def reset(self):
            self.h = 0

        def forward(self, x):
            scores = []
            for i in range(x.shape[1]):
                self.h = self.hidden(self.h + self.embedding(x[:, i])).relu()
                if self.after_each:
                    scores.append(self.output(self.h))
            result = torch.stack(scores, 1) if self.after_each else self.output(self.h)
            self.h = self.h.detach()
            return result

        scores = forward

    def loss(model, x, y):
        return nn.functional.cross_entropy(model(x).flatten(0, -2), y.flatten())

    yield from number_models("ch12-rnn3", lambda: NumberModel(False), 0, 10, 3e-3, 0.01, loss)
    yield from number_models("ch12-rnn", lambda: NumberModel(True), 16, 15, 3e-3, 0.01, loss)


def penalized_loss(model, x, y):
    """Cross-entropy, and penalties on large states and on states that change much from word to word."""
    import torch
    scores, raw, dropped = model(x)
    entropy = torch.nn.functional.cross_entropy(scores.flatten(0, 1), y.flatten())
    return entropy + 2 * dropped.pow(2).mean() + (raw[:, 1:] - raw[:, :-1]).pow(2).mean()


@group("ch12-lstm")
def ch12_lstm(options):
    from torch import nn

    class NumberLSTM(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding, self.lstm = nn.Embedding(30, 64), nn.LSTM(64, 64, 2, batch_first=True)
            self.dropout, self.output = nn.Dropout(0.4), nn.Linear(64, 30)
            self.output.weight = self.embedding.weight
            self.reset()

        def reset(self):
            self.state = None

        def forward(self, x):
            raw, (h, c) = self.lstm(self.embedding(x), self.state)
            self.state = h.detach(), c.detach()
            dropped = self.dropout(raw)
            return self.output(dropped), raw, dropped

        def scores(self, x):
            return self(x)[0]

    return number_models("ch12-lstm", NumberLSTM, 16, 15, 1e-2, 0.1, penalized_loss)


@group("ch12-awd")
def ch12_awd(options):
    import torch
    from torch import nn

    class AWDLSTM(nn.Module):
        """The same with the five dropouts of AWD-LSTM; masks of activations are the same at all steps."""

        def __init__(self):
            super().__init__()
            self.embedding, self.output = nn.Embedding(30, 64), nn.Linear(64, 30)
            self.layers = nn.ModuleList(nn.LSTM(64, 64, batch_first=True) for _ in range(2))
            self.output.weight = self.embedding.weight
            self.reset()

        def reset(self):
            self.states = [None, None]

        def locked(self, x, p):
            return x * nn.functional.dropout(x.new_ones(len(x), 1, x.shape[2]), p, self.training)

        def layer(self, k, x):
            lstm = self.layers[k]
            thinned = {"weight_hh_l0": nn.functional.dropout(lstm.weight_hh_l0, 0.2, self.training)}
            y, (h, c) = torch.func.functional_call(lstm, thinned, (x, self.states[k]))
            self.states[k] = h.detach(), c.detach()
            return y

        def forward(self, x):
            words = nn.functional.dropout(self.embedding.weight.new_ones(30, 1), 0.02, self.training)
            x = self.locked(self.embedding(x) * words[x], 0.25)
            raw = self.layer(1, self.locked(self.layer(0, x), 0.15))
            dropped = self.locked(raw, 0.1)
            return self.output(dropped), raw, dropped

        def scores(self, x):
            return self(x)[0]

    return number_models("ch12-awd", AWDLSTM, 16, 15, 1e-2, 0.1, penalized_loss)


def digit_net():
    from torch import nn
    widths, layers = [1, 8, 16, 32, 64, 10], []
    for i, (a, b) in enumerate(zip(widths, widths[1:])):
        side = 3 if i else 5
        layers += [nn.Conv2d(a, b, side, stride=2, padding=side // 2), nn.BatchNorm2d(b), nn.ReLU()]
    return nn.Sequential(*layers[:-1], nn.Flatten())


@group("ch13-cnn")
def ch13_cnn(options):
    from torch import nn
    (x, y), test = digits(options)
    steps = len(x) // 512

    def prepare():
        model = ready(digit_net())

        def work():
            batches = ((x[rows], y[rows]) for rows in shuffled(len(x), 512)[:steps])
            learn(model, lambda model, x, y: nn.functional.cross_entropy(model(x), y), batches, adam(model, 0.01),
                  one_cycle(0.06, steps))

        return work, lambda: share_right(model, *test)

    yield Training("ch13-cnn", steps * 512, "images", prepare, "test accuracy")


def resnet(blocks, bottleneck):
    """Chapter 14's: a stem of three convolutions, pooled skip paths, the last batch norm of a block starting at 0."""
    import torch
    from torch import nn

    def conv(inputs, outputs, side=3, stride=1, activation=True, scale=1.0):
        convolution, norm = nn.Conv2d(inputs, outputs, side, stride, side // 2, bias=False), nn.BatchNorm2d(outputs)
        nn.init.kaiming_normal_(convolution.weight)
        nn.init.constant_(norm.weight, scale)
        return nn.Sequential(convolution, norm, *[nn.ReLU(inplace=True)] * activation)

    class Block(nn.Module):
        def __init__(self, inputs, outputs, stride):
            super().__init__()
            inner = outputs // 4
            self.path = nn.Sequential(
                conv(inputs, inner, 1), conv(inner, inner, 3, stride), conv(inner, outputs, 1, 1, False, 0.0)
            ) if bottleneck else nn.Sequential(
                conv(inputs, outputs, 3, stride), conv(outputs, outputs, 3, 1, False, 0.0))
            self.skip = nn.Sequential(
                *[nn.AvgPool2d(2, ceil_mode=True)] * (stride == 2),
                *[conv(inputs, outputs, 1, 1, False)] * (inputs != outputs))

        def forward(self, x):
            return torch.relu(self.path(x) + self.skip(x))

    layers, width = [conv(3, 32, 3, 2), conv(32, 32), conv(32, 64), nn.MaxPool2d(3, 2, 1)], 64
    for stage, count in enumerate(blocks):
        outputs = 64 * 2**stage * (4 if bottleneck else 1)
        for number in range(count):
            layers.append(Block(width, outputs, 2 if stage > 0 and number == 0 else 1))
            width = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, 10))


def steps_on_one_batch(name, make, x, y, rate, steps, items, unit, optimizer=None):
    """Two steps to warm up, then `steps` that are timed, all on the same batch."""
    import torch
    from torch import nn

    def prepare():
        model, losses = ready(make()), []
        stepper = optimizer(model) if optimizer else torch.optim.SGD(model.parameters(), rate)

        def loss(model, x, y):
            losses.append(nn.functional.cross_entropy(model(x), y))
            return losses[-1]

        learn(model, loss, [(x, y)] * 2, stepper)
        losses.clear()
        return lambda: learn(model, loss, [(x, y)] * steps, stepper), lambda: losses[-1].detach()

    return Training(name, items, unit, prepare, f"loss on the same batch after {steps + 2} steps")


def layouts(count, side):
    """Random images in both memory layouts, and the ending of the workload's name."""
    import torch
    for suffix, layout in (("", torch.contiguous_format), ("-channels-last", torch.channels_last)):
        yield suffix, layout, torch.randn(count, 3, side, side).contiguous(memory_format=layout)


def paper_resnet18(channels, classes):
    """Chapter 4's: the net of the paper, a large convolution and a pooling before the blocks."""
    import torch
    from torch import nn

    def conv(inputs, outputs, side=3, stride=1):
        return nn.Sequential(
            nn.Conv2d(inputs, outputs, side, stride, side // 2, bias=False), nn.BatchNorm2d(outputs))

    class Block(nn.Module):
        def __init__(self, inputs, outputs, stride):
            super().__init__()
            self.first, self.second = conv(inputs, outputs, 3, stride), conv(outputs, outputs)
            self.shortcut = conv(inputs, outputs, 1, stride) if stride > 1 or inputs != outputs else nn.Identity()

        def forward(self, x):
            return torch.relu_(self.second(torch.relu_(self.first(x))) + self.shortcut(x))

    layers, width = [conv(channels, 64, 7, 2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)], 64
    for stage, outputs in enumerate([64, 128, 256, 512]):
        layers += [Block(width, outputs, 2 if stage else 1), Block(outputs, outputs, 1)]
        width = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, classes))


@group("ch04-resnet18-train")
def ch04_resnet18_train(options):
    import torch
    for suffix, layout in (("", torch.contiguous_format), ("-channels-last", torch.channels_last)):
        def make():
            return paper_resnet18(1, 10).to(memory_format=layout)

        def optimizer(model):
            return torch.optim.AdamW(model.parameters(), 0.001, (0.9, 0.99), 1e-5, fused=True)

        x = torch.randn(64, 1, 28, 28).contiguous(memory_format=layout)
        yield steps_on_one_batch(
            f"ch04-resnet18-train{suffix}", make, x, torch.randint(10, (64,)), 0.001, 10, 10 * 64, "images", optimizer)


def mobilenet(classes):
    """torchvision's MobileNetV2; without classes, its features alone."""
    import torch
    from torch import nn

    def conv(inputs, outputs, side=1, stride=1, groups=1):
        return nn.Sequential(
            nn.Conv2d(inputs, outputs, side, stride, side // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs),
            nn.ReLU6(inplace=True))

    class Block(nn.Module):
        def __init__(self, inputs, outputs, stride, expansion):
            super().__init__()
            inner = inputs * expansion
            self.conv = nn.Sequential(
                *[conv(inputs, inner)] * (expansion > 1), conv(inner, inner, 3, stride, inner),
                nn.Conv2d(inner, outputs, 1, bias=False), nn.BatchNorm2d(outputs))
            self.adds = stride == 1 and inputs == outputs

        def forward(self, x):
            return x + self.conv(x) if self.adds else self.conv(x)

    layers, width = [conv(3, 32, 3, 2)], 32
    for expansion, outputs, count, stride in [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2),
                                              (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]:
        for number in range(count):
            layers.append(Block(width, outputs, stride if number == 0 else 1, expansion))
            width = outputs
    layers.append(conv(width, 1280))
    if classes:
        layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(1280, classes)]
    net = nn.Sequential(*layers)
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out")
    return net


@group("ch05-mobilenet-infer")
def ch05_mobilenet_infer(options):
    import torch
    for suffix, layout, x in layouts(32, 160):
        model = mobilenet(None).eval().to(memory_format=layout)

        @torch.inference_mode()
        def infer():
            model(x)

        yield Call(f"ch05-mobilenet-infer{suffix}", infer, items=32, unit="images", budget=1)


@group("ch05-mobilenet-train")
def ch05_mobilenet_train(options):
    import torch
    for suffix, layout, x in layouts(32, 160):
        yield steps_on_one_batch(
            f"ch05-mobilenet-train{suffix}", lambda: mobilenet(10).to(memory_format=layout), x,
            torch.randint(10, (32,)), 0.01, 6, 32 * 6, "images")


@group("ch14-resnet18-train")
def ch14_resnet18_train(options):
    import torch
    for suffix, layout, x in layouts(32, 128):
        yield steps_on_one_batch(
            f"ch14-resnet18-train{suffix}", lambda: resnet([2, 2, 2, 2], False).to(memory_format=layout), x,
            torch.randint(10, (32,)), 0.01, 6, 32 * 6, "images")


def look(name, blocks, bottleneck, count, side):
    """Registers a forward pass in evaluation mode."""
    def workloads(options):
        import torch
        for suffix, layout, x in layouts(count, side):
            model = resnet(blocks, bottleneck).eval().to(memory_format=layout)

            @torch.inference_mode()
            def infer():
                model(x)

            yield Call(f"{name}{suffix}", infer, items=count, unit="images", budget=1)

    GROUPS[name] = workloads


look("ch14-resnet18-infer", [2, 2, 2, 2], False, 32, 128)
look("ch14-resnet50-infer", [3, 4, 6, 3], True, 8, 128)
look("ch14-resnet50-224-infer", [3, 4, 6, 3], True, 8, 224)


def unet(outputs, width=16, least=16):
    """Chapter 15's: a body of four stages, pixel shuffles on the way up, and what comes across at each size."""
    import torch
    from torch import nn

    def conv(inputs, outputs, stride=1):
        return nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))

    class Level(nn.Module):
        def __init__(self, below, across, width):
            super().__init__()
            self.enlarge, self.shuffle = nn.Conv2d(below, 4 * width, 1), nn.PixelShuffle(2)
            weight = torch.empty(width, below, 1, 1)
            nn.init.kaiming_normal_(weight)
            with torch.no_grad():
                self.enlarge.weight.copy_(weight.repeat_interleave(4, 0))
                self.enlarge.bias.zero_()
            self.norm = nn.BatchNorm2d(across)
            self.convolutions = nn.Sequential(conv(width + across, width), conv(width, width))
            for block in self.convolutions:
                nn.init.kaiming_normal_(block[0].weight)

        def forward(self, below, across):
            enlarged = torch.relu_(self.shuffle(self.enlarge(below)))
            return self.convolutions(torch.cat([enlarged, self.norm(across)], 1))

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            stages, before, across = [], 3, [3]
            for stage in range(4):
                filters = width << stage
                stages.append(nn.Sequential(conv(before, filters, 2), conv(filters, filters)))
                before = filters
                across.append(filters)
            self.stages, levels, below = nn.ModuleList(stages), [], across.pop()
            for maps in reversed(across):
                levels.append(Level(below, maps, max(maps, least)))
                below = max(maps, least)
            self.levels, self.last = nn.ModuleList(levels), nn.Conv2d(below, outputs, 1)
            nn.init.kaiming_normal_(self.last.weight)
            nn.init.zeros_(self.last.bias)

        def forward(self, x):
            kept = []
            for stage in self.stages:
                kept.append(x)
                x = stage(x)
            for level in self.levels:
                x = level(x, kept.pop())
            return self.last(x)

    return Net()


@group("ch15-unet")
def ch15_unet(options):
    import torch
    for suffix, layout, x in layouts(16, 64):
        yield steps_on_one_batch(
            f"ch15-unet{suffix}", lambda: unet(12).to(memory_format=layout), x,
            torch.randint(12, (16, 64, 64)), 0.01, 10, 160, "images")


@group("ch19-learner")
def ch19_learner(options):
    import torch
    from torch import nn

    def make():
        layers, widths = [], [3, 16, 32, 64, 128]
        for a, b in zip(widths, widths[1:]):
            layers += [nn.Conv2d(a, b, 3, stride=2, padding=1), nn.ReLU()]
            nn.init.kaiming_normal_(layers[-2].weight)
            nn.init.zeros_(layers[-2].bias)
        return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128, 10))

    yield steps_on_one_batch("ch19-learner", make, torch.randn(64, 3, 160, 160), torch.randint(10, (64,)), 0.1, 20, 20,
                             "steps")


@group("ch19-loader")
def ch19_loader(options):
    import numpy
    import torch
    from PIL import Image
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "groundup" / "generated"
    folders = sorted(cache.glob("scenes-classFolders-*-2000-200-64-1-1-mixed-42"))
    if not folders:
        raise FileNotFoundError(f"no generated scenes in {cache}; `bench --only ch19-loader` writes them")
    files = sorted((folders[-1] / "train").glob("*/*.png"))
    labels = {name: number for number, name in enumerate(sorted({file.parent.name for file in files}))}

    class Scenes(torch.utils.data.Dataset):
        def __len__(self):
            return len(files)

        def __getitem__(self, i):
            with Image.open(files[i]) as image:
                pixels = numpy.array(image.convert("RGB").resize((64, 64), Image.BOX))
            return torch.from_numpy(pixels).float() / 255, labels[files[i].parent.name]

    def prepare(workers):
        sums = []
        loader = torch.utils.data.DataLoader(Scenes(), batch_size=64, shuffle=True, num_workers=workers)
        return lambda: sums.extend(float(x.mean()) for x, _ in loader), lambda: sum(sums)

    for name, workers in (("ch19-loader", os.cpu_count()), ("ch19-loader-no-worker", 0)):
        yield Training(name, len(files), "images", lambda workers=workers: prepare(workers),
                       "sum of the means of all batches")


# --------------------------------------------------------------------------------------------------- single operations

@group("conv")
def conv(options):
    import torch
    from torch.nn.functional import conv2d
    for n, inputs, outputs, size, side, stride in (
            (64, 64, 64, 56, 3, 1), (64, 128, 128, 28, 3, 1), (64, 256, 256, 14, 3, 1), (64, 512, 512, 7, 3, 1),
            (64, 8, 16, 14, 3, 2), (32, 256, 64, 56, 1, 1), (32, 3, 64, 224, 7, 2)):
        x = torch.randn(n, inputs, size, size, requires_grad=True)
        w = torch.randn(outputs, inputs, side, side, requires_grad=True)

        def apply():
            return conv2d(x, w, stride=stride, padding=side // 2)

        @torch.no_grad()
        def forward():
            apply()

        dy = torch.randn_like(apply())

        def both():
            apply().backward(dy)
            x.grad = w.grad = None

        name = f"conv/{side}x{side}-n{n}-in{inputs}-out{outputs}-size{size}" + (f"-s{stride}" if stride > 1 else "")
        billions = 2 * dy.numel() * inputs * side * side / 1e9
        yield Call(f"{name}/forward", forward, (billions, "gflop_per_s"), n, "images")
        yield Call(f"{name}/both", both, (3 * billions, "gflop_per_s"), n, "images")


@group("matmul")
def matmul(options):
    import torch
    for m, k, n in ((64, 784, 30), (256, 784, 50), (512, 512, 512), (1024, 1024, 1024), (2048, 2048, 2048)):
        a, b = torch.randn(m, k), torch.randn(k, n)
        yield Call(f"matmul/{m}x{k}x{n}", lambda: a @ b, (2 * m * k * n / 1e9, "gflop_per_s"))
    for m, k, n in ((1024, 1024, 1024), (2048, 2048, 2048), (64, 4096, 1024), (64, 50_000, 64)):
        for name in ("nt", "tn", "tt"):
            a = torch.randn(k, m).t() if name[0] == "t" else torch.randn(m, k)
            b = torch.randn(n, k).t() if name[1] == "t" else torch.randn(k, n)
            yield Call(f"matmul/{m}x{k}x{n}-{name}", lambda: a @ b, (2 * m * k * n / 1e9, "gflop_per_s"))
    for m, k, n in ((50_000, 64, 64), (64, 50_000, 64), (4096, 4096, 16), (1, 4096, 4096), (4096, 4096, 1)):
        a, b = torch.randn(m, k), torch.randn(k, n)
        yield Call(f"matmul/{m}x{k}x{n}", lambda: a @ b, (2 * m * k * n / 1e9, "gflop_per_s"))
    a, b = torch.randn(64, 128, 64), torch.randn(64, 64, 128)
    yield Call("matmul/batched-64x128x64x128", lambda: a @ b, (2 * 64 * 128 * 64 * 128 / 1e9, "gflop_per_s"))


@group("elementwise")
def elementwise(options):
    import torch
    from torch.nn import functional as F
    x, y, bias = torch.randn(64, 64, 56, 56), torch.randn(64, 64, 56, 56), torch.randn(64, 1, 1)
    out = torch.empty_like(x)
    rows, gain, shift = torch.randn(4096, 1000), torch.ones(1000), torch.zeros(1000)
    for name, arrays, call in (
            ("add", 3, lambda: x + y), ("add-out", 3, lambda: torch.add(x, y, out=out)),
            ("add-bias", 2, lambda: x + bias), ("add-bias-out", 2, lambda: torch.add(x, bias, out=out)),
            ("relu", 2, lambda: x.relu()), ("relu-out", 2, lambda: torch.clamp_min(x, 0, out=out)),
            ("sum-0-2-3", 1, lambda: x.sum((0, 2, 3))), ("var-mean-0-2-3", 1, lambda: torch.var_mean(x, (0, 2, 3))),
            ("exp", 2, lambda: x.exp()), ("exp-out", 2, lambda: torch.exp(x, out=out)),
            ("tanh", 2, lambda: x.tanh()), ("tanh-out", 2, lambda: torch.tanh(x, out=out)),
            ("sigmoid", 2, lambda: x.sigmoid()), ("sigmoid-out", 2, lambda: torch.sigmoid(x, out=out))):
        yield Call(f"elementwise/{name}", call, (arrays * 4 * x.numel() / 1e9, "gb_per_s"))
    for name, call in (("softmax-rows", lambda: rows.softmax(1)),
                       ("layernorm-rows", lambda: F.layer_norm(rows, (1000,), gain, shift))):
        yield Call(f"elementwise/{name}", call, (2 * 4 * rows.numel() / 1e9, "gb_per_s"))

    table = torch.randn(10_000, 50, requires_grad=True)
    numbers, dy = torch.randint(10_000, (100_000,)), torch.randn(100_000, 50)
    plain = table.detach()

    def look_up():
        F.embedding(numbers, table).backward(dy)
        table.grad = None

    yield Call("elementwise/embedding-both", look_up, (4 * 4 * dy.numel() / 1e9, "gb_per_s"), 100_000, "look-ups")
    yield Call("elementwise/gather-rows", lambda: plain[numbers], (2 * 4 * dy.numel() / 1e9, "gb_per_s"), 100_000,
               "look-ups")
    for name, fused in (("default", None), ("fused", True)):
        parameters = [torch.randn(1_000_000, requires_grad=True) for _ in range(11)]
        for parameter in parameters:
            parameter.grad = torch.randn(1_000_000)
        optimizer = torch.optim.AdamW(parameters, 1e-3, fused=fused)
        yield Call(f"elementwise/adam-11M-{name}", optimizer.step, (7 * 4 * 11e6 / 1e9, "gb_per_s"), 11_000_000,
                   "parameters")


@group("ch17-matmul")
def ch17_matmul(options):
    import torch
    a, b = torch.randn(5, 784), torch.randn(784, 10)
    lists, others = a.tolist(), b.tolist()

    def prepare():
        c = torch.zeros(5, 10)

        def work():
            for i, j, k in itertools.product(range(5), range(10), range(784)):
                c[i, j] += a[i, k] * b[k, j]

        return work, lambda: (c - a @ b).abs().max()

    def on_lists():
        c = [[0.0] * 10 for _ in range(5)]
        for i in range(5):
            for j in range(10):
                for k in range(784):
                    c[i][j] += lists[i][k] * others[k][j]

    def rows_and_columns():
        c = torch.zeros(5, 10)
        for i in range(5):
            for j in range(10):
                c[i, j] = (a[i] * b[:, j]).sum()

    def broadcast():
        c = torch.zeros(5, 10)
        for i in range(5):
            c[i] = (a[i, :, None] * b).sum(0)

    yield Training("ch17-matmul/loop-tensor", 39_200, "products", prepare, "largest error", repeat=1)
    for name, call in (("loop-lists", on_lists), ("elementwise-row", rows_and_columns), ("broadcast", broadcast),
                       ("einsum", lambda: torch.einsum("ik,kj->ij", a, b)), ("at", lambda: a @ b)):
        yield Call(f"ch17-matmul/{name}", call, (2 * 39_200 / 1e9, "gflop_per_s"))


@group("batch-sizes")
def batch_sizes(options):
    import torch
    for name, model, item in (("linear-net", small_net(), [784]), ("small-cnn", digit_net(), [1, 28, 28])):
        for size in (2**i for i in range(11)):
            x = torch.randn(size, *item)

            @torch.no_grad()
            def forward():
                model(x)

            def both():
                model(x).sum().backward()
                model.zero_grad()

            # In evaluation mode, since batch norm cannot learn from one number per channel.
            model.eval()
            yield Call(f"batch-sizes/{name}/{size}/forward", forward, items=size, unit="items", budget=0.1)
            yield Call(f"batch-sizes/{name}/{size}/both", both, items=size, unit="items", budget=0.1)


@group("startup")
def startup(options):
    peak = "; print(int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024)"
    step = "import torch; w = torch.zeros(1, requires_grad=True); w.sum().backward(); torch.optim.SGD([w], 0.1).step()"
    yield Start("startup/library", "-c", "import torch" + peak)
    yield Start("startup/first-step", "-c", step + peak)
    yield Start("startup/ch04-net-whole-process", __file__, "--inside", "ch04-net", "--repeat", "1", "--data",
                options.data, "--cache", options.cache)


# ------------------------------------------------------------------------------------------------------------- running

def belongs(name, only):
    """The group that a workload or a prefix belongs to."""
    return max((g for g in GROUPS if only.startswith(g)), key=len, default=None) == name


def run_inside(options):
    """Runs a group in this process."""
    import torch
    globals()["COMPILED"] = options.compiled
    torch.set_num_threads(options.threads)
    for make in (torch.optim.SGD, torch.optim.AdamW):                # imports at a first step are not timed
        w = torch.zeros(1, requires_grad=True)
        w.sum().backward()
        make([w], 0.1).step()
    for workload in GROUPS[options.inside](options):
        if options.compiled and not (isinstance(workload, Training) and options.inside.startswith("ch")
                                     and not options.inside.startswith("ch17")):
            continue
        if not options.only or options.only == options.inside or workload.name.startswith(options.only):
            print(json.dumps(workload.measure(options)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", help="a group, or the beginning of workloads' names")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--data", default=os.environ.get("GROUNDUP_DATA", "."), help="where the data sets are")
    parser.add_argument("--cache", default=str(Path.home() / ".cache/groundup/torch"), help="where they are unpacked")
    parser.add_argument("--compiled", action="store_true", help="models through torch.compile; only the trainings")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.list:
        return print("\n".join(GROUPS))
    if options.inside:
        return run_inside(options)
    chosen = [g for g in GROUPS if not options.only or g == options.only or belongs(g, options.only)
              or (options.only not in GROUPS and g.startswith(options.only))]
    for name in chosen:
        subprocess.run([sys.executable, __file__, "--inside", name, *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
