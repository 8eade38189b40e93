// # Both starts, after learning
//
// Section 21.10 · After this page you can say what weights that are too large cost a net in the end.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Section 21.8 has found that weights between -1 and 1 drive nearly all features to the ends of tanh, where its slope
// is next to nothing. Now that nets can learn, does it matter? Both nets, for the same time:

extension BirdsAndAirplanes {
    func learningFromBothStarts() throws {
        let starts: [(name: String, make: (inout SplitMix64) -> Sequential)] = [
            ("±1/√3072", { shallowNet(using: &$0) }), ("±1", { netFromMinusOneToOne(using: &$0) }),
        ]
        let (pictures, checked) = (try flatTrain, try flatValid)
        let trainings = starts.map { start in
            run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                let net = start.make(&random)
                let before = net.parameters[0].value.detached()
                let curve = train(
                    net, on: pictures, checkedWith: checked, epochs: run.size(quick: 1, usual: 2, full: 10),
                    using: &random, loss: crossEntropy)
                let change = (net.parameters[0].value.detached() - before).squared().mean().sqrt().item
                return (accuracy: curve.validAccuracies.last!, change: change / before.squared().mean().sqrt().item)
            }
        }
        let (default_, large) = (trainings[0], trainings[1])
        var table = TextTable(
            ["first weights", "accuracy", "how far they moved, as a share of their size"], decimals: 4)
        for (start, runs) in zip(starts, trainings) {
            table.add(start.name, Spread(runs.map(\.accuracy)), Spread(runs.map(\.change)))
        }
        show(
            table, "After the same training on \(dataName); always one answer gives \(try majorityShare)",
            predict: .yesNo(
                "Do weights between -1 and 1 move as far, compared with their size, as the others?",
                Spread(large.map(\.change)).mean >= Spread(default_.map(\.change)).mean))
        record("start/accuracy-by-default", over: default_.map(\.accuracy))
        record("start/accuracy-from-one", over: large.map(\.accuracy))
        let isWorse = zip(default_, large).allSatisfy { $0.accuracy > $1.accuracy }
        show(
            isWorse
                ? "For every seed, the net with the large weights is worse."
                : "Here the net with the large weights is not worse for every seed.")

        // The first layer of the large net hardly moves from where chance has put it. What learns is the second layer:
        // it makes the best of 512 random features. So had the book's net begun as its text says, it would have done
        // worse.
    }
}
