// # How many epochs?
//
// Section 5.6 · After this page you can choose a number of epochs, and say why the best epoch in the middle of a
// training is not the best net.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// First by your patience: the number of epochs is what you have time for. Then look at the curves, and above all at the
// metric. If it still gets better at the end, the training was not too long.
//
// If the validation loss gets worse, there are two possible reasons. First the net becomes too sure of itself: it says
// 0.99 where 0.8 would be right. Its mistakes get expensive, but there are no more of them. That is harmless. Only
// later does it begin to learn photos by heart, and the metric gets worse, too. That is not. (Section 5.4 has the price
// list: the loss of a mistake has no upper bound.)
//
// Before one-cycle training was known, people saved the net after every epoch and kept the one with the best metric.
// This is *early stopping*. With a rate that never changes, that is reasonable. In a cycle it is not: the best results
// come at the end, where the rate is low, and the net settles into its valley. Epochs in the middle have not had that.
//
// A comparison has a trap. The best of many epochs is chosen because its number was the lowest, and noise may have made
// it so. So the validation photos are divided: by one half the epoch is chosen, by the other half it is judged.

/// What came of one training with early stopping (the best epoch is kept), and of two others.
private struct Stopped {
    /// Error rates of the net that was kept: on the photos by which it was chosen, and on others.
    var chosenBy: Float, onOthers: Float
    /// Error rates on those others: trained again with as many epochs, and the whole training.
    var again: Float, whole: Float
    var place: Int
    var curve: [Float]
}

extension ImageClassification {
    func earlyStopping() throws {
        // A head learns from features, in a cycle of many epochs. Early stopping keeps the best epoch of the first two
        // thirds. Then the head is trained again from the same start, with that many epochs, so that the low rates come
        // just there.
        let seeds = run.seeds(run.options.seedCount ?? run.size(quick: 2, usual: 10, full: 40))
        let all = try seeds.map { try stopped(seed: $0) }
        show(
            Chart("Which epoch is the best one is partly chance", x: "epoch", y: "error rate") {
                for (place, one) in all.prefix(3).enumerated() {
                    Line(1...one.curve.count, one.curve, "training \(place + 1)", dashed: place == 1)
                    Points([one.place], [one.curve[one.place - 1]], colour: .black)
                }
            }, "Some trainings on \(try practiceName); a dot is the best epoch of the first two thirds")
        var table = TextTable(["which net", "error rate", "epochs"], decimals: 3)
        let epochs = fixed(Spread(all.map { Double($0.place) }).mean, 1)
        table.add("kept by early stopping, on the photos that chose it", Spread(all.map(\.chosenBy)), epochs)
        table.add("the same net, on other photos", Spread(all.map(\.onOthers)), epochs)
        table.add("trained again with just so many epochs", Spread(all.map(\.again)), epochs)
        table.add("the whole training", Spread(all.map(\.whole)), "\(all[0].curve.count)")
        show(
            table,
            "Early stopping beside a cycle of its own, over \(all.count == 1 ? "one seed" : "\(all.count) seeds")")
        record("early-stopping/on-the-photos-that-chose-it", over: all.map(\.chosenBy))
        record("early-stopping/on-others", over: all.map(\.onOthers))
        record("early-stopping/trained-again", over: all.map(\.again))
        record("early-stopping/whole", over: all.map(\.whole))
    }

    func luckyCoins() throws {
        // The first row of the table is there as a warning: it was chosen for being low. How much is that worth? Here
        // are nets that all know nothing, judged by as many photos as ours. One of them must be the luckiest:
        let count = try practicePlan.datasets(of: try practicePhotos).valid.count
        var random = run.random
        let luck = (0..<16).map { _ in Float((0..<count).count { _ in random.uniform() < 0.5 }) / Float(count) }
        show(fixed(luck.reduce(0, +) / 16, 4), "mean error rate of 16 coins on \(count) photos")
        record(
            "early-stopping/luckiest-of-16-coins", luck.min()!,
            predict: .change(
                "16 nets toss coins over \(count) photos. Where is the smallest of their error rates, beside 0.5?",
                from: 0.5, to: Double(luck.min()!)))

        // The third row of the table is the book's advice: use what early stopping finds out, the number of epochs, and
        // train again from scratch with that number. How much better that is than the second row depends on what there
        // is to settle. Here a linear head learns on a frozen body, from few photos; a handful of epochs is all that it
        // needs, the best one may come early, and the advice may be worth nothing, or less. With a whole net and a high
        // rate in the middle of the cycle it is another matter. So look at your own table before you follow it.
    }

    func noisyValley() {
        // What the advice is about shows where nothing else is in the way. A single number w is in the valley ½ w², and
        // its slope is noisy, as that of a batch is. Its way down, `walk`, has a cycle of 200 steps; or one of 100,
        // whose low rates come where early stopping would stop the long one:
        var random = run.random
        func walk(_ steps: Int) -> [Float] {
            let cycle = Schedule.oneCycle(0.9)
            var w = Tensor([Float](repeating: 3, count: 200))  // 200 walks side by side
            return (0..<steps).map { step in
                w = w - cycle(Double(step) / Double(steps)) * (w + Tensor.randn(200, using: &random))
                return w.squared().mean().item
            }
        }
        let (long, short) = (walk(200), walk(100))
        show(
            Chart("A cycle of its own ends lower", x: "step", y: "w², mean of 200 walks", yScale: .logarithmic) {
                Line(1...200, long, "a cycle of 200 steps")
                Line(1...100, short, "a cycle of 100 steps")
                Rule(x: 100, "stopped here")
            }, "A noisy way into a valley, in two cycles")
        record("valley/stopped-in-the-middle", long[99])
        record(
            "valley/a-cycle-of-its-own", short[99],
            predict: .change(
                "Stopped at step 100 of 200, or a cycle of 100 steps: the mean of w² is …", from: long[99],
                to: short[99]))

        // In the middle, steps are long, and the noise of each throws w about. With short steps it settles.
    }
}

// MARK: Helpers

extension ImageClassification {
    private func stopped(seed: UInt64) throws -> Stopped {
        let (train, valid) = try practiceFeatures
        let (epochs, classes) = (run.size(quick: 6, usual: 24), Set(try practicePhotos.map(\.breed)).count)
        // Which photos choose, and which judge, is drawn anew for each seed.
        var chance = SplitMix64(seed: seed &+ 1)
        let (order, half) = (chance.permutation(valid.0.shape[0]), valid.0.shape[0] / 2)
        func photos(_ places: ArraySlice<Int>) -> (Tensor, IntTensor) {
            let labels = valid.1.scalars
            return (.stack(places.map { valid.0[$0] }), IntTensor(places.map { labels[$0] }))
        }
        let (choosing, judging) = (photos(order[..<half]), photos(order[half...]))
        func errors(_ photos: (Tensor, IntTensor), _ count: Int) throws -> [Float] {
            // The same seed: the same net, judged by other photos.
            var random = SplitMix64(seed: seed)
            return try trainedHead(
                train: train, valid: photos, classes: classes, epochs: count, rate: 3e-2, using: &random
            ).errors
        }
        let (curve, others) = (try errors(choosing, epochs), try errors(judging, epochs))
        let middle = curve.prefix(max(1, epochs * 2 / 3))
        let best = middle.indices.min { middle[$0] < middle[$1] }!
        return Stopped(
            chosenBy: curve[best], onOthers: others[best], again: try errors(judging, best + 1).last!,
            whole: others.last!, place: best + 1, curve: curve)
    }
}
