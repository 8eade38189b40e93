// Where tensors become pictures. Everything that Figures knows about tensors is in this file.

import Tensors

extension Raster {
    /// An image of numbers.
    ///
    /// - Parameters:
    ///   - tensor: [h, w] is grey or coloured by `colours`; [h, w, 3] and [3, h, w] are red, green
    ///     and blue; an axis of length 1 in place of the 3 is ignored.
    ///   - range: the numbers that become the darkest and the lightest; `nil` takes the tensor's
    ///     smallest and largest. Numbers outside are clipped; NaN counts as the low end.
    public init(
        _ tensor: Tensor, range: ClosedRange<Float>? = 0...1, colours: ColourMap = .grey
    ) {
        let numbers = tensor.scalars.map(Double.init)
        let range = range.map { Double($0.lowerBound)...Double($0.upperBound) } ?? extent(numbers) ?? 0...1
        self.init(numbers, ImageShape(tensor.shape), range, colours)
    }

    /// An image of bytes: 0...255, shapes as for a `Tensor`.
    public init(
        _ bytes: ByteTensor, colours: ColourMap = .grey
    ) {
        self.init(
            bytes.scalars.map(Double.init), ImageShape(bytes.shape), 0...255, colours)
    }

    private init(_ numbers: [Double], _ shape: ImageShape, _ range: ClosedRange<Double>, _ colours: ColourMap) {
        let span = range.upperBound - range.lowerBound
        let unit = numbers.map { span > 0 ? ($0 - range.lowerBound) / span : 0 }
        let bytes: [UInt8]
        if shape.channels == 3 {
            bytes = shape.interleaved(unit).map { ColourMap.grey($0).red }
        } else {
            bytes = unit.flatMap { value in
                let colour = colours(value)
                return colours.isGrey ? [colour.red] : [colour.red, colour.green, colour.blue]
            }
        }
        self.init(
            width: shape.width, height: shape.height, channels: bytes.count / (shape.width * shape.height),
            pixels: bytes)
    }
}

/// Which axis of an image's tensor is which.
private struct ImageShape {
    var height: Int, width: Int, channels = 1, channelsComeFirst = false

    init(_ shape: [Int]) {
        switch (shape.count, shape.first, shape.last) {
        case (2, _, _): (height, width) = (shape[0], shape[1])
        case (3, _, 3), (3, _, 1): (height, width, channels) = (shape[0], shape[1], shape[2])
        case (3, 3, _), (3, 1, _):
            (channels, height, width, channelsComeFirst) = (shape[0], shape[1], shape[2], true)
        default:
            stop(
                "Raster of \(shape)", "that is not the shape of an image",
                try: "[h, w], [h, w, 3] or [3, h, w]; one image of many is images[0]")
        }
        require(height > 0 && width > 0, "Raster of \(shape)", "an image has at least one pixel")
    }

    /// [c, h, w] → [h, w, c]
    func interleaved(_ values: [Double]) -> [Double] {
        guard channelsComeFirst else { return values }
        let area = height * width
        return (0..<values.count).map { values[$0 % channels * area + $0 / channels] }
    }
}

extension PixelTable {
    /// The numbers of a byte image [h, w] on the greys 0 (white) to 255 (black).
    public init(
        _ bytes: ByteTensor, rowsFrom: Int = 0, columnsFrom: Int = 0
    ) {
        self.init(
            tableRows(bytes.scalars, bytes.shape), range: 0...255,
            rowsFrom: rowsFrom, columnsFrom: columnsFrom)
    }

    /// The numbers of a matrix [h, w], from its smallest (white) to its largest (black).
    public init(
        _ tensor: Tensor, decimals: Int = 2, rowsFrom: Int = 0, columnsFrom: Int = 0
    ) {
        self.init(
            tableRows(tensor.scalars, tensor.shape), decimals: decimals,
            rowsFrom: rowsFrom, columnsFrom: columnsFrom)
    }
}

private func tableRows<Number>(_ scalars: [Number], _ shape: [Int]) -> [[Number]] {
    guard shape.count == 2 else {
        stop("PixelTable of \(shape)", "a table has two axes", try: "[h, w]; one image of many is images[0]")
    }
    return (0..<shape[0]).map { Array(scalars[$0 * shape[1]..<($0 + 1) * shape[1]]) }
}

// MARK: Charts of tensors: the numbers are taken in row-major order, whatever the shape

extension Line {
    public init(
        _ xs: Tensor, _ ys: Tensor, _ label: String? = nil, colour: Colour? = nil, dashed: Bool = false
    ) {
        self.init(xs.scalars, ys.scalars, label, colour: colour, dashed: dashed)
    }

    /// A function of tensors, applied once to all sample points: `Line.function(-4...4) { $0.sigmoid() }`.
    ///
    /// A closure that also works on plain numbers is taken as a function of numbers.
    @_disfavoredOverload
    public static func function(
        _ range: ClosedRange<Double>, _ label: String? = nil, colour: Colour? = nil, dashed: Bool = false,
        samples: Int = 201, _ body: (Tensor) throws -> Tensor
    ) rethrows -> Line {
        let xs = samplePoints(range, samples)
        let ys = try body(Tensor(shape: [xs.count], xs.map { Float($0) }))
        return Line(xs, ys.scalars, label, colour: colour, dashed: dashed)
    }
}

extension Points {
    public init(
        _ xs: Tensor, _ ys: Tensor, _ label: String? = nil, colour: Colour? = nil
    ) {
        self.init(xs.scalars, ys.scalars, label, colour: colour)
    }
}

extension Histogram {
    public init(_ values: Tensor, _ label: String? = nil, bins: Int = 20, colour: Colour? = nil) {
        self.init(values.scalars, label, bins: bins, colour: colour)
    }
}
