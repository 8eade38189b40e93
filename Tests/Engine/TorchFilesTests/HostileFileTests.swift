// Files that are broken, or made to do harm. Each is refused with a `TorchFileError`; none is run, and none makes the
// reader take memory for what it claims, or fall into a hole.

import Foundation
import Kernels
import TestSupport
import Testing

@testable import TorchFiles

/// What is said of a file with these bytes; nil if it is read.
private func refusal(_ bytes: [UInt8]) throws -> String? {
    try withFolder { folder in
        let file = folder.appending(path: "some.pth")
        try Data(bytes).write(to: file)
        do { _ = try TorchFile(reading: file) } catch let error as TorchFileError {
            #expect(error.file == file.path)
            return error.problem
        }
        return nil
    }
}

private let sound = Pickle.dictionary([("weight", Pickle.tensor())])

@Suite struct `A hostile pickle` {
    @Test func `is told from a sound one`() throws { #expect(try refusal(Zip(sound).data) == nil) }

    @Test(arguments: [
        ("os", "system"), ("builtins", "eval"), ("torch", "load"), ("torch._utils", "_rebuild_tensor_v2.__globals__"),
        ("collections", "OrderedDict.fromkeys"), ("torch", "ComplexFloatStorage"), ("", ""),
    ])
    func `asks for what it may not have`(_ module: String, _ name: String) throws {
        let calls = Pickle.dictionary([
            ("x", Pickle.name(module, name) + Pickle.tuple([Pickle.text("ls")]) + Array("R".utf8))
        ])
        #expect(try refusal(Zip(calls).data)?.contains("\(module).\(name)") == true)
        let stacked = Pickle.text(module) + Pickle.text(name) + [0x93] + Pickle.tuple([])
        #expect(try refusal(Zip(Pickle.whole(stacked)).data)?.contains("nothing of it was run") == true)
    }

    @Test func `has a name with lines and colours, which the message does not`() throws {
        let error = try refusal(Zip(Pickle.whole(Pickle.text("os\u{1B}[31m\n") + Pickle.text("x") + [0x93])).data)
        #expect(error?.contains("“os·[31m·.x”") == true)
    }

    @Test(arguments: [
        "i", "o", "P", "\u{81}", "\u{92}", "\u{82}", "\u{97}", "I", "S", "V", "F", "\u{8B}", "\u{8F}",
    ])
    func `has a step that weights do not need`(_ step: Character) throws {
        let code = UInt8(step.unicodeScalars.first!.value)
        #expect(
            try refusal(Zip(Pickle.whole([code, 0, 0, 0, 0])).data)?.contains("0x\(String(code, radix: 16))") == true)
    }

    @Test func `is nested a million times`() throws {
        let million = 1_000_000
        let lists = [UInt8](repeating: UInt8(ascii: "]"), count: million)
        let ends = [UInt8](repeating: UInt8(ascii: "a"), count: million - 1)
        #expect(try refusal(Zip(Pickle.whole(lists + ends)).data)?.contains("nested too deeply") == true)
        let tuples = [UInt8](")".utf8) + [UInt8](repeating: 0x85, count: million)
        #expect(try refusal(Zip(Pickle.whole(tuples)).data)?.contains("nested too deeply") == true)
        #expect(try refusal(Zip(Pickle.whole([UInt8](repeating: UInt8(ascii: "("), count: million))).data) != nil)
    }

    @Test func `holds itself, or the same thing over and over`() throws {
        let itself = Pickle.whole(Array("]q\u{0}h\u{0}a".utf8))
        #expect(try refusal(Zip(itself).data)?.contains("nested too deeply") == true)
        // Thirty lists, each of which holds the one before twice: a billion in all.
        let doubled = (0..<30).flatMap { _ in Array("q\u{0}0(h\u{0}h\u{0}t".utf8) }
        #expect(try refusal(Zip(Pickle.whole(Array("]".utf8) + doubled)).data)?.contains("nested too deeply") == true)
    }

    @Test(arguments: [
        "", ".", "0", "a", "s", "u", "t", "R", "b", "Q", "(.", "Nb.", "NNR.", "NQ.", "]NNs.", "}(Nu.", "}Na.",
        "h\u{7}.",
        "q", "X\u{7F}\u{7F}\u{7F}\u{7F}.", "B\u{7F}\u{7F}\u{7F}\u{7F}.", "cos", "(0", "N(N0tR.",
    ])
    func `has steps in no order`(_ steps: String) throws {
        #expect(try refusal(Zip([0x80, 2] + Array(steps.utf8)).data) != nil)
    }

    @Test(arguments: [
        Pickle.tensor(shape: [5]), Pickle.tensor(offset: 1), Pickle.tensor(offset: -1), Pickle.tensor(shape: [-4]),
        Pickle.tensor(strides: [-1]), Pickle.tensor(shape: [2, 2], strides: [1]), Pickle.tensor(count: 5, shape: [4]),
        Pickle.tensor(count: -1), Pickle.tensor(count: .max), Pickle.tensor(shape: [.max], strides: [0]),
        Pickle.tensor(shape: [1 << 40], strides: [0]), Pickle.tensor(shape: [2, 2], strides: [.max, .max]),
        Pickle.tensor(shape: [1 << 31, 1 << 31, 1 << 31], strides: [0, 0, 0]), Pickle.tensor(offset: .max),
        Pickle.tensor(shape: [0, 1 << 62], strides: [1, 1]), Pickle.tensor(key: "1"), Pickle.tensor(key: "../data.pkl"),
        Pickle.tensor(type: "DoubleStorage"), Pickle.tensor(type: "LongStorage", count: 1 << 50),
        Pickle.tensor(shape: [Int](repeating: 1, count: 65), strides: [Int](repeating: 1, count: 65)),
    ])
    func `has a tensor that does not fit its storage`(_ tensor: [UInt8]) throws {
        #expect(try refusal(Zip(Pickle.dictionary([("weight", tensor)])).data) != nil)
    }

