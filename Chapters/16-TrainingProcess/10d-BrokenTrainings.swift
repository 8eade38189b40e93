// # Nine trainings, eight of them broken
//
// Section 16.10 · After this page you know eight mistakes that give no error message.

import Layers
import Notebook
import Tensors
import Training

// This page is not in the book. A program with a mistake crashes, or gives a result that is plainly wrong. A training
// with a mistake goes on to its end, and gives a net. Often the net even works a little, since descent makes the best
// of what it is given. All that one sees is a curve. So it pays to know how curves look when something is wrong.
//
// Here is a loop on a few digits, written once more by hand, in which each line can be wrong. `Fault` has the mistakes:

/// A mistake in a training that causes no error.
public enum Fault: String, CaseIterable, Sendable {
    case none = "nothing"
    /// The gradients of all batches so far are added up.
    case keptGradients = "gradients are never set to zero"
    /// All weights are 30 times as large as they should be.
    case largeStart = "weights begin 30 times too large"
    /// All weights are 0.
    case zeroStart = "weights begin at zero"
    /// Images were shuffled, and their labels were shuffled otherwise.
    case mixedLabels = "labels belong to other images"
    /// Softmax is divided out as it stands in the formula, and pixels go from 0 to 255.
    case overflow = "eˣ of large numbers"
    /// The net ends in a softmax, and so does the loss.
    case twoSoftmaxes = "softmax twice"
    /// Steps go up the gradient.
    case wrongSign = "a wrong sign"
    /// Validation images are among the training images.
    case leak = "learned from what it is checked with"
}

// What a user would have of such a training is a `FaultyTraining`: its losses, and an accuracy. (The last two numbers
// are for the next page.)

/// What can be seen of a training.
public struct FaultyTraining: Sendable {
    public let fault: Fault
    /// The loss of the very first batch, before any step.
    public internal(set) var firstLoss: Float = .nan
    /// After each epoch: the mean loss of its batches, and the loss of the validation images.
    public internal(set) var trainLosses: [Float] = [], validLosses: [Float] = []
    /// The share of right answers among the validation images, at the end; and among others that were never used.
    public internal(set) var accuracy: Float = .nan, accuracyOfNew: Float = .nan
    /// How many of the parameters had a gradient of zero in the first step, whole tensors only.
    public internal(set) var stillParameters = 0
    /// How many validation images are also among the training images.
    public internal(set) var seenBefore = 0
}

// `lossOf` has the mistakes of the loss, and `train(_:epochs:using:)` all others. Read both as you would read a
// colleague's program:

extension Fault {
    /// The loss of scores [n, 10] for digits [n].
    func lossOf(_ scores: Tensor, _ digits: IntTensor) -> Tensor {
        switch self {
        case .overflow:
            let exponentials = scores.exp()
            let shares = exponentials / exponentials.sum(axis: 1, keepingAxes: true)
            return -shares.log().gathered(axis: 1, digits.unsqueezed(1)).mean()
        case .twoSoftmaxes: return crossEntropy(scores.softmax(axis: 1), digits)
        default: return crossEntropy(scores, digits)
        }
    }

    /// The images [n, 784] as the net gets them.
    func prepared(_ images: Tensor) -> Tensor { self == .overflow ? images * 255 : images }

    /// A new net, before its first step.
    func prepare(_ net: Sequential) {
        if self == .largeStart { for p in net.parameters { p.assign(p.value * 30) } }
        if self == .zeroStart { for p in net.parameters { p.assign(p.value * 0) } }
    }
}

extension TrainingProcess {
    /// Half of the validation images are for that; the others are never used in a training.
    var checkedAndNew: (checked: TensorDataset<Tensor, IntTensor>, new: TensorDataset<Tensor, IntTensor>) {
        get throws {
            let all = try fewValidDigits
            func every(second first: Int) -> TensorDataset<Tensor, IntTensor> {
                let places = Array(stride(from: first, to: all.targets.count, by: 2))
                return TensorDataset(all.inputs.rows(places), all.targets.rows(places))
            }
            return (every(second: 0), every(second: 1))
        }
    }

    /// A training with a mistake.
    func train(_ fault: Fault, epochs: Int, using random: inout SplitMix64) throws -> FaultyTraining {
        let (own, (checked, new)) = (try fewTrainDigits, try checkedAndNew)
        var images = own.inputs, digits = own.targets
        if fault == .leak { (images, digits) = (.cat([images, checked.inputs]), .cat([digits, checked.targets])) }
        if fault == .mixedLabels { digits = digits.rows(random.permutation(digits.count)) }
        let net = smallNet(using: &random)
        fault.prepare(net)
        var seen = FaultyTraining(fault: fault)
        for _ in 0..<epochs {
            var losses: [Float] = []
            let order = random.permutation(digits.count)
            for start in stride(from: 0, to: order.count, by: 50) {
                let places = Array(order[start..<min(start + 50, order.count)])
                let loss = fault.lossOf(net(fault.prepared(images.rows(places))), digits.rows(places))
                losses.append(loss.item)
                (fault == .wrongSign ? -loss : loss).backward()
                if seen.firstLoss.isNaN && losses.count == 1 && seen.trainLosses.isEmpty {
                    seen.firstLoss = losses[0]
                    seen.stillParameters = net.parameters.count { ($0.grad?.abs().max().item ?? 0) == 0 }
                }
                for p in net.parameters {
                    p.update { value, gradient in value.add(gradient, times: -0.2) }
                    if fault != .keptGradients { p.grad = nil }
                }
            }
            seen.trainLosses.append(losses.reduce(0, +) / Float(losses.count))
            seen.validLosses.append(noGrad { fault.lossOf(net(fault.prepared(checked.inputs)), checked.targets).item })
        }
        func share(_ part: TensorDataset<Tensor, IntTensor>) -> Float {
            noGrad { Tensor(net(fault.prepared(part.inputs)).argmax(axis: 1) .== part.targets).mean().item }
        }
        (seen.accuracy, seen.accuracyOfNew) = (share(checked), share(new))
        seen.seenBefore = copies(of: checked.inputs, in: images)
        return seen
    }
}
