// # Finding a rate
//
// Section 19.8 · After this page you can read a learning rate off the finder's curve, and compare a run with the
// book's.

import Common
import Figures
import Notebook
import Tensors

// Now the finder is put to work, on the simple CNN and the pictures of this run. The curve alone would need 89 batches,
// in epochs of any length. But the book also prints a row of results for the first epoch, and what that says depends on
// the rates of the epoch. So ours gets 74 batches, too, and ends at the same rate, 0.72. Where there are more pictures
// than the book's 9469, some are left out; where there are fewer, some come more than once. `Chosen` takes items of
// another dataset by their numbers:

/// Some items of another dataset, which may come more than once.
public struct Chosen: Dataset {
    private let dataset: any Dataset
    private let places: [Int]

    public init(_ places: [Int], of dataset: any Dataset) { (self.places, self.dataset) = (places, dataset) }

    public var count: Int { places.count }
    public subscript(index: Int) -> (x: Tensor, y: Int) { get throws { try dataset[places[index]] } }
}

// The loss of a single batch jumps, since some batches are easier than others. What is drawn is the mean over five
// batches, two before and two after. (The book draws the losses as they are, and leaves out the last two points, which
// are so high that they would crush the rest.)

/// The mean of each number, the two before it and the two after it, as far as there are any.
public func smoothed(_ values: [Float]) -> [Float] {
    values.indices.map { place in
        let near = values[max(0, place - 2)...min(values.count - 1, place + 2)]
        return near.reduce(0, +) / Float(near.count)
    }
}

// In `searches` the finder has run from several starts, in the two epochs that the book gives it:

extension LearnerFromScratch {
    /// A finder that has run, the rows of results, and the learner as it was left.
    typealias Search = (finder: LRFinder, rows: [TrackResults.Row], learner: Learner)

    /// One search for each seed, with the book's 74 batches in an epoch.
    private var searches: [Search] {
        get throws {
            try run.once {
                let (pictures, prepare) = (try keptPictures, PrepareInputs(try normalize))
                let batchSize = run.size(quick: 8, usual: 128)
                let (wanted, count) = (74 * batchSize - 3, pictures.train.count)
                let train = Chosen((0..<wanted).map { $0 * count / wanted }, of: pictures.train)
                return try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                    let (finder, results) = (LRFinder(), TrackResults())
                    let loaders = DataLoaders(
                        train: DataLoader(train, batchSize: batchSize, shuffle: true, seed: random.next()),
                        valid: DataLoader(pictures.valid, batchSize: 256))
                    let learner = Learner(
                        simpleCNN(classes: try labels.count, using: &random), loaders, learningRate: 0.1,
                        callbacks: [PrepareBatch(prepare), finder, results, ShowProgress()])
                    try learner.fit(2)
                    return (finder, results.rows, learner)
                }
            }
        }
    }

    func findARate() throws {
        let curves = try searches.map { (rates: $0.finder.rates, losses: smoothed($0.finder.losses)) }

        // Which rate is it, then? Beyond the lowest point the loss rises, so at that rate training is about to fail. A
        // common rule is to take a tenth of it. All starts have tried the same rates, so their mean has one lowest
        // point:
        let count = curves.map(\.rates.count).min() ?? 0
        let mean = (0..<count).map { place in curves.map { $0.losses[place] }.reduce(0, +) / Float(curves.count) }
        let lowest = mean.indices.min { mean[$0] < mean[$1] } ?? 0
        let (end, classes) = (curves[0].rates[lowest], try labels.count)
        show(
            Chart(
                "A good rate lies well below the one with the lowest loss", x: "learning rate",
                y: "loss, mean of five batches", yLimits: Double(0.9 * mean[lowest])...Double(1.3 * mean[0]),
                xScale: .logarithmic
            ) {
                for (number, curve) in curves.enumerated() {
                    Line(curve.rates.dropLast(2), curve.losses.dropLast(2), "start \(number + 1)")
                }
                Line(curves[0].rates.prefix(count).dropLast(2), mean.dropLast(2), "their mean", colour: .black)
                Rule(y: Tensor(Float(classes)).log().item, "equal scores for \(classes) classes")
                Rule(x: end / 10, "a tenth of the rate of the mean's minimum", colour: .vermilion)
                Rule(x: 0.1, "the book's 0.1", colour: .purple)
            }, "The learning-rate finder on \(dataName)")
        record("finder/rate-with-the-lowest-loss", end)
        record("finder/a-tenth-of-it", end / 10)

        // (Where the curve comes down to the loss of equal scores and stays there, the net has only learned to be
        // undecided. Then the rule says how high a rate may be, and not which one is best.)
        //
        // The book takes 0.1, read off its own curve. Where is that on ours?
        show(
            end >= 0.1
                ? "Below the lowest point: high, but not too high. A cycle that stays there for a moment can use it."
                : "Beyond the lowest point. A training may still survive it, if its rate has risen slowly.", "0.1")
    }

    func firstRowOfTheFinder() throws {
        // The row of the first epoch, beside the book's:
        let (differs, rows) = (try whatDiffersInTraining, try searches.map(\.rows))
        let (train, valid) = (rows.map { $0[0] }, rows.map { $0[1] })
        record("finder/train-loss", over: train.map(\.loss), book: BookNumbers.finder.train.loss, differs: differs)
        record(
            "finder/train-accuracy", over: train.map(\.accuracy), book: BookNumbers.finder.train.accuracy,
            differs: differs)
        record("finder/valid-loss", over: valid.map(\.loss), book: BookNumbers.finder.valid.loss, differs: differs)
        record(
            "finder/valid-accuracy", over: valid.map(\.accuracy), book: BookNumbers.finder.valid.accuracy,
            differs: differs)

        // What became of the nets? Each search has ended for one of two reasons:
        var table = TextTable(["start", "rates on the curve", "last rate tried", "it ended because", "largest weight"])
        for (number, search) in try searches.enumerated() {
            let rate = search.learner.optimizer.learningRate
            let sizes = search.learner.model.parameters.map { $0.value.abs().max().item }
            let largest = sizes.contains { $0.isNaN } ? "not a number" : "\(significant(sizes.max() ?? 0, 2))"
            table.add(
                number + 1, search.finder.rates.count, "\(fixed(rate, 2))",
                rate > 10 ? "the rate is above 10" : "the loss is not a number",
                largest)
        }
        show(table, "After the finder")

        // Whatever the weights are, nobody should train on from there. The book makes a new net, and a new Learner:
        // this one's `learningRate` is still a millionth. A library can put everything back, the weights, the rate, the
        // order of the pictures to come; the engine's `findLearningRate` does.
    }
}
