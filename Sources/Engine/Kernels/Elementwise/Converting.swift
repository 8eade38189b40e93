// Elements of one type as elements of another.

/// What an element of one type is as an element of another. It is a type and not a closure, so that the compiler makes a
/// loop of its own for each, which converts many elements at a time.
public protocol ElementConversion {
    associatedtype From
    associatedtype To
    static func convert(_ x: From) -> To
}

/// Converts every element of `x` [shape], laid out by its strides; `out` is row-major.
@inlinable
public func convert<Conversion: ElementConversion>(
    _: Conversion.Type, shape: [Int], out: UnsafeMutablePointer<Conversion.To>, _ x: UnsafePointer<Conversion.From>,
    strides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(strides[$0], 0, 0, 0) }
    let step = loop.rowSteps[0]
    loop.forEachPiece { offsets, start, n in
        let (o, x) = (out + start, x + offsets[0])
        if step == 1 {
            for i in 0..<n { o[i] = Conversion.convert(x[i]) }
        } else {
            for i in 0..<n { o[i] = Conversion.convert(x[i * step]) }
        }
    }
}
