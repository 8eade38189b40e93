// Files with PyTorch's names: what fits is loaded, and what does not is listed.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing

/// A small net with a norm, a Sequential and an array of layers.
private final class SmallNet: Module, Layer {
    let conv1: Conv2d
    let bn1 = BatchNorm2d(2)
    let head: Sequential
    let extra: [any Layer<Tensor, Tensor>]

    init(seed: UInt64 = 1) {
        var random = SplitMix64(seed: seed)
        conv1 = Conv2d(1, 2, kernel: 3, bias: false, using: &random)
        head = Sequential(Linear(2, 3, using: &random), ReLU(), Sequential(LayerNorm(3), Linear(3, 1, using: &random)))
        extra = [GroupNorm(1, 2), Linear(1, 1, using: &random)]
    }

    func forward(_ x: Tensor) -> Tensor { head(bn1(conv1(x)).mean(axes: -2, -1)) }
}

@Suite struct `PyTorch's names` {
    private let folder = TemporaryFolder()

    @Test func `translate the words of norms, and number the layers of a Sequential`() {
        #expect(
            Set(SmallNet().torchState.keys) == [
                "conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var", "head.0.weight",
                "head.0.bias", "head.2.0.weight", "head.2.0.bias", "head.2.1.weight", "head.2.1.bias",
                "extra.0.weight", "extra.0.bias", "extra.1.weight", "extra.1.bias",
            ])
        #expect(SmallNet().torchNames["bn1.runningVariance"] == "bn1.running_var")
    }

    @Test func `what is saved is loaded bit for bit`() throws {
        let (model, other) = (SmallNet(seed: 1), SmallNet(seed: 2))
        model.bn1.runningMean.assign(Tensor([5, .pi]))
        try model.save(torchFile: folder.file, metadata: ["by": "test"])
        #expect(try SafetensorsFile(reading: folder.file).tensor("bn1.running_mean").scalars == [5, .pi])
        try other.load(torchFile: folder.file)
        for (name, value) in model.stateDictionary { #expect(other.stateDictionary[name]!.scalars == value.scalars) }
        #expect(other.parameters.allSatisfy { $0.requiresGrad })
    }

    @Test func `the counters of batches are passed over`() throws {
        let model = SmallNet()
        var tensors = model.torchState.mapValues { SavedTensor.floats($0) }
        tensors["bn1.num_batches_tracked"] = .ints(IntTensor(7))
        try SafetensorsFile(tensors).write(to: folder.file)
        try SmallNet(seed: 2).load(torchFile: folder.file)
        tensors["step"] = .ints(IntTensor(7))
        let mismatch = try #require(throws: StateMismatch.self) { try model.load(torchTensors: tensors) }
        #expect(mismatch == StateMismatch(unexpected: ["step"]))
    }

    /// Two of whose tensors are one; see Tools/torch_files.py.
    @Test(arguments: ["tied", "tied-legacy", "checkpoint", "checkpoint-legacy"])
    func `a file that torch.save wrote is loaded like any other`(_ name: String) throws {
        final class Tied: Module {
            let encoder: Embedding
            let norm = BatchNorm1d(3)
            let decoder: Linear
            override init() {
                var random = SplitMix64(seed: 1)
                encoder = Embedding(5, 3, using: &random)
                decoder = Linear(3, 5, using: &random)
            }
        }
        let model = Tied()
        try model.load(torchFile: fixture("Torch/\(name).pth"))
        expectClose(model.decoder.weight.value, Tensor.arange(15).reshaped(5, 3), absolute: 2e-3)
        #expect(model.encoder.weight.value.scalars == model.decoder.weight.value.scalars)
        expectClose(model.norm.beta.value, Tensor([200, 201, 202]), absolute: 2e-3)
        let mismatch = #expect(throws: StateMismatch.self) {
            try SmallNet().load(torchFile: fixture("Torch/\(name).pth"))
        }
        #expect(mismatch?.unexpected.contains("decoder.bias") == true)
    }

    @Test func `all differences are listed in the file's names, and nothing changes`() throws {
        let model = SmallNet()
        let before = model.stateDictionary.mapValues(\.scalars)
        var state = model.torchState
        state["bn1.running_var"] = nil
        state["fc.weight"] = .ones(1)
        state["head.0.weight"] = .ones(1000, 2)
        try SafetensorsFile(state).write(to: folder.file)
        let mismatch = try #require(throws: StateMismatch.self) { try model.load(torchFile: folder.file) }
        #expect(mismatch.missing == ["bn1.running_var"] && mismatch.unexpected == ["fc.weight"])
        #expect(mismatch.differing == [.init(name: "head.0.weight", shape: [3, 2], given: [1000, 2])])
        #expect(model.stateDictionary.mapValues(\.scalars) == before)
    }

    @Test func `whole numbers in place of floats are a difference`() throws {
        let model = SmallNet()
        var tensors = model.torchState.mapValues { SavedTensor.floats($0) }
        tensors["bn1.weight"] = .ints(IntTensor([1, 2]))
        let mismatch = try #require(throws: StateMismatch.self) { try model.load(torchTensors: tensors) }
        #expect(mismatch == StateMismatch(missing: ["bn1.weight"], unexpected: ["bn1.weight"]))
    }

    /// A file as other programs write it, with one weight in half precision.
    @Test func `half precision is read`() throws {
        var random = SplitMix64(seed: 1)
        let layer = Linear(1, 2, bias: false, using: &random)
        let header = #"{"weight":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]}}"#
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
        // 1.5 and -2 as half-precision numbers, the low byte first
        try Data(length + Array(header.utf8) + [0x00, 0x3E, 0x00, 0xC0]).write(to: folder.file)
        try layer.load(torchFile: folder.file)
        #expect(layer.weight.value.scalars == [1.5, -2])
    }

    @Test func `a file that is no safetensors file is refused with its name`() throws {
        try Data("no weights".utf8).write(to: folder.file)
        let error = try #require(throws: SafetensorsError.self) { try SmallNet().load(torchFile: folder.file) }
        #expect(error.description.contains("file.safetensors"))
    }
}

