// The bytes of the file, and numbers of all the types that storages have.

import CZlib
import Common
import Foundation
import Safetensors
import Tensors

/// An open file of known length.
final class TorchSource {
    let path: String
    let length: Int
    private let descriptor: Int32

    init(_ url: URL) throws {
        path = url.path
        (descriptor, length) = try openToRead(url.path) { TorchFileError(url.path, $0) }
    }

    deinit { close(descriptor) }

    /// The bytes of a range, which must be within the file.
    func bytes(_ range: Range<Int>) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            try fill(UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: range.count), at: range.lowerBound)
            filled = range.count
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) throws {
        try readBytes(into: buffer, from: descriptor, at: place) { TorchFileError(path, $0) }
    }

    /// The numbers of a storage, [count], and the CRC-32 of its bytes.
    ///
    /// - Parameter place: where its first byte is. The caller has made sure that all of it is within the file.
    func numbers(_ type: StorageType, count: Int, at place: Int) throws -> (numbers: SavedTensor, checksum: UInt32) {
        switch type {
        case .float: try floats { try array(count, place, checksum: &$0) { (x: Float) in x } }
        case .double: try floats { try array(count, place, checksum: &$0) { (x: Double) in Float(x) } }
        case .half: try floats { try array(count, place, checksum: &$0, Float.init(half:)) }
        case .brain: try floats { try array(count, place, checksum: &$0, Float.init(brain:)) }
        case .long: try ints { try array(count, place, checksum: &$0) { (x: Int64) in Int(x) } }
        case .int: try ints { try array(count, place, checksum: &$0) { (x: Int32) in Int(x) } }
        case .short: try ints { try array(count, place, checksum: &$0) { (x: Int16) in Int(x) } }
        case .char: try ints { try array(count, place, checksum: &$0) { (x: Int8) in Int(x) } }
        case .byte: try read(SavedTensor.bytes) { try array(count, place, checksum: &$0) { (x: UInt8) in x } }
        case .bool: try read(SavedTensor.bools) { try array(count, place, checksum: &$0, truth) }
        }
    }

    private func read<Element: ArrayElement>(
        _ kind: (NDArray<Element>) -> SavedTensor, _ read: (inout UInt) throws -> NDArray<Element>
    ) throws -> (SavedTensor, UInt32) {
        var checksum = crc32(0, nil, 0)
        let array = try read(&checksum)
        return (kind(array), UInt32(checksum))
    }

    private func floats(_ body: (inout UInt) throws -> NDArray<Float>) throws -> (SavedTensor, UInt32) {
        try read({ .floats(Tensor(array: $0)) }, body)
    }

    private func ints(_ body: (inout UInt) throws -> IntTensor) throws -> (SavedTensor, UInt32) {
        try read(SavedTensor.ints, body)
    }

    /// A few thousand elements at a time go through the checksum and are converted.
    private func array<Stored: BitwiseCopyable, Element: ArrayElement>(
        _ count: Int, _ place: Int, checksum: inout UInt, _ convert: (Stored) throws -> Element
    ) throws -> NDArray<Element> {
        let width = MemoryLayout<Stored>.stride
        return try NDArray(shape: [count]) { elements in
            try withUnsafeTemporaryAllocation(of: Stored.self, capacity: 16_384) { part in
                for start in stride(from: 0, to: count, by: part.count) {
                    let taken = UnsafeMutableBufferPointer(rebasing: part[..<min(part.count, count - start)])
                    let raw = UnsafeMutableRawBufferPointer(taken)
                    try fill(raw, at: place + start * width)
                    checksum = crc32(checksum, raw.baseAddress!.assumingMemoryBound(to: UInt8.self), UInt32(raw.count))
                    for (i, x) in taken.enumerated() { elements[start + i] = try convert(x) }
                }
            }
        }
    }
}

private func truth(_ byte: UInt8) throws -> Bool {
    guard byte < 2 else { throw BrokenTorchFile("a tensor of truth values holds \(byte)") }
    return byte == 1
}

/// A little-endian number of so many bytes.
func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
