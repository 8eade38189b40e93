// A part of a photo in another size.

import Kernels
import Tensors

extension OpenedPhoto {
    /// The part that a framing takes, as large as it says.
    /// - Throws: ``PhotoProblem`` when the file is damaged or ends early.
    public func photo(_ framing: Framing) throws -> Photo {
        let region = framing.region
        // No more is decoded than the part needs.
        let across = Double(framing.size.width) / region.width, down = Double(framing.size.height) / region.height
        let least = Size2D(
            Int((Double(size.height) * down).rounded(.up)), Int((Double(size.width) * across).rounded(.up)))
        return try photo(atLeast: least).framed(framing, ofWhole: size)
    }
}

extension Photo {
    /// The part that a framing takes, as large as it says.
    /// - Parameter whole: the size that the framing was chosen for, when the photo was decoded small.
    public func framed(_ framing: Framing, ofWhole whole: Size2D? = nil) -> Photo {
        let whole = whole ?? size
        let columns = Side(framing.region.x, framing.region.width, whole.width, width, framing.size.width)
        let rows = Side(framing.region.y, framing.region.height, whole.height, height, framing.size.height)
        require(
            !rows.inner.isEmpty && !columns.inner.isEmpty,
            "the part \(framing.region) of a photo of \(whole.inPixels) pixels",
            "it shows nothing of the photo")
        let bytes = [UInt8](unsafeUninitializedCapacity: framing.size.count * 3) { target, count in
            count = target.count
            let start = target.baseAddress! + (rows.inner.lowerBound * columns.count + columns.inner.lowerBound) * 3
            resamplePixels(
                pixels, width: width, rows: rows.weights, columns: columns.weights, into: start,
                targetWidth: columns.count)
            guard rows.inner.count < rows.count || columns.inner.count < columns.count else { return }
            pad(target.baseAddress!, rows, columns, framing.padding)
        }
        return Photo(height: rows.count, width: columns.count, pixels: bytes)
    }

    /// Fills the pixels beside the inner ones.
    private func pad(_ pixels: UnsafeMutablePointer<UInt8>, _ rows: Side, _ columns: Side, _ mode: PaddingMode) {
        for y in 0..<rows.count {
            let row = rows.source(of: y, mode)
            for x in 0..<columns.count where !(rows.inner.contains(y) && columns.inner.contains(x)) {
                let column = columns.source(of: x, mode)
                for channel in 0..<3 {
                    let source = row.flatMap { row in column.map { (row * columns.count + $0) * 3 + channel } }
                    pixels[(y * columns.count + x) * 3 + channel] = source.map { pixels[$0] } ?? 0
                }
            }
        }
    }
}

/// A framing along one axis.
private struct Side {
    /// New pixels.
    let count: Int
    /// The new pixels whose middle is on the photo.
    let inner: Range<Int>
    let weights: ResamplingWeights

    /// - Parameters:
    ///   - start, length: the part, in pixels of the whole photo.
    ///   - whole, decoded: how many pixels the photo has, and how many of them were decoded.
    init(_ start: Double, _ length: Double, _ whole: Int, _ decoded: Int, _ count: Int) {
        let scale = Double(decoded) / Double(whole)
        let (begin, step) = (start * scale, length * scale / Double(count))
        let first = (-begin / step - 0.5).rounded(.up), end = ((Double(decoded) - begin) / step - 0.5).rounded(.up)
        let low = Int(min(max(first, 0), Double(count))), high = Int(min(max(end, 0), Double(count)))
        (self.count, inner) = (count, low..<max(low, high))
        weights = ResamplingWeights(from: begin + Double(low) * step, step: step, count: inner.count, of: decoded)
    }

    /// The inner pixel that a pixel beside them repeats; nil for none.
    func source(of i: Int, _ mode: PaddingMode) -> Int? {
        if inner.contains(i) { return i }
        switch mode {
        case .zeros: return nil
        case .border: return i < inner.lowerBound ? inner.lowerBound : inner.upperBound - 1
        case .reflect:
            let period = 2 * inner.count
            let place = ((i - inner.lowerBound) % period + period) % period
            return inner.lowerBound + (place < inner.count ? place : period - 1 - place)
        }
    }
}

extension Size2D {
    /// As people write the size of a picture, the width first: "640 × 480".
    var inPixels: String { "\(width) × \(height)" }
}
