// Every layer with a batch of nothing, and with nothing in another axis. As in PyTorch 2.13: what comes out is empty,
// all gradients are 0, and nothing is remembered. Images without pixels are refused.

import Layers
import Tensors
import TestSupport
import Testing

private typealias Net = any Layer<Tensor, Tensor>
private typealias Nothing = (name: String, layer: @Sendable (inout SplitMix64) -> Net, x: [Int], y: [Int])

private let cases: [Nothing] = [
    ("Linear", { Linear(3, 4, using: &$0) }, [0, 3], [0, 4]),
    ("Linear from nothing", { Linear(0, 4, bias: false, using: &$0) }, [2, 0], [2, 4]),
    ("Linear to nothing", { Linear(3, 0, using: &$0) }, [2, 3], [2, 0]),
    ("Conv1d", { Conv1d(3, 4, kernel: 3, using: &$0) }, [0, 3, 8], [0, 4, 6]),
    ("Conv2d", { Conv2d(3, 4, kernel: 3, using: &$0) }, [0, 3, 8, 8], [0, 4, 6, 6]),
    ("Conv2d, 1x1", { Conv2d(3, 4, kernel: 1, using: &$0) }, [0, 3, 8, 8], [0, 4, 8, 8]),
    ("Conv2d, many channels", { Conv2d(32, 32, kernel: 3, padding: 1, using: &$0) }, [0, 32, 8, 8], [0, 32, 8, 8]),
    ("ConvTranspose2d", { ConvTranspose2d(3, 4, kernel: 3, using: &$0) }, [0, 3, 8, 8], [0, 4, 10, 10]),
    ("MaxPool2d", { _ in MaxPool2d(2) }, [0, 3, 8, 8], [0, 3, 4, 4]),
    ("MaxPool2d, no channels", { _ in MaxPool2d(2) }, [2, 0, 8, 8], [2, 0, 4, 4]),
    ("AveragePool2d", { _ in AveragePool2d(2) }, [0, 3, 8, 8], [0, 3, 4, 4]),
    ("AdaptiveAveragePool2d(1)", { _ in AdaptiveAveragePool2d(1) }, [0, 3, 8, 8], [0, 3, 1, 1]),
    ("AdaptiveAveragePool2d(2)", { _ in AdaptiveAveragePool2d(2) }, [0, 3, 8, 8], [0, 3, 2, 2]),
    ("AdaptiveMaxPool2d", { _ in AdaptiveMaxPool2d(2) }, [0, 3, 8, 8], [0, 3, 2, 2]),
    ("Upsample", { _ in Upsample(by: 2) }, [0, 3, 8, 8], [0, 3, 16, 16]),
    ("Upsample, bilinear", { _ in Upsample(by: 1.5, mode: .bilinear) }, [0, 3, 8, 8], [0, 3, 12, 12]),
    ("PixelShuffle", { _ in PixelShuffle(2) }, [0, 4, 8, 8], [0, 1, 16, 16]),
    ("BatchNorm1d", { _ in BatchNorm1d(3) }, [0, 3], [0, 3]),
    ("BatchNorm1d, sequences", { _ in BatchNorm1d(3) }, [0, 3, 4], [0, 3, 4]),
    ("BatchNorm1d, no steps", { _ in BatchNorm1d(3) }, [2, 3, 0], [2, 3, 0]),
    ("BatchNorm2d", { _ in BatchNorm2d(3) }, [0, 3, 40, 40], [0, 3, 40, 40]),
    ("BatchNorm2d, no rows", { _ in BatchNorm2d(3, activation: .relu) }, [2, 3, 0, 4], [2, 3, 0, 4]),
    ("BatchNorm2d, no channels", { _ in BatchNorm2d(0) }, [2, 0, 4, 4], [2, 0, 4, 4]),
    ("LayerNorm", { _ in LayerNorm(3) }, [0, 3], [0, 3]),
    ("LayerNorm of nothing", { _ in LayerNorm(0) }, [2, 0], [2, 0]),
    ("LayerNorm, no steps", { _ in LayerNorm(3) }, [2, 0, 3], [2, 0, 3]),
    ("GroupNorm", { _ in GroupNorm(2, 4) }, [0, 4, 3, 3], [0, 4, 3, 3]),
    ("GroupNorm, no rows", { _ in GroupNorm(2, 4) }, [2, 4, 0, 3], [2, 4, 0, 3]),
    ("GroupNorm, no channels", { _ in GroupNorm(2, 0) }, [2, 0, 3], [2, 0, 3]),
    ("InstanceNorm1d", { _ in InstanceNorm1d(3, affine: true) }, [0, 3, 4], [0, 3, 4]),
    ("InstanceNorm1d, no steps", { _ in InstanceNorm1d(3, affine: true) }, [2, 3, 0], [2, 3, 0]),
    ("InstanceNorm2d", { _ in InstanceNorm2d(3, affine: true) }, [0, 3, 4, 4], [0, 3, 4, 4]),
    ("InstanceNorm2d, no channels", { _ in InstanceNorm2d(0) }, [2, 0, 4, 4], [2, 0, 4, 4]),
    ("GRU, both ways", { GRU(3, 5, layers: 2, bidirectional: true, using: &$0) }, [0, 4, 3], [0, 4, 10]),
    ("LSTM, both ways", { LSTM(3, 5, bidirectional: true, using: &$0) }, [0, 4, 3], [0, 4, 10]),
    ("RNN, both ways", { RNN(3, 5, bidirectional: true, using: &$0) }, [0, 4, 3], [0, 4, 10]),
    ("Dropout1d", { Dropout1d(0.5, using: &$0) }, [0, 3, 4], [0, 3, 4]),
    ("Dropout2d", { Dropout2d(0.5, using: &$0) }, [0, 3, 4, 4], [0, 3, 4, 4]),
    ("Dropout2d, no rows", { Dropout2d(0.5, using: &$0) }, [2, 3, 0, 4], [2, 3, 0, 4]),
    ("LockedDropout", { LockedDropout(0.5, using: &$0) }, [0, 4, 3], [0, 4, 3]),
    ("LockedDropout, no steps", { LockedDropout(0.5, using: &$0) }, [2, 0, 3], [2, 0, 3]),
    ("WeightDroppedLSTM", { WeightDroppedLSTM(3, 5, weightDropout: 0.5, using: &$0) }, [0, 4, 3], [0, 4, 5]),
    ("LeakyReLU", { _ in LeakyReLU() }, [0, 3], [0, 3]), ("ELU", { _ in ELU() }, [0, 3], [0, 3]),
    ("PReLU", { _ in PReLU() }, [0, 3], [0, 3]), ("PReLU of channels", { _ in PReLU(channels: 3) }, [0, 3], [0, 3]),
    ("GELU", { _ in GELU() }, [0, 3], [0, 3]), ("SiLU", { _ in SiLU() }, [0, 3], [0, 3]),
    ("Mish", { _ in Mish() }, [0, 3], [0, 3]), ("HardSwish", { _ in HardSwish() }, [0, 3], [0, 3]),
    ("Softplus", { _ in Softplus() }, [0, 3], [0, 3]), ("Softmax", { _ in Softmax() }, [0, 3], [0, 3]),
    ("Softmax over no items", { _ in Softmax(axis: 0) }, [0, 3], [0, 3]),
    ("RNN", { RNN(3, 5, using: &$0) }, [0, 4, 3], [0, 4, 5]),
    ("GRU", { GRU(3, 5, layers: 2, using: &$0) }, [0, 4, 3], [0, 4, 5]),
    ("LSTM", { LSTM(3, 5, layers: 2, using: &$0) }, [0, 4, 3], [0, 4, 5]),
    ("Dropout", { Dropout(0.5, using: &$0) }, [0, 3], [0, 3]),
    ("ReLU", { _ in ReLU() }, [0, 3], [0, 3]), ("Sigmoid", { _ in Sigmoid() }, [0, 3], [0, 3]),
    ("Tanh", { _ in Tanh() }, [0, 3], [0, 3]), ("LogSoftmax", { _ in LogSoftmax() }, [0, 3], [0, 3]),
    ("LogSoftmax of nothing", { _ in LogSoftmax() }, [2, 0], [2, 0]),
    ("Flatten", { _ in Flatten() }, [0, 3, 4], [0, 12]),
    ("Sequential", { Sequential(Linear(3, 4, using: &$0), BatchNorm1d(4), ReLU()) }, [0, 3], [0, 4]),
]

