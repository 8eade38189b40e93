#!/usr/bin/env python3
"""Makes Tests/Fixtures/Trees with scikit-learn and SciPy (pip install scikit-learn scipy safetensors).

    python Tools/tree_fixtures.py [--seed N]

scikit-learn.safetensors: a table of 400 rows to learn from and 100 others, and what trees, boosting, neighbours, partial
dependence, and the clusters of the columns' ranks are for it. Leaves have at least 10 rows: between cuts of a few rows
there are ties, which scikit-learn breaks at random.
"""
import argparse
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform
from scipy.stats import spearmanr
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.inspection import partial_dependence
from sklearn.metrics import r2_score
from sklearn.neighbors import KNeighborsRegressor
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

folder = Path(__file__).resolve().parent.parent / "Tests/Fixtures/Trees"

TREES = {
    "4 leaves": dict(max_leaf_nodes=4),
    "12 leaves": dict(max_leaf_nodes=12, min_samples_leaf=10),
    "small leaves": dict(min_samples_leaf=10),
    "depth 3": dict(max_depth=3, min_samples_leaf=10),
}


def table(random, rows):
    """Two columns of levels, three bell-shaped ones of different size, and one that nearly repeats another."""
    levels = [random.integers(0, count, rows) for count in (4, 30)]
    bells = [random.normal(size=rows) * size for size in (1, 100, 0.01)]
    almost = np.exp(bells[0] + 0.7 * random.normal(size=rows))
    x = np.stack([*levels, *bells, almost], 1).astype(np.float32)
    y = np.sin(x[:, 2]) + 0.3 * x[:, 0] * (x[:, 3] > 20) - 0.02 * x[:, 1] + 0.2 * random.normal(size=rows)
    return x, (5 + y).astype(np.float32)


def main(seed):
    random = np.random.default_rng(seed)
    (x, y), (new, _) = table(random, 400), table(random, 100)
    target = y.astype(np.float64)
    out = {"x": x, "y": y, "new": new}
    for name, rules in TREES.items():
        tree = DecisionTreeRegressor(random_state=0, **rules).fit(x, target)
        out[f"{name}.predictions"] = tree.predict(new)
        out[f"{name}.importances"] = tree.feature_importances_
        out[f"{name}.shape"] = np.array([tree.get_n_leaves(), tree.get_depth()])
    yes = target > target.mean()
    gini = DecisionTreeClassifier(max_leaf_nodes=8, min_samples_leaf=10, random_state=0).fit(x, yes)
    out["gini.predictions"] = gini.predict_proba(new)[:, 1]
    boosting = GradientBoostingRegressor(n_estimators=30, min_samples_leaf=10, random_state=0).fit(x, target)
    out["boosting.stages"] = np.stack(list(boosting.staged_predict(new)))
    out["boosting.errors"] = boosting.train_score_
    out["boosting.importances"] = boosting.feature_importances_
    neighbours = KNeighborsRegressor(5).fit(x, target)
    out["neighbours.predictions"] = neighbours.predict(new)
    out["neighbours.rows"] = neighbours.kneighbors(new, return_distance=False)
    dependence = partial_dependence(boosting, x, [2], method="brute", grid_resolution=20)
    out["dependence.values"] = dependence["grid_values"][0]
    out["dependence.means"] = dependence["average"][0]
    correlation = spearmanr(x).statistic
    out["correlations"] = correlation
    out["merges"] = linkage(squareform(1 - correlation, checks=False), method="average")
    out["r2"] = np.array([r2_score(target, np.full_like(target, target.mean() + 0.5))])
    save_file({name: np.ascontiguousarray(value) for name, value in out.items()}, folder / "scikit-learn.safetensors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    main(parser.parse_args().seed)
