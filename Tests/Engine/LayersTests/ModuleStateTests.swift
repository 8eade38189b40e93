// Saving a model and loading it again: all of it, or nothing.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing

struct `The state of a module` {
    private let folder = TemporaryFolder()

    @Test func `it is all parameters and buffers by name`() {
        #expect(Set(Counter().stateDictionary.keys) == ["layer.weight", "layer.bias", "seen"])
        #expect(Counter().stateDictionary.values.allSatisfy { !$0.requiresGrad })
    }

    @Test func `it stays as it was when the model changes`() {
        let model = linear(2, 3), before = model.stateDictionary, weights = model.weight.value.scalars
        model(.ones(1, 2)).sum().backward()
        model.weight.update { value, grad in value.add(grad, times: 1) }
        #expect(before["weight"]!.scalars == weights && model.weight.value.scalars != weights)
    }

    @Test func `what is saved is loaded bit for bit, and is still learned`() throws {
        let model = Counter(seed: 1), other = Counter(seed: 2)
        model.seen.assign(Tensor([5, .pi]))
        try model.save(to: folder.file, metadata: ["by": "test"])
        try other.load(from: folder.file)
        #expect(bits(other) == bits(model))
        #expect(other.parameters.allSatisfy { $0.requiresGrad })
        #expect(try SafetensorsFile(reading: folder.file).metadata == ["by": "test"])
    }

    @Test func `a shared parameter is saved once`() throws {
        let tied = Tied()
        #expect(Set(tied.stateDictionary.keys) == ["first.weight", "first.bias"])
        try tied.load(tied.stateDictionary)
    }

    @Test func `a frozen parameter is loaded and stays frozen`() throws {
        let model = linear(2, 3)
        model.weight.requiresGrad = false
        try model.load(["weight": .ones(3, 2), "bias": .zeros(3)])
        #expect(model.weight.value.scalars == [1, 1, 1, 1, 1, 1] && !model.weight.requiresGrad)
    }
}

struct `A state that does not fit` {
    private let model = Counter(seed: 1)
    private let folder = TemporaryFolder()
    private let strange: [String: Tensor] = [
        "layer.weight": .ones(2, 3), "layer.bias": .ones(3), "extra": .ones(1), "another": .ones(1),
    ]

    @Test func `a wrong one is refused with all names and both shapes, and nothing changes`() throws {
        let before = bits(model)
        let mismatch = try #require(throws: StateMismatch.self) { try model.load(strange) }
        #expect(mismatch.missing == ["seen"] && mismatch.unexpected == ["another", "extra"])
        #expect(mismatch.differing == [.init(name: "layer.weight", shape: [3, 2], given: [2, 3])])
        for words in [
            "missing: seen", "unexpected: another, extra", "layer.weight: the model has [3, 2], the state [2, 3]",
        ] {
            #expect(mismatch.description.contains(words))
        }
        #expect(bits(model) == before)
    }

    @Test func `so is a wrong file`() throws {
        try SafetensorsFile(strange).write(to: folder.file)
        let refused = try #require(throws: StateMismatch.self) { try model.load(from: folder.file) }
        #expect(refused.description.hasPrefix("\(folder.file.path): the state does not belong to this model\n"))
        try SafetensorsFile(["seen": .ints(IntTensor([1]))]).write(to: folder.file)
        #expect(throws: SafetensorsError.self) { try model.load(from: folder.file) }
    }

    @Test func `the names of a whole other net are not all listed`() throws {
        let other = Dictionary(uniqueKeysWithValues: (100..<400).map { ("w\($0)", Tensor(1)) })
        let text = try #require(throws: StateMismatch.self) { try model.load(other) }.description
        #expect(text.contains("unexpected: w100, w101") && text.hasSuffix("w111 and 288 more"))
    }

    // A file from PyTorch: its batch norms count batches, in whole numbers.
    @Test func `tensors that are not floats are unexpected`() throws {
        let counter = SavedTensor.ints(IntTensor(7)), weight = Tensor.ones(3, 2)
        try SafetensorsFile(["layer.weight": .floats(weight), "bn.num_batches_tracked": counter]).write(to: folder.file)
        let mismatch = try model.loadWhatFits(from: folder.file)
        #expect(mismatch.unexpected == ["bn.num_batches_tracked"] && mismatch.missing == ["layer.bias", "seen"])
        #expect(model.layer.weight.value.scalars == weight.scalars)
        let refused = try #require(throws: StateMismatch.self) { try model.load(from: folder.file) }
        #expect(refused == mismatch)
    }

    @Test func `whole numbers are not loaded where floats should be`() throws {
        let before = bits(model)
        for kind in [
            SavedTensor.ints(IntTensor([1, 2])), .bytes(ByteTensor([1, 2])), .bools(BoolTensor([true, false])),
        ] {
            try SafetensorsFile(["seen": kind]).write(to: folder.file)
            let mismatch = try model.loadWhatFits(from: folder.file)
            #expect(mismatch.unexpected == ["seen"] && mismatch.missing.contains("seen"))
            #expect(throws: SafetensorsError.self) { try model.load(from: folder.file) }
        }
        #expect(bits(model) == before)
    }

    @Test func `only what fits can be loaded`() {
        let weight = model.layer.weight.value.scalars
        let mismatch = model.loadWhatFits(strange)
        #expect(mismatch.missing == ["seen"] && mismatch.differing.count == 1)
        #expect(model.layer.bias!.value.scalars == [1, 1, 1] && model.layer.weight.value.scalars == weight)
    }
}

struct `Random streams` {
    @Test func `a stream gives the numbers of its seed, and continues from a saved state`() {
        let stream = RandomStream(seed: 7)
        var same = SplitMix64(seed: 7)
        #expect(stream.next() == same.next())
        let state = stream.state
        let next = (0..<3).map { _ in stream.next() }
        stream.state = state
        #expect((0..<3).map { _ in stream.next() } == next)
    }

    @Test func `a module finds those of its parts`() {
        #expect(Sequential(Noisy(), Noisy()).namedRandomStreams.map(\.name) == ["layers.0.random", "layers.1.random"])
    }
}

private func bits(_ module: Module) -> [[UInt32]] {
    module.stateDictionary.sorted { $0.key < $1.key }.map { $0.value.scalars.map(\.bitPattern) }
}

/// A layer with a buffer.
private final class Counter: Module {
    let layer: Linear
    let seen = Buffer(.zeros(2))

    init(seed: UInt64 = 1) {
        var random = SplitMix64(seed: seed)
        layer = Linear(2, 3, using: &random)
    }
}

private final class Tied: Module {
    let first = linear(2, 2)
    let second: Linear
    override init() { second = first }
}

private final class Noisy: Module, Layer {
    let random = RandomStream(seed: 1)
    func forward(_ x: Tensor) -> Tensor { x }
}
