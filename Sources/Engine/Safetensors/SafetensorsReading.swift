// Reading a safetensors file: the header first, then each tensor straight into its own memory.

import Common
import Foundation
import Tensors

extension SafetensorsFile {
    /// Reads all tensors of a file.
    /// - Throws: `SafetensorsError` if it is missing, cut short or broken in any way.
    public init(reading url: URL) throws {
        let source = try ByteSource(url)
        do {
            let (header, start) = try source.header()
            var tensors: [String: SavedTensor] = [:]
            for entry in header.entries { tensors[entry.name] = try source.tensor(entry, from: start) }
            self.init(tensors, metadata: header.metadata, path: url.path)
        } catch let broken as BrokenHeader {
            throw SafetensorsError(url.path, broken.problem, try: "a safetensors file that was saved completely")
        }
    }
}

/// An open file of known length.
private struct ByteSource: ~Copyable {
    let descriptor: Int32
    let path: String
    let length: Int

    init(_ url: URL) throws {
        path = url.path
        (descriptor, length) = try openToRead(url.path) { SafetensorsError(url.path, $0) }
    }

    deinit { close(descriptor) }

    /// The header, and where the data after it begin.
    func header() throws -> (SafetensorsHeader, start: Int) {
        guard length >= 8 else { throw BrokenHeader("it is cut short: \(length) bytes cannot hold a header") }
        let size = try bytes(8, at: 0).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard size <= SafetensorsHeader.longest else {
            throw BrokenHeader("a header of \(size) bytes is beyond the limit of \(SafetensorsHeader.longest)")
        }
        let start = 8 + Int(size)
        guard start <= length else {
            throw BrokenHeader("it is cut short: a header of \(size) bytes in a file of \(length)")
        }
        return (try SafetensorsHeader(json: bytes(Int(size), at: 8), dataLength: length - start), start)
    }

    func tensor(_ entry: SafetensorsHeader.Entry, from start: Int) throws -> SavedTensor {
        let (shape, place) = (entry.shape, start + entry.range.lowerBound)
        switch entry.type {
        case .F32: return .floats(Tensor(array: try array(shape, place)))
        case .F64: return .floats(Tensor(array: try array(shape, place) { (x: Double) in Float(x) }))
        case .F16: return .floats(Tensor(array: try array(shape, place, Float.init(half:))))
        case .BF16: return .floats(Tensor(array: try array(shape, place, Float.init(brain:))))
        case .I64: return .ints(try array(shape, place))
        case .I32: return .ints(try array(shape, place) { (x: Int32) in Int(x) })
        case .I16: return .ints(try array(shape, place) { (x: Int16) in Int(x) })
        case .I8: return .ints(try array(shape, place) { (x: Int8) in Int(x) })
        case .U64: return .ints(try array(shape, place) { try within(entry.name, $0) })
        case .U32: return .ints(try array(shape, place) { (x: UInt32) in Int(x) })
        case .U16: return .ints(try array(shape, place) { (x: UInt16) in Int(x) })
        case .U8: return .bytes(try array(shape, place))
        case .BOOL: return .bools(try array(shape, place) { try truth(entry.name, $0) })
        }
    }

    /// Elements exactly as they are in the file.
    private func array<Element: ArrayElement>(_ shape: [Int], _ place: Int) throws -> NDArray<Element> {
        try NDArray(shape: shape) { try fill(UnsafeMutableRawBufferPointer($0), at: place) }
    }

    /// Elements of a different type than in the file, a few thousand at a time.
    private func array<Stored: BitwiseCopyable, Element: ArrayElement>(
        _ shape: [Int], _ place: Int, _ convert: (Stored) throws -> Element
    ) throws -> NDArray<Element> {
        let width = MemoryLayout<Stored>.stride
        return try NDArray(shape: shape) { elements in
            try withUnsafeTemporaryAllocation(of: Stored.self, capacity: 16_384) { part in
                for start in stride(from: 0, to: elements.count, by: part.count) {
                    let taken = part[..<min(part.count, elements.count - start)]
                    try fill(
                        UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: taken)),
                        at: place + start * width)
                    for (i, x) in taken.enumerated() { elements[start + i] = try convert(x) }
                }
            }
        }
    }

    private func bytes(_ count: Int, at place: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            try fill(UnsafeMutableRawBufferPointer(buffer), at: place, count)
            filled = count
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer, at place: Int, _ wanted: Int? = nil) throws {
        let whole = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: wanted ?? buffer.count)
        try readBytes(into: whole, from: descriptor, at: place) { SafetensorsError(path, $0) }
    }
}

private func within(_ name: String, _ number: UInt64) throws -> Int {
    guard let int = Int(exactly: number) else { throw BrokenHeader("“\(name)” holds \(number), too large for an Int") }
    return int
}

private func truth(_ name: String, _ byte: UInt8) throws -> Bool {
    guard byte < 2 else { throw BrokenHeader("“\(name)” holds \(byte), which is not a truth value") }
    return byte == 1
}

extension Float {
    /// A half-precision number: 1 bit of sign, 5 of exponent, 10 of fraction.
    package init(half bits: UInt16) {
        let (exponent, fraction) = (Int(bits >> 10) & 31, UInt32(bits & 1023))
        let magnitude: Float =
            switch exponent {
            case 0: Float(fraction) * 0x1p-24
            case 31: Float(bitPattern: 255 << 23 | fraction << 13)
            default: Float(bitPattern: UInt32(exponent + 112) << 23 | fraction << 13)
            }
        self = bits >> 15 == 1 ? -magnitude : magnitude
    }

    /// A "brain float": the upper half of a float's bits.
    package init(brain bits: UInt16) { self.init(bitPattern: UInt32(bits) << 16) }
}
