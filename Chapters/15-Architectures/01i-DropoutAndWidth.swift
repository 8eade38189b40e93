// # Turning the knobs of a head
//
// Section 15.1 · After this page you can look for a better head, and judge whether you have found one.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// How much dropout, how many hidden layers, how wide? The book leaves that to its readers: find the arguments and look
// for values that make the pet recognizer better. With kept features a training takes a moment. So change one thing at
// a time, with several seeds; `variants` are the values:

extension Architectures {
    /// Heads that differ from the book's in one argument.
    private var variants: [(name: String, hidden: [Int], dropout: Float)] {
        let dropouts: [Float] = [0, 0.25, 0.75, 0.9]
        let widths = [[], [64], [512, 128]]
        return [("the book's", [512], 0.5)] + dropouts.map { ("dropout \($0)", [512], $0) }
            + widths.map { ($0.isEmpty ? "no hidden layer" : "hidden \($0)", $0, 0.5) }
    }

    func oneKnobAtATime() throws {
        let (pets, whole) = (try pooledPets, try wholeHead)
        var (table, results) = (TextTable(["head", "numbers learned", "accuracy"], decimals: 3), [[Double]]())
        for (place, variant) in variants.enumerated() {
            @Sendable func make(_ random: inout SplitMix64) -> Sequential {
                withoutPooling(
                    createHead(
                        2 * pets.channels, pets.classes, hidden: variant.hidden, dropout: variant.dropout,
                        using: &random))
            }
            var random = run.random
            let count = make(&random).parameterCount
            let accuracies =
                place == 0
                ? whole : variant.hidden.isEmpty ? try oneLayerHead : try headAccuracies(pets, pets.both, make)
            results.append(accuracies)
            table.add(variant.name, count, Spread(accuracies))
            record("knobs/\(key(variant.name))", over: accuracies)
        }
        table.add("always the most frequent breed", 0, pets.majorityShare)
        let means = results.map { Spread($0).mean }
        let best = means.indices.max { means[$0] < means[$1] }!
        show(
            table, "One argument of the head changed at a time, \(petName)",
            predict: .choice("Which head is best?", variants.map(\.name), answer: variants[best].name))
        show(
            Chart("Heads and seeds", x: "head", y: "accuracy") {
                Points(variants.map(\.name), columns: results, "one seed", colour: .sky)
                Points(means.indices, means, "mean", colour: .vermilion)
                Rule(y: means[0], "mean of the book's")
            }, "How much each head varies, \(counted(whole.count, "seed"))")

        // Has the best one won, or was it lucky? Whoever tries eight heads takes the luckiest of eight. An honest
        // answer looks at the seeds one by one, against the book's head:
        let wins = zip(results[best], whole).count { $0 > $1 }
        show(
            best == 0
                ? "No other head is better than the book's, on the mean."
                : "\(variants[best].name): better than the book's head on \(wins) of \(counted(whole.count, "seed"))")
        let gain = means[best] - means[0]
        show(
            signed(gain * Double(pets.count / 5), 1),
            "photos of \(pets.count / 5) that it gets right more than the book's, on the mean")

        // And then it was chosen by the photos that judge it. To know what it is worth, it would have to be judged by
        // others, which no choice has seen.
    }
}
