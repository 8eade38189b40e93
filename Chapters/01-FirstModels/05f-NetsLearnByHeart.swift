// # What a net can learn by heart
//
// Section 1.5 · After this page you have seen a net learn what makes no sense, and one that learned for too long.

import Common
import Figures
import Notebook
import Tensors
import Training

// A net has far more parameters than a polynomial. How far can it go? Here every photo gets a new label, by the toss of
// a coin. There is nothing left to find out about cats and dogs; one can only remember each photo. (What learns is a
// last part of 256 neurons. What is in front of it, and has learned from other pictures before, stays as it is.)

extension FirstModels {
    func labelsByCoin() throws {
        let features = try features
        let count = features.labels.count
        let shares = run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random -> (train: Double, valid: Double) in
            let coins = (0..<count).map { _ in Int.random(in: 0...1, using: &random) }
            let order = random.permutation(count)
            let (held, learned) = (Array(order[..<(count / 5)]), Array(order[(count / 5)...]))
            let head = features.head(
                from: learned, labels: coins, steps: run.size(quick: 20, usual: 150), hidden: [256], using: &random)
            return (
                features.accuracy(head, on: learned, labels: coins), features.accuracy(head, on: held, labels: coins)
            )
        }
        let (train, valid) = (Spread(shares.map { $0.train }).mean, Spread(shares.map { $0.valid }).mean)
        show(
            Chart("Labels by the toss of a coin", x: "", y: "right", yLimits: 0...1) {
                Bars(["photos learned from", "photos held back"], [train, valid])
                Rule(y: 0.5, "guessing")
            }, "256 neurons learn \(count) photos with such labels (\(dataName))",
            predict: .share(
                "A coin tosses the labels. What share of those that it learned from will the net get right? (± 0.1)",
                train, within: .plusMinus(0.1)))
        record("coin-labels/right-on-photos-learned-from", over: shares.map { $0.train })
        record("coin-labels/right-on-photos-held-back", over: shares.map { $0.valid })

        // Judged by what it has learned from, this net would be a great success. So it says nothing that a model is
        // good there. Only the fifth that was held back tells.
    }

    func forTooLong() throws {
        // Usually there is something to find out, and a net finds it first. Then it goes on, to what is peculiar to
        // these photos. To see it clearly, take few photos, 150, and give every third of them the wrong label, as it
        // happens where people label in haste. While a net learns from them, it is asked about other photos, too:
        let features = try features
        let count = min(150, features.labels.count / 2)
        let steps = run.size(quick: 20, usual: 300)
        let trainings = run.overSeedsAtOnce(run.size(quick: 1, usual: 5)) {
            features.longTraining(on: count, steps: steps, using: &$0)
        }
        let xs = trainings[0].map(\.step)
        // The average of all draws:
        func average(_ number: KeyPath<LongTraining, Double>) -> [Double] {
            xs.indices.map { place in
                trainings.reduce(0) { $0 + $1[place][keyPath: number] } / Double(trainings.count)
            }
        }
        let (valid, losses) = (average(\.onOthers), average(\.lossOnOthers))
        let best = valid.indices.max { valid[$0] < valid[$1] }!
        show(
            longTrainingCharts(xs, average(\.onLearned), valid, losses, best: best),
            "A third of \(count) labels is wrong (\(dataName)); the mean of \(counted(trainings.count, "draw"))",
            predict: .yesNo("Is the model best on other photos at the very end?", best == valid.count - 1))
        record("too-long/right-at-the-best-step", valid[best])
        record("too-long/right-at-the-end", valid.last!)
        record("too-long/lowest-loss", losses.min()!)
        record("too-long/loss-at-the-end", losses.last!)

        // The grey line only ever rises. If you saw nothing else, you would train on and on. The red line turns when
        // the net begins to learn the wrong labels, one by one; and so does the loss, for the net becomes surer and
        // surer of what is wrong. There are many remedies, and this book shows you most of them. Use them when you have
        // *seen* overfitting, that is, when the red line falls. Who uses them before that often gets a model that is
        // worse than it could be.
    }
}

// MARK: Helpers

/// How a net does after some steps of a training: the share that it gets right of the photos that it learns from, by
/// their labels, and of others, by what is true; and its loss for those.
private struct LongTraining: Sendable {
    let step: Int
    let onLearned: Double, onOthers: Double, lossOnOthers: Double
}

extension PhotoFeatures {
    /// Trains a net on `count` photos, of which every third has the wrong label, and asks it ever more rarely.
    fileprivate func longTraining(on count: Int, steps: Int, using random: inout SplitMix64) -> [LongTraining] {
        let order = random.permutation(labels.count)
        let (learned, held) = (Array(order[..<count]), Array(order[count...]))
        var given = labels
        for place in stride(from: 0, to: count, by: 3) { given[order[place]] = 1 - given[order[place]] }
        let net = smallNet([x.shape[1], 64, 2], using: &random)
        let (seen, wanted) = (x.rows(learned), IntTensor(learned.map { given[$0] }))
        let (others, truth) = (x.rows(held), IntTensor(held.map { labels[$0] }))
        var (found, next) = ([LongTraining](), 1)
        // The more numbers come in, the smaller the steps must be, or the best is over after the first of them.
        trainNet(net, steps: steps, rate: 0.13 / Float(x.shape[1])) {
            crossEntropy($0(seen), wanted)
        } after: { step in
            guard step + 1 == next else { return }
            next = max(next + 1, next * 4 / 3)
            found.append(
                LongTraining(
                    step: step + 1, onLearned: accuracy(net, on: learned, labels: given),
                    onOthers: accuracy(net, on: held),
                    lossOnOthers: Double(noGrad { crossEntropy(net(others), truth) }.item)))
        }
        return found
    }
}

private func longTrainingCharts(
    _ steps: [Int], _ learned: [Double], _ others: [Double], _ losses: [Double], best: Int
) -> ChartGrid {
    ChartGrid(
        [
            Chart("Right answers", x: "steps", y: "right", yLimits: 0.3...1, xScale: .logarithmic) {
                Line(steps, learned, "photos learned from, by their labels", colour: .grey)
                Line(steps, others, "other photos, by what is true", colour: .vermilion)
                Rule(x: Double(steps[best]), "the best step")
            },
            Chart("Loss on other photos", x: "steps", y: "loss", xScale: .logarithmic) {
                Line(steps, losses, colour: .vermilion)
            },
        ], title: "Trained for too long", sharedYLimits: false)
}
