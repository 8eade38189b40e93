// # Starts and inputs
//
// Section 21.10 · After this page you can say what weights that are too large cost a net in the end, and inputs that
// are not normalized.

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
        let (small, large) = (trainings[0], trainings[1])
        var table = TextTable(
            ["first weights", "accuracy", "how far they moved, as a share of their size"], decimals: 4)
        for (start, runs) in zip(starts, trainings) {
            table.add(start.name, Spread(runs.map(\.accuracy)), Spread(runs.map(\.change)))
        }
        show(
            table, "After the same training on \(dataName); always the more frequent class gives \(try majorityShare)",
            predict: .yesNo(
                "Do weights between -1 and 1 move as far, compared with their size, as the others?",
                Spread(large.map(\.change)).mean >= Spread(small.map(\.change)).mean))
        record("start/accuracy-by-default", over: small.map(\.accuracy))
        record("start/accuracy-from-one", over: large.map(\.accuracy))
        let isWorse = zip(small, large).allSatisfy { $0.accuracy > $1.accuracy }
        show(
            isWorse
                ? "For every seed, the net with the large weights is worse. So had the book's net begun as its text "
                    + "says, it would have done worse."
                : "Here the net with the large weights is not worse for every seed.")

        // The first layer of the large net hardly moves from where chance has put it. What learns is the second layer:
        // it makes the best of 512 random features.
    }

    func learningFromThreeInputs() throws {
        // And section 21.4 has found that pictures of bytes drive the sums to where tanh is flat, and that numbers from
        // 0 to 1 do not. Three nets that begin alike, on the same pictures in three forms, `inputs`. Normalizing is
        // undone for that, by `unit`:
        let (learned, checked) = (try flatTrain(perClass: run.size(quick: 40, usual: 1000)), try flatValid)
        let normalize = try self.normalize
        func unit(_ x: Tensor) throws -> Tensor { try normalize.undone(x.reshaped(-1, 3, 32, 32)).flattened(from: 1) }
        let inputs: [(name: String, change: (Tensor) throws -> Tensor)] = [
            ("bytes", { try unit($0) * 255 }), ("0 to 1", { try unit($0) }), ("normalized", { $0 }),
        ]
        let accuracies = try inputs.map { kind in
            let set = TensorDataset(try kind.change(learned.inputs), learned.targets)
            let others = TensorDataset(try kind.change(checked.inputs), checked.targets)
            return run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                train(
                    shallowNet(features: 64, using: &random), on: set, checkedWith: others,
                    epochs: run.size(quick: 1, usual: 10, full: 100), using: &random, loss: crossEntropy
                ).validAccuracies.last!
            }
        }
        var table = TextTable(["inputs", "accuracy"], decimals: 4)
        for (kind, some) in zip(inputs, accuracies) {
            table.add(kind.name, Spread(some))
            record("inputs/\(kind.name.replacing(" ", with: "-"))", over: some)
        }
        let worst = accuracies.indices.min { Spread(accuracies[$0]).mean < Spread(accuracies[$1]).mean }!
        show(
            table, "The same training at the rate 0.01, \(learned.count) pictures of \(dataName)",
            predict: .choice(
                "From which inputs has the net learned the least?", inputs.map(\.name), answer: inputs[worst].name))

        // Bytes are hopeless at this rate. Between numbers from 0 to 1 and normalized ones, look at the spread before
        // you prefer one of them: dividing by 255 was most of the cure here, too.
    }
}
