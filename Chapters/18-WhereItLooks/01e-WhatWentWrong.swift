// # What went wrong?
//
// Section 18.1 · After this page you can tell a net that learns from one that has died, by the outputs of its layers.

import Figures
import Layers
import Notebook
import Tensors

// Two trainings of the same net from the same weights, with a learning rate of 0.1 and one of 3, as `trainings` has
// them. Above is the first, below the second, and each line is a ReLU:

extension WhereItLooks {
    func watchedTrainings() throws {
        let pair = try trainings.map { $0[0] }
        let charts = pair.flatMap { training -> [Chart] in
            let measures: [(String, KeyPath<ActivationStats.Entry, Float>)] = [
                ("mean", \.mean), ("deviation", \.deviation), ("near zero", \.nearZero),
            ]
            return measures.map { name, measure in
                Chart("Rate \(training.learningRate): \(name)", x: "batch", y: name == "near zero" ? "share" : name) {
                    for number in [0, 2, 4] {
                        Line(training.stats.entries[number].map { $0[keyPath: measure] }, "ReLU \(number + 1)")
                    }
                }
            }
        }
        show(
            ChartGrid(charts, columns: 3, title: "What three of five ReLUs put out", sharedYLimits: false),
            "The same net at two learning rates, on points of a disc and a ring")
        show(
            pair.map { $0.stats.entries.map(\.count) }.joined().min()!,
            "entries of each layer, one for each training batch")
        show(
            pair[0].hooksLeft, "hooks left at the ReLUs, after the training",
            ask: "The callback attached a hook to each of five ReLUs before the training. How many are left after it?")
    }

    func whatWentWrong() throws {
        // From outside, and from inside, over several seeds. (The share near zero is that of the last batch; the last
        // column is the error rate after as many epochs more, now at a rate of 0.1.)
        let both = try trainings
        var table = TextTable(
            ["learning rate", "training loss", "error rate", "near zero, last ReLU", "error rate, later"], decimals: 3)
        for some in both {
            table.add(
                some[0].learningRate.description, Spread(some.map(\.last.trainLoss)),
                Spread(some.map { $0.last.metrics[0] }), Spread(some.map { $0.stats.entries[4].last!.nearZero }),
                Spread(some.map { $0.later.metrics[0] }))
        }
        let (good, bad) = (
            both[0].map { $0.stats.entries[4].last!.nearZero }, both[1].map { $0.stats.entries[4].last!.nearZero }
        )
        show(
            table, "What the trainings came to, on points of a disc and a ring",
            predict: .change(
                "At the higher learning rate the loss does not fall. Compared with the lower one, is the share of the "
                    + "last ReLU's outputs that are near zero smaller or larger?", from: Spread(good).mean,
                to: Spread(bad).mean))
        record("stats/near-zero", over: good)
        record("stats/near-zero-too-fast", over: bad)
        record("stats/error-rate-later", over: both[1].map { $0.later.metrics[0] })

        // A ReLU puts out zeros for much of what it gets, also in a net that learns well. A share of 1 is something
        // else: then all points look alike to what follows. Steps that were too large have pushed the weights so far
        // that no point gets through; the net has *died*.
        let dead = both[1].count { $0.stats.entries[4].last!.nearZero == 1 }
        show("\(dead) of \(both[1].count)", "nets at the higher rate whose last ReLU puts out nothing but zeros")

        // Where a ReLU puts out 0, its gradient is 0, too. So nothing reaches the layers of a dead net, at any rate.
        // The last column of the table tries it: a rate that is good for a new net does nothing for a dead one.
        // Lowering the rate is no cure, then; one has to begin again, from new weights.
    }
}
