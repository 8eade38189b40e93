// # Tokenized once
//
// A hundred thousand reviews take a while to be tokenized. The result is kept in a file, which says what it was made
// of: the names, sizes and dates of the texts, and the rules. If any of that has changed, the file is of no use any
// more.
//
// It has the format of weights (Safetensors): two tensors of bytes, four for each token and four for the length of
// each text. The tokens themselves are in its metadata, and so is what had to be repaired in the texts: who reads the
// tokens the second time is told of it again.

import Common
import Foundation
import Safetensors
import Tensors

extension Tokenizer {
    /// The tokens of files, from the cache if it is there and of use, otherwise made anew and kept there. (The book's
    /// library keeps a folder of tokenized texts.)
    /// - Throws: ``TextProblem`` for a text that cannot be read, or a cache that cannot be written.
    public func tokenized(files: [URL], cache: URL) throws -> TokenizedFiles {
        let origin = origin(of: files)
        if let kept = try? KeptTokens(reading: cache), kept.origin == origin, let notes = kept.notes,
            (notes.empty.union(notes.repairs.keys)).allSatisfy(files.indices.contains)
        {
            return TokenizedFiles(kept.texts, of: files, notes)
        }
        let (texts, notes) = try reading(files)
        try texts.write(to: cache, origin: origin, notes: notes)
        return TokenizedFiles(texts, of: files, notes)
    }

    /// Says what tokens were made of. (FNV-1a, a hash by G. Fowler, L. Noll and P. Vo.)
    func origin(of files: [URL]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = hash &* 0x100_0000_01B3
        }
        rules.forEach { add($0.name) }
        add(splitter.identity)
        for file in files {
            var status = stat()
            stat(file.path, &status)
            add("\(file.path) \(status.st_size) \(modified(status))")
        }
        return String(hash, radix: 16)
    }
}

/// When a file was changed, in nanoseconds.
private func modified(_ status: stat) -> Int {
    #if os(Linux)
        let time = status.st_mtim
    #else
        let time = status.st_mtimespec
    #endif
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

extension TokenizedTexts {
    /// - Parameter origin: what the tokens were made of.
    /// - Throws: ``TextProblem``; what was there before is still there.
    public func write(to cache: URL, origin: String = "") throws {
        try write(to: cache, origin: origin, notes: nil)
    }

    func write(to cache: URL, origin: String, notes: FileNotes?) throws {
        let list = String(decoding: try JSONEncoder().encode(tokens), as: UTF8.self)
        let tensors: [String: SavedTensor] = [
            "ids": .bytes(bytes(of: ids)), "lengths": .bytes(bytes(of: lengths.map { Int32($0) })),
        ]
        var metadata = ["tokens": list, "origin": origin]
        if let notes { metadata["notes"] = String(decoding: try JSONEncoder().encode(notes), as: UTF8.self) }
        do {
            try SafetensorsFile(tensors, metadata: metadata).write(to: cache)
        } catch let error as SafetensorsError { throw TextProblem(error) }
    }

    /// Reads what `write` has written.
    /// - Throws: ``TextProblem`` for a file that is missing, damaged, or something else.
    public init(reading cache: URL) throws { self = try KeptTokens(reading: cache).texts }
}

/// What a file of tokens holds.
private struct KeptTokens {
    let texts: TokenizedTexts, origin: String
    /// nil in a file that has none.
    let notes: FileNotes?

    init(reading cache: URL) throws {
        func refuse(_ problem: String) -> TextProblem {
            TextProblem(cache.path, problem, try: "removing it: it is made again")
        }
        do {
            let file = try SafetensorsFile(reading: cache)
            guard let list = file.metadata["tokens"], let origin = file.metadata["origin"] else {
                throw refuse("it holds tensors, but no tokenized texts")
            }
            let tokens: [String]
            do { tokens = try JSONDecoder().decode([String].self, from: Data(list.utf8)) } catch {
                throw refuse("its list of tokens is damaged")
            }
            let (ids, lengths) = (integers(in: try file.bytes("ids")), integers(in: try file.bytes("lengths")))
            guard ids.allSatisfy({ (0..<Int32(tokens.count)).contains($0) }), lengths.allSatisfy({ $0 >= 0 }),
                lengths.reduce(0, { $0 + Int($1) }) == ids.count
            else { throw refuse("its numbers do not fit together") }
            let starts = lengths.reduce(into: [0]) { $0.append($0.last! + Int($1)) }
            (texts, self.origin) = (TokenizedTexts(tokens: tokens, ids: ids, starts: starts), origin)
            notes = file.metadata["notes"].flatMap { try? JSONDecoder().decode(FileNotes.self, from: Data($0.utf8)) }
        } catch let error as SafetensorsError { throw TextProblem(error) }
    }
}

/// Four bytes for each, the lowest first.
private func bytes(of numbers: [Int32]) -> ByteTensor {
    let little = numbers.map(\.littleEndian)
    return ByteTensor(little.withUnsafeBytes { Array($0) })
}

private func integers(in bytes: ByteTensor) -> [Int32] {
    bytes.scalars.withUnsafeBytes { bytes in
        (0..<bytes.count / 4).map { Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self)) }
    }
}
