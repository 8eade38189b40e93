// Writing a safetensors file, completely or not at all.

import Common
import Foundation

extension SafetensorsFile {
    /// Writes all tensors to a file. An existing one is replaced only by a complete one.
    /// - Throws: `SafetensorsError` if it cannot be written; what was there before is still there.
    public func write(to url: URL) throws {
        let header = SafetensorsHeader(tensors, metadata: metadata)
        let bytes = header.bytes
        guard bytes.count - 8 <= SafetensorsHeader.longest else {
            throw SafetensorsError(url.path, "a header of \(bytes.count - 8) bytes is more than any library reads")
        }
        guard tensors["__metadata__"] == nil else {
            throw SafetensorsError(url.path, "no tensor can have the name “__metadata__”")
        }
        try writeWhole(to: url, failing: { SafetensorsError($0.path, $0.problem) }) { file in
            try bytes.withUnsafeBytes { try file.write($0) }
            for entry in header.entries { try tensors[entry.name]!.withBytes { try file.write($0) } }
        }
    }
}

extension SavedTensor {
    /// The elements in row-major order.
    fileprivate func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        switch self {
        case .floats(let x): try x.array.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .ints(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .bytes(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        case .bools(let x): try x.withContiguous { try body(UnsafeRawBufferPointer($0)) }
        }
    }
}
