// # Weights in a file
//
// Section 14.9 · After this page you can load the weights of others, and read the list of what does not fit.

import Figures
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors

// The common format for weights is *safetensors*: a header that lists names, types and shapes, and then the numbers.
// (PyTorch's own files, which end in `.pth`, are programs in disguise: Python can do anything while it reads one. The
// engine reads them without Python. It takes the few steps of such a program that put tensors into a dictionary, and
// refuses all others; nothing is run.) For a net of the engine, either is one line:
//
//     try net.load(torchFile: URL(filePath: "resnet18.safetensors"))
//     try net.load(torchFile: URL(filePath: "resnet18-f37072fd.pth"))
//
// `make data resnet18` fetches the second one, which torchvision's authors have trained on ImageNet.
// What can go wrong is that the file belongs to another net. Then every tensor that is missing, too many, or of another
// shape should be listed, and the net should stay as it was. Half a loaded net would be worse than none: it runs, and
// gives nonsense. `differences` finds the three kinds of them:

/// How the tensors of a file differ from those that a net needs, both as shapes by name.
public func differences(
    of file: [String: [Int]], from net: [String: [Int]]
) -> (missing: [String], extra: [String], misshaped: [String]) {
    let missing = net.keys.filter { file[$0] == nil }
    let extra = file.keys.filter { net[$0] == nil }
    let misshaped = net.keys.filter { name in file[name].map { $0 != net[name] } ?? false }
    return (missing.sorted(), extra.sorted(), misshaped.sorted())
}

// To try it we need a net and a file that does not fit. `SmallNet` has the names of a ResNet, but no blocks:

/// A convolution, a norm, and a linear layer, called as in torchvision.
final class SmallNet: Module, Layer {
    let conv1: Conv2d
    let bn1 = BatchNorm2d(8, activation: .relu)
    let fc: Linear

    init(using random: inout SplitMix64) {
        conv1 = Conv2d(3, 8, kernel: 3, bias: false, using: &random)
        fc = Linear(8, 10, using: &random)
    }

    func forward(_ x: Tensor) -> Tensor { fc(bn1(conv1(x)).mean(axes: 2, 3)) }
}

extension ResidualNets {
    func whatDoesNotFit() throws {
        // A small net for ten classes, and a state for it with four things wrong:
        var random = run.random
        let net = SmallNet(using: &random)
        var state = net.torchState
        state["bn1.running_var"] = nil
        state["conv9.weight"] = .zeros(4)
        state["fc.weight"] = .zeros(1000, 8)
        state["fc.bias"] = .zeros(1000)
        let found = differences(of: state.mapValues(\.shape), from: net.torchState.mapValues(\.shape))
        show("\(found.missing), \(found.extra), \(found.misshaped)", "missing, extra, misshaped")

        // The engine's `load(torchState:)` throws a `StateMismatch`, which says the same:
        let before = net.fc.weight.value.scalars
        do { try net.load(torchState: state) } catch { show("\(error)", "what the engine says") }
        show(
            net.fc.weight.value.scalars == before, "the net is unchanged",
            predict: .yesNo(
                "conv1 and most of bn1 would have fitted. Is the net unchanged after the attempt?", true))
    }
}

extension ResidualNets {
    func thereAndBackAgain() throws {
        // A file that fits. We write one with PyTorch's names, with the counter that its batch norms have, and read it
        // into a new net. The counter is no part of our nets, and is passed over:
        var random = run.random
        let (net, other) = (SmallNet(using: &random), SmallNet(using: &random))
        net.bn1.runningMean.assign(.arange(8))
        var tensors = net.torchState.mapValues { SavedTensor.floats($0) }
        tensors["bn1.num_batches_tracked"] = .ints(IntTensor(1234))
        let file = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString).safetensors")
        defer { try? FileManager.default.removeItem(at: file) }
        try SafetensorsFile(tensors).write(to: file)
        try other.load(torchFile: file)
        let x = Tensor.randn(2, 3, 16, 16, using: &random)
        net.eval()
        other.eval()
        show(noGrad { net(x).scalars == other(x).scalars }, "both nets give the same scores")

        // Many files keep their numbers in half precision, 16 bits each, to be half as large. They are read as well,
        // and become floats of 32 bits. That loses nothing; it was lost when the file was written.
    }

    func whichNet() {
        // And which net does a file belong to? The names tell: how many blocks are in each group, and whether they have
        // a third convolution.
        var state = torchvisionNet.torchState
        let found = ResNet.plan(ofTorchShapes: state.mapValues(\.shape))!
        show("\(found.plan.name) for \(found.classes) classes", "a file of unknown origin")

        // Not every name is needed for that. Take a tensor of the second block away, and it must not become a net with
        // one block less, which would find all that is left of the second one superfluous:
        state["layer1.1.conv1.weight"] = nil
        let again = ResNet.plan(ofTorchShapes: state.mapValues(\.shape))!
        let missing = torchvisionNet.mismatch(withTorchState: state).missing
        show("\(again.plan.name), missing: \(missing.joined(separator: ", "))", "the same file, damaged")

        // Names and shapes are not all. A training may have exploded, and then the file holds NaN, "not a number". A
        // single one in the stem makes all scores NaN, and a program that asks for the largest still gets an answer. So
        // `refuseWhatNoNetHas` looks for such numbers before this chapter believes a file:
        var random = run.random
        state = SmallNet(using: &random).torchState
        state["conv1.weight"]![0, 0, 1, 1] = Tensor(Float.nan)
        do {
            try refuseWhatNoNetHas(state.mapValues { SavedTensor.floats($0) }, in: "exploded.safetensors")
        } catch { show("\(error)", "a file of a training that has exploded") }
    }
}
