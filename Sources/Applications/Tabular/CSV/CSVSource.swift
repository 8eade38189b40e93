// Where the bytes of a table come from. They are read in parts, some of them several times.

import Common
import Foundation
import Kernels

/// The bytes of a file, or of a text.
final class CSVSource: Sendable {
    let name: String
    let count: Int
    private let place: Place

    private enum Place {
        case file(_ descriptor: Int32)
        case memory([UInt8])
    }

    init(_ file: URL) throws {
        name = file.path
        let (descriptor, length) = try openToRead(file.path) { TableProblem(file.path, $0, try: adviceToOpen) }
        (place, count) = (.file(descriptor), length)
    }

    init(_ bytes: [UInt8], name: String) {
        (place, count, self.name) = (.memory(bytes), bytes.count, name)
    }

    deinit { if case .file(let descriptor) = place { close(descriptor) } }

    /// Some of the bytes.
    func bytes(_ range: Range<Int>) throws -> [UInt8] {
        switch place {
        case .memory(let bytes): return Array(bytes[range])
        case .file(let descriptor):
            var problem: (any Error)?
            let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
                do {
                    let part = UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(buffer)[..<range.count])
                    try readBytes(into: part, from: descriptor, at: range.lowerBound) { TableProblem(name, $0) }
                    initialized = range.count
                } catch { problem = error }
            }
            if let problem { throw problem }
            return bytes
        }
    }

    /// The line that a byte is in, counted from 1. The file is read up to there, which only happens when something is
    /// wrong.
    func line(at place: Int) -> Int {
        var (line, start, isAfterReturn) = (1, 0, false)
        while start < place, let part = try? bytes(start..<min(place, start + 1 << 20)) {
            for byte in part {
                if byte == .return || (byte == .newline && !isAfterReturn) { line += 1 }
                isAfterReturn = byte == .return
            }
            start += part.count
        }
        return line
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let `return` = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
}

/// What `body` makes of the numbers from 0 on, in order, on all cores.
/// - Throws: of several errors the first one, in the order of the numbers.
func onAllCores<Result>(_ count: Int, _ body: (Int) throws -> Result) throws -> [Result] {
    var results = [Swift.Result<Result, any Error>?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
        nonisolated(unsafe) let results = results
        parallelFor(count) { range in
            for index in range { results[index] = Swift.Result { try body(index) } }
        }
    }
    return try results.map { try $0!.get() }
}
