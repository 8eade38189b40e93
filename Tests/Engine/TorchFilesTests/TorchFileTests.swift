// Files that PyTorch has written, in both of its formats: Tools/torch_files.py makes them.

import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import TorchFiles

private func file(_ name: String) throws -> TorchFile { try TorchFile(reading: fixture("Torch/\(name).pth")) }

extension TorchFile {
    fileprivate func floats(_ name: String) throws -> Tensor {
        guard case .floats(let x)? = tensors[name] else { throw TorchFileError("test", "no floats \(name)") }
        return x
    }

    fileprivate func ints(_ name: String) throws -> [Int] {
        guard case .ints(let x)? = tensors[name] else { throw TorchFileError("test", "no numbers \(name)") }
        return x.scalars
    }
}

@Suite struct `A file that torch.save wrote` {
    @Test(arguments: ["views", "views-legacy"])
    func `has views of one storage`(_ name: String) throws {
        let file = try file(name)
        let whole = Tensor.arange(12).reshaped(3, 4)
        func same(_ name: String, _ expected: Tensor) throws {
            let found = try file.floats(name)
            #expect(found.shape == expected.shape && found.scalars == expected.scalars, "\(name): \(found)")
        }
        try same("whole", whole)
        try same("transposed", whole.transposed())
        try same("row", Tensor([4, 5, 6, 7]))
        try same("column", Tensor([2, 6, 10]))
        try same("steps", Tensor([[1, 3], [9, 11]]))
        try same("repeated", .full(7, [2, 5]))
        try same("permuted", whole.reshaped(2, 2, 3).permuted(2, 0, 1))
        try same("empty", .zeros(0, 3))
        try same("scalar", Tensor(2.5))
        #expect(file.weights.count == 9)
    }

    @Test(arguments: ["types", "types-legacy"])
    func `has numbers of every type`(_ name: String) throws {
        let file = try file(name)
        #expect(try file.floats("float").scalars == [0.1, -2.5e30, .infinity, -.infinity])
        let double: [Double] = [0.1, 1 / 3, -1e300, 0x1p-140]
        #expect(try file.floats("double").scalars == double.map { Float($0) })
        #expect(try file.floats("half").scalars == [0x1.998p-4, -65504, 0x1p-24, .infinity])
        #expect(try file.floats("brain").scalars == [0x1.9Ap-4, -0x1.C4p127, 0x1p-133, 2])
        #expect(try file.ints("long") == [.min, .max, 0])
        #expect(try file.ints("int") == [-2_147_483_648, 2_147_483_647])
        #expect(try file.ints("short") == [-32768, 32767])
        #expect(try file.ints("char") == [-128, 127])
        guard case .bytes(let bytes)? = file.tensors["byte"], case .bools(let bools)? = file.tensors["bool"] else {
            Issue.record("bytes or truth values are missing")
            return
        }
        #expect(bytes.scalars == [0, 255] && bools.scalars == [true, false, true])
    }

    @Test(arguments: ["tied", "tied-legacy"])
    func `has the weights of a net, two of them tied`(_ name: String) throws {
        let file = try file(name)
        let tied = Tensor.arange(15).reshaped(5, 3)
        #expect(try file.floats("encoder.weight").scalars == tied.scalars)
        #expect(try file.floats("decoder.weight").scalars == tied.scalars)
        #expect(try file.floats("norm.bias").scalars == [200, 201, 202])
        #expect(try file.floats("norm.running_var").scalars == [1, 1, 1])
        #expect(try file.ints("norm.num_batches_tracked") == [0])
        #expect(
            file.weights.keys.sorted() == [
                "decoder.bias", "decoder.weight", "encoder.weight", "norm.bias", "norm.num_batches_tracked",
                "norm.running_mean", "norm.running_var", "norm.weight",
            ])
    }

    /// A tensor that is written to gets memory of its own; the one that shared it keeps its numbers.
    @Test func `shares memory until it is written to`() throws {
        var tensors = try file("views").tensors
        guard case .floats(var row)? = tensors.removeValue(forKey: "row"), case .floats(let whole)? = tensors["whole"]
        else { throw TorchFileError("test", "no floats") }
        row += 100
        #expect(row.scalars == [104, 105, 106, 107] && whole.scalars == Tensor.arange(12).scalars)
    }

    @Test(arguments: ["checkpoint", "checkpoint-legacy"])
    func `may be a whole checkpoint, of which the weights are a part`(_ name: String) throws {
        let file = try file(name)
        #expect(file.weights.keys.sorted() == (try TorchFile(reading: fixture("Torch/tied.pth"))).weights.keys.sorted())
        #expect(file.tensors["state_dict.module.norm.bias"]?.shape == [3])
        #expect(file.tensors["optimizer.state.1.exp_avg"]?.shape == [3])
    }

    @Test(arguments: ["single", "single-legacy"])
    func `may be a single tensor`(_ name: String) throws {
        #expect(try file(name).floats("tensor").scalars == [1, 2, 3, 4])
        #expect(try file(name).weights.count == 1)
    }

    @Test func `is told from a safetensors file by what is in it`() throws {
        #expect(try readWeights(fixture("Torch/tied-legacy.pth"))["decoder.bias"]?.shape == [5])
        #expect(try !readWeights(fixture("Safetensors/all-types.safetensors")).isEmpty)
        #expect(throws: SafetensorsError.self) { try readWeights(fixture("Checks99/Checks99.swift")) }
        #expect(throws: TorchFileError.self) { try readWeights(fixture("Torch/none.pth")) }
    }

    @Test(arguments: [
        ("calls", "posix.system"), ("calls-legacy", "posix.system"), ("whole-net", "torch.nn.modules.container"),
        ("program", "TorchScript"),
    ])
    func `is refused by name when it is more than weights`(_ name: String, _ word: String) throws {
        let error = #expect(throws: TorchFileError.self) { try file(name) }
        #expect(error?.description.contains(word) == true && error?.file.hasSuffix("\(name).pth") == true)
        #expect(error?.advice?.contains("state_dict()") == true)
    }
}
