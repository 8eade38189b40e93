// Comparisons make masks, masks choose between values, and numbers change their type.

/// How two elements are compared.
@frozen public enum Comparison: Sendable {
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
}

/// Writes the result of each comparison; stride 0 repeats an element.
@inlinable
public func compare<Element: Comparable>(
    _ comparison: Comparison, shape: [Int], out: UnsafeMutablePointer<Bool>,
    _ a: UnsafePointer<Element>, strides aStrides: [Int],
    _ b: UnsafePointer<Element>, strides bStrides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(aStrides[$0], bStrides[$0], 0, 0) }
    let (sa, sb) = (loop.rowSteps[0], loop.rowSteps[1])
    loop.forEachPiece { offsets, start, n in
        let (o, a, b) = (out + start, a + offsets[0], b + offsets[1])
        switch comparison {
        case .less: pairs(o, a, sa, b, sb, n) { $0 < $1 }
        case .lessOrEqual: pairs(o, a, sa, b, sb, n) { $0 <= $1 }
        case .greater: pairs(o, a, sa, b, sb, n) { $0 > $1 }
        case .greaterOrEqual: pairs(o, a, sa, b, sb, n) { $0 >= $1 }
        case .equal: pairs(o, a, sa, b, sb, n) { $0 == $1 }
        case .notEqual: pairs(o, a, sa, b, sb, n) { $0 != $1 }
        }
    }
}

/// How two truth values are combined.
public enum Connective: Sendable {
    case and, or
}

/// Writes "a and b", or "a or b", for every pair; stride 0 repeats a value.
public func combine(
    _ connective: Connective, shape: [Int], out: UnsafeMutablePointer<Bool>, _ a: UnsafePointer<Bool>,
    strides aStrides: [Int], _ b: UnsafePointer<Bool>, strides bStrides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(aStrides[$0], bStrides[$0], 0, 0) }
    let (sa, sb) = (loop.rowSteps[0], loop.rowSteps[1])
    // In memory false is 0 and true is 1: as bytes, many are combined at once.
    func bytes(_ x: UnsafePointer<Bool>) -> UnsafePointer<UInt8> {
        UnsafeRawPointer(x).assumingMemoryBound(to: UInt8.self)
    }
    let result = UnsafeMutableRawPointer(out).assumingMemoryBound(to: UInt8.self)
    loop.forEachPiece { offsets, start, n in
        let (o, a, b) = (result + start, bytes(a) + offsets[0], bytes(b) + offsets[1])
        switch connective {
        case .and: pairs(o, a, sa, b, sb, n) { $0 & $1 }
        case .or: pairs(o, a, sa, b, sb, n) { $0 | $1 }
        }
    }
}

/// Writes `a` where the mask is true, else `b`.
public func select(
    shape: [Int], out: UnsafeMutablePointer<Float>,
    _ mask: UnsafePointer<Bool>, strides maskStrides: [Int],
    _ a: UnsafePointer<Float>, strides aStrides: [Int],
    _ b: UnsafePointer<Float>, strides bStrides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(maskStrides[$0], aStrides[$0], bStrides[$0], 0) }
    let (sm, sa, sb) = (loop.rowSteps[0], loop.rowSteps[1], loop.rowSteps[2])
    loop.forEachPiece { offsets, start, n in
        let (o, m, a, b) = (out + start, mask + offsets[0], a + offsets[1], b + offsets[2])
        if sm == 1 && sa == 1 && sb == 1 {
            for i in 0..<n { o[i] = m[i] ? a[i] : b[i] }
        } else {
            for i in 0..<n { o[i] = m[i * sm] ? a[i * sa] : b[i * sb] }
        }
    }
}