struct `An empty batch` {
    @Test(arguments: cases.indices)
    func `leaves a layer as it was, and teaches it nothing`(_ number: Int) {
        let (name, make, shape, expected) = cases[number]
        var random = SplitMix64(seed: 1)
        let (layer, x) = (make(&random), Tensor.zeros(shape).requiringGrad())
        let before = layer.stateDictionary.mapValues(\.scalars)
        let y = layer(x)
        y.sum().backward()
        #expect(y.shape == expected && x.grad?.shape == shape, "\(name)")
        #expect(layer.stateDictionary.mapValues(\.scalars) == before, "\(name)")
        for parameter in layer.parameters { #expect(Set(parameter.grad!.scalars).isSubset(of: [0]), "\(name)") }
        layer.eval()
        #expect(layer(x).shape == expected, "\(name)")
    }

    @Test func `looks up no rows`() {
        var random = SplitMix64(seed: 1)
        let table = Embedding(5, 3, padding: 4, using: &random)
        let y = table(IntTensor(shape: [0], [])), z = table(IntTensor(shape: [4, 0], []))
        (y.sum() + z.sum()).backward()
        #expect(y.shape == [0, 3] && z.shape == [4, 0, 3] && Set(table.parameters[0].grad!.scalars) == [0])
    }

    @Test func `comes between others without a trace`() {
        let (one, two) = (BatchNorm2d(3), BatchNorm2d(3))
        let images = Tensor.arange(96).reshaped(2, 3, 4, 4)
        _ = (one(images), one(.zeros(0, 3, 4, 4)), one(images))
        _ = (two(images), two(images))
        #expect(one.runningMean.value.scalars == two.runningMean.value.scalars)
        #expect(one.runningVariance.value.scalars == two.runningVariance.value.scalars)
    }
}