@Suite struct `The plan of a file` {
    @Test(arguments: [ResNet.Plan.resNet18, .resNet50])
    func `is found in its names`(_ plan: ResNet.Plan) throws {
        var random = SplitMix64(seed: 1)
        let shapes = ResNet(plan, classes: 7, using: &random).torchState.mapValues(\.shape)
        let found = try #require(ResNet.plan(ofTorchShapes: shapes))
        #expect(found.plan == plan && found.classes == 7)
        #expect(ResNet.plan(ofTorchShapes: shapes.filter { !$0.key.hasPrefix("layer3") }) == nil)
        #expect(ResNet.plan(ofTorchShapes: shapes.filter { !$0.key.hasPrefix("fc") }) == nil)
    }

    /// One tensor less, of any kind, and it is the same net; what is missing is then listed.
    @Test(arguments: [
        "layer1.0.conv1.weight", "layer1.1.conv1.weight", "layer1.0.conv3.weight", "layer4.2.bn3.weight", "fc.weight",
        "fc.bias", "conv1.weight",
    ])
    func `is found although a tensor is missing`(_ name: String) throws {
        var random = SplitMix64(seed: 2)
        let net = ResNet(.resNet50, classes: 7, using: &random)
        var state = net.torchState
        #expect(state.removeValue(forKey: name) != nil)
        let found = try #require(ResNet.plan(ofTorchShapes: state.mapValues(\.shape)))
        #expect(found.plan == .resNet50 && found.classes == 7)
        #expect(net.mismatch(withTorchState: state) == StateMismatch(missing: [name]))
    }

    @Test func `is none for other nets`() {
        #expect(ResNet.plan(ofTorchShapes: ["features.0.weight": [64, 3, 3, 3]]) == nil)
    }

    /// Names cost a file nothing; a net of thousands of blocks would cost all memory.
    @Test func `is none for names that claim more than a net has`() {
        func plan(_ last: Int, classes: Int = 10, count: Int = 1) -> ResNet.Plan? {
            var shapes = ["fc.weight": [classes, 0]]
            for group in 1...4 {
                for place in last + 1 - count...last { shapes["layer\(group).\(place).conv1.weight"] = [0] }
            }
            return ResNet.plan(ofTorchShapes: shapes)?.plan
        }
        #expect(plan(0) == ResNet.Plan(blocks: [1, 1, 1, 1], hasBottlenecks: false))
        #expect(plan(2, count: 2) == ResNet.Plan(blocks: [3, 3, 3, 3], hasBottlenecks: false))
        #expect(plan(9) == nil && plan(64, count: 65) == nil && plan(299, count: 300) == nil)
        #expect(plan(0, classes: 0) == nil && plan(0, classes: 1 << 40) == nil)
    }
}
