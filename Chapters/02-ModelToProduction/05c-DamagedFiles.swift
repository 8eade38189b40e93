// # Files that were damaged on the way
//
// Section 2.5 · After this page you know what a program has to ask of a model's file before it believes it.

import Common
import Figures
import Foundation
import Notebook
import Safetensors
import Tensors
import Vision

// A file with a model goes places: it is sent, downloaded, copied, renamed, and kept for years. On the way it may be
// cut off, or a bit may flip, or somebody takes the file of another program, or of an older one. What should a program
// do with such a file? The worst is to take it and to predict with it. Nobody would notice for a long time. So each of
// these has to be found, and said in words that help. `Damage` does it to a good file, on purpose:

/// What can happen to a file, each on purpose.
enum Damage: String, CaseIterable {
    case none = "nothing"
    case empty = "0 bytes"
    case half = "cut off in the middle"
    case bit = "one bit of one weight"
    case other = "a photo, renamed"
    case weights = "weights without the rest"
    case version = "of a later version"
    case kinds = "a vocabulary with one kind more"

    /// The bytes after it has happened.
    func applied(to bytes: Data, _ file: URL) throws -> Data {
        switch self {
        case .none: return bytes
        case .empty: return Data()
        case .half: return bytes.prefix(bytes.count / 2)
        case .bit:
            var changed = bytes
            changed[changed.count - 1000] ^= 0x10
            return changed
        case .other: return Data("\u{FF}\u{D8}\u{FF} this was a photo".utf8)
        case .weights, .version, .kinds:
            var content = try SafetensorsFile(reading: file)
            let card = content.metadata["photo model"] ?? ""
            switch self {
            case .weights: content.metadata = [:]
            case .version: content.metadata["photo model"] = card.replacing(#/"version":\d+/#, with: "\"version\":99")
            default: content.metadata["photo model"] = card.replacing("\"target\":[", with: "\"target\":[\"aardvark\",")
            }
            try content.write(to: file)
            return try readData(file)
        }
    }
}

// The single bit is the most difficult of them. `fnv1a` is what finds it, the brother of section 2.2's `fingerprint`
// with 32 bits in place of 64 (named after Fowler, Noll and Vo); the end of this page has more about it:

/// For each byte: combine it with the sum by exclusive or, and multiply.
public func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}

extension ModelToProduction {
    func damagedFiles() throws {
        var (table, refused) = (TextTable(["what happened", "what the reader of the file says"]), 0)
        try inTemporaryFolder { folder in
            let whole = folder.appending(path: "whole.safetensors")
            try trained.export(to: whole)
            for damage in Damage.allCases {
                let file = folder.appending(path: "bears.safetensors")
                try Data(readData(whole)).write(to: file)
                try damage.applied(to: try readData(whole), file).write(to: file)
                do {
                    _ = try PhotoModel<CategoryBlock>(file, architectures: Self.smallBodies)
                    table.add(damage.rawValue, "read")
                } catch {
                    refused += 1
                    table.add(damage.rawValue, folder.shortening("\(error)".split(separator: "\n")[0] + ""))
                }
            }
        }
        record(
            "export/damaged-files-refused", refused,
            predict: .count("Of seven damaged files, how many are refused?", refused))
        show(table, "A model's file, and what may happen to it")

        // The hardest of them is the one bit. Any number might be a weight, so how can one bit be found among millions?
    }

    func everyBit() throws {
        // By a *checksum*: a number that is computed from all bytes when the file is written, and kept beside them.
        // Who reads the file computes it again. It need not be a secret, but every small change must change it.
        // `fnv1a` is one that fits into a line. Does it notice every bit of a text? And does `plainSum`, the
        // sum of all bytes, which is simpler?
        let text = Array("black 0.25 grizzly -1.5 teddy 3.0".utf8)
        func plainSum(_ bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 &+ UInt32($1) } }
        let flips = text.indices.flatMap { place in
            (0..<8).map { bit in
                var changed = text
                changed[place] ^= 1 << UInt8(bit)
                return changed
            }
        }
        var swaps: [[UInt8]] = []
        for (place, letter) in text.enumerated().dropFirst() where letter != text[place - 1] {
            var changed = text
            changed.swapAt(place, place - 1)
            swaps.append(changed)
        }
        var table = TextTable(["damage", "cases", "a plain sum notices", "FNV-1a notices"])
        for (name, cases) in [("one bit", flips), ("two neighbours swapped", swaps)] {
            table.add(
                name, cases.count, cases.count { plainSum($0) != plainSum(text) },
                cases.count { fnv1a($0) != fnv1a(text) })
        }
        show(
            table, "Two checksums of a text of \(text.count) bytes",
            predict: .choice(
                "Two neighbouring letters are swapped. Which of the two notices?",
                ["the plain sum", "FNV-1a", "both", "neither"], answer: "FNV-1a"))
        record("checksum/bits-that-go-unnoticed", flips.count { fnv1a($0) == fnv1a(text) })

        // FNV-1a notices every single bit for a reason: with the rest of the bytes given, each of its steps can be
        // undone, so two sums that differ once differ for ever. Nobody should take it for a lock, though. Somebody
        // who changes a file on purpose can compute the sum anew; against that, there are signatures.
    }
}
