// # Training in mixed precision
//
// Section 5.6 · After this page you can train in half precision with master weights and a loss scale, and say what each
// of the two is for.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Now a whole training in 16 bits. It is simulated, by rounding: whatever a card would keep in half precision is
// rounded to it. Inside a matrix product sums stay in single precision, as they do in tensor cores. An operation with
// a derivative of its own does it: the values that go forward are rounded, and so are the gradients that come back:

/// Rounds to half precision what goes forward through it, and the gradient that comes back.
struct InHalves: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { halves(operands[0]) }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [halves(dy)] }
}

// `TrainedWith` says what is kept in 16 bits, and `mixedTraining` trains in that way. The net is small, two linear
// layers, and learns from features:

/// What a training keeps in half precision.
enum TrainedWith: String, CaseIterable {
    case floats = "everything in single precision"
    case masters = "halves, with master weights"
    case scale = "halves, with a loss scale"
    case both = "halves, with master weights and a loss scale"

    var hasMasters: Bool { self != .scale }
    var scaling: Float { self == .scale || self == .both ? 65_536 : 1 }
}

/// Trains two linear layers by plain descent; gives the loss before each step.
/// - Parameter share: what the loss is multiplied by, in all ways of training alike: a small one makes small gradients.
func mixedTraining(
    _ x: Tensor, _ y: IntTensor, classes: Int, _ way: TrainedWith, steps: Int, rate: Float, share: Float,
    using random: inout SplitMix64
) -> [Float] {
    let (width, scale) = (24, way.scaling)
    let rounded: (Tensor) -> Tensor = { way == .floats ? $0 : InHalves()($0) }
    var weights = [
        Tensor.randn(x.shape[1], width, using: &random) * (2 / Float(x.shape[1])).squareRoot(),
        Tensor.randn(width, classes, using: &random) * (1 / Float(width)).squareRoot(),
    ]
    if !way.hasMasters { weights = weights.map(halves) }
    return (0..<steps).map { _ in
        let tracked = weights.map { $0.detached().requiringGrad() }
        let hidden = rounded(x.matmul(rounded(tracked[0]))).relu()
        let scores = rounded(hidden.matmul(rounded(tracked[1])))
        let loss = crossEntropy(scores, y)
        (loss * share * scale).backward()
        for k in weights.indices {
            // The rate makes up for the small share, so that without rounding all is as if there were none.
            weights[k] = weights[k] - tracked[k].grad! / scale * (rate / share)
            if !way.hasMasters { weights[k] = halves(weights[k]) }
        }
        return loss.item
    }
}

extension ImageClassification {
    func fourWaysToTrain() throws {
        // The loss is multiplied by 2⁻¹⁹ in all four, and the rate by 2¹⁹. In exact arithmetic that changes nothing. It
        // makes gradients as small as they are at the far end of a large net and a large batch, which two layers do not
        // have:
        let (train, _) = try practiceFeatures
        let (channels, count) = (train.0.shape[1], min(128, train.0.shape[0]))
        let some = stride(from: 0, to: channels, by: max(1, channels / 64))
        let x = standardized(train.0[0..<count])[0..<count, some].detached()
        let y = train.1[0..<count], classes = Set(try practicePhotos.map(\.breed)).count
        let steps = run.size(quick: 10, usual: 400)
        // The same training in one of the four ways:
        func trained(_ way: TrainedWith, _ random: inout SplitMix64) -> [Float] {
            mixedTraining(x, y, classes: classes, way, steps: steps, rate: 0.002, share: 0x1p-19, using: &random)
        }
        var (curves, ends) = ([[Float]](), [[Float]]())
        for way in TrainedWith.allCases {
            var random = run.random
            curves.append(trained(way, &random))
            ends.append(run.overSeeds(run.size(quick: 1, usual: 3)) { trained(way, &$0).last! })
        }
        show(
            Chart("Master weights and a loss scale bring back what rounding took", x: "step", y: "training loss") {
                for (way, curve) in zip(TrainedWith.allCases, curves) {
                    Line(curve, way.rawValue, dashed: way == .both)
                }
            }, "Four trainings from the same start")
        var table = TextTable(["kept in 16 bits", "training loss at the end"], decimals: 4)
        for (way, losses) in zip(TrainedWith.allCases, ends) { table.add(way.rawValue, Spread(losses)) }
        let means = ends.map { Spread($0).mean }
        show(
            table, "After \(steps) steps",
            predict: .yesNo(
                "With master weights and a loss scale: is the loss at the end within 5 % of single precision's?",
                abs(means[3] / means[0] - 1) < 0.05))
        for (name, losses) in zip(["floats", "masters", "scale", "both"], ends) {
            record("mixed/loss-\(name)", over: losses)
        }

        // Each remedy alone is not enough. With master weights alone, gradients vanish on their way to a weight. With a
        // scale alone they arrive, and then many steps are smaller than what a weight in half precision can notice.
        // With both, the training is as good as in single precision, although each number on the way had only 11
        // significant binary digits. Learning does not need more.
        //
        // Which scale? As large as possible without an overflow. Libraries look for it while they train: when a
        // gradient becomes infinite, they leave out the step and halve the scale; when all has been well for a while,
        // they double it. (Exercise 16.17 does that. Exercise 5.17 chooses a scale once, from gradients.)
    }
}

// MARK: Helpers

/// Each column with mean 0 and deviation 1.
private func standardized(_ x: Tensor) -> Tensor {
    let mean = x.mean(axis: 0)
    let deviation = (x - mean).squared().mean(axis: 0).sqrt()
    return (x - mean) / (deviation + 1e-3)
}
