// # What decay does to a net
//
// Section 16.6 · After this page you can say what weight decay gains where data are few, and how strong it should be.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Small weights make smooth functions, and smooth functions generalize: so we were told. Let us see. It should show
// where a net can learn everything by heart, that is, with few data. So take 200 digits, and a net of two layers with
// 50,000 weights. It is trained with Adam, for a long time, with decay of one kind or the other or none, and with
// several amounts of it. Then it is judged by 1,000 other digits.
//
// `decayTask` draws the digits for one seed, and `validate` trains a net on them and judges it. The batches are drawn
// anew in every step, 64 of the 200 digits:

/// A few training digits, as rows of numbers, and others to judge by.
struct DecayTask {
    let few, others: (x: Tensor, digits: IntTensor)
    let seed: UInt64

    /// The loss and the accuracy on the other digits after a training.
    func validate(_ recipe: Recipe, steps: Int) -> (loss: Double, accuracy: Double) {
        var random = SplitMix64(seed: seed)
        let net = Sequential(
            Linear(few.x.shape[1], 64, using: &random), ReLU(), Linear(64, 10, using: &random))
        let optimizer = recipe.make(net.parameters, 0.003)
        for _ in 0..<steps {
            let places = Array(random.permutation(few.x.shape[0]).prefix(64))
            let loss = crossEntropy(net(few.x.rows(places)), few.digits.rows(places))
            loss.backward()
            optimizer.step()
            optimizer.zeroGrad()
        }
        let scores = net(others.x).detached()
        let right = zip(scores.argmax(axis: 1).scalars, others.digits.scalars).count { $0 == $1 }
        return (Double(crossEntropy(scores, others.digits).item), Double(right) / Double(others.digits.shape[0]))
    }
}

extension TrainingProcess {
    /// 200 training digits, 1,000 to judge by.
    func decayTask(using random: inout SplitMix64) throws -> DecayTask {
        func draw(_ digits: TensorDataset<Tensor, IntTensor>, _ count: Int) -> (Tensor, IntTensor) {
            let places = Array(random.permutation(digits.count).prefix(count))
            let x = digits.inputs.rows(places)
            return (x.reshaped(places.count, -1), digits.targets.rows(places))
        }
        return DecayTask(few: draw(try train, 200), others: draw(try valid, 1000), seed: random.next())
    }

    func decayOnDigits() throws {
        let steps = run.size(quick: 10, usual: 200)
        let amounts: [Float] = run.size(quick: [0.01, 1], usual: [0.001, 0.01, 0.1, 1, 10])
        // For each seed: without decay, and with each amount of both kinds.
        let results = try run.overSeeds(run.size(quick: 1, usual: 5, full: 10)) { random in
            let task = try decayTask(using: &random)
            let none = task.validate(.adam, steps: steps)
            let kinds = [decay, penalize].map { kind in
                amounts.map { task.validate(.adam.after(kind, ["weightDecay": $0]), steps: steps) }
            }
            return (none: none, decoupled: kinds[0], coupled: kinds[1])
        }
        let mean = { (values: [Double]) in Spread(values).mean }
        let none = mean(results.map(\.none.loss))
        let decoupled = amounts.indices.map { place in mean(results.map { $0.decoupled[place].loss }) }
        let coupled = amounts.indices.map { place in mean(results.map { $0.coupled[place].loss }) }
        show(
            Chart(
                "The two kinds of decay want amounts of different size", x: "weight decay", y: "validation loss",
                yLimits: 0.9 * (decoupled + coupled).min()!...1.5 * none, xScale: .logarithmic
            ) {
                Line(amounts, decoupled, "decoupled", colour: .blue)
                Line(amounts, coupled, "L2, in the gradient", colour: .vermilion)
                Rule(y: none, "without decay")
            }, "200 digits, Adam, \(results.count) \(results.count == 1 ? "seed" : "seeds")")

        // Each kind at the amount that is best for it on average, beside no decay on the same seeds:
        let places = [decoupled, coupled].map { losses in losses.indices.min { losses[$0] < losses[$1] }! }
        let rows: [(String, Float?, [(loss: Double, accuracy: Double)])] = [
            ("none", nil, results.map(\.none)),
            ("decoupled", amounts[places[0]], results.map { $0.decoupled[places[0]] }),
            ("L2", amounts[places[1]], results.map { $0.coupled[places[1]] }),
        ]
        var table = TextTable(["decay", "amount", "valid_loss", "lower than without", "accuracy"], decimals: 4)
        for (name, amount, row) in rows {
            let lower = zip(row, results).count { $0.loss < $1.none.loss }
            table.add(
                name, amount.map { "\($0)" } ?? "", Spread(row.map(\.loss)), "\(lower) of \(results.count)",
                Spread(row.map(\.accuracy)))
        }
        show(
            table, "the best amount of each kind, judged by the same digits that it was chosen by",
            predict: .change(
                "From no decay to the best amount of decoupled decay: what happens to the validation loss?",
                from: none, to: decoupled[places[0]]))

        // Read both columns. A lower loss means that the net is less sure of its mistakes. It need not mean fewer of
        // them: compare the accuracies and their spread. And see how different the amounts are. Decoupled, the rate
        // times the decay is the share that a weight loses in each step, so with a rate of 0.003 it takes a decay of 1
        // to shrink it by half in 200 steps. L2 goes into the gradient instead, and there it competes with gradients,
        // which are nearly zero as soon as everything is learnt by heart. So an amount that is nothing for one kind can
        // ruin the training with the other. (The amounts were chosen on the digits that the table judges by, so the
        // numbers flatter both kinds a little. They are for comparison only.)
    }
}
