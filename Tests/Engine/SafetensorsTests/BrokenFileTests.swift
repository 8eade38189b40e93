// Files that are not safetensors files, or are damaged: each is refused with its name and what is
// wrong with it, and none crashes the program.

import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing

/// A header, the number of bytes that follow it, and words of the message.
private let broken: [(header: String, data: Int, words: String)] = [
    ("", 0, "does not begin with {"),
    ("[]", 0, "does not begin with {"),
    ("{", 0, "a string is missing"),
    ("{}x", 0, "there is more after"),
    ("{}", 3, "3 bytes at its end belong to no tensor"),
    (#"{"a":7}"#, 0, "“a” is not a JSON object"),
    (#"{"a":{}}"#, 0, "“a” has no dtype"),
    (#"{"a":{"dtype":7,"shape":[],"data_offsets":[0,4]}}"#, 4, "“a” has no dtype"),
    (entry("a", [2], 0, 8).replacing("F32", with: "F8_E4M3"), 8, "F8_E4M3"),
    (#"{"a":{"dtype":"F32","data_offsets":[0,4]}}"#, 4, "no shape"),
    (#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, 4, "no shape of whole numbers"),
    (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, "no shape of whole numbers"),
    (#"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#, 4, "no shape of whole numbers"),
    (#"{"a":{"dtype":"F32","shape":[1]}}"#, 4, "no data_offsets"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, "no data_offsets"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}"#, 8, "no data_offsets"),
    (entry("a", [3], 0, 8), 8, "“a” [3] of F32 needs 12 bytes, but its data_offsets give 8"),
    (entry("a", [1 << 40, 1 << 40], 0, 8), 8, "needs more than 2⁶³ bytes"),
    (entry("a", [0, 1 << 40, 1 << 40], 0, 0), 0, "needs more than 2⁶³ bytes"),
    (entry("a", [2], 0, 8), 4, "“a” is at bytes 0..<8, but only 4 bytes follow"),
    (entry("a", [1 << 60], 0, 1 << 62), 4, "but only 4 bytes follow"),
    (entry("a", [2], 4, 12), 12, "“a” leaves a gap: it is at bytes 4..<12, but the data begin at 0"),
    (entry("a", [2], 0, 8, "b", [2], 4, 12), 12, "“b” overlaps: it is at bytes 4..<12, but “a” ends at 8"),
    (entry("a", [2], 0, 8, "b", [1], 12, 16), 16, "“b” leaves a gap"),
    (entry("a", [1], 0, 4, "a", [1], 4, 8), 8, "“a” occurs twice"),
    (#"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 4, "“dtype” occurs twice"),
    (entry("a", [1], 0, 4).replacing("[1]", with: "[01]"), 4, "a value is missing"),
    (#"{"a":nan}"#, 0, "a value is missing"), (#"{"a":+1}"#, 0, "a value is missing"),
    (#"{"a":.5}"#, 0, "a value is missing"), (#"{"\ud83d \ude00":7}"#, 0, "invalid character"),
    (#"{"\ud83d\ u":7}"#, 0, "invalid character"), (entry("é", [1], 0, 4, "e\u{301}", [1], 4, 8), 8, "occurs twice"),
    (#"{"__metadata__":{"k":7}}"#, 0, "“k” of __metadata__ is not a string"),
    (#"{"__metadata__":[]}"#, 0, "__metadata__ is not a JSON object"),
    ("{\"a\n\":7}", 0, "control character"), (#"{"\x":7}"#, 0, "unknown escape"), (#"{"\u12"#, 0, "hexadecimal"),
    (#"{"\ud800":7}"#, 0, "invalid character"), (#"{"a":nul}"#, 0, "a value is missing"), (#"{"a"#, 0, "does not end"),
    (#"{"a":"# + String(repeating: "[", count: 100), 0, "nested too deeply"),
    (#"{"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}}"#, 1, "“a” holds 65, which is not a truth value"),
]

/// A header of floats: names, shapes, offsets.
private func entry(_ name: String, _ shape: [Int], _ from: Int, _ to: Int) -> String {
    "{" + #""\#(name)":{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(from),\#(to)]}"# + "}"
}
private func entry(
    _ a: String, _ aShape: [Int], _ aFrom: Int, _ aTo: Int, _ b: String, _ bShape: [Int], _ bFrom: Int, _ bTo: Int
) -> String {
    entry(a, aShape, aFrom, aTo).dropLast() + "," + entry(b, bShape, bFrom, bTo).dropFirst()
}

struct `Broken safetensors files` {
    private let folder = TemporaryFolder()

    @Test(arguments: broken)
    func `a broken header is refused with what is wrong`(_ header: String, _ data: Int, _ words: String) throws {
        try write(length(header.utf8.count) + Array(header.utf8) + [UInt8](repeating: 65, count: data))
        expectRefused(words)
    }

    @Test(arguments: [#"{"__metadata__":null}"#, #"{ "__metadata__" : { "k" : "\ud83d\ude00" } }"#, "{}   "])
    func `an odd header that other libraries accept is read`(_ header: String) throws {
        try write(length(header.utf8.count) + Array(header.utf8))
        #expect(try SafetensorsFile(reading: folder.file).tensors.isEmpty)
    }

    @Test func `a header that is not UTF-8 is refused`() throws {
        try write(length(5) + [UInt8(ascii: "{"), UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\""), UInt8(ascii: "}")])
        expectRefused("not valid UTF-8")
    }

    @Test func `a length beyond the file, or beyond all reason, is refused`() throws {
        try write(length(3) + Array("{}".utf8))
        expectRefused("it is cut short: a header of 3 bytes in a file of 10")
        try write([UInt8](repeating: 255, count: 20))
        expectRefused("a header of 18446744073709551615 bytes is beyond the limit of 100000000")
    }

    @Test func `what is not a file is refused`() {
        expectRefused("cannot be opened: No such file")
        #expect(throws: SafetensorsError.self) { try SafetensorsFile(reading: folder.url) }
        #expect(mkfifo(folder.file.path, 0o600) == 0)
        expectRefused("expected a file, found a pipe")
    }

    @Test func `a file cut short anywhere is refused`() throws {
        let whole = try good()
        for length in 0..<whole.count {
            try write(Array(whole[..<length]))
            #expect(throws: SafetensorsError.self, "\(length) bytes") { try SafetensorsFile(reading: folder.file) }
        }
    }

    @Test(arguments: Seeds.all)
    func `a file with changed bytes is read or refused, but never crashes the program`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (whole, digits) = (try good(), Array("0123456789{}[],:\"-e.\\".utf8))
        var refused = 0
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] = digits.randomElement(using: &random)!
                case 2: bytes.remove(at: place)
                default: bytes.insert(digits.randomElement(using: &random)!, at: place)
                }
            }
            try write(bytes)
            do { _ = try SafetensorsFile(reading: folder.file) } catch is SafetensorsError { refused += 1 }
        }
        #expect(refused > 1000, "seed \(seed)")
    }

    private func good() throws -> [UInt8] {
        let file = SafetensorsFile(
            ["w": .floats(.ones(3, 4)), "n": .ints(IntTensor([1, 2])), "m": .bools(BoolTensor([true, false]))],
            metadata: ["epoch": "3"])
        try file.write(to: folder.file)
        return Array(try Data(contentsOf: folder.file))
    }

    private func length(_ count: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } }

    private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: folder.file) }

    private func expectRefused(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            _ = try SafetensorsFile(reading: folder.file)
            Issue.record("it was read", sourceLocation: sourceLocation)
        } catch {
            #expect("\(error)".contains("file.safetensors: "), sourceLocation: sourceLocation)
            #expect("\(error)".contains(words), sourceLocation: sourceLocation)
        }
    }
}
