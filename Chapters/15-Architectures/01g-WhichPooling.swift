// # What the second pooling brings
//
// Section 15.1 · After this page you can compare two heads fairly, and know what the second pooling brought here.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// Concat pooling gives the head twice as many numbers. The book says that it brings a little. "A little" is the kind of
// claim for which one training is useless: two trainings of the same head differ by more. So both heads learn from the
// same photos and are judged by the same others, with several splits. For each split the difference of the two counts
// (`accuracies` are those of all splits):

extension Architectures {
    func meanOrBoth() throws {
        let pets = try pooledPets
        func accuracies(_ x: Tensor) throws -> [Double] {
            try headAccuracies(pets, x) { random in
                withoutPooling(createHead(x.shape[1], pets.classes, using: &random))
            }
        }
        let (mean, maximum, both) = (try accuracies(pets.means), try accuracies(pets.maxima), try wholeHead)
        var table = TextTable(["pooling", "numbers for the head", "accuracy"], decimals: 3)
        table.add("mean", pets.channels, Spread(mean))
        table.add("maximum", pets.channels, Spread(maximum))
        table.add("both", 2 * pets.channels, Spread(both))
        table.add("always the most frequent breed", 0, pets.majorityShare)
        show(table, "The book's head behind three poolings, \(petName)")
        for (name, values) in [("mean", mean), ("maximum", maximum), ("both", both)] {
            record("pooling/\(name)", over: values)
        }
        let gains = zip(both, mean).map { $0 - $1 }
        record("pooling/gain-of-both", over: gains)
        let others = zip(maximum, mean).map { $0 - $1 }
        show(
            Chart(
                "Better or worse than the mean, split by split", x: "seed", y: "gain in accuracy",
                xLimits: -0.5...Double(gains.count) - 0.5
            ) {
                Rule(y: 0, "the mean alone")
                Points(others.indices, others, "the maximum alone", colour: .blue)
                Points(gains.indices, gains, "both", colour: .vermilion)
            }, "What other poolings gain; points above each other have the same split")
        let (wins, losses) = (gains.count { $0 > 0 }, gains.count { $0 < 0 })
        show(
            "both is better than the mean alone on \(counted(wins, "seed")), worse on \(losses), of \(gains.count)",
            predict: .yesNo(
                "Does pooling by both beat the mean alone on most seeds here?", 2 * wins > gains.count))
        let size = abs(Spread(gains).mean) * Double(pets.count / 5)
        show(
            "The difference is \(fixed(size, 1)) of the \(pets.count / 5) photos that judge."
                + (size < 2 ? " That is next to nothing." : ""))

        // What is known beforehand is the price: twice as many weights in the next layer. So it is a good default, and
        // no reason to believe in it.
    }
}
