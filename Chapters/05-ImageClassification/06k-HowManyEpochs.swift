// # How many epochs?
//
// Section 5.6 · After this page you can choose a number of epochs, and say why the best epoch in the middle of a
// training is not the best net.

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

extension ImageClassification {
    func earlyStopping() throws {
        // Try it: a head learns from features, over and over, in cycles of many epochs. On each curve the best epoch in
        // the first two thirds of the training is marked by early stopping. Then the head is trained again from
        // scratch, with that many epochs, so that the low rates come just there.
        let (train, valid) = try practiceFeatures
        let (epochs, classes) = (run.size(quick: 6, usual: 24), Set(try practicePhotos.map(\.breed)).count)
        func trained(_ count: Int, _ random: inout SplitMix64) throws -> [Float] {
            try trainedHead(
                train: train, valid: valid, classes: classes, epochs: count, rate: 3e-2, using: &random
            ).errors
        }
        var (early, again, whole, places, curves) = ([Float](), [Float](), [Float](), [Int](), [[Float]]())
        for seed in run.seeds(run.options.seedCount ?? run.size(quick: 2, usual: 5, full: 20)) {
            var random = SplitMix64(seed: seed)
            let errors = try trained(epochs, &random)
            let middle = errors.prefix(max(1, epochs * 2 / 3))
            let best = middle.indices.min { middle[$0] < middle[$1] }!
            random = SplitMix64(seed: seed)
            again.append(try trained(best + 1, &random).last!)
            early.append(middle[best])
            whole.append(errors.last!)
            places.append(best + 1)
            curves.append(errors)
        }
        show(
            Chart("The error rate settles when the rate goes down", x: "epoch", y: "error rate") {
                for (curve, place) in zip(curves, places).prefix(3) {
                    Line(1...curve.count, curve)
                    Points([place], [curve[place - 1]], colour: .black)
                }
            }, "Trainings of \(epochs) epochs each on \(try practiceName); a dot is the best of the first two thirds")
        var table = TextTable(["which net", "error rate", "epochs"], decimals: 4)
        table.add("the best of the first two thirds", Spread(early), Spread(places.map { Double($0) }))
        table.add("trained again with just so many epochs", Spread(again), Spread(places.map { Double($0) }))
        table.add("the whole training, its last epoch", Spread(whole), Double(epochs))
        show(table, "Early stopping beside a cycle of its own, over \(early.count) seeds")
        record("early-stopping/best-of-the-middle", over: early)
        record("early-stopping/trained-again", over: again)
        record("early-stopping/whole", over: whole)
    }

    func honestEarlyStopping() throws {
        // Two things about the first row of this table. It was chosen as the best of many, and on the same photos on
        // which it is judged. The smallest of a dozen noisy numbers is smaller than what they vary around, so the row
        // is better on paper than in life. How much better? Here are nets that all know nothing, judged by as many
        // photos as ours; one of them must be the luckiest:
        let count = try practicePlan.datasets(of: try practicePhotos).valid.count
        var random = run.random
        let luck = (0..<16).map { _ in Float((0..<count).count { _ in random.uniform() < 0.5 }) / Float(count) }
        show(luck.reduce(0, +) / 16, "mean error rate of 16 coins on \(count) photos")
        record(
            "early-stopping/luckiest-of-16-coins", luck.min()!,
            predict: .change(
                "16 nets toss coins over \(count) photos. Is the smallest of their error rates below 0.5, the same, or above?",
                from: 0.5, to: Double(luck.min()!)))

        // Second, it is a net that was stopped while it still took long steps. So the book's advice is: use what early
        // stopping finds out, the number of epochs, and train again from scratch with that number.
    }
}
