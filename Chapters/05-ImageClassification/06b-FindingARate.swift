// # The learning-rate finder
//
// Section 5.6 · After this page you can write a search for the learning rate, and read its curve.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Leslie Smith, at a laboratory of the US Navy, had the idea in 2015: train with a rate that is far too low, take a
// higher one for the next batch, and so on, and watch the loss. One batch for each rate, so the whole search costs as
// much as that many batches: about an epoch for the book, whose epochs have 92. There is little in it that could not
// have been tried in 1990. It needed no mathematics and no large computer, only somebody who tried. ("Cyclical Learning
// Rates for Training Neural Networks", the subject of exercise 5.14.)
//
// Rates are compared by factors, so each is the same factor higher than the one before:

/// From the lowest rate on, each by the same factor above the one before: the i-th of n is lowest · (highest /
/// lowest)^(i / n).
public func searchedRates(from lowest: Double = 1e-7, to highest: Double = 10, steps: Int = 100) -> [Float] {
    (0..<steps).map { Float(lowest * pow(highest / lowest, Double($0) / Double(steps))) }
}

extension ImageClassification {
    func gridOfTheBook() {
        // The book's library goes from 1e-7 to 10 in a hundred steps, and nobody has told it which rates to suggest.
        // But it can only suggest what it has tried, or a tenth of it. The book prints four suggestions. Where on the
        // grid are they?
        let rates = searchedRates()
        var table = TextTable(["the book's suggestion", "as printed", "step", "rate of that step"])
        for (name, printed, isTenth) in [
            ("a tenth of the minimum, frozen", 8.32e-3, true), ("steepest, frozen", 6.31e-3, false),
            ("a tenth of the minimum, unfrozen", 1.0964782268274575e-05, true),
            ("steepest, unfrozen", 1.5848931980144698e-06, false),
        ] {
            let rate = isTenth ? printed * 10 : printed
            let step = rates.indices.min { abs(log(Double(rates[$0]) / rate)) < abs(log(Double(rates[$1]) / rate)) }!
            table.add(name, "\(printed)", step, "\(rates[step])")
        }
        show(table, "All four of the book's suggestions lie on the grid")
        let share = log10(Double(rates[1] / rates[0]))
        record(
            "finder/factor-between-rates", pow(10, share),
            predict: .number(
                "From 1e-7 to 10 in 100 equal factors: what is the factor?", pow(10, 0.08), within: .percent(2)))
    }
}

// The search itself is the loop of chapter 4, with three additions. The rate rises from batch to batch. The loss of
// single batches jumps about, so it is smoothed: a mean in which a new loss counts for 2 %. (It begins at 0, so it is
// divided by the share of it that is not that zero.) And when the smoothed loss is four times as high as its best,
// there is nothing left to learn, and the search ends:

/// The smoothed losses of a net whose learning rate rises from batch to batch. The net is changed by it.
public func searchedLosses(
    _ rates: [Float], _ net: some Layer<Tensor, Tensor>, batches: some Sequence<(Tensor, IntTensor)>
) -> [Float] {
    let optimizer = AdamW(net.parameters, learningRate: 0)
    var (losses, mean, best) = ([Float](), 0.0, Float.infinity)
    for (rate, (x, y)) in zip(rates, batches) {
        let loss = crossEntropy(net(x), y)
        mean = 0.98 * mean + 0.02 * Double(loss.item)
        losses.append(Float(mean / (1 - pow(0.98, Double(losses.count + 1)))))
        best = min(best, losses.last!)
        if !(losses.last! <= 4 * best) { break }
        loss.backward()
        optimizer.learningRate = rate
        optimizer.step()
        optimizer.zeroGrad()
    }
    return losses
}

extension ImageClassification {
    func searchByHand() throws {
        // The body is frozen, as it is when `fineTune` begins, so it is the head that is asked for. A search leaves a
        // ruined net behind. Its numbers are noted before, and put back afterwards:
        var random = run.random
        let learner = try practiceLearner(using: &random)
        let (net, train) = (learner.net, learner.data.train)
        let rates = searchedRates(steps: searchSteps)
        let before = net.stateDictionary
        net.body.eval()
        net.head.train()
        let losses = searchedLosses(rates, net, batches: (0..<searchSteps).lazy.flatMap { _ in train })
        try net.load(before)
        let curve = LearningRateCurve(rates: Array(rates.prefix(losses.count)), losses: losses)
        show(
            curve.chart(curve.headline),
            "A search for the head's learning rate on \(try practiceName)",
            predict: .choice(
                "The rate rises from 1e-7 to 10. Where does the loss fall?",
                ["everywhere", "only between very low and very high rates"],
                answer: "only between very low and very high rates"))
        let lowest = losses.min()!
        record("finder/first-loss", losses[0])
        record("finder/lowest-smoothed-loss", lowest)

        // Read it from the left. (The very first points jump, for they are means of one, two and three losses.) At
        // first nothing happens: the steps are so short that a batch more or less makes no difference. Then the loss
        // falls, and falls faster. It reaches a lowest point, and beyond that every step does damage. A good rate is
        // where the loss falls clearly, and not where it is lowest: there, some of the steps are too long already.
        show(
            Tensor([1e-3, (1e-3 * 1e-2 as Float).squareRoot(), 1e-2]), "1e-3, half-way to 1e-2 on this axis, and 1e-2",
            predict: .number("On a logarithmic axis, which number is half-way between 0.001 and 0.01?", 0.00316))

        // (On a logarithmic axis, half-way is the same factor from both ends. So the middle of 0.001 and 0.01 is
        // 0.0032, and not 0.0055.)
    }
}

// MARK: Helpers

extension ImageClassification {
    /// How many batches a search takes: every second rate of the book's grid, unless there is time.
    var searchSteps: Int { run.size(quick: 12, usual: 50, full: 100) }
}
