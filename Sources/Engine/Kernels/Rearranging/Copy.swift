// Moving elements from one strided layout to another. Only their width matters here, so one
// loop serves floats, integers, bytes and truth values.

/// Copies every element of `x` to its place in `out`, both laid out by their strides.
///
/// - Parameters:
///   - shape: axis sizes of both.
///   - width: bytes per element: 1, 2, 4 or 8.
public func copy(
    shape: [Int], out: UnsafeMutableRawPointer, outStrides: [Int],
    _ x: UnsafeRawPointer, strides: [Int], width: Int
) {
    switch width {
    case 1: copy(shape, out, outStrides, x, strides, as: UInt8.self)
    case 2: copy(shape, out, outStrides, x, strides, as: UInt16.self)
    case 4: copy(shape, out, outStrides, x, strides, as: UInt32.self)
    default: copy(shape, out, outStrides, x, strides, as: UInt64.self)
    }
}

private func copy<Word: BitwiseCopyable>(
    _ shape: [Int], _ out: UnsafeMutableRawPointer, _ outStrides: [Int],
    _ x: UnsafeRawPointer, _ strides: [Int], as: Word.Type
) {
    let loop = RowLoop(shape: shape) { Steps(outStrides[$0], strides[$0], 0, 0) }
    let (to, from) = (loop.rowSteps[0], loop.rowSteps[1])
    let out = out.assumingMemoryBound(to: Word.self)
    let x = x.assumingMemoryBound(to: Word.self)
    if to == 1 && from == 1 {
        switch loop.length {
        case 2: return copyGroups(loop, out, x, InlineArray<2, Word>.self)
        case 3: return copyGroups(loop, out, x, InlineArray<3, Word>.self)
        case 4: return copyGroups(loop, out, x, InlineArray<4, Word>.self)
        default: break
        }
    }
    loop.forEachPiece { offsets, _, n in
        let (o, x) = (out + offsets[0], x + offsets[1])
        if to == 1 && from == 1 {
            o.update(from: x, count: n)
        } else if to == 1 && from == 0 {
            o.update(repeating: x[0], count: n)
        } else {
            for i in 0..<n { o[i * to] = x[i * from] }
        }
    }
}

/// Copies rows of very few elements, such as the channels of a pixel: groups of them, which lie side by side on both
/// sides.
private func copyGroups<let size: Int, Word: BitwiseCopyable>(
    _ loop: RowLoop, _ out: UnsafeMutablePointer<Word>, _ x: UnsafePointer<Word>, _: InlineArray<size, Word>.Type
) {
    let groups = loop.overRows
    let (to, from) = (groups.rowSteps[0], groups.rowSteps[1])
    groups.forEachPiece { offsets, _, n in
        let (o, x) = (out + offsets[0], x + offsets[1])
        for i in 0..<n {
            for k in 0..<size { o[i * to + k] = x[i * from + k] }
        }
    }
}
