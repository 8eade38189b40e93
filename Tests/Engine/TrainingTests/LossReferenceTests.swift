// Every loss and its gradient equal PyTorch's. (Fixtures: Tools/training_fixtures.py.)

import Safetensors
import Tensors
import TestSupport
import Testing
import Training

/// What the losses are computed from.
private struct Given {
    let file: SafetensorsFile
    init() throws { file = try SafetensorsFile(reading: fixture("Training/losses.safetensors")) }
    func callAsFunction(_ name: String) -> Tensor { try! file.tensor(name) }
    var labels: IntTensor { try! file.ints("labels") }
    var gridLabels: IntTensor { try! file.ints("grid labels") }
}

private typealias Loss = @Sendable (_ x: Tensor, _ given: Given, _ reduction: LossReduction) -> Tensor

private let losses: [(name: String, of: String, Loss)] = [
    ("l1", "x", { l1Loss($0, $1("y"), reduction: $2) }), ("mse", "x", { mseLoss($0, $1("y"), reduction: $2) }),
    ("smooth", "x", { smoothL1Loss($0, $1("y"), beta: 1, reduction: $2) }),
    ("smooth 0.3", "x", { smoothL1Loss($0, $1("y"), beta: 0.3, reduction: $2) }),
    ("bce", "x", { binaryCrossEntropyWithLogits($0, $1("yes"), weights: nil, reduction: $2) }),
    ("bce weights", "x", { binaryCrossEntropyWithLogits($0, $1("yes"), weights: $1("factors"), reduction: $2) }),
    (
        "bce positive", "x",
        { binaryCrossEntropyWithLogits($0, $1("yes"), weights: nil, positiveWeight: $1("positive"), reduction: $2) }
    ),
    (
        "bce both", "x",
        {
            binaryCrossEntropyWithLogits(
                $0, $1("yes"), weights: $1("factors"), positiveWeight: $1("positive"), reduction: $2)
        }
    ),
    ("nll", "scores", { nllLoss($0, $1.labels, reduction: $2) }),
    ("nll weights", "scores", { nllLoss($0, $1.labels, weights: $1("weights"), ignoring: 2, reduction: $2) }),
    ("ce", "scores", { crossEntropy($0, $1.labels, reduction: $2) }),
    ("ce weights", "scores", { crossEntropy($0, $1.labels, weights: $1("weights"), reduction: $2) }),
    ("ce ignoring", "scores", { crossEntropy($0, $1.labels, ignoring: 2, reduction: $2) }),
    ("ce smoothing", "scores", { crossEntropy($0, $1.labels, smoothing: 0.1, reduction: $2) }),
    (
        "ce all", "scores",
        { crossEntropy($0, $1.labels, weights: $1("weights"), ignoring: 2, smoothing: 0.1, reduction: $2) }
    ),
    ("ce grid", "grid", { crossEntropy($0, $1.gridLabels, reduction: $2) }),
    (
        "ce grid all", "grid",
        { crossEntropy($0, $1.gridLabels, weights: $1("weights"), ignoring: 2, smoothing: 0.1, reduction: $2) }
    ),
    ("soft", "scores", { crossEntropy($0, $1("soft"), reduction: $2) }),
    ("soft all", "scores", { crossEntropy($0, $1("soft"), weights: $1("weights"), smoothing: 0.1, reduction: $2) }),
    ("soft grid", "grid", { crossEntropy($0, $1("grid soft"), weights: $1("weights"), smoothing: 0.1, reduction: $2) }),
]
private let reductions: [(String, LossReduction)] = [("mean", .mean), ("sum", .sum), ("none", .none)]

struct `Losses and PyTorch's` {
    @Test(arguments: losses.indices)
    func `value and gradient are the same in every reduction`(_ number: Int) throws {
        let (given, (name, of, loss)) = (try Given(), losses[number])
        for (word, reduction) in reductions {
            let x = given(of).requiringGrad()
            let value = loss(x, given, reduction)
            (value * sines(value.shape)).sum().backward()
            expectClose(value, given("\(name).\(word)"), absolute: 1e-6, relative: 2e-6, "\(name) \(word)")
            expectClose(x.grad!, given("\(name).\(word).grad"), absolute: 1e-6, relative: 1e-5, "\(name) \(word)")
        }
    }

    @Test(arguments: ["ce grid", "ce grid all", "soft grid"])
    func `the classes can be the last axis as well`(_ name: String) throws {
        let given = try Given()
        let last = given("grid").permuted(0, 2, 1), weights = given("weights")
        let value =
            switch name {
            case "ce grid": crossEntropy(last, given.gridLabels, axis: -1)
            case "ce grid all":
                crossEntropy(last, given.gridLabels, weights: weights, ignoring: 2, smoothing: 0.1, axis: -1)
            default:
                crossEntropy(last, given("grid soft").permuted(0, 2, 1), weights: weights, smoothing: 0.1, axis: -1)
            }
        expectClose(value, given("\(name).mean"), relative: 2e-6)
    }

    /// sin 1, sin 2, …
    private func sines(_ shape: [Int]) -> Tensor {
        (Tensor.arange(shape.reduce(1, *)) + 1).sin().reshaped(shape)
    }
}

struct `Losses at the edge` {
    @Test func `binary cross-entropy of certain scores neither overflows nor loses the answer`() {
        let scores = Tensor([100, -100, 100, -100, 3e38]).requiringGrad()
        let losses = binaryCrossEntropyWithLogits(scores, Tensor([1, 0, 0, 1, 1]), weights: nil, reduction: .none)
        expectClose(losses, Tensor([0, 0, 100, 100, 0]))
        losses.sum().backward()
        expectClose(scores.grad!, Tensor([0, 0, 1, -1, 0]))
    }

    @Test func `an ignored item does not count, even if its loss is infinite`() {
        let scores = Tensor([[0, -.infinity], [1, 1]]).requiringGrad()
        let loss = crossEntropy(scores, IntTensor([-100, 0]), ignoring: -100)
        expectClose(loss, crossEntropy(Tensor([[1, 1]]), IntTensor([0])))
        loss.backward()
        #expect(scores.grad![1].scalars == [-0.5, 0.5])
    }

    @Test func `if all are ignored the mean is not a number, the sum is 0`() {
        let (scores, labels) = (Tensor([[1, 2]]), IntTensor([7]))
        #expect(crossEntropy(scores, labels, ignoring: 7).item.isNaN)
        #expect(crossEntropy(scores, labels, ignoring: 7, reduction: .sum).item == 0)
    }

    @Test func `one-hot targets are labels`() {
        let scores = Tensor([[1, 2, 0], [0, 5, 1]])
        expectClose(
            crossEntropy(scores, Tensor([[0, 1, 0], [0, 0, 1]]), reduction: .none),
            crossEntropy(scores, IntTensor([1, 2]), reduction: .none))
    }

    @Test func `smooth l1 is l1 at beta 0 and half of mse where all are near`() {
        let (a, b) = (Tensor([1, 2, 5]), Tensor([1.5, 2.25, 4]))
        #expect(smoothL1Loss(a, b, beta: 0).item == l1Loss(a, b).item)
        expectClose(smoothL1Loss(a, b, beta: 1), mseLoss(a, b) / 2)
        #expect(smoothL1Loss(a, b).item == smoothL1Loss(a, b, beta: 1).item)
    }
}
