// Files of tensors: what Python wrote is read, what we write is what Python would write.

import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing

struct `Safetensors files` {
    private let python = fixture("Safetensors/all-types.safetensors")
    private let folder = TemporaryFolder()

    @Test func `floats of every width that Python wrote are read`() throws {
        let file = try SafetensorsFile(reading: python)
        #expect(try file.tensor("f32").scalars == [1, 2, 3, 4, 5, 6.5] && file.tensor("f32").shape == [2, 3])
        #expect(try file.tensor("f64").scalars == [Float(1) / 3, -1e30, 0])
        let half = try file.tensor("f16").scalars
        #expect(half[0...3] == [1.5, -2.25, 0, .infinity] && half[4].isNaN && half[5...6] == [0x1p-24, -65504])
        #expect(try file.tensor("bf16").scalars[0...1] == [1.5, -2.25])
        expectClose(Tensor(try file.tensor("bf16").scalars[2]), Tensor(3e38), relative: 0x1p-8)
    }

    @Test func `whole numbers, bytes and truth values that Python wrote are read`() throws {
        let file = try SafetensorsFile(reading: python)
        let expected = [
            "i64": -(1 << 62), "i32": -(1 << 31), "i16": -(1 << 15), "i8": -128, "u64": 1 << 62, "u32": 1 << 32 - 1,
            "u16": 1 << 16 - 1,
        ]
        for (name, first) in expected { #expect(try file.ints(name).scalars == [first, 7], "\(name)") }
        #expect(try file.bytes("u8").scalars == [255, 7])
        #expect(try file.bools("bool").scalars == [true, false, true])
    }

    @Test func `single numbers, empty tensors, strange names and metadata are read`() throws {
        let file = try SafetensorsFile(reading: python)
        #expect(try file.tensor("scalar").shape == [] && file.tensor("scalar").item == 3)
        #expect(try file.tensor("empty").shape == [0, 3])
        #expect(try file.tensor("a \"quoted\"\n größe").scalars == [1])
        #expect(file.metadata == ["made by": "safetensors for Python"])
        #expect(file.tensors.count == 16)
    }

    @Test func `our file is byte for byte the one that Python writes`() throws {
        let file = SafetensorsFile(
            [
                "weight": .floats(Tensor([[0, 1, 2], [3, 4, 5]]) / 4), "bias": .floats(Tensor([-1, 0.5])),
                "step": .ints(IntTensor(12)), "pixels": .bytes(ByteTensor([[0, 255], [7, 8]])),
                "mask": .bools(BoolTensor([true, false, false])),
            ], metadata: ["epoch": "3"])
        try file.write(to: folder.file)
        #expect(
            try Data(contentsOf: folder.file) == Data(contentsOf: fixture("Safetensors/written-by-us.safetensors"))
        )
    }

    @Test func `what is written is read back bit for bit, even from views`() throws {
        var random = SplitMix64(seed: 5)
        let x = Tensor.randn(70, 300, using: &random)
        let strange = Tensor([.nan, -.infinity, -0, .leastNonzeroMagnitude])
        let views: [String: Tensor] = [
            "transposed": x.T, "sliced": x[3..<9], "expanded": x[0].expanded(to: [4, 300]), "strange": strange,
            "empty": .zeros(2, 0, 3), "": x[1], "\u{1}\\\t🙂": x[2],
        ]
        try SafetensorsFile(views, metadata: ["\"": "\n"]).write(to: folder.file)
        let read = try SafetensorsFile(reading: folder.file)
        #expect(read.metadata == ["\"": "\n"] && Set(read.tensors.keys) == Set(views.keys))
        for (name, view) in views {
            let back = try read.tensor(name)
            #expect(back.shape == view.shape && fingerprint(back.scalars) == fingerprint(view.scalars), "\(name)")
        }
    }

    @Test func `a file without tensors can be written and read`() throws {
        try SafetensorsFile([String: Tensor](), metadata: ["only": "words"]).write(to: folder.file)
        let read = try SafetensorsFile(reading: folder.file)
        #expect(read.tensors.isEmpty && read.metadata == ["only": "words"])
    }

    @Test func `a name that is not there, or of another kind, is an error that says so`() throws {
        let file = try SafetensorsFile(reading: python)
        #expect(throws: SafetensorsError.self) { try file.tensor("weight") }
        do { _ = try file.ints("f32") } catch {
            #expect("\(error)".contains("all-types.safetensors: “f32” does not hold whole numbers"))
        }
    }
}

struct `Saving a file` {
    private let folder = TemporaryFolder()
    private let before = SafetensorsFile(["x": Tensor([1, 2, 3])])

    @Test func `a new file takes the old one's place, and nothing is left beside it`() throws {
        try before.write(to: folder.file)
        try SafetensorsFile(["y": Tensor(4)]).write(to: folder.file)
        #expect(try SafetensorsFile(reading: folder.file).tensor("y").item == 4)
        #expect(try folder.contents() == ["file.safetensors"])
    }

    @Test func `a link still points to the file that was saved`() throws {
        let link = folder.url.appending(path: "link")
        try before.write(to: folder.file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.file)
        try SafetensorsFile(["y": Tensor(4)]).write(to: link)
        #expect(try SafetensorsFile(reading: folder.file).tensor("y").item == 4)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("file.safetensors"))
    }

    @Test func `a disk that is full leaves the old file as it was, and nothing beside it`() async throws {
        try before.write(to: folder.file)
        await #expect(processExitsWith: .success) { [path = folder.file.path as String] in
            signal(SIGXFSZ, SIG_IGN)
            limitFileSize(10_000)
            let large = SafetensorsFile(["x": Tensor.ones(100_000)])
            do { try large.write(to: URL(fileURLWithPath: path)) } catch let error as SafetensorsError {
                exit(error.description.contains("file.safetensors: cannot be written: File too large") ? 0 : 2)
            }
            exit(3)
        }
        #expect(try SafetensorsFile(reading: folder.file).tensor("x").scalars == [1, 2, 3])
        #expect(try folder.contents() == ["file.safetensors"])
    }

    @Test func `a program that dies in the middle of saving leaves the old file as it was`() async throws {
        try before.write(to: folder.file)
        await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = folder.file.path as String] in
            letSignalEndProgram(SIGXFSZ)
            limitFileSize(10_000)
            try SafetensorsFile(["x": Tensor.ones(100_000)]).write(to: URL(fileURLWithPath: path))
        }
        #expect(try SafetensorsFile(reading: folder.file).tensor("x").scalars == [1, 2, 3])
    }

    @Test func `a folder in the file's place, or a missing folder around it, is refused`() throws {
        #expect(throws: SafetensorsError.self) { try before.write(to: folder.url) }
        #expect(throws: SafetensorsError.self) { try before.write(to: folder.url.appending(path: "none/x")) }
        #expect(try folder.contents() == [])
    }
}

/// From here on this process cannot write longer files: as far as it can tell, the disk is full.
private func limitFileSize(_ bytes: UInt) {
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    #if os(Linux)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
        setrlimit(RLIMIT_FSIZE, &limit)
    #endif
}