    @Test func `describes a storage in two ways`() throws {
        let two = Pickle.dictionary([
            ("a", Pickle.tensor()), ("b", Pickle.tensor(type: "IntStorage", count: 4)),
        ])
        #expect(try refusal(Zip(two).data)?.contains("two different ways") == true)
    }

    @Test func `claims much and takes little`() throws {
        let before = Memory.peak
        for _ in 0..<3 {
            for count in [1 << 28, 1 << 33, 1 << 52] {
                let claim = Pickle.tensor(count: count, shape: [count])
                #expect(try refusal(Zip(Pickle.dictionary([("weight", claim)])).data) != nil)
                #expect(try refusal(legacy(Pickle.dictionary([("weight", claim)]), count: count)) != nil)
            }
        }
        #expect(Memory.peak - before < 100 << 20)
    }
}

/// The older format, with one storage.
private func legacy(_ pickle: [UInt8], count: Int = 4, isLittle: Bool = true) -> [UInt8] {
    let magic: [UInt8] = [0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]
    let system = Pickle.dictionary([("little_endian", [isLittle ? 0x88 : 0x89])])
    let keys = Pickle.whole(Array("](".utf8) + Pickle.text("0") + Array("e".utf8))
    return Pickle.whole(magic) + Pickle.whole(Array("M".utf8) + bytes(1001, 2)) + system + pickle + keys
        + bytes(count, 8) + [1, 2, 3, 4].flatMap { (x: Float) in bytes(Int(x.bitPattern), 4) }
}

@Suite struct `A broken file` {
    @Test func `of the older format is refused`() throws {
        #expect(try refusal(legacy(sound)) == nil)
        #expect(try refusal(legacy(sound, count: 3))?.contains("3 numbers") == true)
        #expect(try refusal(legacy(sound, isLittle: false))?.contains("other way round") == true)
        #expect(try refusal(legacy(sound) + [0])?.contains("1 bytes at its end") == true)
        #expect(try refusal(sound)?.contains("not one of PyTorch") == true)
        #expect(try refusal(legacy(Pickle.dictionary([("w", Pickle.tensor(key: "1"))]))) != nil)
    }

    /// Every length that the file could have been cut to.
    @Test(arguments: [
        "views", "views-legacy", "types", "types-legacy", "tied", "tied-legacy", "single", "single-legacy",
    ])
    func `that is cut short is refused`(_ name: String) throws {
        let whole = [UInt8](try Data(contentsOf: fixture("Torch/\(name).pth")))
        for length in 0..<whole.count where length % 23 == 0 || length > whole.count - 120 {
            #expect(try refusal(Array(whole[..<length])) != nil, "\(length) of \(whole.count) bytes")
        }
    }

    @Test func `of zeros, or empty, is refused`() throws {
        for bytes in [[], [0], [UInt8](repeating: 0, count: 5_000), Array("PK\u{3}\u{4}".utf8), [0x80], [0x80, 2]] {
            #expect(try refusal(bytes) != nil)
        }
    }

    @Test func `with damage in an entry is refused`() throws {
        for place in 0..<3 {
            var zip = Zip(sound)
            zip.entries[place].checksum = 1
            #expect(try refusal(zip.data)?.contains("checksum differs") == true)
        }
    }

    @Test func `whose entries overlap, repeat or reach outside is refused`() throws {
        func refused(_ change: (inout Zip) -> Void) throws -> String? {
            var zip = Zip(sound)
            change(&zip)
            return try refusal(zip.data)
        }
        #expect(try refused { $0.entries[2].place = 0 } != nil)
        #expect(try refused { $0.entries[0].size = sound.count + 10 }?.contains("lies on another one") == true)
        #expect(try refused { $0.entries[1].place = 20 } != nil)
        #expect(try refused { $0.entries[2].size = 1 << 30 }?.contains("reaches beyond") == true)
        #expect(try refused { $0.entries[2].place = 1 << 30 } != nil)
        #expect(try refused { $0.entries[1].name = "archive/data.pkl" }?.contains("two entries") == true)
        #expect(try refused { $0.entries[2].localName = "archive/data/9" }?.contains("another header") == true)
        #expect(try refused { $0.entries[0].method = 8 }?.contains("compressed") == true)
        #expect(try refused { $0.entries[0].flags = 1 }?.contains("encrypted") == true)
        #expect(try refused { $0.entries[1].contents = Array("big".utf8) }?.contains("other way round") == true)
        #expect(try refused { $0.entries.removeFirst() }?.contains("no data.pkl") == true)
        #expect(try refused { $0.entries.removeLast() }?.contains("are missing") == true)
        #expect(try refused { $0.directoryPlace = 1 } != nil)
        #expect(try refused { $0.directoryPlace = 0xFFFF_FF00 } != nil)
    }

    @Test func `with sizes of 64 bits is read, and refused where they cannot be`() throws {
        var zip = Zip(sound)
        zip.hasWideEnd = true
        for place in 0..<3 { zip.entries[place].isWide = true }
        #expect(try refusal(zip.data) == nil)
        for (size, place) in [(Int.max, nil), (-1, nil), (nil, Int.max), (nil, -1), (1 << 62, 1 << 62)]
            as [(Int?, Int?)]
        {
            var broken = zip
            (broken.entries[2].size, broken.entries[2].place) = (size, place)
            #expect(try refusal(broken.data) != nil)
        }
        for place in [.max, -1, 1 << 62] {
            zip.directoryPlace = place
            #expect(try refusal(zip.data)?.contains("not where its end says") == true)
        }
    }
}
