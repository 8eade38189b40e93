// # What a net can learn by heart
//
// Section 1.5 · After this page you have seen a net learn what makes no sense, and one that learned for too long.

import Common
import Figures
import Notebook
import Tensors
import Training

// A net has far more parameters than a polynomial. How far can it go? Here every photo gets a new label, by the toss of
// a coin. There is nothing left to find out about cats and dogs; one can only remember each photo:

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
            }, "A net of 256 neurons on what the frozen body says of \(count) photos (\(dataName))",
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
        // these photos. To see it clearly, take few photos, 60, and give every fourth of them the wrong label, as it
        // happens where people label in haste:
        let features = try features
        let count = min(60, features.labels.count / 2)
        let steps = run.size(quick: 20, usual: 300)
        let curves = run.overSeedsAtOnce(run.size(quick: 1, usual: 5)) { random -> [[Double]] in
            let order = random.permutation(features.labels.count)
            let (learned, held) = (Array(order[..<count]), Array(order[count...]))
            var labels = features.labels
            for place in stride(from: 0, to: count, by: 4) { labels[order[place]] = 1 - labels[order[place]] }
            let net = smallNet([features.x.shape[1], 64, 2], using: &random)
            let (x, y) = (features.x.rows(learned), IntTensor(learned.map { labels[$0] }))
            var points: [[Double]] = []
            trainNet(net, steps: steps, rate: 5e-4) {
                crossEntropy($0(x), y)
            } after: { step in
                guard step % (steps / 20) == 0 else { return }
                points.append([
                    Double(step), features.accuracy(net, on: learned, labels: labels), features.accuracy(net, on: held),
                ])
            }
            return points
        }
        let xs = curves[0].map { $0[0] }
        // The average of all draws:
        func average(_ column: Int) -> [Double] {
            xs.indices.map { place in curves.reduce(0) { $0 + $1[place][column] } / Double(curves.count) }
        }
        let (train, valid) = (average(1), average(2))
        let best = valid.indices.max { valid[$0] < valid[$1] }!
        show(
            Chart("Trained for too long", x: "steps", y: "right", yLimits: 0...1) {
                Line(xs, train, "60 photos learned from, by their labels", colour: .grey)
                Line(xs, valid, "other photos, by what is true", colour: .vermilion)
                Rule(x: xs[best], "the best step")
            }, "A quarter of the labels is wrong (\(dataName)); the mean of \(counted(curves.count, "draw"))",
            predict: .yesNo(
                "Is the model best on other photos at the very end?", best == valid.count - 1))
        record("too-long/right-at-the-best-step", valid[best])
        record("too-long/right-at-the-end", valid.last!)

        // The grey line only ever rises. If you saw nothing else, you would train on and on. There are many remedies,
        // and this book shows you most of them. Use them when you have *seen* overfitting, that is, when the red line
        // falls. Who uses them before that often gets a model that is worse than it could be.
    }
}
